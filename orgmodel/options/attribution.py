"""From a difference back to the change of the option that made it, so that a plan can give the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from orgmodel.options.changes import Adopt, AnyChange, Only, Precedence, Require, Transfer, Withdraw
from orgmodel.options.changeset import Changeset, created_by
from orgmodel.options.closing import Closing, closing_in
from orgmodel.options.diff import Changes, FieldChange, RecordChange
from orgmodel.options.operands import Operand, Ref, Which, ids_in


def find_change(changeset: Changeset, ident: str, field: str, gone: Collection[str] = ()) -> int | None:
    """The number of the change that made this field of this thing differ, or None when it follows from several.

    `gone` are those who no longer fill the field: what passes on with 'the rest of' is found through its giver.
    """
    for number, change in enumerate(changeset.changes):
        if field in change.sets and (ident in _subjects(change, field) or _giver(change) in gone):
            return number
    for number, change in enumerate(changeset.changes):
        created = created_by(change)
        if created and (created.id == ident or ident in {stage.id for stage in getattr(created, "stages", ())}):
            return number
        if isinstance(change, Adopt) and (ident in change.things or (ident, field) in _slots(change)):
            return number
        closing = closing_in(change)
        if closing and (closing.ident == ident or closing.ident in gone or ident in _moved_to(closing)):
            return number
        if isinstance(change, Withdraw) and change.thing == ident:
            return number
        if isinstance(change, Require) and field == "requirements":
            return number
    return None


def number_fields(changeset: Changeset, changes: Changes) -> Iterator[tuple[RecordChange, FieldChange, int | None]]:
    """Each field that the option makes differ, with the number of the change that does so, from 0; names that go on as
    aliases apart."""
    for each in changes.changed:
        for field in each.fields:
            if field.name != "aliases":
                removed = [claim.who for claim in field.claims_removed if claim.who]
                yield each, field, find_change(changeset, each.id, field.name, removed)


def _subjects(change: AnyChange, field: str) -> set[str]:
    """The ids that a change is about in one field, apart from where things go."""
    if isinstance(change, Transfer) and field == "in_unit":
        return set(change.posts)
    found: set[str] = set()
    for name, info in type(change).model_fields.items():
        if any(isinstance(mark, Ref) and not mark.destination for mark in info.metadata):
            value = getattr(change, name)
            found |= set() if isinstance(value, Operand) else set(ids_in(value))
        elif isinstance(value := getattr(change, name), Which):
            found |= set(ids_in(value))
    return found | ({change.to.who} if isinstance(change, Precedence) and change.to.who else set())


def _slots(change: Adopt) -> set[tuple[str, str]]:
    return {(each.thing, each.slot) for each in change.claims}


def _giver(change: AnyChange) -> str | None:
    """Who gives up what is not named one by one: the rest, or all else that a post has."""
    if isinstance(change, Only):
        return change.post
    return change.responsibilities.rest_of if isinstance(change, Transfer) else None


def _moved_to(closing: Closing) -> set[str]:
    rest = closing.rest.named if closing.rest else ()
    return {move.to.who for move, _ in closing.moves if move.to.who} | {*rest, *closing.heirs}
