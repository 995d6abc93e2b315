"""What the model says is ruled out, or asked for, and an option does or is: named, with whose reason, never refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.model import Model, RuledOut
from orgmodel.options.changeset import Changeset
from orgmodel.options.check_phases import named_in


@dataclass(frozen=True)
class Objection:
    """Something ruled out (or asked for) that an option touches: by whom, why, while what holds, and through what.

    `numbers` are the changes that do it, counted from 1; none where the option is it as a whole.
    """

    id: str
    title: str
    verdict: str
    by: str
    why: str
    while_: str | None
    numbers: tuple[int, ...]
    cites: tuple[str, ...]


def find_ruled_out(model: Model, changeset: Changeset) -> Iterator[Objection]:
    """Every entry of `ruled_out` that the option does or is, in the order of the model."""
    for entry in model.ruled_out:
        numbers = tuple(_changes_that_do(entry, changeset))
        if numbers or entry.id in changeset.ruled_out or entry.option == changeset.id:
            yield Objection(
                entry.id, entry.title, entry.verdict, entry.by, entry.why, entry.while_, numbers, entry.cites
            )


def _changes_that_do(entry: RuledOut, changeset: Changeset) -> Iterator[int]:
    if not entry.verbs and not entry.things:
        return
    for number, change in enumerate(changeset.changes, start=1):
        does = change.do in entry.verbs if entry.verbs else not change.passive
        if does and (not entry.things or set(entry.things) & set(named_in(change))):
            yield number
