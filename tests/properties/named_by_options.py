"""Every id that an option may have to do with, named in it or not: what is on what it ends, moves or hands on."""

from __future__ import annotations

from typing import Any

from orgmodel.model import Model, Slot
from orgmodel.options import Changeset
from orgmodel.options.apply_structure import find_inside
from orgmodel.options.changes import Adopt, MoveUnit, Only, Require, Restore, RestoreHolders, Transfer, Withdraw
from orgmodel.options.closing import closing_in


def mentioned(model: Model, option: Changeset) -> set[str]:
    """The ids in the option, and those beside the things that it ends, empties, puts back or takes as a whole."""
    found = _written(option.model_dump(by_alias=True, exclude={"id", "title", "model"}, warnings=False))
    whole = {closing.ident for closing in map(closing_in, option.changes) if closing}
    for change in option.changes:
        match change:
            case Only() | RestoreHolders():
                whole.add(change.post)
            case Transfer() if change.responsibilities.rest_of:
                whole.add(change.responsibilities.rest_of)
            case Restore() | Withdraw():
                whole.add(change.thing)
            case Adopt():
                whole |= {*change.things, *(each.thing for each in change.claims)}
            case MoveUnit():
                found |= _inside(model, change.unit)
            case Require():
                found |= {ident for unit in change.of for ident in _inside(model, unit)}
    return found.union(whole, *(_beside(model, ident) for ident in whole))


def _written(whole: Any) -> set[str]:
    """Every text in a value that ends in a number, as the ids of random models do."""
    found: set[str] = set()
    waiting = [whole]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, (list, tuple)):
            waiting += value
        elif isinstance(value, str):
            found |= {value} | ({value.partition(".")[0]} if "." in value else set())
    return {ident for ident in found if ident[-1:].isdigit() or ident == "department"}


def _inside(model: Model, ident: str) -> set[str]:
    return set(find_inside(list(model.labelled()), ident, model.about.as_of))


def _beside(model: Model, ident: str) -> set[str]:
    """What a thing names in its slots, and what names it in theirs; who holds it, and what it is held by."""
    found: set[str] = set()
    for _, record in model.labelled():
        named = {claim.who for _, slot in record if isinstance(slot, Slot) for claim in slot.claims if claim.who}
        if record.id == ident:
            found |= named
        elif ident in named:
            found.add(record.id)
    return found | {
        end for each in model.holdings for end in (each.post, each.person) if ident in (each.post, each.person)
    }
