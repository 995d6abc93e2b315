"""Tables of a small invented port, and imports of them, for tests."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import xlsxwriter

from orgmodel.exchange.tables import Keep, Mapping, NewModel, TableImport, read_tables

NEW = NewModel("an invented review", dt.date(2024, 5, 1), marking="Invented")
UNITS = "Title,Part of,Kind,Head\nPort,,Organisation,Chief\nPilots,Port,Team,nobody\n"
POSTS = "Title,Unit,Grade,Reports to\nChief,Port,Head,\nPilot,Pilots,Officer,Chief\n"
KINDS = "Rank,Title\n1,Organisation\n2,Team\n"
GRADES = "Rank,Title\n1,Head\n2,Officer\n"
RESPONSIBILITIES = "Title,Who is accountable\nPilotage,Pilot\nDredging,nobody\n"


def port(**changes: str | None) -> dict[str, str]:
    """The tables of the port by the names of their files; None leaves one out."""
    tables: dict[str, str | None] = {
        "units": UNITS,
        "posts": POSTS,
        "unit_kinds": KINDS,
        "grades": GRADES,
        "responsibilities": RESPONSIBILITIES,
    }
    return {f"{name}.csv": text for name, text in (tables | changes).items() if text is not None}


def read(tables: dict[str, Any], folder: Path, mapping: Mapping | None = None, keep: Keep | None = None) -> TableImport:
    """What importing tables, as text or bytes, into a folder would do."""
    files = [(name, data if isinstance(data, bytes) else data.encode("utf-8")) for name, data in tables.items()]
    return read_tables(files, folder, mapping, NEW, keep)


def write(found: TableImport, folder: Path) -> TableImport:
    """Write an import that has no problem, as the use case does; the import, for the next question."""
    assert not found.problems, found.problems
    assert not found.conflicts, found.conflicts
    for name, text in found.texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return found


def problems_of(found: TableImport) -> list[str]:
    """Each problem on one line, with its hint."""
    return [str(problem).replace("\n    ", " | ") for problem in found.problems]


def workbook(sheets: dict[str, list[list[Any]]], merged: tuple[str, ...] = ()) -> bytes:
    """A workbook with rows by sheet; `merged` are ranges to be merged in the first of them."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for down, row in enumerate(rows):
                for across, cell in enumerate(row):
                    if isinstance(cell, str) and cell.startswith("!"):
                        sheet.write_formula(down, across, "=1/0", None, cell[1:])
                    else:
                        sheet.write(down, across, cell)
            for cells in merged:
                sheet.merge_range(cells, rows[1][0])
            merged = ()
    return stream.getvalue()
