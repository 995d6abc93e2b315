"""Who gains and who loses which responsibilities: each post, unit and board before and after, with the paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.graph import holds_on
from orgmodel.model import Board, Claim, Model, Post, Unit
from orgmodel.options.held import variety
from orgmodel.options.plan_values import Name

PARTS = ("accountable", "responsible")
Key = tuple[str, str, str]
"""A responsibility, whether one answers for it or does the work, and the chain."""


@dataclass(frozen=True)
class Duty:
    """One responsibility that a holder gains, loses or keeps: as what, in which chain, on which paragraphs.

    `others` are those who hold it on the other side: who had it before, of what is gained; who has it then, of what is
    lost. `ends` says that the responsibility is not there on the other side.
    """

    thing: Name
    part: str
    chain: str
    cites: tuple[str, ...]
    basis: str
    others: tuple[Name, ...] = ()
    ends: bool = False


@dataclass(frozen=True)
class DutyShift:
    """One holder whose responsibilities differ: what it gains and loses, and how many it has on each side.

    `within` is true of a unit taken together with the posts right in it: what only passes between them is no shift.
    """

    holder: Name
    label: str
    within: bool
    gains: tuple[Duty, ...]
    loses: tuple[Duty, ...]
    before: tuple[Name, ...]
    after: tuple[Name, ...]


@dataclass(frozen=True)
class _Held:
    """Which claims hold what, by holder, and by unit with its posts."""

    model: Model
    by_holder: dict[str, dict[Key, Claim]]
    by_unit: dict[str, dict[Key, Claim]]

    def holders(self, key: Key) -> tuple[Name, ...]:
        found = [holder for holder, held in self.by_holder.items() if key in held]
        return tuple(sorted(Name(ident, self.model.title_of(ident)) for ident in found))


def find_duty_shifts(model: Model, after: Model) -> tuple[DutyShift, ...]:
    """Every holder whose responsibilities differ, then every unit taken with its posts; each by title.

    A unit whose posts have no part in what shifts is told once, by itself.
    """
    old, new = _hold(model), _hold(after)
    alone = {shift.holder: shift for shift in _shifts(old, new, False)}
    whole = [shift for shift in _shifts(old, new, True) if not _is_told(shift, alone.get(shift.holder))]
    shifts = [*alone.values(), *whole]
    return tuple(sorted(shifts, key=lambda shift: (shift.within, shift.holder.title, shift.holder.id)))


def _shifts(old: _Held, new: _Held, within: bool) -> Iterator[DutyShift]:
    before, after = (held.by_unit if within else held.by_holder for held in (old, new))
    for holder in sorted(before.keys() | after.keys()):
        had, has = before.get(holder, {}), after.get(holder, {})
        if had.keys() != has.keys():
            model = new.model if holder in new.model.by_id else old.model
            yield DutyShift(
                Name(holder, model.title_of(holder)),
                model.label_of.get(holder, ""),
                within,
                tuple(_duty(key, claim, new, old) for key, claim in sorted(has.items()) if key not in had),
                tuple(_duty(key, claim, old, new) for key, claim in sorted(had.items()) if key not in has),
                _names(had, old.model),
                _names(has, new.model),
            )


def _is_told(shift: DutyShift, alone: DutyShift | None) -> bool:
    """Whether a unit with its posts gains and loses no other thing than the unit by itself."""
    return alone is not None and (shift.gains, shift.loses) == (alone.gains, alone.loses)


def _duty(key: Key, claim: Claim, side: _Held, other: _Held) -> Duty:
    thing = Name(key[0], side.model.title_of(key[0]))
    record = other.model.by_id.get(key[0])
    ends = record is None or not holds_on(record, other.model.about.as_of)
    return Duty(thing, key[1], key[2], claim.cites, claim.basis, other.holders(key), ends)


def _names(held: dict[Key, Claim], model: Model) -> tuple[Name, ...]:
    return tuple(sorted({Name(ident, model.title_of(ident)) for ident, _, _ in held}))


def _hold(model: Model) -> _Held:
    by_holder: dict[str, dict[Key, Claim]] = defaultdict(dict)
    by_unit: dict[str, dict[Key, Claim]] = defaultdict(dict)
    day = model.about.as_of
    for duty in model.responsibilities:
        if not holds_on(duty, day):
            continue
        for part in PARTS:
            for claim in getattr(duty, part).claims:
                if claim.who and holds_on(claim, day):
                    key = (duty.id, part, variety(claim))
                    by_holder[claim.who].setdefault(key, claim)
                    for unit in _units_of(model, claim.who):
                        by_unit[unit].setdefault(key, claim)
    return _Held(model, by_holder, by_unit)


def _units_of(model: Model, holder: str) -> list[str]:
    record = model.by_id.get(holder)
    if isinstance(record, Unit):
        return [holder]
    if isinstance(record, (Post, Board)):
        return [claim.who for claim in record.in_unit.claims if claim.who and holds_on(claim, model.about.as_of)]
    return []
