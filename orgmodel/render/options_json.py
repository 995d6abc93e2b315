"""Version 1 of plans and comparisons as JSON."""

from __future__ import annotations

import dataclasses
from typing import Any

from pydantic import BaseModel

from orgmodel.findings import Finding
from orgmodel.options import OptionComparison, Plan, Shift
from orgmodel.options.beside import Beside
from orgmodel.render.beside_json import beside_as_json
from orgmodel.render.json_v1 import dump, row_as_json


def render_plan(plan: Plan, standing: str) -> str:
    """A plan with everything in it."""
    return dump("plan", {"standing": standing, **plan_as_json(plan)})


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """A plan as plain values; the headline as counts by name, and the option's own standing as `option_standing`."""
    told = _plain(plan)
    return {"headline": dict(plan.headline), "option_standing": told.pop("standing"), **told}


def render_comparison(beside: Beside, standing: str) -> str:
    """Doing nothing and each option, with every shift of a finding by its identity, and all that stands beside."""
    comparison = beside.comparison
    return dump(
        "comparison",
        {
            "standing": standing,
            "marking": comparison.marking,
            "model": comparison.model,
            "doing_nothing": [_row(row) for row in comparison.base if row.verdict != "pass"],
            "options": [_option(option) for option in comparison.options],
            **beside_as_json(beside),
        },
    )


def _option(option: OptionComparison) -> dict[str, Any]:
    return {
        "id": option.option,
        "title": option.title,
        "standing": option.standing,
        "by": option.by,
        "counts": dict(option.counts),
        "shifts": [_shift(shift) for shift in option.shifts],
        "plan": plan_as_json(option.plan),
    }


def _shift(shift: Shift) -> dict[str, Any]:
    return {
        "kind": shift.kind,
        "finding": shift.finding,
        "title": shift.title,
        "identity": dict(shift.identity),
        "names": list(shift.names),
        "changed": list(shift.changed),
        "evidence_differs": shift.evidence_differs,
        "before": _row(shift.before),
        "after": _row(shift.after),
    }


def _row(row: Any) -> dict[str, Any] | None:
    return row_as_json(row) if isinstance(row, Finding) else None


def _plain(value: Any) -> Any:
    """Dataclasses, records and tuples as what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    return value
