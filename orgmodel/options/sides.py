"""One side of a comparison: doing nothing or an option, with everything that is set beside the other sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from orgmodel.model import Model
from orgmodel.options.bill import Bill
from orgmodel.options.compare import OptionComparison, Row
from orgmodel.options.disruption import Disturbance
from orgmodel.options.duties import DutyShift
from orgmodel.options.handover import Handover

DOING_NOTHING = "Doing nothing"


class Kept(Protocol):
    """A principle and whether it is kept; `orgmodel.answers.principles.PrincipleLine` has this."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def held_by(self) -> str: ...
    @property
    def verdict(self) -> str: ...
    @property
    def rows(self) -> Sequence[Row]: ...
    @property
    def withheld(self) -> bool: ...
    @property
    def cites(self) -> Sequence[str]: ...
    @property
    def why(self) -> str: ...


class Measured(Protocol):
    """A measure of a structure; `orgmodel.answers.metrics.Metric` has this."""

    @property
    def name(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def of(self) -> int | None: ...
    @property
    def note(self) -> str: ...


@dataclass(frozen=True)
class Side:
    """Doing nothing (`option` is "") or an option: its model, and what is found, kept, measured, moved and paid in it.

    `compared` and `handover` are None of doing nothing. `broken` are the required principles that it does not keep,
    and `untold` those of which that cannot be told.
    """

    option: str
    title: str
    model: Model = field(repr=False)
    rows: Sequence[Row] = field(repr=False)
    principles: Sequence[Kept]
    metrics: Sequence[Measured]
    disruption: tuple[Disturbance, ...]
    bill: Bill
    duties: tuple[DutyShift, ...] = ()
    compared: OptionComparison | None = None
    handover: Handover | None = None
    broken: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


def touched_by(sides: Sequence[Side]) -> frozenset[str]:
    """The subjects and processes that any of the options touches: a responsibility on them or a step in them passes."""
    moved = {duty.thing.id for side in sides for shift in side.duties for duty in (*shift.gains, *shift.loses)}
    stepped = {step.thing.id for side in sides if side.compared for step in side.compared.plan.steps}
    found: set[str] = set()
    for side in sides:
        duties = {duty.id: duty for duty in side.model.responsibilities}
        concerns = [duties[ident].concerns for ident in moved & duties.keys()]
        found |= {claim.who for slot in concerns for claim in slot.claims if claim.who}
        processes = ((process.id, {stage.id for stage in process.stages}) for process in side.model.processes)
        found |= {ident for ident, stages in processes if (stages | {ident}) & stepped}
        found |= stepped & {subject.id for subject in side.model.subjects}
    return frozenset(found)
