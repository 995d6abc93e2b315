"""Carries out what puts back: fields as they were, holders as they were, and things that are taken out again."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from pydantic import ValidationError

from orgmodel.model import LINKS_BY_LABEL, Claim, Named, Slot
from orgmodel.options.apply_structure import Handler
from orgmodel.options.changes import Restore, RestoreHolders, Withdraw
from orgmodel.options.draft import Draft


def restore(draft: Draft, change: Restore) -> None:
    """Give fields of a record the values written in the change; each has to be a value that the field may have."""
    record = draft.get(change.thing)
    names = {field.alias or name: name for name, field in type(record).model_fields.items() if name != "id"}
    unknown = [name for name in change.was if name not in names]
    for name in unknown:
        near = difflib.get_close_matches(name, names, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "leave it out"
        draft.complain(f"{draft.title(change.thing)} has no field '{name}'", hint, "was", name)
    if unknown or not all(draft.says(change.thing, names[name]) for name in change.was):
        return
    try:
        whole = type(record).model_validate(record.model_dump(by_alias=True) | change.was)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            path = [step for step in each["loc"] if isinstance(step, (str, int))]
            draft.complain(f"{draft.title(change.thing)} cannot be restored: {each['msg']}", "", "was", *path)
        return
    draft.put(record.model_copy(update={names[name]: getattr(whole, names[name]) for name in change.was}))


def restore_holders(draft: Draft, change: RestoreHolders) -> None:
    """Let those hold a post who held it before."""
    wrong = {each.post for each in change.holdings} - {change.post}
    if wrong:
        draft.complain(f"the holders are of {draft.title(change.post)}, and {min(wrong)} is named", "", "holdings")
    elif draft.says(change.post, "holders"):
        draft.hold([*(each for each in draft.holdings if each.post != change.post), *change.holdings])


def withdraw(draft: Draft, change: Withdraw) -> None:
    """Take a thing out again. Whatever still refers to it is in the way (see `check_withdrawn`)."""
    if draft.label(change.thing) in ("Stage", None):
        draft.complain(f"{draft.title(change.thing)} is a part of a process", "restore the process instead", "thing")
    elif draft.says(change.thing, "closing"):
        draft.remove(change.thing)


def check_withdrawn(draft: Draft) -> None:
    """Complain of everything that still refers to what was taken out: nothing may be left dangling."""
    gone = {change.thing: number for number, change in enumerate(draft.option.changes) if isinstance(change, Withdraw)}
    gone = {ident: number for ident, number in gone.items() if draft.find(ident) is None}
    for ident, number in gone.items():
        draft.number = number
        for name in _referring(draft, ident):
            what = f"'{ident}' cannot be taken out: {name} refers to it"
            draft.complain(what, "put that back as well, or close the thing instead", "thing")


def _referring(draft: Draft, ident: str) -> list[str]:
    found = []
    for label, record in draft.labelled():
        slots: list[Slot[Claim]] = [getattr(record, link.field) for link in LINKS_BY_LABEL.get(label, ())]
        if any(claim.who == ident for slot in slots for claim in slot.claims):
            found.append(f"{draft.title(record.id)}")
    found += [f"the holding of {each.person}" for each in draft.holdings if ident in (each.post, each.person)]
    return found


def dump_field(record: Named, name: str) -> object:
    """One field of a record as plain values, as it is written in definitions."""
    alias = type(record).model_fields[name].alias or name
    plain: object = record.model_dump(mode="json", by_alias=True, include={name})[alias]
    return plain


def alias_of(record: Named, name: str) -> str:
    """What a field is called in definitions."""
    return type(record).model_fields[name].alias or name


HANDLERS: Mapping[type, Handler] = {Restore: restore, RestoreHolders: restore_holders, Withdraw: withdraw}

__all__ = ["HANDLERS", "alias_of", "check_withdrawn", "dump_field"]
