"""Rows from a workbook that we wrote ourselves: ids in place of titles, every field, and the order of the rows kept."""

from __future__ import annotations

from orgmodel.errors import Problem
from orgmodel.exchange.tables.identities import KEYS, key_of
from orgmodel.exchange.tables.present import free_key
from orgmodel.exchange.tables.rows import Cell, Incoming, Row
from orgmodel.exchange.workbook.reading import Exact, Taken


def add_exported(taken: Taken, incoming: Incoming) -> None:
    """Add everything that such a workbook holds to what the tables say."""
    incoming.about |= taken.about
    incoming.problems += taken.problems
    for name, records in taken.records.items():
        rows = incoming.rows.setdefault(name, {})
        incoming.covers.setdefault(name, set()).update(taken.covers[name])
        for rank, exact in enumerate(records, start=1):
            _add(name, exact, rank, rows, incoming)


def _add(name: str, exact: Exact, rank: int, rows: dict[str, Row], incoming: Incoming) -> None:
    key = key_of(name, exact.data)
    if name in KEYS or not key:
        key = free_key(key, rows)
    row = Row(name, key, exact.data, {field: Cell(*at) for field, at in exact.places.items()}, rank)
    first = rows.setdefault(key, row)
    if first is not row:
        place, heading = exact.places["id"]
        what = f"column '{heading}': the id '{key}' stands for this row and for the one at {first.place}"
        incoming.problems.append(Problem(place, what, "Give one of the two another id."))
