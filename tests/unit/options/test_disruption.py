"""What an option disturbs, counted by reasoning over the small model; what is open counts as what could be."""

from math import inf
from typing import Any

import pytest

from orgmodel.model import Model
from orgmodel.options import apply, plan
from orgmodel.options.disruption import KINDS, Disturbance, find_disruption
from tests.unit.options.small import do, option, small_model, who


def disturbed(*changes: dict[str, Any], model: Model | None = None) -> dict[str, Disturbance]:
    base, made = model or small_model(), option(*changes)
    return {each.kind: each for each in find_disruption(base, apply(base, made), plan(base, made))}


def bounds(found: Disturbance) -> tuple[float, float]:
    return found.quantity.low, found.quantity.high


def test_doing_nothing_disturbs_nothing_and_says_so_of_every_kind() -> None:
    model = small_model()
    found = find_disruption(model, model, None)
    assert tuple(each.kind for each in found) == KINDS
    assert {bounds(each) for each in found} == {(0, 0)}


def test_a_moved_unit_takes_its_posts_along_and_its_staff_are_not_known() -> None:
    found = disturbed(do("move-unit", unit="cranes", part_of="pilots"))
    assert bounds(found["units_moved"]) == (1, 1)
    assert [name.id for name in found["posts_moved"].things] == ["crane-lead"]
    assert bounds(found["posts_new_manager"]) == (0, 0)
    assert bounds(found["staff_moved"]) == (0, inf)


def test_staff_that_the_option_counts_are_an_interval_and_an_unknown_number_stays_one() -> None:
    amount = {"at_least": 10, "at_most": 12}
    move = do("move-unit", unit="cranes", part_of="pilots")
    counted = disturbed(move, do("staff", amount=amount, **{"from": "docks"}, to="cranes"))
    assert bounds(counted["staff_moved"]) == (10, 12)
    open_ = disturbed(do("staff", amount="many more", to="cranes"))
    assert bounds(open_["staff_moved"]) == (0, inf)
    assert "many more" in open_["staff_moved"].quantity.parts[0].what


GROUPS = [
    {"id": "crews", "title": "Crews", "fte": 7.5, "in_unit": who("cranes")},
    {"id": "clerks", "title": "Clerks", "in_unit": who("cranes")},
]


def staff(*changes: dict[str, Any], model: Model) -> dict[str, tuple[float, float]]:
    made = option(*changes)
    found = find_disruption(model, apply(model, made), plan(model, made))
    return {each.unit: bounds(each) for each in found if each.kind == "staff_moved"}


def test_groups_of_staff_that_move_are_counted_and_one_without_a_number_has_no_upper_bound() -> None:
    moves = [{"what": name, "to": "pilots"} for name in ("crews", "clerks", "crane-lead")]
    close = do("close-unit", unit="cranes", moves=moves)
    assert staff(close, model=small_model(staff_groups=GROUPS)) == {"full-time equivalents": (7.5, inf)}


def test_groups_move_along_with_their_unit_and_with_the_unit_above() -> None:
    model = small_model(staff_groups=GROUPS[:1])
    for unit in ("cranes", "docks"):
        moved = do("move-unit", unit=unit, part_of="pilots")
        assert staff(moved, model=model) == {"full-time equivalents": (7.5, 7.5)}


@pytest.mark.parametrize(
    ("to", "certain"),
    [
        ("chief", True),
        ("unknown", False),
        ({"one_of": ["chief", "dock-master"]}, False),
        ({"one_of": ["chief", "chief-pilot"]}, True),
    ],
)
def test_a_manager_who_may_be_the_old_one_is_only_perhaps_another(to: Any, certain: bool) -> None:
    found = disturbed(do("set-line", post="crane-lead", to=to))["posts_new_manager"]
    assert bounds(found) == ((1, 1) if certain else (0, 1))
    assert [name.id for name in (found.things if certain else found.could)] == ["crane-lead"]


def test_people_are_counted_where_the_model_names_holders_and_else_not_given() -> None:
    line = do("set-line", post="dock-master", to="chief-pilot")
    assert bounds(disturbed(line)["people_new_manager"]) == (1, 1)
    assert disturbed(line)["people_new_manager"].things == ()
    without = disturbed(line, model=small_model(people=[], holdings=[]))["people_new_manager"]
    assert not without.quantity.given
    assert "no data about people" in without.quantity.note


def test_posts_that_are_added_closed_and_regraded_are_counted_by_name() -> None:
    found = disturbed(
        do("create-post", post={"id": "clerk", "title": "Clerk"}),
        do("close-post", post="crane-lead"),
        do("regrade", post="chief-pilot", grade="captain"),
    )
    for kind, ident in (("posts_added", "clerk"), ("posts_closed", "crane-lead"), ("posts_regraded", "chief-pilot")):
        assert [name.id for name in found[kind].things] == [ident]
        assert bounds(found[kind]) == (1, 1)
