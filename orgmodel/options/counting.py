"""What a criterion counts on one side of a comparison, as an interval whose unknown parts are named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf
from typing import Any

from orgmodel.options.compare import Row
from orgmodel.options.criteria import Criterion
from orgmodel.options.quantity import Part, Quantity, add_up, not_given
from orgmodel.options.sides import Kept, Measured, Side

Families = Mapping[str, str]
"""The family of each finding, by its id."""


def count_criterion(criterion: Criterion, side: Side, families: Families) -> Quantity:
    """The value of a criterion on one side; what cannot be told widens it, and is never taken for nought."""
    return COUNTS[criterion.count](criterion, side, families)


def things_in(row: Row) -> frozenset[str]:
    """The ids of the things that a row is about and rests on: nodes, ends of relationships, owners of slots."""
    found = {value for _, value in row.identity}
    for piece in row.evidence:
        start, _, rest = str(getattr(piece, "key", piece)).partition(">")
        found |= {start.partition(".")[0], rest.rpartition(">")[2].partition(".")[0]}
    return frozenset(found - {""})


def row_part(row: Row) -> Part:
    """A row that cannot be told, as what could count one; the same row on the same evidence is one unknown."""
    rests = sorted(str(getattr(piece, "key", piece)) for piece in row.evidence)
    values = sorted(f"{name}={value}" for name, value in row.values.items())
    key = "|".join([row.finding, *(value for _, value in row.identity), *rests, *values])
    return Part(key, row.sentence or row.title, 0, 1, things_in(row))


def _findings(criterion: Criterion, side: Side, families: Families) -> Quantity:
    rows = list(_wanted(criterion, side.rows, families))
    fails = sum(row.verdict == "fail" for row in rows)
    return Quantity(float(fails), tuple(row_part(row) for row in rows if row.verdict == "unknown"))


def _wanted(criterion: Criterion, rows: Sequence[Row], families: Families) -> Iterator[Row]:
    for row in rows:
        if (
            criterion.severity in (None, row.severity)
            and criterion.finding in (None, row.finding)
            and criterion.family in (None, families.get(row.finding))
        ):
            yield row


def _principle(criterion: Criterion, side: Side, families: Families) -> Quantity:
    line = next((line for line in side.principles if line.id == criterion.principle), None)
    if line is None:
        return not_given(
            f"{side.model.id}:{criterion.principle}", f"The model has no principle '{criterion.principle}'"
        )
    if line.verdict == "not kept":
        return Quantity(0.0)
    if line.verdict == "kept" and not line.withheld:
        return Quantity(1.0)
    return Quantity(0.0, (_principle_part(line),))


def _principle_part(line: Kept) -> Part:
    """Kept as far as it is published is not kept for certain; that a part is withheld is the same for every side."""
    things = frozenset(thing for row in line.rows for thing in things_in(row))
    if line.verdict == "kept":
        return Part(f"withheld:{line.id}", f"Whether the part of '{line.title}' that is withheld is kept", 0, 1)
    rests = "|".join(sorted(row_part(row).key for row in line.rows))
    withheld = ", of which a part is withheld," if line.withheld else ""
    return Part(f"{line.id}:{rests}", f"Whether '{line.title}'{withheld} is kept", 0, 1, things)


def _metric(criterion: Criterion, side: Side, families: Families) -> Quantity:
    found = [m for m in side.metrics if m.name == criterion.metric and m.about == (criterion.about or "")]
    if not found:
        why = f"The measure '{criterion.metric}' is not taken of '{criterion.about or 'the whole'}' here"
        return not_given(f"{side.model.id}:{criterion.metric}:{criterion.about}", why)
    return measure_as_quantity(found[0], side)


def measure_as_quantity(metric: Measured, side: Side) -> Quantity:
    """A measure as an interval; what is not known of it is an unknown of its own on each side."""
    key = f"{side.model.id}:{metric.name}:{metric.about}"
    if metric.low is None:
        return not_given(key, metric.note or f"{metric.name} is not known", {metric.about} - {""})
    high = inf if metric.high is None else metric.high
    what = f"How much {metric.name}{f' of {side.model.title_of(metric.about)}' if metric.about else ''} is"
    part = Part(key, what, 0.0, high - metric.low, frozenset({metric.about} - {""}))
    return Quantity(metric.low, (part,) if part.span else (), metric.note)


def _disruption(criterion: Criterion, side: Side, families: Families) -> Quantity:
    found = [each for each in side.disruption if each.kind == criterion.kind]
    if criterion.unit is not None:
        found = [each for each in found if each.unit in (criterion.unit, "") or not each.quantity.fixed]
    units = {each.unit for each in found if each.quantity.fixed}
    if len(units) > 1:
        told = ", ".join(sorted(units))
        return not_given(f"{side.model.id}:{criterion.kind}", f"It is counted in several measures: {told}")
    whole = add_up(each.quantity for each in found)
    return Quantity(whole.fixed, whole.parts, " ".join(filter(None, (each.quantity.note for each in found))))


def _cost(criterion: Criterion, side: Side, families: Families) -> Quantity:
    return side.bill.sum_of(criterion.often or "one_off", criterion.unit or "pounds").quantity


def _questions(criterion: Criterion, side: Side, families: Families) -> Quantity:
    return Quantity(float(len(side.compared.questions) + len(side.compared.unknowns)) if side.compared else 0.0)


def _losses(criterion: Criterion, side: Side, families: Families) -> Quantity:
    return Quantity(float(len(side.compared.losses)) if side.compared else 0.0)


COUNTS: Mapping[str, Callable[[Criterion, Side, Any], Quantity]] = {
    "findings": _findings,
    "principle": _principle,
    "metric": _metric,
    "disruption": _disruption,
    "cost": _cost,
    "open_questions": _questions,
    "losses": _losses,
}
