"""What differs between two models, as a pure and sorted value that can be carried out again.

`apply_changes(a, diff(a, b)) == b`, and `diff(a, a)` is empty. It knows nothing of options: any two models will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgmodel.errors import OptionError, Place, Problem
from orgmodel.model import About, Claim, Lists, Model, Named, Record, Slot, Source

PLACES = {"Unit": "part_of", "Post": "in_unit", "StaffGroup": "in_unit"}
UNNAMED = ("passages", "holdings", "thresholds", "waivers")
LISTS = tuple(name for name in Lists.model_fields if name not in UNNAMED)


@dataclass(frozen=True)
class FieldChange:
    """One field of one record: what it said, and what it says now."""

    name: str
    before: Any
    after: Any

    @property
    def only_before(self) -> Any:
        """What it said, without what a list of records still says."""
        return _without(self.before, self.after)

    @property
    def only_after(self) -> Any:
        """What it says now, without what a list of records said before."""
        return _without(self.after, self.before)

    @property
    def claims_removed(self) -> tuple[Claim, ...]:
        """Where the field is a slot, the claims that are no longer made."""
        return _missing(self.before, self.after)

    @property
    def claims_added(self) -> tuple[Claim, ...]:
        """Where the field is a slot, the claims that are made now."""
        return _missing(self.after, self.before)


@dataclass(frozen=True)
class RecordChange:
    """A record that is in both models, with the fields that differ."""

    list: str
    id: str
    label: str
    title: str
    fields: tuple[FieldChange, ...]

    @property
    def closed(self) -> bool:
        """Whether it has become a thing of the past."""
        return any(field.name == "mode" and field.after == "past" for field in self.fields)

    @property
    def adopted(self) -> bool:
        """Whether it was a proposal or a plan and is there now."""
        modes = [(field.before, field.after) for field in self.fields if field.name == "mode"]
        return any(before in ("proposed", "planned") and after == "actual" for before, after in modes)

    @property
    def moved(self) -> Moved | None:
        """Its move, where a unit has another parent, or a post or a staff group another unit."""
        for field in self.fields:
            if field.name == PLACES.get(self.label):
                before, after = _named(field.before), _named(field.after)
                return Moved(self.label, self.id, self.title, before, after) if before != after else None
        return None


@dataclass(frozen=True, order=True)
class Moved:
    """That a unit, a post or a staff group is somewhere else; empty where the place is not known."""

    label: str
    id: str
    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Presence:
    """A record that only one of the two models has."""

    list: str
    id: str
    label: str
    title: str
    record: Named | Source


@dataclass(frozen=True)
class ListChange:
    """A list whose records have no ids, or the order of a list: what it held, and what it holds now."""

    list: str
    before: tuple[Any, ...]
    after: tuple[Any, ...]


@dataclass(frozen=True)
class Changes:
    """Everything that differs between two models. All of its parts are sorted by list and id."""

    about: tuple[FieldChange, ...] = ()
    removed: tuple[Presence, ...] = ()
    added: tuple[Presence, ...] = ()
    changed: tuple[RecordChange, ...] = ()
    lists: tuple[ListChange, ...] = ()
    order: tuple[ListChange, ...] = ()

    def __bool__(self) -> bool:
        return any((self.about, self.removed, self.added, self.changed, self.lists, self.order))

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """The units and posts that are somewhere else."""
        return tuple(sorted(move for change in self.changed if (move := change.moved)))


def _without(value: Any, other: Any) -> Any:
    parts = value if isinstance(value, tuple) else ()
    return tuple(part for part in parts if part not in other) if any(isinstance(x, Record) for x in parts) else value


def diff(before: Model, after: Model) -> Changes:
    """What to change in one model to have the other."""
    removed: list[Presence] = []
    added: list[Presence] = []
    changed: list[RecordChange] = []
    order: list[ListChange] = []
    for name in LISTS:
        old, new = ({record.id: record for record in getattr(model, name)} for model in (before, after))
        removed += [_presence(name, old[ident]) for ident in sorted(old.keys() - new.keys())]
        added += [_presence(name, new[ident]) for ident in sorted(new.keys() - old.keys())]
        changed += _changed(name, old, new)
        expected = _expected_order(list(old), set(new))
        if expected != tuple(new):
            order.append(ListChange(name, expected, tuple(new)))
    return Changes(
        about=_fields(before.about, after.about),
        removed=tuple(removed),
        added=tuple(added),
        changed=tuple(changed),
        lists=tuple(_unnamed(before, after)),
        order=tuple(order),
    )


def apply_changes(model: Model, changes: Changes) -> Model:
    """The other model again. Raises OptionError, naming each conflict, when this is not the model compared."""
    problems = list(_conflicts(model, changes))
    if problems:
        raise OptionError(problems)
    values: dict[str, Any] = {name: getattr(model, name) for name in Model.model_fields}
    for name in LISTS:
        values[name] = _list_after(name, values[name], changes)
    values |= {change.list: change.after for change in changes.lists}
    values["about"] = model.about.model_copy(update={field.name: field.after for field in changes.about})
    return Model.model_construct(**values)


def _list_after(name: str, records: Sequence[Named], changes: Changes) -> tuple[Named | Source, ...]:
    gone = {each.id for each in changes.removed if each.list == name}
    edits = {
        each.id: {field.name: field.after for field in each.fields} for each in changes.changed if each.list == name
    }
    kept: dict[str, Named | Source] = {
        each.id: each.model_copy(update=edits[each.id]) if each.id in edits else each
        for each in records
        if each.id not in gone
    }
    kept |= {each.id: each.record for each in changes.added if each.list == name}
    order = next((change.after for change in changes.order if change.list == name), tuple(kept))
    return tuple(kept[ident] for ident in order)


def _conflicts(model: Model, changes: Changes) -> Iterator[Problem]:
    for name in LISTS:
        there = {record.id: record for record in getattr(model, name)}
        for each in changes.removed:
            if each.list == name and there.get(each.id) != each.record:
                yield _conflict(each.id, "it is to be removed, and is another here or not there")
        for each in changes.added:
            if each.list == name and each.id in there:
                yield _conflict(each.id, "it is to be added, and is there already")
        for change in changes.changed:
            if change.list == name:
                yield from _field_conflicts(change, there.get(change.id))
    for listed in changes.lists:
        if getattr(model, listed.list) != listed.before:
            yield _conflict(listed.list, "this list is not the one that was compared")


def _field_conflicts(change: RecordChange, record: Record | None) -> Iterator[Problem]:
    for field in change.fields:
        if record is None or getattr(record, field.name) != field.before:
            yield _conflict(change.id, f"its '{field.name}' is not what it was when the models were compared")


def _conflict(ident: str, what: str) -> Problem:
    return Problem(Place(), f"'{ident}': {what}", "compare the models again; nothing was changed")


def diff_named(name: str, before: Sequence[Named], after: Sequence[Named]) -> list[RecordChange]:
    """What differs in the records of one list that both have, by id."""
    return _changed(name, *({record.id: record for record in records} for records in (before, after)))


def _changed(name: str, old: dict[str, Any], new: dict[str, Any]) -> list[RecordChange]:
    found = []
    for ident in sorted(old.keys() & new.keys()):
        if fields := _fields(old[ident], new[ident]):
            found.append(RecordChange(name, ident, type(new[ident]).__name__, new[ident].title, fields))
    return found


def _fields(before: Record | About, after: Record | About) -> tuple[FieldChange, ...]:
    if before is after:
        return ()
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in sorted(type(before).model_fields)]
    return tuple(FieldChange(name, old, new) for name, old, new in pairs if old != new)


def _presence(name: str, record: Named | Source) -> Presence:
    return Presence(name, record.id, type(record).__name__, record.title, record)


def _expected_order(old: list[str], new: set[str]) -> tuple[str, ...]:
    """Records that stay keep their order, and new ones follow by id: anything else is told apart in `order`."""
    kept = [ident for ident in old if ident in new]
    return (*kept, *sorted(new - set(kept)))


def _unnamed(before: Model, after: Model) -> Iterator[ListChange]:
    for name in UNNAMED:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield ListChange(name, old, new)


def _missing(one: Any, other: Any) -> tuple[Claim, ...]:
    if not (isinstance(one, Slot) and isinstance(other, Slot)):
        return ()
    return tuple(claim for claim in one.claims if claim not in other.claims)


def _named(slot: Slot[Claim]) -> tuple[str, ...]:
    """Who or what a slot names as a fact of today, sorted."""
    return tuple(sorted({claim.who for claim in slot.known if claim.mode == "actual" and claim.who}))
