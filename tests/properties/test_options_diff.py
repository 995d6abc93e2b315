"""Laws of the difference between two models."""

from hypothesis import given
from hypothesis import strategies as st

from orgmodel.model import Model
from orgmodel.options.diff import apply_changes, diff
from tests.properties.model_strategy import models


@given(models(), models())
def test_the_difference_carried_out_on_one_gives_the_other(before: Model, after: Model) -> None:
    assert apply_changes(before, diff(before, after)) == after


@given(models())
def test_a_model_does_not_differ_from_itself(model: Model) -> None:
    assert not diff(model, model.model_copy(deep=True))


@given(models(), models())
def test_the_way_back_says_the_same_the_other_way_round(before: Model, after: Model) -> None:
    there, back = diff(before, after), diff(after, before)
    assert [each.id for each in there.added] == [each.id for each in back.removed]
    assert [each.id for each in there.changed] == [each.id for each in back.changed]
    assert {(move.id, move.before, move.after) for move in there.moved} == {
        (move.id, move.after, move.before) for move in back.moved
    }


@given(models(), st.data())
def test_the_order_of_the_lists_is_no_change_but_is_kept(model: Model, data: st.DataObject) -> None:
    posts = tuple(data.draw(st.permutations(model.posts)))
    shuffled = model.model_copy(update={"posts": posts})
    changes = diff(model, shuffled)
    assert not any((changes.added, changes.removed, changes.changed))
    assert apply_changes(model, changes).posts == posts
