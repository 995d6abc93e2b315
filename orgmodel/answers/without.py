"""A model without somebody's judgements, without a source, or without what was inferred: pure, and never smaller in
things, only in what is said of them. What is taken out becomes not stated, so that it can turn a verdict unknown and
never into an absence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from orgmodel.model import LABELS, Claim, Fact, Model, Record, Responsibility, Slot
from orgmodel.model.structure import Designation

Keep = Callable[[Fact], bool]


def without_judgements(model: Model) -> Model:
    """Only facts: no assessments, no designations, nothing attributed to others, nothing that anybody contests."""
    thinned = _thin(model, lambda fact: fact.basis != "attributed" and not fact.contested_by and not _judges(fact))
    return thinned.model_copy(update={"assessments": ()})


def without_inferences(model: Model) -> Model:
    """Only what a source states or reports, without what the makers of the model inferred."""
    return _thin(model, lambda fact: fact.basis != "inferred")


def without_source(model: Model, source: str) -> Model:
    """Only what another source than this one says as well."""
    prefix = f"{source}#"
    return _thin(model, lambda fact: not fact.cites or any(not cite.startswith(prefix) for cite in fact.cites))


def _judges(fact: Fact) -> bool:
    return isinstance(fact, Designation)


def _thin(model: Model, keep: Keep) -> Model:
    lists = {field: tuple(_thin_record(record, keep) for record in getattr(model, field)) for field in LABELS}
    holdings = tuple(holding for holding in model.holdings if keep(holding))
    return model.model_copy(update={**lists, "holdings": holdings})


def _thin_record(record: Record, keep: Keep) -> Record:
    changed: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, Slot):
            changed[name] = value.model_copy(update={"claims": _thin_claims(value.claims, keep)})
        elif isinstance(record, Responsibility) and name == "aspects":
            facts = zip(record.aspects, record.aspect_facts, strict=True)
            changed[name] = tuple(aspect for aspect, fact in facts if keep(fact))
        elif name in ("stages", "handoffs"):
            changed[name] = tuple(_thin_record(part, keep) if name == "stages" else part for part in value)
        elif isinstance(value, Fact) and not keep(value):
            changed[name] = field.get_default(call_default_factory=True)
    return record.model_copy(update=changed)


def _thin_claims(claims: Iterable[Claim], keep: Keep) -> tuple[Claim, ...]:
    """A claim that goes leaves its silence behind, in the same chain."""
    return tuple(claim if keep(claim) else _silent(claim) for claim in claims)


def _silent(claim: Claim) -> Claim:
    gone = {"who": None, "state": "not_stated", "cites": (), "basis": "stated", "held_by": None, "contested_by": ()}
    return claim.model_copy(update=gone)
