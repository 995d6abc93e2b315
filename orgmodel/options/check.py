"""What can be said of an option before it is carried out (ids that do not exist), and of its outcome (cycles)."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from orgmodel.errors import Problem
from orgmodel.model import LINKS_BY_LABEL, Claim, LineClaim, Named, Post, Process, Record, Slot, StaffGroup, Unit
from orgmodel.options.changes import Change, Create, RestoreHolders, Withdraw
from orgmodel.options.check_phases import check_phases, named_in
from orgmodel.options.closing import closed_by
from orgmodel.options.draft import Draft
from orgmodel.options.operands import Operand, Ref, Which, ids_in

NO_IDS = ("nothing",)
"""Words that stand where ids may stand, and name nothing."""


def check_option(draft: Draft) -> None:
    """Complain of everything that the option names and that is not there, and of an option for another model."""
    option, model = draft.option, draft.model
    base, *applied = model.id.split("+")
    if option.model != base:
        what = f"option '{option.id}' is written for the model '{option.model}', and this is '{base}'"
        draft.problems.append(Problem(option.place("model"), what, "choose that model, or change 'model'"))
    if option.id in applied:
        hint = "it is part of the model that it was applied to: leave it out"
        draft.problems.append(Problem(option.place(), f"option '{option.id}' has been applied already", hint))
    _check_others(draft, applied)
    _check_cites(draft, option.cites, "cites")
    _check_ids(draft, option.decided_by.named, Ref(("Unit", "Post", "Board")), "decided_by")
    for number, benefit in enumerate(option.benefits):
        _check_ids(draft, benefit.owner.named, Ref(("Unit", "Post", "Board")), "benefits", number, "owner")
        _check_cites(draft, benefit.cites, "benefits", number, "cites")
    for number, cost in enumerate(option.costs):
        _check_cites(draft, cost.cites, "costs", number, "cites")
    for number, accepted in enumerate(option.accepted):
        _check_refs(draft, accepted, ("accepted", number))
    for number, ident in enumerate(option.ruled_out):
        known = [each.id for each in model.ruled_out]
        _check_listed(draft, ident, known, "thing ruled out", "ruled_out", number)
    check_phases(draft)
    for draft.number, change in enumerate(option.changes):
        _check_change(draft, change)


def _check_others(draft: Draft, applied: list[str]) -> None:
    option = draft.option
    for number, ident in enumerate(option.requires):
        if ident not in applied:
            hint = f"choose '{ident}' as well, before this one"
            _add(draft, f"option '{option.id}' requires '{ident}', which is not applied", hint, ("requires", number))
    if option.variant_of in applied:
        hint = "choose one of the two"
        what = f"option '{option.id}' is a variant of '{option.variant_of}', which is applied"
        _add(draft, what, hint, ("variant_of",))
    for number, ident in enumerate(option.excludes):
        if ident in applied:
            hint = "choose one of the two"
            _add(draft, f"option '{option.id}' excludes '{ident}', which is applied", hint, ("excludes", number))


def check_cycles(draft: Draft) -> None:
    """Complain of every loop in PART_OF or in the line that the option makes."""
    seen: set[frozenset[str]] = set()
    for ident, number in sorted(draft.touched.items()):
        draft.number = number
        field = {"Unit": "part_of", "Post": "reports_to"}.get(draft.label(ident) or "")
        loop = _loop(draft, ident, field) if field and _is_new(draft, ident, field) else []
        if loop and frozenset(loop) not in seen:
            seen.add(frozenset(loop))
            name = "units would be part of each other" if field == "part_of" else "posts would report to each other"
            what = f"{name} in a circle: {' > '.join([*loop, ident])}"
            draft.complain(what, "change one of these steps", "part_of" if field == "part_of" else "to")


def _check_change(draft: Draft, change: Change) -> None:
    _check_cites(draft, change.cites, "changes", draft.number, "cites")
    if change.phase and change.phase not in {phase.id for phase in draft.option.phases}:
        known = ", ".join(phase.id for phase in draft.option.phases) or "none"
        draft.complain(f"the option has no phase '{change.phase}'", f"its phases: {known}", "phase")
    _check_refs(draft, change, ("changes", draft.number))
    _check_withdrawn(draft, change)
    if isinstance(change, Create):
        _check_record(draft, change.record, change.record_field)


def _check_withdrawn(draft: Draft, change: Change) -> None:
    """A change of something that another change takes out, as if it had never been; who held it may be put back."""
    for number, other in enumerate(draft.option.changes):
        taken = isinstance(other, Withdraw) and other is not change and not isinstance(change, RestoreHolders)
        if taken and isinstance(other, Withdraw) and other.thing in named_in(change):
            what = f"{draft.title(other.thing)} is taken out by change {number + 1} of the same option"
            draft.complain(what, "leave one of the two out")


def _check_refs(draft: Draft, record: Record, path: tuple[str | int, ...]) -> None:
    """Every id in the fields of a change that are marked as holding one, and in the parts that it is made of."""
    for name, field in type(record).model_fields.items():
        value, here = getattr(record, name), (*path, field.alias or name)
        for ref in [mark for mark in field.metadata if isinstance(mark, Ref)]:
            if (value is not None and not isinstance(value, Record | str)) or isinstance(value, Operand):
                _check_ids(draft, ids_in(value), ref, *here)
            elif isinstance(value, str) and value not in NO_IDS:
                _check_ids(draft, [value], ref, *here)
        if isinstance(value, Which):
            _check_refs(draft, value, here)
        for number, part in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(part, Record) and not isinstance(record, Create):
                _check_refs(draft, part, (*here, number))


def _check_record(draft: Draft, record: Named, field: str) -> None:
    """The ids in a record that the option creates."""
    label = type(record).__name__
    path = ("changes", draft.number, field)
    _check_slots(draft, record, label, path)
    if isinstance(record, Process):
        stages = [stage.id for stage in record.stages]
        for number, stage in enumerate(record.stages):
            _check_slots(draft, stage, "Stage", (*path, "stages", number))
        for number, handoff in enumerate(record.handoffs):
            for end in (handoff.before, handoff.after):
                _check_listed(draft, end, stages, "stage of the process", *path, "handoffs", number)
    if isinstance(record, Unit):
        _check_listed(draft, record.kind, [kind.id for kind in draft.model.unit_kinds], "kind of unit", *path, "kind")
    if isinstance(record, Post | StaffGroup) and record.grade:
        _check_listed(draft, record.grade, [grade.id for grade in draft.model.grades], "grade", *path, "grade")
    _check_cites(draft, _cites_in(record), *path)


def _check_slots(draft: Draft, record: Named, label: str, path: tuple[str | int, ...]) -> None:
    for link in LINKS_BY_LABEL.get(label, ()):
        slot: Slot[Claim] = getattr(record, link.field)
        named = [claim.who for claim in slot.known if claim.who]
        is_destination = link.field != "succeeds"  # what a thing comes after may well be past
        _check_ids(draft, named, Ref(link.targets, destination=is_destination), *path, link.field)


def _check_ids(draft: Draft, idents: Iterable[str], ref: Ref, *path: str | int) -> None:
    closing = {closed_by(change) for change in draft.option.changes}
    for ident in idents:
        label = draft.label(ident) or draft.option.created.get(ident)
        if label is None:
            _complain_missing(draft, ident, ref, path)
        elif label not in ref.labels:
            hint = f"name a {' or '.join(ref.labels)}"
            _add(draft, f"{draft.title(ident)} is a {label}, which does not fit here", hint, path)
        elif ref.destination and ident in closing:
            hint = "name a destination that will be there"
            _add(draft, f"{draft.title(ident)} is closed by the same option, so nothing can go to it", hint, path)
        elif ident in draft.option.adopted or ident in draft.option.restored:
            continue
        elif ref.destination and (record := draft.find(ident)) and record.mode != "actual":
            hint = "an option builds on what is there today and on what it creates or adopts itself"
            _add(draft, f"{draft.title(ident)} is not there today: it is {record.mode} in the model", hint, path)


def _complain_missing(draft: Draft, ident: str, ref: Ref, path: tuple[str | int, ...]) -> None:
    known = [other for other in draft.list_of if draft.label(other) in ref.labels]
    known += [other for other in draft.process_of if "Stage" in ref.labels]
    known += [other for other, label in draft.option.created.items() if label in ref.labels]
    kinds = " or ".join(ref.labels) if len(ref.labels) <= 3 else "thing"
    near = difflib.get_close_matches(ident, known, n=1)
    hint = f"did you mean '{near[0]}'?" if near else "check the id, or create it in this option"
    _add(draft, f"no {kinds} has the id '{ident}'", hint, path)


def _check_listed(draft: Draft, ident: str, known: list[str], what: str, *path: str | int) -> None:
    if ident not in known:
        near = difflib.get_close_matches(ident, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"the model has: {', '.join(known) or 'none'}"
        _add(draft, f"no {what} has the id '{ident}'", hint, path)


def _check_cites(draft: Draft, cites: Iterable[str], *path: str | int) -> None:
    sources = {source.id: source for source in draft.model.sources}
    for cite in cites:
        source, _, paragraph = cite.partition("#")
        _check_listed(draft, source, list(sources), "source", *path)
        last = sources[source].paragraphs if source in sources else None
        if last and paragraph.isdigit() and not 1 <= int(paragraph) <= last:
            _add(draft, f"'{source}' has no paragraph {paragraph}", f"its paragraphs are 1 to {last}", path)


def _cites_in(value: object) -> Iterator[str]:
    if isinstance(value, Record):
        yield from getattr(value, "cites", ())
        for _, part in value:
            yield from _cites_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _cites_in(part)


def _add(draft: Draft, what: str, hint: str, path: tuple[str | int, ...]) -> None:
    problem = Problem(draft.option.place(*path), what, hint)
    if problem not in draft.problems:
        draft.problems.append(problem)


def _is_new(draft: Draft, ident: str, field: str) -> bool:
    before = draft.model.by_id.get(ident)
    return before is None or getattr(before, field) != getattr(draft.get(ident), field)


def _loop(draft: Draft, start: str, field: str) -> list[str]:
    """The way from a thing up to itself again, or nothing."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for above in _above(draft, way[-1], field):
            if above == start:
                return way
            if above not in seen:
                seen.add(above)
                ways.append([*way, above])
    return []


def _above(draft: Draft, ident: str, field: str) -> list[str]:
    found = draft.current(ident, field) if draft.find(ident) else ()
    return [claim.who for claim in found if claim.who and (not isinstance(claim, LineClaim) or claim.kind == "line")]
