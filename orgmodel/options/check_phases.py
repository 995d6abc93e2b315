"""What can be said of the phases of an option before it is carried out: their order, their dates, what each needs."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.errors import Problem
from orgmodel.model import Record, When
from orgmodel.options.changes import Adopt, Change
from orgmodel.options.changeset import Phase, created_by
from orgmodel.options.draft import Draft
from orgmodel.options.operands import Move, Operand, Ref, Which, ids_in


def check_phases(draft: Draft) -> None:
    """Complain of dates out of order, and of a phase, or a change in it, that comes before what it needs."""
    phases = {phase.id: phase for phase in draft.option.phases}
    for number, phase in enumerate(draft.option.phases):
        path: tuple[str | int, ...] = ("phases", number)
        if [other.id for other in draft.option.phases].count(phase.id) > 1:
            _add(draft, f"two phases have the id '{phase.id}'", "give one of them another id", *path, "id")
        if is_before(phase.until, phase.start):
            what = f"phase '{phase.id}' ends before it begins"
            _add(draft, what, "change 'from' or 'until'", *path, "until")
        _check_needs(draft, phase, phases, path)
    for number, change in enumerate(draft.option.changes):
        _check_date(draft, number, change, phases)
        _check_makers(draft, number, change)


def needed_phases(phases: dict[str, Phase], ident: str) -> set[str]:
    """A phase and all that it requires, directly or not."""
    found: set[str] = set()
    waiting = [ident]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += phases[name].requires if name in phases else ()
    return found


def is_before(one: When | None, other: When | None) -> bool:
    """Whether a date certainly lies before another; where bounds overlap, nothing is said."""
    latest, earliest = (one.latest if one else None), (other.earliest if other else None)
    return latest is not None and earliest is not None and latest < earliest


def named_in(change: Record) -> Iterator[str]:
    """Every id that a change names, in itself and in its parts."""
    for name, field in type(change).model_fields.items():
        value = getattr(change, name)
        if any(isinstance(mark, Ref) for mark in field.metadata):
            yield from ids_in(value)
        if isinstance(value, Which | Move | Operand):
            yield from ids_in(value)
        for part in value if isinstance(value, tuple) else ():
            if isinstance(part, Record):
                yield from named_in(part)
    if (made := created_by(change)) is not None:  # type: ignore[arg-type]
        yield from (claim.who for _, slot in made for claim in getattr(slot, "claims", ()) if claim.who)


def makers(changes: tuple[Change, ...]) -> dict[str, int]:
    """Which change, counted from 0, creates or adopts each id that an option creates or adopts."""
    found: dict[str, int] = {}
    for number, change in enumerate(changes):
        if isinstance(change, Adopt):
            found |= dict.fromkeys(change.things, number)
        if (made := created_by(change)) is not None:  # type: ignore[arg-type]
            found[made.id] = number
            found |= {stage.id: number for stage in getattr(made, "stages", ())}
    return found


def _check_needs(draft: Draft, phase: Phase, phases: dict[str, Phase], path: tuple[str | int, ...]) -> None:
    for place, ident in enumerate(phase.requires):
        here = (*path, "requires", place)
        if ident not in phases:
            known = ", ".join(phases)
            _add(draft, f"the option has no phase '{ident}'", f"its phases: {known}", *here)
        elif phase.id in needed_phases(phases, ident):
            _add(draft, f"phase '{phase.id}' would have to come before itself", "leave one requirement out", *here)
        elif is_before(phase.start, phases[ident].until or phases[ident].start):
            what = f"phase '{phase.id}' begins before '{ident}', which it requires, has ended"
            if phases[ident].until is None:
                what = f"phase '{phase.id}' begins before '{ident}', which it requires"
            _add(draft, what, "change the dates, or leave the requirement out", *here)


def _check_date(draft: Draft, number: int, change: Change, phases: dict[str, Phase]) -> None:
    phase = phases.get(change.phase or "")
    if phase and (is_before(change.when, phase.start) or is_before(phase.until, change.when)):
        what = f"the change is dated outside its phase '{phase.id}'"
        _add(draft, what, "change 'when', or the dates of the phase", "changes", number, "when")


def _check_makers(draft: Draft, number: int, change: Change) -> None:
    """A change in an early phase cannot use what a later phase creates. Phases are listed in their order."""
    order = {phase.id: place for place, phase in enumerate(draft.option.phases)}
    made = makers(draft.option.changes)
    for ident in dict.fromkeys(named_in(change)):
        maker = made.get(ident)
        later = draft.option.changes[maker].phase if maker is not None else None
        if later in order and change.phase in order and order[later] > order[change.phase]:
            what = f"'{ident}' is used in phase '{change.phase}', and created in the later phase '{later}'"
            hint = "put the change into that phase or a later one, or create the thing earlier"
            _add(draft, what, hint, "changes", number, "phase")


def _add(draft: Draft, what: str, hint: str, *path: str | int) -> None:
    draft.problems.append(Problem(draft.option.place(*path), what, hint))
