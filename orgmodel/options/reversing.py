"""The option that undoes an option: it puts back what was and takes out what was created, and says why of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from orgmodel.model import Holding, Model, Named
from orgmodel.options.apply import apply
from orgmodel.options.apply_undoing import alias_of, dump_field
from orgmodel.options.attribution import find_change
from orgmodel.options.changes import AnyChange, Restore, RestoreHolders, Withdraw
from orgmodel.options.changeset import Changeset
from orgmodel.options.diff import RecordChange, diff

ANY_CHANGE: TypeAdapter[AnyChange] = TypeAdapter(AnyChange)
MOST = 100
"""How long an id may become before its tail is cut: an id has at most 120 characters."""


def reverse(model: Model, changeset: Changeset) -> Changeset:
    """An option over the option's model that gives the baseline again. Raises OptionError where the option fails."""
    after = apply(model, changeset)
    changes = diff(model, after)
    undone: list[AnyChange] = [_restore(changeset, model.by_id[each.id], each) for each in changes.changed]
    undone += _restore_holders(changeset, model, after)
    for removed in changes.removed:
        undone += _create_again(changeset, model.by_id[removed.id])
    for added in changes.added:
        number = find_change(changeset, added.id, "")
        undone.append(Withdraw(do="withdraw", because=_because(changeset, number), thing=added.id))
    return Changeset(
        id=f"undo-{changeset.id}"[:MOST].rstrip("-"),
        title=f"Undoing: {changeset.title}",
        model=changeset.model,
        because=f"It puts back everything that '{changeset.title}' changes.",
        cites=changeset.cites,
        basis="inferred",
        requires=(changeset.id,),
        changes=tuple(undone),
    )


def _restore(changeset: Changeset, record: Named, change: RecordChange) -> Restore:
    was: dict[str, Any] = {alias_of(record, field.name): dump_field(record, field.name) for field in change.fields}
    numbers = {_number(changeset, change, field.name) for field in change.fields}
    because = _because(changeset, numbers.pop() if len(numbers) == 1 else None)
    return Restore(do="restore", because=because, thing=record.id, was=was)


def _create_again(changeset: Changeset, record: Named) -> tuple[AnyChange, ...]:
    """Make a bare one of what was taken out, and then put every field back, whatever it names and cites."""
    because = _because(changeset, find_change(changeset, record.id, ""))
    was = record.model_dump(mode="json", by_alias=True, exclude={"id"})
    needed = {name for name, field in type(record).model_fields.items() if field.is_required()}
    bare = record.model_dump(mode="json", by_alias=True, include=needed)
    made = {"do": f"create-{_kind_of(record)}", "because": because, _kind_of(record).replace("-", "_"): bare}
    return ANY_CHANGE.validate_python(made), Restore(do="restore", because=because, thing=record.id, was=was)


def _kind_of(record: Named) -> str:
    """What the verb that makes such a record calls it: a DataSystem is a data-system."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(record).__name__).lower()


def _number(changeset: Changeset, change: RecordChange, field: str) -> int | None:
    removed = next(each.claims_removed for each in change.fields if each.name == field)
    return find_change(changeset, change.id, field, [claim.who for claim in removed if claim.who])


def _restore_holders(changeset: Changeset, model: Model, after: Model) -> Iterator[RestoreHolders]:
    old, new = _by_post(model), _by_post(after)
    for post in sorted(old.keys() | new.keys()):
        if old.get(post, ()) != new.get(post, ()) and post in model.by_id:
            because = _because(changeset, find_change(changeset, post, "holder"))
            yield RestoreHolders(do="restore-holders", because=because, post=post, holdings=old.get(post, ()))
    for post in sorted(new.keys() - model.by_id.keys()):
        because = _because(changeset, find_change(changeset, post, "holder"))
        yield RestoreHolders(do="restore-holders", because=because, post=post, holdings=())


def _by_post(model: Model) -> dict[str, tuple[Holding, ...]]:
    found: dict[str, tuple[Holding, ...]] = {}
    for each in model.holdings:
        found[each.post] = (*found.get(each.post, ()), each)
    return found


def _because(changeset: Changeset, number: int | None) -> str:
    if number is None:
        return f"It undoes several changes of '{changeset.id}'."
    return f"It undoes change {number + 1} of '{changeset.id}' ({changeset.changes[number].do})."
