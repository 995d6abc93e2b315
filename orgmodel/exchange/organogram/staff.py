"""Junior rows as staff groups: so many full-time equivalents of a grade and job, in a unit, under a post."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.exchange.organogram.idents import Idents
from orgmodel.exchange.organogram.posts import JUNIOR, MONEY, Around, Record, part_of, read_amount
from orgmodel.exchange.organogram.reading import Row


def build_staff(rows: Sequence[Row], around: Around, idents: Idents) -> list[Record]:
    """The records of the staff groups, in the order of the rows."""
    seen: dict[tuple[tuple[str, str], ...], Row] = {}
    records = []
    for row in rows:
        content = tuple(sorted(row.cells.items()))
        if seen.setdefault(content, row) is not row:
            what = f"the row is the same, cell by cell, as {seen[content].seen_from(row)}; both were counted"
            around.noted.add("row-twice", row.place(), what, "Delete one, if the staff are the same.")
        records.append(_group(row, around, idents))
    return records


def _group(row: Row, around: Around, idents: Idents) -> Record:
    for field in MONEY:
        if row[field]:
            read_amount(row, field, around.noted)
    if around.superiors.is_top(row) or not row["superior"]:
        what = "the row does not say under which post the staff work"
        around.noted.add("staff-without-post", row.place("superior"), what, "Write the reference of a senior post.")
    unit, above = around.units.find(row), around.superiors.find(row)
    ident = idents.make("staff", row["superior"], row["unit"], row["title"], row["grade"])
    return {
        "id": ident,
        "title": row["title"] or "Staff without a job title",
        "grade": around.grades.ids.get(row["grade"]),
        "fte": read_amount(row, "fte", around.noted),
        "profession": row["profession"],
        "in_unit": unit,
        "reports_to": above,
        "cites": f"{JUNIOR}#{part_of(row['superior'])}",
    }
