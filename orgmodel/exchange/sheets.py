"""Any table that people send (CSV, XLSX, XLS, ODS) as sheets of text cells that know where they were written.

It tells files by what is in them, never by their names, and knows nothing of what the columns mean.
"""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.errors import ImportFileError, Place, Problem

MOST_BYTES = 50_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOT_TABLES = {
    b"%PDF": "a PDF",
    b"<!doctype": "a web page",
    b"<html": "a web page",
    b"<table": "a web page",
    b"<?xml": "an XML file",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture",
    b"{\\rtf": "a text document",
}
SAVE_AS_TABLE = "Open it in a spreadsheet program and save it as CSV (UTF-8) or as XLSX."


@dataclass(frozen=True)
class Sheet:
    """One table: `rows` of stripped cells, all of one width, and the line (from 1) on which each row stands.

    `file` is the name to show; `name` is the sheet's within a workbook, and empty for a text file.
    """

    file: str
    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    @property
    def shown(self) -> str:
        """The file as messages have it: `posts.csv`, or `posts.xlsx [Senior posts]`."""
        return f"{self.file} [{self.name}]" if self.name else self.file

    def place(self, row: int, column: int) -> Place:
        """Where a cell is; indices from 0. The place counts lines of the file and columns of the table, from 1."""
        return Place(self.shown, self.lines[row], column + 1)


def read_sheets(name: str, data: bytes) -> tuple[list[Sheet], list[Problem]]:
    """Every sheet that holds anything, and what was odd but read all the same.

    Raises ImportFileError, with the reason, where nothing can be read; UsageError where workbooks need an extra.
    """
    from orgmodel.exchange.sheet_books import read_workbook
    from orgmodel.exchange.sheet_text import read_text_sheet

    problems: list[Problem] = []
    _check_kind(name, data)
    if data.startswith((ZIP, OLE)):
        sheets = read_workbook(name, data, problems)
    else:
        sheets = [read_text_sheet(name, data, problems)]
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        what = problems[0].what if problems else "no cell of the file holds anything"
        raise ImportFileError([Problem(Place(name), what, "Look whether it is the file that you meant.")])
    return filled, problems


def _check_kind(name: str, data: bytes) -> None:
    if len(data) > MOST_BYTES:
        size, most = f"{len(data) / 1e6:,.0f} MB", f"{MOST_BYTES / 1e6:.0f} MB"
        what = f"the file is {size} large, and {most} is the most that is read"
        raise ImportFileError([Problem(Place(name), what, "Cut it into several files, and give them together.")])
    if not data.strip():
        raise ImportFileError(
            [Problem(Place(name), "the file is empty", "Look whether it is the file that you meant.")]
        )
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for mark, kind in NOT_TABLES.items():
        if start.startswith(mark.lower()):
            raise ImportFileError([Problem(Place(name), f"the file is {kind}, whatever its name", SAVE_AS_TABLE)])
