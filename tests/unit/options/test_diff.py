"""The difference of two models as people read it: added, removed, changed, moved; and conflicts."""

import pytest

from orgmodel.errors import OptionError
from orgmodel.options import Moved, apply, apply_changes, diff
from tests.unit.options.small import do, option, small_model, who


def test_a_move_is_told_as_a_move() -> None:
    model = small_model()
    after = apply(model, option(do("move-post", post="crane-lead", in_unit="docks")))
    assert diff(model, after).moved == (Moved("Post", "crane-lead", "Crane lead", ("cranes",), ("docks",)),)


def test_a_move_to_somewhere_unknown_has_no_destination() -> None:
    model = small_model()
    after = apply(model, option(do("move-unit", unit="cranes", part_of="unknown")))
    assert diff(model, after).moved == (Moved("Unit", "cranes", "Cranes", ("docks",), ()),)


def test_new_evidence_for_the_same_place_is_a_change_and_no_move() -> None:
    cited = small_model()
    post = cited.by_id["crane-lead"]
    claims = tuple(claim.model_copy(update={"cites": ("report#1",)}) for claim in post.in_unit.claims)  # type: ignore[attr-defined]
    slot = post.in_unit.model_copy(update={"claims": claims})  # type: ignore[attr-defined]
    posts = tuple(post.model_copy(update={"in_unit": slot}) if each.id == post.id else each for each in cited.posts)
    changes = diff(small_model(), cited.model_copy(update={"posts": posts}))
    assert [(change.id, [field.name for field in change.fields]) for change in changes.changed] == [
        ("crane-lead", ["in_unit"])
    ]
    assert changes.moved == ()


def test_records_that_only_one_model_has_are_added_or_removed() -> None:
    model, other = small_model(), small_model(levers=[{"id": "tolls", "title": "Tolls", "kind": "other"}])
    changes = diff(model, other)
    assert [each.id for each in changes.added] == ["tolls"]
    assert [each.id for each in changes.removed] == ["berth-fees"]


def test_a_changed_slot_tells_which_claims_came_and_went() -> None:
    model = small_model()
    after = apply(model, option(do("set-line", post="crane-lead", to="chief")))
    (change,) = diff(model, after).changed
    (field,) = change.fields
    assert [claim.who for claim in field.claims_removed] == ["dock-master"]
    assert [claim.who for claim in field.claims_added] == ["chief"]


def test_a_difference_is_refused_by_a_model_that_has_changed_since() -> None:
    model = small_model()
    changes = diff(model, apply(model, option(do("set-line", post="crane-lead", to="chief"))))
    changed = apply(model, option(do("set-line", post="crane-lead", to="chief-pilot"), id="other"))
    with pytest.raises(OptionError) as refused:
        apply_changes(changed, changes)
    assert "'crane-lead': its 'reports_to' is not what it was" in str(refused.value.problems[0])


def test_what_is_to_be_added_must_not_be_there() -> None:
    model = small_model()
    post = {"id": "clerk", "title": "Clerk", "in_unit": who("docks")}
    changes = diff(model, apply(model, option(do("create-post", post=post))))
    with pytest.raises(OptionError) as refused:
        apply_changes(apply_changes(model, changes), changes)
    assert "'clerk': it is to be added, and is there already" in str(refused.value.problems[0])
