"""From the bytes of a workbook (XLSX, ODS, XLS) to sheets of text, with numbers and dates as people write them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from orgmodel.errors import ImportFileError, Place, Problem
from orgmodel.exchange.optional import load_library
from orgmodel.exchange.sheet_errors import BROKEN, find_error_cells
from orgmodel.exchange.sheet_text import clean_cell
from orgmodel.exchange.sheets import MOST_COLUMNS, MOST_ROWS, SAVE_AS_TABLE, ZIP, Sheet

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_UNPACKED = 400_000_000
Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
Read = TypeVar("Read")


def read_workbook(name: str, data: bytes, problems: list[Problem]) -> list[Sheet]:
    """The visible sheets, in order. Raises ImportFileError where none can be read, UsageError without the reader."""
    if data.startswith(ZIP):
        _check_unpacked(name, data)
    book = _open(name, data)
    errors = find_error_cells(data) if data.startswith(ZIP) else {}
    return list(_sheets(name, book, errors, problems))


def _check_unpacked(name: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except BROKEN as error:
        what = f"the file starts like a workbook and is damaged: {error}"
        raise ImportFileError(
            [Problem(Place(name), what, "Download it again, or open it and save it anew.")]
        ) from error
    if unpacked > MOST_UNPACKED:
        what = f"the workbook unpacks to {unpacked / 1e6:,.0f} MB, and {MOST_UNPACKED / 1e6:.0f} MB is the most"
        raise ImportFileError([Problem(Place(name), what, SAVE_AS_TABLE)])


def _open(name: str, data: bytes) -> CalamineWorkbook:
    calamine = load_library("python_calamine", f"Reading the workbook '{name}'")
    try:
        book: CalamineWorkbook = read_damaged(calamine.load_workbook, io.BytesIO(data))
    except calamine.PasswordError as error:
        what = "the workbook is locked with a password"
        raise ImportFileError([Problem(Place(name), what, "Save a copy without the password.")]) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        what = f"the file looks like a workbook and cannot be opened: {error}"
        raise ImportFileError([Problem(Place(name), what, SAVE_AS_TABLE)]) from error
    return book


def read_damaged(read: Callable[..., Read], *given: Any) -> Read:
    """What a step of the reader gives. It is compiled, and a damaged file can make it raise past `except Exception`.

    Raises ValueError then, and else what the step raises.
    """
    try:
        return read(*given)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError("it is damaged") from error


def _sheets(
    name: str, book: CalamineWorkbook, errors: dict[str, dict[tuple[int, int], str]], problems: list[Problem]
) -> Iterator[Sheet]:
    import python_calamine as calamine

    for known in book.sheets_metadata:
        place = Place(f"{name} [{known.name}]")
        if known.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        if known.visible != calamine.SheetVisibleEnum.Visible:
            problems.append(
                Problem(place, "the sheet is hidden and was not read", "Show it, if it belongs to the table.")
            )
            continue
        try:
            sheet = read_damaged(book.get_sheet_by_name, known.name)
        except (calamine.CalamineError, OSError, ValueError) as error:
            problems.append(Problem(place, f"the sheet cannot be read: {error}", SAVE_AS_TABLE))
            continue
        bottom, right = sheet.end or (0, 0)
        if bottom >= MOST_ROWS or right >= MOST_COLUMNS:
            what = (
                f"the sheet has {bottom + 1:,} rows and {right + 1:,} columns, "
                f"and {MOST_ROWS:,} and {MOST_COLUMNS:,} are the most; it was not read"
            )
            problems.append(Problem(place, what, "Delete the rows and columns that hold nothing, and save it."))
            continue
        yield _sheet(name, known.name, sheet.to_python(skip_empty_area=False), errors.get(known.name, {}))


def _sheet(file: str, name: str, cells: list[list[Cell]], errors: dict[tuple[int, int], str]) -> Sheet:
    table = [[_text(cell) for cell in row] for row in cells]
    for (row, column), error in errors.items():
        if row < len(table) and column < len(table[row]):
            table[row][column] = error
    kept = [(line, tuple(row)) for line, row in enumerate(table, start=1) if any(row)]
    return Sheet(file, name, tuple(row for _, row in kept), tuple(line for line, _ in kept))


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return clean_cell(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.15g}"
    if isinstance(cell, dt.datetime):
        return (cell.date() if cell.time() == dt.time() else cell).isoformat()
    return cell.isoformat() if isinstance(cell, (dt.date, dt.time)) else str(cell)
