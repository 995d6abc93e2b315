"""What options cost, once and again and again: each line, and sums as ranges that say what is not known or not in them.

What is not stated is not known: it is never nought, and never left out of a sum without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from orgmodel.options.changeset import Benefit, Changeset, Cost
from orgmodel.options.disruption import amount_as_quantity
from orgmodel.options.including import reached
from orgmodel.options.quantity import Quantity, add_up, not_given

CostKind = Literal["one_off", "recurring"]
COST_KINDS: tuple[CostKind, ...] = ("one_off", "recurring")
POUNDS = "pounds"
NOTHING = "Doing nothing changes nothing of what is spent today."


@dataclass(frozen=True)
class CostLine:
    """One cost, and the option that states it: the option itself, or one that it includes or requires."""

    option: str
    cost: Cost


@dataclass(frozen=True)
class BenefitLine:
    """One benefit, and the option that states it."""

    option: str
    benefit: Benefit


@dataclass(frozen=True)
class CostSum:
    """All costs of one kind in one unit of money or staff, and which lines are stated in another unit."""

    kind: CostKind
    unit: str
    quantity: Quantity
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bill:
    """The costs and benefits of an option with all that it includes or requires. `nothing` is doing nothing."""

    option: str
    lines: tuple[CostLine, ...] = ()
    benefits: tuple[BenefitLine, ...] = ()
    silent: tuple[tuple[str, CostKind], ...] = ()
    nothing: bool = False

    @property
    def units(self) -> tuple[str, ...]:
        """The units in which its costs are stated, pounds first."""
        found = {line.cost.unit for line in self.lines if line.cost.amount.known}
        return tuple(sorted(found | {POUNDS}, key=lambda unit: (unit != POUNDS, unit)))

    @property
    def sums(self) -> tuple[CostSum, ...]:
        """Every kind in every unit that is used for it; pounds always."""
        return tuple(self.sum_of(kind, unit) for kind in COST_KINDS for unit in self._units_of(kind))

    def _units_of(self, kind: CostKind) -> tuple[str, ...]:
        used = {line.cost.unit for line in self.lines if line.cost.kind == kind}
        return tuple(unit for unit in self.units if unit in used or (unit == POUNDS and not used))

    def sum_of(self, kind: CostKind, unit: str = POUNDS) -> CostSum:
        """The sum of one kind in one unit: not given where nothing of the kind is stated, or only in another unit."""
        if self.nothing:
            return CostSum(kind, unit, Quantity(note=NOTHING))
        mine = [line for line in self.lines if line.cost.kind == kind]
        counted = [self._line(line) for line in mine if line.cost.unit == unit]
        others = tuple(line.cost.what for line in mine if line.cost.unit != unit)
        counted += [
            not_given(f"cost:{option}:{kind}", f"{option} does not state what it costs {say_kind(kind)}")
            for option, silent in self.silent
            if silent == kind
        ]
        if not counted:
            why = f"Its costs {say_kind(kind)} are stated in another unit than {unit}"
            counted = [not_given(f"cost:{self.option}:{kind}:{unit}", why)]
        whole = add_up(counted)
        note = f"Not in this sum, as stated in another unit: {', '.join(others)}." if others else ""
        return CostSum(kind, unit, Quantity(whole.fixed, whole.parts, note), others)

    @staticmethod
    def _line(line: CostLine) -> Quantity:
        key = f"cost:{line.option}:{line.cost.kind}:{line.cost.what}"
        return amount_as_quantity(key, line.cost.what, line.cost.amount)


def find_bill(option: Changeset | None, options: Mapping[str, Changeset]) -> Bill:
    """The bill of an option, with what the options that it includes or requires state; None is doing nothing."""
    if option is None:
        return Bill("", nothing=True)
    parts = [option, *_with(option, options)]
    return Bill(
        option.id,
        tuple(CostLine(part.id, cost) for part in parts for cost in part.costs),
        tuple(BenefitLine(part.id, benefit) for part in parts for benefit in part.benefits),
        tuple(
            (part.id, kind)
            for part in parts
            for kind in COST_KINDS
            if not any(cost.kind == kind for cost in part.costs)
        ),
    )


def _with(option: Changeset, options: Mapping[str, Changeset]) -> Iterator[Changeset]:
    both = {**options, option.id: option}
    idents = reached(option.id, "includes", both) | reached(option.id, "requires", both)
    yield from (options[ident] for ident in sorted(idents - {option.id}) if ident in options)


def say_kind(kind: CostKind) -> str:
    """`once` or `again and again`."""
    return "once" if kind == "one_off" else "again and again"
