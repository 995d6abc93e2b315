"""Templates to fill: a workbook with a sheet a list, or CSV files, each explained and with one invented example."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from orgmodel.exchange.books import Book, Heading
from orgmodel.exchange.tables.columns import Column, Table
from orgmodel.exchange.tables.lists import BEGINNINGS, EXAMPLE, TABLES
from orgmodel.exchange.tables.matching import GUIDE_SHEET
from orgmodel.exchange.tables.words import SILENCES_TAUGHT, plain

ROWS = 2000
"""How many rows of a template have drop-down lists."""
INTRODUCTION = (
    "Fill in the sheets that you need, one row for each thing, and delete or keep the rest as you like.",
    f"The grey row that begins with {EXAMPLE} shows how; it is never read.",
    "Name things by their title, exactly as it stands in their own row, or by their id.",
    "Several names go into one cell with semicolons between them: Harbour Board; Pilots.",
    "Leave a cell empty where you do not know: it then counts as not stated, and never as nobody.",
    "In place of a name you may write:",
)
CHOICES: dict[tuple[str, ...], str] = {
    ("unit_kinds",): "Kinds of unit",
    ("grades",): "Grades",
    ("Unit",): "Units",
    ("Post",): "Posts",
    ("Subject",): "Subjects",
    ("Person",): "People",
}
"""Whose titles a cell offers to choose from."""


def render_template() -> bytes:
    """The workbook to fill in. Raises UsageError where XlsxWriter is not installed."""
    book = Book("Your organisation")
    _add_guide(book)
    for table in TABLES.values():
        _add_table(book, table)
    return book.close()


def render_csv_templates() -> dict[str, str]:
    """The same as CSV files by name, with what to write in a text beside them."""
    texts = {f"{table.list}.csv": _csv(table) for table in TABLES.values()}
    lines = [*INTRODUCTION, *(f"  {word}: {says}" for word, says in SILENCES_TAUGHT.items())]
    for table in TABLES.values():
        lines += ["", f"{table.list}.csv: {table.says}"]
        lines += [f"  {column.heading}: {explain(column)}" for column in table.columns]
    return {"how-to-fill-this-in.txt": "\n".join(lines) + "\n", **texts}


def explain(column: Column) -> str:
    """What a column means and what may be written into it."""
    choices = {
        "slot": "Write titles or ids, or one of the words for what is not known.",
        "reference": "Write a title or an id.",
        "yes": "Write yes or no.",
        "date": "Write a day, a month or a year: 2024-04-03, 2024-04 or 2024.",
        "number": "Write a number.",
        "texts": "Write several with semicolons between them.",
    }
    how = choices.get(column.kind, "")
    if column.kind == "word":
        how = f"Write one of: {', '.join(map(plain, column.words))}."
    return " ".join(part for part in (column.meaning.replace("`", "'"), how) if part)


def example_row(table: Table) -> list[str]:
    """The invented row that shows how to fill a table; none where there are rows to begin with."""
    if table.list in BEGINNINGS:
        return []
    cells = [column.example for column in table.columns]
    return [f"{EXAMPLE} {cells[0]}", *cells[1:]]


def beginning_rows(table: Table) -> Iterator[list[Any]]:
    """The rows that a table of kinds or grades has to begin with, and which are read."""
    for rank, title in enumerate(BEGINNINGS.get(table.list, ()), start=1):
        yield [{"rank": rank, "title": title}.get(column.path, "") for column in table.columns]


def is_needed(column: Column) -> bool:
    """Whether a cell may not be left empty: an id is made, and a kind is only needed where there are several."""
    return column.needed and column.path not in ("id", "kind")


def _csv(table: Table) -> str:
    out = io.StringIO()
    rows = [example_row(table), *beginning_rows(table)]
    csv.writer(out, lineterminator="\n").writerows(
        [[column.heading for column in table.columns], *(row for row in rows if row)]
    )
    return out.getvalue()


def _add_guide(book: Book) -> None:
    headings = [Heading("Sheet", 20), Heading("Column", 28), Heading("Needed", 10), Heading("What to write", 90)]
    start = 3 + len(INTRODUCTION) + len(SILENCES_TAUGHT)
    sheet = book.add_sheet(GUIDE_SHEET, headings, start)
    sheet.freeze_panes(0, 0)
    sheet.write_string(0, 0, "Your organisation, in tables", book.title)
    sheet.set_row(0, 26)
    lines = [(text, "") for text in INTRODUCTION] + list(SILENCES_TAUGHT.items())
    for row, (text, says) in enumerate(lines, start=1):
        if says:
            sheet.write_string(row, 1, text, book.bold)
            sheet.merge_range(row, 2, row, 3, says, book.text)
        else:
            sheet.merge_range(row, 0, row, 3, text, book.text)
    rows: list[list[str]] = []
    for table in TABLES.values():
        rows.append([table.title, "", "", table.says])
        rows += [["", each.heading, "yes" if is_needed(each) else "", explain(each)] for each in table.columns]
    book.write_rows(sheet, rows, start + 1, filters=False)
    for row, (name, *_) in enumerate(rows, start=start + 1):
        book.write(sheet, row, 0, name, book.bold)


def _add_table(book: Book, table: Table) -> None:
    headings = [Heading(each.heading, _width(each), explain(each)) for each in table.columns]
    sheet = book.add_sheet(table.title, headings)
    example = example_row(table)
    for at, cell in enumerate(example):
        sheet.write_string(1, at, cell, book.example)
    book.write_rows(sheet, list(beginning_rows(table)), 1, filters=False)
    for at, column in enumerate(table.columns):
        choices = _choices(column)
        if choices:
            sheet.data_validation(1, at, ROWS, at, choices)


def _width(column: Column) -> int:
    return {"text": 32, "slot": 30, "reference": 22}.get(column.kind, 18) if column.path not in ("id", "rank") else 14


def _choices(column: Column) -> dict[str, Any] | None:
    """What a cell offers: a closed list strictly, titles as a help only, since ids and several names may stand too."""
    if column.kind in ("word", "yes"):
        words = [plain(word) for word in column.words] if column.kind == "word" else ["yes", "no"]
        title, message = "Not one of the words", f"Choose one of: {', '.join(words)}."[:250]
        return {"validate": "list", "source": words, "error_title": title, "error_message": message}
    sheet = CHOICES.get(column.targets)
    if sheet is None or column.kind not in ("slot", "reference"):
        return None
    at = next(number for number, each in enumerate(_table_of(sheet).columns) if each.path == "title")
    letter = "ABC"[at]
    return {"validate": "list", "source": f"='{sheet}'!${letter}$2:${letter}${ROWS}", "show_error": False}


def _table_of(title: str) -> Table:
    return next(table for table in TABLES.values() if table.title == title)
