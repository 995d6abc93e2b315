"""An option on a baseline that has changed: what it changes, what the baseline changed, and where the two meet.

Nothing is picked: where both changed the same thing differently, all three states are named and people decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from orgmodel.errors import OptionError, Problem
from orgmodel.model import Model
from orgmodel.options.apply import apply
from orgmodel.options.attribution import find_change, number_fields
from orgmodel.options.changeset import Changeset
from orgmodel.options.diff import Changes, diff
from orgmodel.options.telling import Told, say_field, titles_of

How = Literal["differs", "gone", "exists"]
HOW_SAID: dict[How, str] = {
    "gone": "is gone",
    "exists": "is there, and the option creates it",
    "differs": "was changed by both",
}


@dataclass(frozen=True, order=True)
class Conflict:
    """One field of one thing that both have changed: what it was, what the new baseline has, what the option wants.

    `gone`: the new baseline no longer has the thing; `exists`: it has one of its own under the id that is created.
    `number` is the change of the option, counted from 1; 0 where it follows from several.
    """

    thing: str
    title: str
    field: str
    how: How
    base: Told
    theirs: Told
    ours: Told
    number: int


@dataclass(frozen=True)
class Rebase:
    """An option over a changed baseline. `done` is what the new baseline already has as the option wants it.

    `problems` says why it cannot be carried out there as it stands; it is None where it can, and `ready` is True where
    it can and nothing conflicts.
    """

    option: str
    old: str
    new: str
    conflicts: tuple[Conflict, ...]
    done: tuple[Conflict, ...]
    problems: tuple[Problem, ...]

    @property
    def ready(self) -> bool:
        """Whether the option stands on the new baseline as it is."""
        return not (self.conflicts or self.done or self.problems)


def rebase(changeset: Changeset, old: Model, new: Model) -> Rebase:
    """The old baseline, the new one and the option, three ways. Raises OptionError where it fails on the old one."""
    ours = diff(old, apply(old, changeset))
    found = sorted({*_changed(changeset, ours, old, new), *_created(changeset, ours, new)})
    done = tuple(each for each in found if each.how != "gone" and each.theirs == each.ours)
    conflicts = tuple(each for each in found if each not in done)
    return Rebase(changeset.id, _version(old), _version(new), conflicts, done, _problems(changeset, new))


def write_for(changeset: Changeset, model: Model) -> Changeset:
    """The option as one of another baseline: only the model that it names differs."""
    return changeset.model_copy(update={"model": model.id.split("+")[0]}).located(changeset.places)


def _changed(changeset: Changeset, ours: Changes, old: Model, new: Model) -> Iterator[Conflict]:
    wanted = apply(old, changeset)
    titles = titles_of(old, new, wanted)
    for each, field, number in number_fields(changeset, ours):
        theirs = new.by_id.get(each.id)
        before = old.by_id[each.id]
        base = say_field(before, field.name, old, titles)
        want = say_field(wanted.by_id[each.id], field.name, wanted, titles)
        if theirs is None or (theirs.mode == "past" and before.mode != "past"):
            now: Told = ("closed",) if theirs else ()
            yield Conflict(each.id, before.title, field.name, "gone", base, now, want, _count(number))
        elif getattr(theirs, field.name, None) != field.before:
            now = say_field(theirs, field.name, new, titles)
            if now != base:
                yield Conflict(each.id, before.title, field.name, "differs", base, now, want, _count(number))


def _created(changeset: Changeset, ours: Changes, new: Model) -> Iterator[Conflict]:
    for added in ours.added:
        there = new.by_id.get(added.id)
        if there is not None:
            number = _count(find_change(changeset, added.id, ""))
            titles = (there.title,), (added.title,)
            yield Conflict(added.id, added.title, "", "exists", (), *titles, number)


def _problems(changeset: Changeset, new: Model) -> tuple[Problem, ...]:
    """What is in the way there, apart from that the option names the old baseline as its model."""
    try:
        apply(new, write_for(changeset, new))
    except OptionError as error:
        return tuple(error.problems)
    return ()


def _count(number: int | None) -> int:
    return 0 if number is None else number + 1


def _version(model: Model) -> str:
    return f"{model.id}, as of {model.about.as_of.isoformat()}"
