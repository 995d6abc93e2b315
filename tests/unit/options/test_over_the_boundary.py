"""Units that move into a body outside the organisation, or out of one: on which side they are then, with all below."""

from typing import Any

import pytest

from orgmodel.model import Model
from orgmodel.options import apply, plan, reverse
from tests.unit.options.small import do, option, small_model, who

PORT = {"id": "port", "title": "The next port", "kind": "board", "outside": True}
YARD = {"id": "yard", "title": "Its yard", "kind": "office", "outside": True, "part_of": who("port")}
SHED = {"id": "shed", "title": "A shed in it", "kind": "office", "outside": True, "part_of": who("yard")}


def two_ports(*more: dict[str, Any]) -> Model:
    return small_model(units=[*small_model().model_dump(by_alias=True)["units"], PORT, YARD, SHED, *more])


def outside(model: Model) -> set[str]:
    return {unit.id for unit in model.units if unit.outside}


def test_a_unit_that_moves_into_a_body_outside_is_outside_with_all_below() -> None:
    after = apply(two_ports(), option(do("move-unit", unit="docks", part_of="port")))
    assert outside(after) == {"port", "yard", "shed", "docks", "cranes"}


def test_a_unit_that_moves_in_from_outside_is_inside_with_all_below() -> None:
    after = apply(two_ports(), option(do("move-unit", unit="yard", part_of="docks")))
    assert outside(after) == {"port"}


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_two_moves_does_not_matter(turned: bool) -> None:
    moves = [do("move-unit", unit="docks", part_of="port"), do("move-unit", unit="cranes", part_of="pilots")]
    after = apply(two_ports(), option(*(reversed(moves) if turned else moves)))
    assert outside(after) == {"port", "yard", "shed", "docks"}
    moves = [do("move-unit", unit="docks", part_of="port"), do("move-unit", unit="pilots", part_of="docks")]
    after = apply(two_ports(), option(*(reversed(moves) if turned else moves)))
    assert outside(after) == {"port", "yard", "shed", "docks", "cranes", "pilots"}


def test_a_body_by_itself_comes_inside_when_it_becomes_a_part() -> None:
    after = apply(two_ports(), option(do("move-unit", unit="port", part_of="harbour-board")))
    assert outside(after) == set()


@pytest.mark.parametrize("part_of", ["unknown", "redacted", {"one_of": ["port", "pilots"]}, "pilots"])
def test_a_move_that_is_not_known_to_cross_the_boundary_leaves_the_side_as_it_is(part_of: Any) -> None:
    after = apply(two_ports(), option(do("move-unit", unit="docks", part_of=part_of)))
    assert outside(after) == {"port", "yard", "shed"}


def test_a_unit_that_is_outside_within_the_organisation_stays_so_when_it_moves_within() -> None:
    agency = {"id": "agency", "title": "An agency", "kind": "office", "outside": True, "part_of": who("docks")}
    after = apply(two_ports(agency), option(do("move-unit", unit="agency", part_of="pilots")))
    assert "agency" in outside(after)


def test_what_a_merged_unit_holds_goes_over_the_boundary_with_it() -> None:
    after = apply(two_ports(), option(do("merge", unit="docks", into="yard")))
    assert outside(after) == {"port", "yard", "shed", "cranes"}


def test_the_way_back_over_the_boundary() -> None:
    model, changeset = two_ports(), option(do("move-unit", unit="docks", part_of="port"))
    back = apply(apply(model, changeset), reverse(model, changeset))
    assert back.units == model.units


def test_the_plan_names_the_side_of_the_unit_that_moves_and_why() -> None:
    told = plan(two_ports(), option(do("move-unit", unit="docks", part_of="port")))
    steps = {step.thing.id: step for step in told.steps if step.field == "outside"}
    assert set(steps) == {"docks", "cranes"}
    assert (steps["docks"].because, steps["docks"].words) == ("it helps", ("no", "yes"))
