"""At which level of government something stands: its own, its kind's, or that of the nearest unit that it is in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal, get_args

from orgmodel.graph import holds_on
from orgmodel.model import Board, Claim, Level, Model, Post, Slot, Unit

Placed = Level | Literal["not placed"]
LEVELS: tuple[Placed, ...] = (*get_args(Level), "not placed")


def level_of(model: Model, ident: str, day: dt.date) -> Placed:
    """The level of a unit, post or board (by id); `not placed` where the model does not say, or says two."""
    kinds = {kind.id: kind.level for kind in model.unit_kinds}
    seen: set[str] = set()
    nearest = _units(model, ident, day)
    while nearest:
        found = {unit.level or kinds.get(unit.kind) for unit in nearest} - {None}
        if found:
            return found.pop() or "not placed" if len(found) == 1 else "not placed"
        seen |= {unit.id for unit in nearest}
        above = {who for unit in nearest for who in _named(unit.part_of, day)} - seen
        nearest = _known_units(model, above)
    return "not placed"


def _units(model: Model, ident: str, day: dt.date) -> list[Unit]:
    """The unit itself, or those that a post or board is in; else those that a post heads."""
    record = model.by_id.get(ident)
    if isinstance(record, Unit):
        return [record]
    if not isinstance(record, (Post, Board)):
        return []
    inside = _known_units(model, _named(record.in_unit, day))
    return inside or [unit for unit in model.units if ident in _named(unit.head, day)]


def _named(slot: Slot[Claim], day: dt.date) -> set[str]:
    return {claim.who for claim in slot.known if claim.who and holds_on(claim, day)}


def _known_units(model: Model, idents: Iterable[str]) -> list[Unit]:
    found = (model.by_id.get(ident) for ident in sorted(idents))
    return [unit for unit in found if isinstance(unit, Unit)]
