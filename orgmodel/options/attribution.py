"""From a difference back to the change of the option that made it, so that a plan can give the reason."""

from __future__ import annotations

from collections.abc import Collection

from orgmodel.options.apply_closing import closed_by
from orgmodel.options.changes import AnyChange, Require
from orgmodel.options.changeset import Changeset, created_by
from orgmodel.options.operands import Operand, Ref, ids_in


def find_change(changeset: Changeset, ident: str, field: str, gone: Collection[str] = ()) -> int | None:
    """The number of the change that made this field of this thing differ, or None when it follows from several.

    `gone` are those who no longer fill the field: what passes on with 'the rest of' is found through its giver.
    """
    for number, change in enumerate(changeset.changes):
        if field in change.fields and (ident in _subjects(change) or _giver(change) in gone):
            return number
    for number, change in enumerate(changeset.changes):
        if (created := created_by(change)) and created.id == ident:
            return number
        closed = closed_by(change)
        if closed is not None and (closed == ident or closed in gone or ident in _moved_to(change)):
            return number
        if isinstance(change, Require) and field == "requirements":
            return number
    return None


def _subjects(change: AnyChange) -> set[str]:
    """The ids that a change is about, apart from where things go."""
    found: set[str] = set()
    for name, field in type(change).model_fields.items():
        if any(isinstance(mark, Ref) and not mark.destination for mark in field.metadata):
            value = getattr(change, name)
            found |= set() if isinstance(value, Operand) else set(ids_in(value))
    return found


def _giver(change: AnyChange) -> str | None:
    which = getattr(change, "responsibilities", None)
    return which.rest_of if which else None


def _moved_to(change: AnyChange) -> set[str]:
    return {move.to.who for move in getattr(change, "moves", ()) if move.to.who}
