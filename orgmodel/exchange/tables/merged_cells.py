"""Cells merged over several rows of a workbook: only the first holds the value, and the rest would be read as empty."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from orgmodel.errors import Place, Problem
from orgmodel.exchange.sheet_books import read_damaged
from orgmodel.exchange.sheets import OLE, ZIP
from orgmodel.exchange.tables.matching import Matched

HINT = "Take the merging back and write the value into each of the cells."


def find_merged(tables: Sequence[tuple[str, bytes]], matched: Iterable[Matched]) -> Iterator[Problem]:
    """A problem for each range of merged cells below the headings, in a column that is read."""
    contents = dict(tables)
    for each in matched:
        data = contents.get(each.sheet.file, b"")
        if data.startswith((ZIP, OLE)) and each.sheet.name:
            yield from _problems(each, data)


def _problems(matched: Matched, data: bytes) -> Iterator[Problem]:
    import python_calamine as calamine

    try:
        book = read_damaged(calamine.load_workbook, io.BytesIO(data))
        ranges = read_damaged(book.get_sheet_by_name, matched.sheet.name).merged_cell_ranges
    except (calamine.CalamineError, OSError, ValueError):
        return
    top = matched.sheet.lines[matched.header]
    for (first, left), (last, right) in ranges or ():
        columns = [at for at in range(left, right + 1) if at in matched.columns]
        if first + 1 > top and columns and (last > first or len(columns) > 1):
            heading = matched.sheet.rows[matched.header][columns[0]]
            what = f"column '{heading}': lines {first + 1} to {last + 1} are one merged cell, which has one value"
            yield Problem(Place(matched.sheet.shown, first + 1, columns[0] + 1), what, HINT)
