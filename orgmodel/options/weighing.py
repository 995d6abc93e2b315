"""Criteria that people set, applied: the value of each on every side, the weighted sum, and who is outdone by whom.

Sides stay in the order asked for and none is said to win. What rests on something not known cannot be told, and it is
said what it would take.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from typing import Literal

from orgmodel.options.counting import Families, count_criterion
from orgmodel.options.criteria import Criteria, Criterion
from orgmodel.options.quantity import Part, Quantity, add_up, subtract
from orgmodel.options.sides import Side

Order = Literal["above", "below", "same", "open"]
Outdone = Literal["yes", "no", "cannot be told"]


@dataclass(frozen=True)
class CriterionValues:
    """One criterion with its value on each side, in their order, and what it adds to each sum."""

    criterion: Criterion
    values: tuple[Quantity, ...]

    @property
    def adds(self) -> tuple[Quantity, ...]:
        """What the criterion adds to the sum of each side: less is taken off where less is better."""
        sign = 1 if self.criterion.better == "more" else -1
        return tuple(value.scaled(sign * self.criterion.weight) for value in self.values)


@dataclass(frozen=True)
class Pair:
    """How the sum of one side stands to that of another (both by their number), and what the order rests on.

    `open` is an order that what is not known could turn; `parts` are those unknowns, the widest first. `to_be_above`
    and `to_be_below` are how many of them have to turn out so, at the least; None where they could not.
    """

    one: int
    other: int
    order: Order
    difference: Quantity
    parts: tuple[Part, ...]
    to_be_above: int | None
    to_be_below: int | None


@dataclass(frozen=True)
class Domination:
    """Whether one side (by number) is outdone by another: no better on any criterion, and worse on at least one."""

    side: int
    by: int
    outdone: Outdone


@dataclass(frozen=True)
class Weighed:
    """The result of criteria, with the criteria: nothing is ranked, and the sums stand in the order asked for."""

    criteria: Criteria
    values: tuple[CriterionValues, ...]
    sums: tuple[Quantity, ...]
    pairs: tuple[Pair, ...]
    dominations: tuple[Domination, ...]

    def outdone(self, side: int, word: Outdone = "yes") -> tuple[int, ...]:
        """By which sides one is outdone for certain, or of which that cannot be told."""
        return tuple(each.by for each in self.dominations if each.side == side and each.outdone == word)


def weigh(criteria: Criteria, sides: Sequence[Side], families: Families) -> Weighed:
    """Apply criteria to the sides of a comparison."""
    values = tuple(
        CriterionValues(each, tuple(count_criterion(each, side, families) for side in sides))
        for each in criteria.criteria
    )
    sums = tuple(add_up(each.adds[number] for each in values) for number in range(len(sides)))
    pairs = tuple(_pair(one, other, sums) for one, other in combinations(range(len(sides)), 2))
    numbers = range(len(sides))
    dominations = tuple(
        Domination(side, by, find_outdone(values, side, by)) for side in numbers for by in numbers if side != by
    )
    return Weighed(criteria, values, sums, pairs, dominations)


def find_outdone(values: Sequence[CriterionValues], side: int, by: int) -> Outdone:
    """Whether a side is no better than another on any criterion and worse on one; the weights have no say in it.

    What both rest on in the same way is left out; where known values do not decide it, it cannot be told.
    """
    better = [_ahead(each, by, side) for each in values]
    if any(gain.high < 0 for gain in better):
        return "no"
    if all(gain.low >= 0 for gain in better):
        if any(gain.low > 0 for gain in better):
            return "yes"
        if all(gain.high <= 0 for gain in better):
            return "no"
    return "cannot be told"


def _ahead(each: CriterionValues, one: int, other: int) -> Quantity:
    """How far one side is better than another on a criterion."""
    difference = subtract(each.values[one], each.values[other])
    return difference.scaled(1 if each.criterion.better == "more" else -1)


def _pair(one: int, other: int, sums: Sequence[Quantity]) -> Pair:
    difference = subtract(sums[one], sums[other])
    parts = tuple(sorted((p for p in difference.parts if p.span), key=lambda part: (-part.span, part.key)))
    order: Order = (
        "same" if difference.low == difference.high == 0 else
        "above" if difference.low > 0 else
        "below" if difference.high < 0 else "open"
    )  # fmt: skip
    above = _answers_needed(difference.low, parts, 1) if order == "open" else None
    below = _answers_needed(difference.high, parts, -1) if order == "open" else None
    return Pair(one, other, order, difference, parts if order == "open" else (), above, below)


def _answers_needed(worst: float, parts: Sequence[Part], sign: int) -> int | None:
    """How many unknowns have to turn out well, at the least, for a difference to have a sign in any case.

    Without a bound on the worst, every unbounded part has to be answered, and how far it goes is then not known.
    """
    unbounded = [part for part in parts if part.span == float("inf")]
    if unbounded:
        return None
    reached = accumulate((part.span for part in parts), initial=worst * sign)
    return next((count for count, value in enumerate(reached) if value > 0), None)
