"""Amounts of which a part is not known: a fixed part, and each unknown by name with how far it could move the whole.

An unknown is never nought: what has no known limit is without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf


@dataclass(frozen=True)
class Part:
    """Something not known, in words, and between which bounds it adds to a value (infinite where there is no bound).

    Two values with a part of one key rest on the same unknown: however it turns out, it is the same for both.
    `things` are the ids that it is about.
    """

    key: str
    what: str
    low: float
    high: float
    things: frozenset[str] = frozenset()

    @property
    def span(self) -> float:
        """How far it could move a value."""
        return self.high - self.low

    def scaled(self, factor: float) -> Part:
        """The part in another measure; the bounds change places where the factor is negative."""
        low, high = sorted((_times(self.low, factor), _times(self.high, factor)))
        return replace(self, low=low, high=high)


@dataclass(frozen=True)
class Quantity:
    """A number, an interval, or something that cannot be given. `note` says why there is none, or what is not in it."""

    fixed: float = 0.0
    parts: tuple[Part, ...] = ()
    note: str = ""

    @property
    def low(self) -> float:
        """The lowest that it can be, minus infinity where nothing bounds it."""
        return self.fixed + sum(part.low for part in self.parts)

    @property
    def high(self) -> float:
        """The highest that it can be, infinite where nothing bounds it."""
        return self.fixed + sum(part.high for part in self.parts)

    @property
    def known(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    @property
    def given(self) -> bool:
        """Whether anything is known of it: at least one bound."""
        return self.low != -inf or self.high != inf

    def scaled(self, factor: float) -> Quantity:
        """The quantity times a number; by nought it is nought, also where it is not known."""
        if factor == 0:
            return Quantity(note=self.note)
        return Quantity(self.fixed * factor, tuple(part.scaled(factor) for part in self.parts), self.note)


def not_given(key: str, why: str, things: Iterable[str] = ()) -> Quantity:
    """A quantity of which nothing is known, and why."""
    return Quantity(0.0, (Part(key, why, -inf, inf, frozenset(things)),), why)


def add_up(found: Iterable[Quantity]) -> Quantity:
    """The sum of quantities; a part that several have under one key is one unknown, and moves all of them together.

    Where one of them cannot be given, neither can the sum.
    """
    fixed, parts = 0.0, dict[str, Part]()
    for quantity in found:
        fixed += quantity.fixed
        for part in quantity.parts:
            parts[part.key] = _merged(parts[part.key], part) if part.key in parts else part
    return Quantity(fixed, tuple(parts.values()))


def subtract(one: Quantity, other: Quantity) -> Quantity:
    """How far one is above another; what both rest on in the same way is left out, as it moves neither of them."""
    theirs = {part.key: part for part in other.parts}
    same = {part.key for part in one.parts if part.key in theirs and _alike(part, theirs[part.key])}
    mine = [part for part in one.parts if part.key not in same]
    against = [
        replace(part, low=-part.high, high=-part.low, key=f"-{part.key}")
        for part in other.parts
        if part.key not in same
    ]
    return Quantity(one.fixed - other.fixed, (*mine, *against))


def _alike(one: Part, other: Part) -> bool:
    """Unknowns without a bound never cancel: nothing says that they are equal."""
    return (one.low, one.high) == (other.low, other.high) and inf not in (one.high, -one.low)


def _merged(one: Part, other: Part) -> Part:
    return replace(one, low=one.low + other.low, high=one.high + other.high, things=one.things | other.things)


def _times(bound: float, factor: float) -> float:
    return 0.0 if bound == 0 else bound * factor
