"""Sides of a comparison over the small model, with rows, principles and measures as a test wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from orgmodel.model import Model
from orgmodel.options import OptionResult, apply, compare
from orgmodel.options.beside import Beside
from orgmodel.options.bill import find_bill
from orgmodel.options.changeset import Changeset
from orgmodel.options.criteria import Criteria
from orgmodel.options.disruption import find_disruption
from orgmodel.options.duties import find_duty_shifts
from orgmodel.options.sides import DOING_NOTHING, Side
from tests.unit.options.small import small_model


@dataclass(frozen=True)
class FakeRow:
    finding: str
    verdict: str
    identity: tuple[tuple[str, str], ...]
    severity: str = "high"
    values: Mapping[str, Any] = field(default_factory=dict)
    evidence: tuple[Any, ...] = ()
    title: str = "Does anyone answer for it?"
    sentence: str = "It cannot be told."
    basis: str = "stated"


@dataclass(frozen=True)
class FakeMeasure:
    name: str
    about: str
    low: float | None
    high: float | None
    unit: str = "steps"
    of: int | None = None
    note: str = ""


@dataclass(frozen=True)
class FakePrinciple:
    id: str
    verdict: str
    withheld: bool = False
    title: str = "One lead for each thing"
    held_by: str = "The board"
    rows: tuple[Any, ...] = ()
    cites: tuple[str, ...] = ()
    why: str = ""


def row(verdict: str, thing: str = "lifting", finding: str = "ownerless", **more: Any) -> FakeRow:
    return FakeRow(finding, verdict, (("responsibility", thing),), **more)


def side(
    option: Changeset | None = None, rows: tuple[FakeRow, ...] = (), model: Model | None = None, **more: Any
) -> Side:
    """One side: doing nothing, or an option carried out on the small model."""
    base = model or small_model()
    after = apply(base, option) if option else base
    compared = compare(base, (), [OptionResult(option, after, rows)]).options[0] if option else None
    given: dict[str, Any] = {"principles": (), "metrics": (), "bill": find_bill(option, {})} | more
    return Side(
        option.id if option else "",
        option.title if option else DOING_NOTHING,
        after,
        rows,
        disruption=find_disruption(base, after, compared.plan if compared else None),
        duties=find_duty_shifts(base, after),
        compared=compared,
        **given,
    )


def beside(*sides: Side, required: tuple[str, ...] = (), criteria: Criteria | None = None) -> Beside:
    """Sides as one comparison, weighed where there are criteria."""
    base = small_model()
    comparison = compare(base, (), ())
    families = {"ownerless": "ownership", "split": "structure"}
    return Beside(comparison, sides, families, required, ()).weighed_by(criteria)


def criteria(*each: dict[str, Any], **more: Any) -> Criteria:
    return Criteria.model_validate({"criteria": [{"better": "less", "weight": 1} | one for one in each]} | more)
