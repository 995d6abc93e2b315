"""Carries out what the model holds as proposed or planned: records, and single slots of things that are there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from orgmodel.model import Claim, Fact, Model, Named, Record, Slot
from orgmodel.options.apply_structure import Handler
from orgmodel.options.changes import Adopt, AdoptedSlot
from orgmodel.options.claims import current
from orgmodel.options.closing import closed_by
from orgmodel.options.draft import Draft
from orgmodel.options.held import variety

ARecord = TypeVar("ARecord", bound=Record)
IsThere = Callable[[str], bool]
PROPOSED = ("proposed", "planned")
SILENT = ("none", "unclear", "not_stated")


def adopt(draft: Draft, change: Adopt) -> None:
    """Make things and slots actual; complain of what is no proposal, and of what names a thing that is not there."""
    ends = {closed_by(other) for other in draft.option.changes}

    def is_there(ident: str) -> bool:
        record = draft.find(ident)
        return (
            record is not None and ident not in ends and (ident in draft.option.adopted or record.mode not in PROPOSED)
        )

    for number, ident in enumerate(change.things):
        _adopt_thing(draft, ident, number, is_there)
    for number, named in enumerate(change.claims):
        _adopt_slot(draft, named, number, is_there)


def tell_left(after: Model, change: Adopt) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What an adopted thing leaves as a proposal, and nothing answers instead: the thing, the slot, whom it names."""
    for ident in change.things:
        record = after.by_id[ident]
        for name, slot in record:
            if isinstance(slot, Slot) and not current(slot, after.about.as_of):
                left = sorted(claim.who for claim in slot.known if claim.who and claim.mode in PROPOSED)
                if left:
                    yield ident, name, tuple(left)


def _adopt_thing(draft: Draft, ident: str, number: int, is_there: IsThere) -> None:
    record = draft.get(ident)
    if draft.label(ident) == "Stage":
        draft.complain(f"{draft.title(ident)} is a part of a process", "adopt the process", "things", number)
    elif record.mode not in PROPOSED:
        what = f"{draft.title(ident)} is {record.mode} in the model, and not proposed or planned"
        draft.complain(what, "leave it out; it may have been adopted already", "things", number)
    elif draft.says(ident, "adopting"):
        draft.put(_made_actual(record, draft.day, is_there))


def _adopt_slot(draft: Draft, named: AdoptedSlot, number: int, is_there: IsThere) -> None:
    record = draft.get(named.thing)
    if named.thing in draft.option.adopted:
        what = f"{draft.title(named.thing)} is adopted as a whole"
        draft.complain(what, "leave the slot out of 'claims'", "claims", number)
        return
    value: Any = getattr(record, named.slot, None) if named.slot in type(record).model_fields else None
    proposed = [part for part in _facts(value) if part.mode in PROPOSED]
    missing = sorted(part.who for part in proposed if isinstance(part, Claim) and part.who and not is_there(part.who))
    if record.mode in PROPOSED:
        what = f"{draft.title(named.thing)} is itself only {record.mode}"
        draft.complain(what, "name it in 'things'", "claims", number)
    elif not proposed:
        what = f"nothing is proposed or planned in '{named.slot}' of {draft.title(named.thing)}"
        draft.complain(what, f"slots with a proposal: {_slots_with_one(record)}", "claims", number)
    elif missing:
        ends = missing[0] in {closed_by(other) for other in draft.option.changes}
        why, hint = (
            ("and that ends", "leave one of the two out")
            if ends
            else ("only a proposal", f"adopt '{missing[0]}' as well")
        )
        what = f"'{named.slot}' of {draft.title(named.thing)} would name {draft.title(missing[0])}, {why}"
        draft.complain(what, hint, "claims", number)
    elif draft.says(named.thing, named.slot, "adopting"):
        draft.put(record.model_copy(update={named.slot: _adopted(value, draft.day)}))


def _adopted(value: Slot[Claim] | Fact, day: dt.date) -> Record:
    """A slot with its proposals made actual, in place of silence about the same; or a value made actual."""
    if not isinstance(value, Slot):
        return _made_actual(value, day, lambda _: True)
    answered = {variety(claim) for claim in value.known if claim.mode in PROPOSED}
    silent = [each for each in current(value, day) if each.state in SILENT and variety(each) in answered]
    kept = tuple(claim for claim in value.claims if claim not in silent)
    return _made_actual(value.model_copy(update={"claims": kept}), day, lambda _: True)


def _made_actual(record: ARecord, day: dt.date, is_there: IsThere) -> ARecord:
    """A record and all its parts as facts of today, apart from claims about things that are not there."""
    if isinstance(record, Claim) and record.who and not is_there(record.who):
        return record
    update = {name: _inside(value, day, is_there) for name, value in record if isinstance(value, (Record, tuple))}
    if isinstance(record, Fact) and record.mode in PROPOSED:
        update["mode"] = "actual"
        if record.start and record.start.earliest and record.start.earliest > day:
            update["start"] = None
    return record.model_copy(update=update)


def _inside(value: Any, day: dt.date, is_there: IsThere) -> Any:
    if isinstance(value, Record):
        return _made_actual(value, day, is_there)
    return tuple(_inside(part, day, is_there) for part in value) if isinstance(value, tuple) else value


def _facts(value: object) -> tuple[Fact, ...]:
    if isinstance(value, Slot):
        return value.claims
    return (value,) if isinstance(value, Fact) else ()


def _slots_with_one(record: Named) -> str:
    found = [name for name, value in record if any(part.mode in PROPOSED for part in _facts(value))]
    return ", ".join(found) or "none"


HANDLERS: Mapping[type, Handler] = {Adopt: adopt}
