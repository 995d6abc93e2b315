"""A model as a workbook: whose account it is, what was found in it, and a sheet for each of its lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic.fields import FieldInfo

from orgmodel.exchange.books import LINE, LONGEST_CELL, Book, Heading, lines_of
from orgmodel.exchange.exported import Exported
from orgmodel.exchange.people import Hidden, find_hidden
from orgmodel.exchange.workbook.cells import write_exact
from orgmodel.exchange.workbook.reading import ABOUT, CONTINUED, MARK
from orgmodel.exchange.workbook.records import plain_record, plain_records
from orgmodel.findings import SEVERITIES, Finding, Outcome
from orgmodel.loading.fields import fields_of, is_slot
from orgmodel.loading.lists import CLASSES
from orgmodel.loading.meanings import meaning_of
from orgmodel.model import Model

PIECE = LONGEST_CELL - 100
FOUND = (("fail", "Findings"), ("unknown", "We do not know"), ("info", "For information"))
FINDING_HEADINGS = (
    Heading("What", 20),
    Heading("Question", 34),
    Heading("Severity", 10),
    Heading("In a sentence", 70),
    Heading("How it is known", 14, "The weakest of what it rests on: stated, computed, attributed or inferred."),
    Heading("Paragraphs", 34),
    Heading("Accepted", 24, "Why somebody has accepted it, where somebody has."),
    Heading("Finding", 28),
)
LISTS_EXPLAINED = (
    "Each sheet named after a list of the definitions holds all of it, with the fields as columns. Columns in which "
    "nothing is said are hidden; show them to fill them in."
)
CELLS_EXPLAINED = (
    "In a cell, semicolons stand between several ids, and none, unclear, not_stated, redacted or open in place of an "
    "id say what is not known. What does not fit into such a cell is written as JSON, behind 'json:'."
)
EXPLAINED = (LISTS_EXPLAINED, CELLS_EXPLAINED, "To take it back: orgmodel import table THIS-FILE --to FOLDER.")
WIDTHS = {"id": 26, "title": 40, "description": 50, "note": 50, "cites": 26, "grade": 18, "kind": 18}
SLOT_WIDTH = 44


def render_workbook(
    model: Model, standing: str, outcomes: Sequence[Outcome] = (), with_people: bool = False
) -> Exported:
    """The workbook, people hidden and counted unless asked for. Raises UsageError without XlsxWriter."""
    hidden = find_hidden(model, with_people)
    rows = [row for outcome in outcomes for row in outcome.rows]
    shown = [row for row in rows if not _speaks_of(row, hidden)]
    left_out = [*hidden.lines()]
    if len(shown) < len(rows):
        number = len(rows) - len(shown)
        left_out.append(f"Hidden, since they name people: {number} of the {len(rows)} rows of what was found.")
    book = Book(model.about.title)
    _add_about(book, model, standing, left_out, bool(outcomes))
    for verdict, title in FOUND if outcomes else ():
        _add_findings(book, title, [row for row in shown if row.verdict == verdict])
    for name in CLASSES:
        records = plain_records(model, name, hidden)
        if records:
            _add_list(book, name, records)
    return Exported(book.close(), tuple(left_out[len(hidden.lines()) :]))


def _speaks_of(row: Finding, hidden: Hidden) -> bool:
    """Whether a row names somebody who is hidden, in its sentence, its values or what it rests on."""
    if not hidden.people:
        return False
    words = {str(value) for _, value in row.identity} | {piece.key for piece in row.evidence}
    parts = {part for word in words for part in word.replace(">", "/").replace(".", "/").split("/")}
    return bool(parts & hidden.people) or any(name in row.sentence for name in hidden.names)


def _add_about(book: Book, model: Model, standing: str, left_out: Sequence[str], checked: bool) -> None:
    lines = [standing, *left_out, *EXPLAINED]
    if not checked:
        lines.insert(1, "Nothing was checked: the workbook holds definitions only.")
    start = len(lines) + 3
    sheet = book.add_sheet(ABOUT, [Heading("field", 24), Heading("value", 100)], start)
    sheet.freeze_panes(0, 0)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, model.about.title, book.title)
    for row, line in enumerate(lines, start=1):
        sheet.merge_range(row, 0, row, 1, "", book.text)
        book.write(sheet, row, 0, line)
        sheet.set_row(row, LINE * lines_of([line], [124]))
    sheet.write_string(start - 1, 0, MARK, book.example)
    data, fields = plain_record(model.about, Hidden()), fields_of(type(model.about))
    rows = [(name, write_exact(data[name], field)) for name, field in fields.items() if name in data]
    book.write_rows(sheet, rows, start + 1, filters=False)


def _add_findings(book: Book, title: str, rows: Sequence[Finding]) -> None:
    sheet = book.add_sheet(title, FINDING_HEADINGS)
    cells = [
        (row.word, row.title, row.severity, row.sentence, row.basis, "; ".join(row.cites), row.waived, row.finding)
        for row in sorted(rows, key=lambda row: (SEVERITIES.index(row.severity), row.finding))
    ]
    book.write_rows(sheet, cells or [("Nothing",)])


def _add_list(book: Book, name: str, records: Sequence[dict[str, Any]]) -> None:
    """One list: id and title first, then the fields in use, then the others, hidden."""
    fields = fields_of(CLASSES[name])
    first = [field for field in ("id", "title") if field in fields]
    used = [field for field in fields if field not in first and any(field in record for record in records)]
    order = [*first, *used, *(field for field in fields if field not in first and field not in used)]
    columns: list[tuple[str, int]] = []
    contents = {field: [_pieces(record, field, fields[field]) for record in records] for field in order}
    for field in order:
        columns += [(field, piece) for piece in range(max(map(len, contents[field])) or 1)]
    headings = [
        Heading(_heading(*column), _width(column[0], fields[column[0]]), meaning_of(CLASSES[name], column[0]))
        for column in columns
    ]
    sheet = book.add_sheet(name, headings)
    rows = [
        [contents[field][number][piece] if piece < len(contents[field][number]) else "" for field, piece in columns]
        for number in range(len(records))
    ]
    book.write_rows(sheet, rows)
    sheet.freeze_panes(1, len(first))
    for at, (field, _) in enumerate(columns):
        if field not in first and field not in used:
            sheet.set_column(at, at, 24, None, {"hidden": True})


def _pieces(record: dict[str, Any], field: str, info: FieldInfo) -> list[str | int | float]:
    """A field as one cell, or as several where it is longer than a cell can be."""
    if field not in record:
        return []
    cell = write_exact(record[field], info)
    if not isinstance(cell, str) or len(cell) <= PIECE:
        return [cell]
    parts = [cell[at : at + PIECE] for at in range(0, len(cell), PIECE)]
    last = len(parts) - 1
    return [
        (CONTINUED if number else "") + part + (CONTINUED if number < last else "") for number, part in enumerate(parts)
    ]


def _heading(field: str, piece: int) -> str:
    return field if not piece else f"{field} ({piece + 1})"


def _width(field: str, info: FieldInfo) -> int:
    return WIDTHS.get(field, SLOT_WIDTH if is_slot(info) else 24)
