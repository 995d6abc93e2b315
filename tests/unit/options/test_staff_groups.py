"""Staff who are counted and not listed: made, moved, closed, and what is said of them."""

from typing import Any

import pytest
from pydantic import ValidationError

from orgmodel.model import Model
from orgmodel.options import apply, conservation, plan, reverse
from orgmodel.options.diff import diff
from tests.unit.options.small import do, holders, option, refusals, small_model, who

GROUP: dict[str, Any] = {
    "id": "crane-crew",
    "title": "Crane crew",
    "fte": 12.5,
    "in_unit": who("cranes"),
    "reports_to": who("crane-lead"),
}


def crewed(**more: Any) -> Model:
    return small_model(staff_groups=[GROUP | more])


def test_staff_are_made_and_that_is_undone() -> None:
    made = option(do("create-staff-group", staff_group=GROUP))
    after = apply(small_model(), made)
    assert (after.label_of["crane-crew"], holders(after, "crane-crew", "in_unit")) == ("StaffGroup", ["cranes"])
    undone = apply(after, reverse(small_model(), made))
    assert not diff(small_model(), undone.model_copy(update={"about": small_model().about}))


def test_staff_move_to_another_unit_and_another_post_or_to_where_it_is_not_known() -> None:
    move = option(do("move-staff", staff_group="crane-crew", in_unit="docks", reports_to="dock-master"))
    after = apply(crewed(), move)
    assert holders(after, "crane-crew", "in_unit") == ["docks"]
    assert holders(after, "crane-crew", "reports_to") == ["dock-master"]
    assert conservation(crewed(), after, move) == []
    assert ("moved", "in_unit", 1) in {(step.kind, step.field, step.number) for step in plan(crewed(), move).steps}
    lost = option(do("move-staff", staff_group="crane-crew", in_unit="unknown"))
    named = [(loss.thing, loss.kind, loss.outcome) for loss in plan(crewed(), lost).losses]
    assert named == [("crane-crew", "staff in it", "unknown")]
    assert [(each.thing.id, each.part) for each in plan(crewed(), lost).unknowns] == [("crane-crew", "in_unit")]


def test_a_unit_does_not_close_over_its_staff() -> None:
    close = do("close-unit", unit="cranes", moves=[{"what": "crane-lead", "to": "docks"}])
    assert "would lose 'Crane crew' (crane-crew), held as staff in it" in refusals(close, model=crewed())
    moved = do("move-staff", staff_group="crane-crew", in_unit="docks")
    assert conservation(crewed(), apply(crewed(), option(close, moved)), option(close, moved)) == []


@pytest.mark.parametrize(("fte", "kind"), [(12.5, "staff (12.5 full-time equivalents)"), (None, "staff (not counted)")])
def test_staff_that_end_are_named_unless_it_is_said_that_they_go_somewhere(fte: float | None, kind: str) -> None:
    close = do("close", thing="crane-crew")
    (loss,) = plan(crewed(fte=fte), option(close)).losses
    assert (loss.thing, loss.kind, loss.outcome, loss.number) == ("crane-crew", kind, "not_said", 1)
    staff = do("staff", amount=12.5, **{"from": "cranes"}, to="docks")
    assert plan(crewed(fte=fte), option(close, staff)).losses == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (do("move-staff", staff_group="crane-crw", in_unit="docks"), "did you mean 'crane-crew'?"),
        (do("move-staff", staff_group="crane-crew", in_unit="chief"), "'Chief' (chief) is a Post, which does not fit"),
        (do("move-staff", staff_group="crane-crew", in_unit="cranes"), "would leave everything as it is"),
        (do("create-staff-group", staff_group=GROUP), "'crane-crew' already exists"),
        (do("create-staff-group", staff_group=GROUP | {"id": "x", "grade": "oficer"}), "did you mean 'officer'?"),
        (do("create-staff-group", staff_group=GROUP | {"id": "x", "in_unit": who("crane")}), "did you mean 'cranes'?"),
    ],
)
def test_what_cannot_be_meant_is_refused(change: dict[str, Any], words: str) -> None:
    assert words in refusals(change, model=crewed())


def test_a_move_of_staff_says_where() -> None:
    with pytest.raises(ValidationError, match="say where the staff go"):
        option(do("move-staff", staff_group="crane-crew"))
