"""Laws of the difference between two models."""

from random import Random

from hypothesis import given, settings

from orgmodel.options.diff import apply_changes, diff
from tests.properties.drawing_options import organisation_of
from tests.properties.findings_strategy import seeds

LISTS = ("units", "posts", "staff_groups", "responsibilities", "boards", "processes")
LAWS = settings(max_examples=60, deadline=None, print_blob=True)


@LAWS
@given(seeds(), seeds())
def test_the_difference_carried_out_on_one_gives_the_other(one: int, other: int) -> None:
    before, after = organisation_of(one), organisation_of(other)
    assert apply_changes(before, diff(before, after)) == after


@LAWS
@given(seeds())
def test_a_model_does_not_differ_from_itself(seed: int) -> None:
    model = organisation_of(seed)
    assert not diff(model, model)
    assert not diff(model, organisation_of(seed))


@LAWS
@given(seeds(), seeds())
def test_the_way_back_says_the_same_the_other_way_round(one: int, other: int) -> None:
    before, after = organisation_of(one), organisation_of(other)
    there, back = diff(before, after), diff(after, before)
    assert [each.id for each in there.added] == [each.id for each in back.removed]
    assert [each.id for each in there.changed] == [each.id for each in back.changed]
    assert {(move.id, move.before, move.after) for move in there.moved} == {
        (move.id, move.after, move.before) for move in back.moved
    }


@LAWS
@given(seeds())
def test_the_order_of_the_lists_is_no_change_but_is_kept(seed: int) -> None:
    model = organisation_of(seed)
    turned = {name: tuple(Random(seed).sample(getattr(model, name), len(getattr(model, name)))) for name in LISTS}
    shuffled = model.model_copy(update=turned)
    changes = diff(model, shuffled)
    assert not any((changes.added, changes.removed, changes.changed))
    assert apply_changes(model, changes) == shuffled
