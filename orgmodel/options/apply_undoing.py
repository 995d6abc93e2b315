"""Carries out what puts back: fields as they were, holders as they were, and things that are taken out again."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from orgmodel.model import LINKS_BY_LABEL, Claim, Named, Process, Slot
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
    for number, change in enumerate(draft.option.changes):
        if isinstance(change, Withdraw) and draft.find(change.thing) is None:
            draft.number = number
            whole = draft.model.by_id.get(change.thing)
            stages = [stage.id for stage in whole.stages] if isinstance(whole, Process) else []
            for name in dict.fromkeys(_referring(draft, {change.thing, *stages})):
                what = f"'{change.thing}' cannot be taken out: {name} refers to it"
                draft.complain(what, "put that back as well, or close the thing instead", "thing")


def check_restored(draft: Draft) -> None:
    """Complain of whatever a thing was put back to name that is not there, or is of another kind."""
    for number, change in enumerate(draft.option.changes):
        draft.number = number
        if isinstance(change, Restore) and draft.find(change.thing) is not None:
            for ident, field, targets in _named_in(draft, change.thing):
                if draft.label(ident) not in targets:
                    what = (
                        f"{draft.title(change.thing)} cannot name '{ident}' again: there is no such {_kinds(targets)}"
                    )
                    draft.complain(what, "restore that first, or name another", "was", field)
        for place, each in enumerate(change.holdings if isinstance(change, RestoreHolders) else ()):
            if draft.label(each.person) != "Person":
                what = f"no Person has the id '{each.person}'"
                draft.complain(what, "check the id, or restore the person first", "holdings", place, "person")


def _named_in(draft: Draft, ident: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What a thing, and each stage in it, names: the id, the field of the thing, and of what kinds it may be."""
    record = draft.get(ident)
    for link in LINKS_BY_LABEL.get(draft.label(ident) or "", ()):
        yield from ((claim.who, link.field, link.targets) for claim in getattr(record, link.field).known)
    for stage in record.stages if isinstance(record, Process) else ():
        for link in LINKS_BY_LABEL["Stage"]:
            yield from ((claim.who, "stages", link.targets) for claim in getattr(stage, link.field).known)


def _kinds(targets: tuple[str, ...]) -> str:
    return " or ".join(targets) if len(targets) <= 3 else "thing"


def _referring(draft: Draft, gone: set[str]) -> Iterator[str]:
    """What names any of these: a slot, a holding, a figure, a rule of the model."""
    for label, record in draft.labelled():
        slots: list[Slot[Claim]] = [getattr(record, link.field) for link in LINKS_BY_LABEL.get(label, ())]
        if any(claim.who in gone for slot in slots for claim in slot.claims):
            yield draft.title(record.id)
    yield from (f"the holding of {each.person}" for each in draft.holdings if gone & {each.post, each.person})
    model = draft.model
    yield from (f"'{each.title}' ({each.id})" for each in model.figures if each.about in gone)
    yield from (f"'{each.title}' ({each.id})" for each in model.required_roles if each.unit in gone)
    yield from (f"'{each.title}' ({each.id})" for each in model.principles if gone.intersection(each.about))
    yield from (f"'{each.title}' ({each.id})" for each in model.ruled_out if gone.intersection(each.things))
    yield from (["the model, as its organisation"] if model.about.organisation in gone else [])


def dump_field(record: Named, name: str) -> object:
    """One field of a record as plain values, as it is written in definitions."""
    alias = type(record).model_fields[name].alias or name
    plain: object = record.model_dump(mode="json", by_alias=True, include={name})[alias]
    return plain


def alias_of(record: Named, name: str) -> str:
    """What a field is called in definitions."""
    return type(record).model_fields[name].alias or name


HANDLERS: Mapping[type, Handler] = {Restore: restore, RestoreHolders: restore_holders, Withdraw: withdraw}

__all__ = ["HANDLERS", "alias_of", "check_restored", "check_withdrawn", "dump_field"]
