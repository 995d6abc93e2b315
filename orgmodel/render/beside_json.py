"""Version 1 of what stands side by side, as plain values: intervals have `low` and `high`, null where there is none."""

from __future__ import annotations

from math import isinf
from typing import Any

from orgmodel.options.bearing import Bearing, OpenIn
from orgmodel.options.beside import Beside
from orgmodel.options.duties import Duty, DutyShift
from orgmodel.options.plan_values import Name
from orgmodel.options.quantity import Quantity
from orgmodel.options.sides import Side
from orgmodel.options.weighing import Weighed


def beside_as_json(beside: Beside) -> dict[str, Any]:
    """Each side with all that it is, the criteria with their result (null without any), and what is open."""
    return {
        "sides": [_side(side, beside) for side in beside.sides],
        "required": list(beside.required),
        "weighed": _weighed(beside.weighed, beside) if beside.weighed else None,
        "open": [_open(found, beside) for found in beside.open],
    }


def _side(side: Side, beside: Beside) -> dict[str, Any]:
    return {
        "option": side.option,
        "title": side.title,
        "principles": [
            {"id": line.id, "title": line.title, "held_by": line.held_by, "verdict": line.verdict,
             "withheld": line.withheld, "required": line.id in beside.required, "cites": list(line.cites)}
            for line in side.principles
        ],
        "metrics": [
            {"name": line.name, "about": line.about, "low": line.low, "high": line.high, "unit": line.unit,
             "of": line.of, "note": line.note}
            for line in side.metrics
        ],
        "disruption": [
            {"kind": each.kind, "unit": each.unit, "things": _ids(each.things), "could": _ids(each.could),
             **_quantity(each.quantity)}
            for each in side.disruption
        ],
        "costs": [
            {"kind": each.kind, "unit": each.unit, "left_out": list(each.left_out), **_quantity(each.quantity)}
            for each in side.bill.sums
        ],
        "duties": [_shift(shift) for shift in side.duties],
    }  # fmt: skip


def _shift(shift: DutyShift) -> dict[str, Any]:
    return {
        "holder": shift.holder.id,
        "label": shift.label,
        "within": shift.within,
        "gains": [_duty(duty) for duty in shift.gains],
        "loses": [_duty(duty) for duty in shift.loses],
        "before": _ids(shift.before),
        "after": _ids(shift.after),
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {"thing": duty.thing.id, "part": duty.part, "chain": duty.chain, "cites": list(duty.cites),
            "basis": duty.basis, "others": _ids(duty.others), "ends": duty.ends}  # fmt: skip


def _quantity(quantity: Quantity) -> dict[str, Any]:
    unknown = [{"what": part.what, "low": _bound(part.low), "high": _bound(part.high)} for part in quantity.parts]
    return {"low": _bound(quantity.low), "high": _bound(quantity.high), "unknown": unknown, "note": quantity.note}


def _weighed(weighed: Weighed, beside: Beside) -> dict[str, Any]:
    names = [side.option for side in beside.sides]
    return {
        "set_by": weighed.criteria.set_by,
        "criteria": [
            {"criterion": each.criterion.model_dump(exclude_none=True), "values": [_quantity(v) for v in each.values]}
            for each in weighed.values
        ],
        "sums": [{"low": _bound(each.low), "high": _bound(each.high)} for each in weighed.sums],
        "pairs": [
            {"one": names[pair.one], "other": names[pair.other], "order": pair.order,
             "low": _bound(pair.difference.low), "high": _bound(pair.difference.high),
             "to_be_above": pair.to_be_above, "to_be_below": pair.to_be_below}
            for pair in weighed.pairs
        ],
        "outdone": [
            {"option": names[each.side], "by": names[each.by], "outdone": each.outdone}
            for each in weighed.dominations
        ],
    }  # fmt: skip


def _open(found: OpenIn, beside: Beside) -> dict[str, Any]:
    return {
        "option": beside.sides[found.side].option,
        "points": [_bearing(each, beside) for each in found.bearings],
        "others": [_bearing(each, beside) for each in found.others],
    }


def _bearing(bearing: Bearing, beside: Beside) -> dict[str, Any]:
    point = bearing.point
    return {
        "what": point.what,
        "part": point.part,
        "about": _ids(point.about),
        "candidates": _ids(point.candidates),
        "decided_by": _ids(point.decided_by),
        "cites": list(point.cites),
        "rows": [{"finding": row.finding, "identity": dict(row.identity)} for row in bearing.rows],
        "moves": [{"criterion": move.criterion, "by": _bound(move.by)} for move in bearing.moves],
        "turns": [{"against": beside.sides[turn.against].option, "alone": turn.alone} for turn in bearing.turns],
    }


def _ids(names: tuple[Name, ...]) -> list[str]:
    return [name.id for name in names]


def _bound(value: float) -> float | None:
    return None if isinf(value) else value
