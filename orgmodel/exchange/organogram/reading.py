"""From sheets to rows that know their fields, their snapshot and their place; what cannot be read is noted."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.errors import ImportFileError, Place, Problem
from orgmodel.exchange.organogram.columns import find_columns, find_header, find_level
from orgmodel.exchange.organogram.problems import Noted
from orgmodel.exchange.organogram.values import ERRORS, find_day, read_day, unquote
from orgmodel.exchange.sheets import Sheet, read_sheets

NO_ORGANOGRAM = "no sheet has the columns of an organogram"
NAME_THEM = "It needs a row with names of columns such as 'Post Unique Reference', 'Job Title', 'Unit' and 'Grade'."
GIVE_DAY = "Say of which day it is: --as-of 2011-09-30."


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the text of each field (quotes around whole cells taken off), of which day, senior or junior."""

    sheet: Sheet
    index: int
    columns: Mapping[str, int]
    cells: Mapping[str, str]
    day: dt.date
    senior: bool

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")

    def place(self, field: str = "") -> Place:
        """Where a field of the row is; without one, or without such a column, where the row begins."""
        return self.sheet.place(self.index, self.columns.get(field, 0))

    def seen_from(self, other: Row) -> str:
        """Where the row is, as a message about another row says it."""
        line = f"line {self.sheet.lines[self.index]}"
        return line if other.sheet is self.sheet else f"{line} of {self.sheet.shown}"


def read_rows(files: Sequence[tuple[str, bytes]], days: Mapping[str, dt.date], noted: Noted) -> list[Row]:
    """Every row of every file, in order. `days` gives a day by the file's name, or by "" for all without one.

    Raises ImportFileError, with the reason of each file, where no file holds an organogram.
    """
    rows: list[Row] = []
    failed: list[Problem] = []
    seen: dict[str, str] = {}
    for name, data in files:
        digest = hashlib.sha256(data).hexdigest()
        if digest in seen:
            what = f"the file is the same as '{seen[digest]}', and was read once"
            noted.add("file-twice", Place(name), what, "Leave one of them out.")
            continue
        seen[digest] = name
        try:
            rows += _file_rows(name, data, days, noted)
        except ImportFileError as error:
            failed += error.problems
    if not rows:
        raise ImportFileError(failed or [Problem(Place(), "no file was given", "Name at least one file.")])
    noted.add_read(failed)
    return rows


def _file_rows(name: str, data: bytes, days: Mapping[str, dt.date], noted: Noted) -> list[Row]:
    sheets, problems = read_sheets(name, data)
    noted.add_read(problems)
    rows: list[Row] = []
    found = False
    for sheet in sheets:
        header = find_header(sheet)
        if header is None:
            if len(sheets) > 1:
                what = "the sheet has no row with the names of an organogram's columns, and was left out"
                noted.add("sheet-left-out", Place(sheet.shown), what, "Nothing, if it is not part of the list.")
            continue
        found = True
        rows += _sheet_rows(sheet, header, days.get(name) or days.get(""), noted)
    if not found:
        raise ImportFileError([Problem(Place(name), NO_ORGANOGRAM, NAME_THEM)])
    if not rows:
        what = "the file has the columns of an organogram, and no row that can be used"
        raise ImportFileError(
            [Problem(Place(name), what, "Look whether it was cut short, and whether rows have a day.")]
        )
    return rows


def _sheet_rows(sheet: Sheet, header: int, given: dt.date | None, noted: Noted) -> Iterator[Row]:
    level = find_level(sheet.rows[header])
    columns = find_columns(sheet, header, level, noted)
    day = given or _day_of_sheet(sheet, header, columns, noted)
    days: dict[str, dt.date | None] = {}
    for index in range(header + 1, len(sheet.rows)):
        texts = sheet.rows[index]
        if texts == sheet.rows[header]:
            continue
        cells = {field: unquote(texts[column]) for field, column in columns.items() if texts[column]}
        _drop_errors(sheet, index, columns, cells, noted)
        written = cells.get("snapshot", "")
        if written not in days:
            days[written] = read_day(written) if written else None
        of = days[written] or (day if not written else None)
        if of is None:
            _say_no_day(sheet, index, columns, written, noted)
        elif (senior := _is_senior(level, cells)) is not None:
            yield Row(sheet, index, columns, cells, of, senior)
        else:
            what = f"the row says neither senior nor junior, but '{cells.get('level', '')}', and was left out"
            noted.add("row-left-out", sheet.place(index, columns["level"]), what, "Write Senior or Junior.")


def _day_of_sheet(sheet: Sheet, header: int, columns: Mapping[str, int], noted: Noted) -> dt.date | None:
    """The day that stands above the header, or in the name of the sheet or the file, where no column has one."""
    if "snapshot" in columns:
        return None
    titles = [cell for row in sheet.rows[:header] for cell in row if cell]
    for text in (*titles, sheet.name, sheet.file):
        day = find_day(text)
        if day:
            what = f"no column says of which day the rows are; {day} was taken from '{text[:60]}'"
            noted.add("date-taken", Place(sheet.shown), what, "Give another with --as-of, if it is wrong.")
            return day
    raise ImportFileError([Problem(Place(sheet.shown), "nothing says of which day the list is", GIVE_DAY)])


def _say_no_day(sheet: Sheet, index: int, columns: Mapping[str, int], written: str, noted: Noted) -> None:
    said = f"'{written[:40]}' is no day of a snapshot" if written else "the row does not say of which snapshot it is"
    what = f"{said}; the row was left out"
    noted.add("row-left-out", sheet.place(index, columns.get("snapshot", 0)), what, "Write it as Sep-11 or 2011-09-30.")


def _drop_errors(sheet: Sheet, index: int, columns: Mapping[str, int], cells: dict[str, str], noted: Noted) -> None:
    for field in [field for field, text in cells.items() if text[0] == "#" and ERRORS.fullmatch(text)]:
        what = f"the cell holds {cells.pop(field)}, an error of the spreadsheet program; it was read as empty"
        noted.add(
            "spreadsheet-error", sheet.place(index, columns[field]), what, "Mend the formula, or write the value."
        )


def _is_senior(level: str, cells: Mapping[str, str]) -> bool | None:
    if level != "both":
        return level == "senior"
    written = cells.get("level", "").lower()
    if not written:
        return bool(cells.get("reference"))
    return True if written.startswith("s") else False if written.startswith("j") else None
