"""A model with one record changed: pure, and the same for records in lists and for stages inside their process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from orgmodel.model import LABELS, Claim, Model, Named, Process, Slot

ARecord = TypeVar("ARecord", bound=Named)


def with_record(model: Model, ident: str, change: Callable[[Named], Named]) -> Model:
    """The model in which the record of an id is what `change` makes of it."""
    record = model.by_id[ident]
    if ident in model.stage_process:
        process = model.stage_process[ident]
        stages = tuple(change(stage) if stage.id == ident else stage for stage in process.stages)
        return _with(model, "processes", process, process.model_copy(update={"stages": stages}))
    field = next(name for name, label in LABELS.items() if label == model.label_of[ident])
    return _with(model, field, record, change(record))


def with_handoff(model: Model, process: Process, number: int, field: str, state: str) -> Model:
    """The model in which a hand-off of a process shares something, or does not."""
    handoffs = list(process.handoffs)
    handoffs[number] = handoffs[number].model_copy(update={field: state})
    return _with(model, "processes", process, process.model_copy(update={"handoffs": tuple(handoffs)}))


def with_claims(model: Model, ident: str, field: str, claims: tuple[Claim, ...], complete: bool) -> Model:
    """The model in which a slot holds these claims, and says whether they are all."""

    def change(record: Named) -> Named:
        slot: Slot[Claim] = getattr(record, field)
        return record.model_copy(update={field: slot.model_copy(update={"claims": claims, "complete": complete})})

    return with_record(model, ident, change)


def claim_class(record: Named, field: str) -> type[Claim]:
    """The class of the claims in a slot of a record."""
    annotation: Any = type(record).model_fields[field].annotation
    found: type[Claim] = annotation.__pydantic_generic_metadata__["args"][0]
    return found


def _with(model: Model, field: str, old: Named, new: Named) -> Model:
    records = tuple(new if record.id == old.id else record for record in getattr(model, field))
    return model.model_copy(update={field: records})
