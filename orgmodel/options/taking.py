"""Taking a part of an option: some of its changes, or those of some phases; nothing is taken that needs what is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.errors import OptionError, Place, Problem
from orgmodel.options.changeset import Changeset, Path
from orgmodel.options.check_phases import makers, named_in, needed_phases


def take_part(changeset: Changeset, wanted: Iterable[str]) -> Changeset:
    """The option with only the changes wanted: their numbers, counted from 1, or the ids of phases.

    Raises OptionError, naming everything that is not there and everything that needs a change left out.
    """
    problems: list[Problem] = []
    numbers = sorted({number for word in wanted for number in _numbers(changeset, word, problems)})
    problems += _needs(changeset, set(numbers))
    if problems:
        raise OptionError(problems)
    places: dict[Path, Place] = {path: where for path, where in changeset.places.items() if path[:1] != ("changes",)}
    for new, old in enumerate(numbers):
        for path, where in changeset.places.items():
            if path[:2] == ("changes", old):
                places[("changes", new, *path[2:])] = where
    changes = tuple(changeset.changes[number] for number in numbers)
    return changeset.model_copy(update={"changes": changes}).located(places)


def _numbers(changeset: Changeset, word: str, problems: list[Problem]) -> Iterator[int]:
    phases = {phase.id: phase for phase in changeset.phases}
    if word.isdecimal() and 1 <= int(word) <= len(changeset.changes):
        yield int(word) - 1
    elif word in phases:
        found = [number for number, change in enumerate(changeset.changes) if change.phase == word]
        if not found:
            problems.append(Problem(changeset.place("phases"), f"no change is in phase '{word}'"))
        yield from found
    else:
        known = f"its changes are 1 to {len(changeset.changes)}; its phases: {', '.join(phases) or 'none'}"
        problems.append(Problem(changeset.place(), f"option '{changeset.id}' has no change or phase '{word}'", known))


def _needs(changeset: Changeset, taken: set[int]) -> Iterator[Problem]:
    """What is in the way: things that only a change left out would create, and phases that have to come first."""
    made = makers(changeset.changes)
    phases = {phase.id: phase for phase in changeset.phases}
    of_phase = {change.phase for number, change in enumerate(changeset.changes) if number not in taken}
    for number in sorted(taken):
        change = changeset.changes[number]
        for ident in dict.fromkeys(named_in(change)):
            if made.get(ident, number) not in taken:
                what = f"change {number + 1} needs '{ident}', which change {made[ident] + 1} creates"
                yield Problem(changeset.place("changes", number), what, f"take change {made[ident] + 1} as well")
        before = needed_phases(phases, change.phase) - {change.phase} if change.phase else set()
        for phase in sorted(before & of_phase):
            what = f"change {number + 1} is in phase '{change.phase}', which requires phase '{phase}'"
            yield Problem(changeset.place("changes", number, "phase"), what, f"take phase '{phase}' as well")
