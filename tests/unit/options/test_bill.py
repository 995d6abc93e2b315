"""What options cost: sums as ranges, and what is not stated is never nought and never left out without a word."""

from math import inf
from typing import Any

import pytest

from orgmodel.options.bill import find_bill
from orgmodel.options.quantity import Quantity
from tests.unit.options.small import option


def cost(what: str, amount: Any = None, **more: Any) -> dict[str, Any]:
    return {"what": what, **({"amount": amount} if amount is not None else {}), **more}


def once(*costs: dict[str, Any], unit: str = "pounds", **more: Any) -> Quantity:
    return find_bill(option(costs=list(costs), **more), {}).sum_of("one_off", unit).quantity


@pytest.mark.parametrize(
    ("costs", "bounds"),
    [
        ([cost("moving", 100), cost("desks", 20)], (120, 120)),
        ([cost("moving", {"at_least": 100, "at_most": 150}), cost("desks", 20)], (120, 170)),
        ([cost("moving", 100), cost("desks", "unknown")], (100, inf)),
        ([cost("moving", 100), cost("desks")], (100, inf)),
        ([cost("moving", 100), cost("desks", "redacted")], (100, inf)),
        ([cost("moving", {"at_least": 30})], (30, inf)),
        ([cost("moving", {"at_most": 30})], (0, 30)),
        ([cost("moving", "a great deal")], (0, inf)),
    ],
)
def test_known_amounts_are_a_range_and_one_unknown_takes_the_upper_bound_away(
    costs: list[dict[str, Any]], bounds: tuple[float, float]
) -> None:
    found = once(*costs)
    assert (found.low, found.high) == bounds


def test_an_option_without_costs_is_not_known_and_doing_nothing_adds_nothing() -> None:
    for kind in ("one_off", "recurring"):
        assert not find_bill(option(), {}).sum_of(kind).quantity.given  # type: ignore[arg-type]
        nothing = find_bill(None, {}).sum_of(kind).quantity  # type: ignore[arg-type]
        assert (nothing.low, nothing.high) == (0, 0)


def test_costs_of_one_kind_say_nothing_of_the_other() -> None:
    bill = find_bill(option(costs=[cost("moving", 100)]), {})
    assert bill.sum_of("one_off").quantity.known
    assert not bill.sum_of("recurring").quantity.given


def test_costs_in_another_unit_are_named_beside_the_sum_and_are_never_nought() -> None:
    bill = find_bill(option(costs=[cost("moving", 100), cost("trainers", 3, unit="posts")]), {})
    pounds, posts = bill.sum_of("one_off"), bill.sum_of("one_off", "posts")
    assert (pounds.quantity.low, pounds.left_out, posts.quantity.low) == (100, ("trainers",), 3)
    assert "trainers" in pounds.quantity.note
    assert not once(cost("trainers", 3, unit="posts")).given


def test_what_an_option_includes_is_paid_too_and_its_silence_is_told() -> None:
    part = option(id="part", costs=[cost("boats", 50)], benefits=[{"measure": "Ships"}])
    silent = option(id="silent")
    whole = option(id="whole", includes=["part"], costs=[cost("moving", 100)])
    bill = find_bill(whole, {"part": part, "silent": silent})
    assert bill.sum_of("one_off").quantity.low == 150
    assert [(line.option, line.benefit.measure) for line in bill.benefits] == [("part", "Ships")]
    other = find_bill(whole.model_copy(update={"requires": ("silent",)}), {"part": part, "silent": silent})
    assert not other.sum_of("one_off").quantity.given
    assert ("silent", "one_off") in other.silent
