"""How often work passes from one unit to another on its way, process by process, as an interval."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgmodel.answers.metrics import Metric
from orgmodel.graph import holds_on
from orgmodel.model import Board, Claim, Model, Post, Process, Slot, Stage


def measure_handoffs(model: Model) -> Iterator[Metric]:
    """For each process, how many of its steps from stage to stage cross from unit to unit.

    A step of which one end is not told could cross; where the model does not say that it has all stages, there may be
    more.
    """
    for process in model.processes:
        if holds_on(process, model.about.as_of) and len(process.stages) > 1:
            stages = {stage.id: _units(model, stage) for stage in process.stages}
            steps = _steps(process)
            sure = sum(bool(one and other and not one & other) for one, other in _ends(stages, steps))
            open_ = sum(not (one and other) for one, other in _ends(stages, steps))
            high = sure + open_ if process.all_stages_known else None
            note = "" if process.all_stages_known else "The model does not say that it has all stages."
            yield Metric("hand-offs across units", process.id, sure, high, "hand-offs", len(steps), note)


def _steps(process: Process) -> list[tuple[str, str]]:
    """The steps that the model tells of, else each stage to the next."""
    told = [(step.before, step.after) for step in process.handoffs]
    return told or list(pairwise(stage.id for stage in process.stages))


def _ends(
    stages: dict[str, frozenset[str]], steps: list[tuple[str, str]]
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for before, after in steps:
        yield stages.get(before, frozenset()), stages.get(after, frozenset())


def _units(model: Model, stage: Stage) -> frozenset[str]:
    """The units that do a stage: those named, and those of the posts and boards named; none where one is not told."""
    found: set[str] = set()
    for who in _named(model, stage.performed_by):
        record = model.by_id.get(who)
        found |= _named(model, record.in_unit) if isinstance(record, (Post, Board)) else {who}
    return frozenset(found)


def _named(model: Model, slot: Slot[Claim]) -> set[str]:
    return {claim.who for claim in slot.claims if claim.who and holds_on(claim, model.about.as_of)}
