"""What verdicts that cannot be told rest on and the model does not state: the points that somebody could settle.

What is withheld is kept apart: of it nothing is tried, ranked or guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from orgmodel.findings import Finding, FindingQuery
from orgmodel.graph import Rows, holds_on
from orgmodel.model import LINKS_BY_LABEL, Board, Handoff, Model, Post

OPEN = ("not_stated", "open", "unclear")
SHARED = ("shared_system", "shared_target", "common_owner")
Row = tuple[str, tuple[tuple[str, str], ...]]
"""The finding and the identity of a row."""


@dataclass(frozen=True)
class OpenPoint:
    """One thing not stated: the field of a thing (of a hand-off, of the stage before it; `after` is the other), and
    the rows that cannot be told and rest on it. `state` is the kind of silence."""

    key: str
    owner: str
    label: str
    field: str
    state: str
    rows: tuple[Row, ...]
    cites: tuple[str, ...] = ()
    chain: str = ""
    role: str = ""
    after: str = ""
    by_unit: bool = False
    number: int = 0


@dataclass(frozen=True)
class Withheld:
    """Something withheld that verdicts rest on: the field of a thing, the passages, and how many verdicts."""

    owner: str
    field: str
    chain: str
    cites: tuple[str, ...]
    rows: tuple[Row, ...]


def find_open_points(
    model: Model, rows: Rows, found: Iterable[Finding], catalogue: Iterable[FindingQuery]
) -> list[OpenPoint]:
    """Every open point that an unknown row rests on, by key; `rows` are those of the model, `found` its findings."""
    resting = _resting(found)
    queries = {query.id: query.query for query in catalogue}
    slots = {row["id"]: row for row in rows.nodes.get("Slot", ())}
    points = [_slot_point(slots[key], of) for key, of in resting.items() if key in slots and _is_open(slots[key])]
    for key, of in resting.items():
        points += _node_points(model, key, of, queries)
        points += _cover_point(model, key, of)
    points += _handoff_points(model, resting)
    return sorted(points, key=lambda point: point.key)


def find_withheld(rows: Rows, found: Iterable[Finding]) -> list[Withheld]:
    """Everything withheld that an unknown row rests on, in the order of its keys."""
    resting = _resting(found)
    return [
        Withheld(row["owner"], row["name"], row["chain"], tuple(row["cites"]), resting[row["id"]])
        for row in sorted(rows.nodes.get("Slot", ()), key=lambda row: str(row["id"]))
        if row["says_redacted"] and row["id"] in resting
    ]


def _resting(found: Iterable[Finding]) -> dict[str, tuple[Row, ...]]:
    resting: dict[str, dict[Row, None]] = {}
    for row in found:
        if row.verdict == "unknown":
            for piece in row.evidence:
                resting.setdefault(piece.key, {})[row.key] = None
    return {key: tuple(rows) for key, rows in resting.items()}


def _is_open(slot: Mapping[str, Any]) -> bool:
    fields = {link.field for link in LINKS_BY_LABEL.get(slot["owner_label"], ())}
    return (
        slot["state"] in OPEN
        and not slot["says_redacted"]
        and (slot["name"] in fields or slot["name"] in ("occupancy", "attendance"))
    )


def _slot_point(slot: Mapping[str, Any], of: tuple[Row, ...]) -> OpenPoint:
    return OpenPoint(
        slot["id"],
        slot["owner"],
        slot["owner_label"],
        slot["name"],
        slot["state"],
        of,
        tuple(slot["cites"]),
        slot["chain"],
        slot["role"],
        by_unit=bool(slot["by_unit"]),
    )


def _node_points(model: Model, key: str, of: tuple[Row, ...], queries: Mapping[str, str]) -> Iterator[OpenPoint]:
    """What a record says of itself and leaves open, where the questions that rest on it read that."""
    record = model.by_id.get(key)
    field = "critical" if isinstance(record, Post) else "decides" if isinstance(record, Board) else ""
    if record is None or not field or getattr(record, field) is not None:
        return
    reading = tuple(row for row in of if f".{field}" in queries[row[0]])
    if reading:
        yield OpenPoint(f"{key}.{field}", key, model.label_of[key], field, "not_stated", reading, record.cites)


def _cover_point(model: Model, key: str, of: tuple[Row, ...]) -> Iterator[OpenPoint]:
    """When a cover was to end, where a row rests on the cover and the text gives no day."""
    owner, _, number = key.rpartition(">COVERS>")[2].partition(".covered_by.")
    record = model.by_id.get(owner)
    if ">COVERS>" not in key or not isinstance(record, Post):
        return
    here = [claim for claim in record.covered_by.claims if holds_on(claim, model.about.as_of)]
    claim = here[int(number)] if int(number) < len(here) else None
    if claim is not None and claim.due_end is None:
        place = record.covered_by.claims.index(claim)
        yield OpenPoint(
            f"{key}.due_end", owner, "Post", "due_end", "not_stated", of, claim.cites, after=claim.who or "",
            number=place,
        )  # fmt: skip


def _handoff_points(model: Model, resting: Mapping[str, tuple[Row, ...]]) -> Iterator[OpenPoint]:
    for process in model.processes:
        for number, handoff in enumerate(process.handoffs):
            key = f"{handoff.before}>NEXT>{handoff.after}.handoff.{number}"
            for field in SHARED if key in resting else ():
                yield from _shared_point(handoff, f"{key}.{field}", field, resting[key], number)


def _shared_point(handoff: Handoff, key: str, field: str, of: tuple[Row, ...], number: int) -> Iterator[OpenPoint]:
    state = getattr(handoff, field)
    if state in OPEN:
        yield OpenPoint(
            key, handoff.before, "Stage", field, state, of, handoff.cites, after=handoff.after, number=number
        )
