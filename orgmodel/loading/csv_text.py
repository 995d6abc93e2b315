"""From CSV text to a document: a table whose file is named after a list, with the fields of its records as columns.

Cells are text; `;` separates the entries of a list. In a slot each entry is the id of what fills it, or a state.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, get_args

from pydantic.fields import FieldInfo

from orgmodel.errors import Place, Problem
from orgmodel.loading.document import Document, Spot
from orgmodel.loading.fields import fields_of, is_list, is_number, is_slot
from orgmodel.loading.lists import CLASSES, noun_of
from orgmodel.loading.scalars import resolve_number
from orgmodel.loading.spelling import MOST_SUGGESTIONS, did_you_mean
from orgmodel.loading.yaml_text import EMPTY
from orgmodel.model import State

SILENT = set(get_args(State)) - {"known"}


@dataclass(frozen=True)
class _Row:
    line: int
    cells: list[str]
    columns: list[int]

    def spot(self, index: int) -> Spot:
        return Spot(self.line, self.columns[index] if index < len(self.columns) else 1)


def list_named_by(file: str) -> str:
    """The list that a CSV file belongs to: its name up to the first dot or double hyphen."""
    return file.rsplit("/", 1)[-1].split(".")[0].split("--")[0]


def read_csv(text: str, file: str, problems: list[Problem]) -> Document | None:
    """The document in a table, or None where its name or its header says nothing to us."""
    name = list_named_by(file)
    if name not in CLASSES:
        hint = did_you_mean(name, CLASSES) or f"Name it after one of the lists: {', '.join(CLASSES)}."
        problems.append(Problem(Place(file), f"no list is called '{name}', so the table cannot be read", hint))
        return None
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        problems.append(Problem(Place(file, 1, 1), f"this is not CSV: {error}", "Look for quotes that never close."))
        return None
    if not rows:
        problems.append(Problem(Place(file, 1, 1), EMPTY, "Delete it, or write the names of the columns into line 1."))
        return None
    fields = fields_of(CLASSES[name])
    if not _check_header(rows[0], fields, file, name, problems):
        return None
    return _document(file, name, rows, fields, problems)


def _rows(text: str) -> Iterator[_Row]:
    lines = list(io.StringIO(text, newline=""))
    reader, start = csv.reader(lines, strict=True), 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield _Row(start, [cell.strip() for cell in cells], _columns(lines[start - 1], cells))
        start = reader.line_num + 1


def _columns(line: str, cells: list[str]) -> list[int]:
    """The column in which each cell of a row starts, counted from 1."""
    if '"' not in line:
        return list(accumulate((len(cell) + 1 for cell in cells[:-1]), initial=1))
    starts, quoted = [1], False
    for position, character in enumerate(line, start=1):
        quoted ^= character == '"'
        if character == "," and not quoted:
            starts.append(position + 1)
    return starts


def _check_header(header: _Row, fields: dict[str, FieldInfo], file: str, name: str, problems: list[Problem]) -> bool:
    before, seen, known = len(problems), set[str](), f"Known columns: {', '.join(sorted(fields))}."
    for index, column in enumerate(header.cells):
        place = Place(file, header.line, header.spot(index).column)
        if column not in fields:
            hint = did_you_mean(column, fields) if index < MOST_SUGGESTIONS else ""
            hint = "Separate the columns with commas." if ";" in column else hint or known
            problems.append(Problem(place, f"unknown column '{column}' in the table of {name}", hint))
        elif column in seen:
            problems.append(Problem(place, f"the column '{column}' stands twice in the table", "Keep one of the two."))
        seen.add(column)
    for column, field in fields.items():
        if len(problems) == before and field.is_required() and column not in header.cells:
            what = f"the column '{column}' is missing: every {noun_of(name)} needs it"
            problems.append(Problem(Place(file, header.line, 1), what, f"Add '{column}' to line {header.line}."))
    return len(problems) == before


def _document(
    file: str, name: str, rows: list[_Row], fields: dict[str, FieldInfo], problems: list[Problem]
) -> Document:
    header, spot = rows[0].cells, Spot(1, 1)
    readers = {column: _reader(fields[column]) for column in header}
    records: list[dict[str, Any]] = []
    spots = spot.parts[name] = Spot(1, 1)
    partial = False
    for row in rows[1:]:
        if len(row.cells) != len(header):
            what = f"this row has {len(row.cells)} cells, but the header has {len(header)}"
            hint = "Put cells that hold a comma in double quotes, and give every row as many cells as the header."
            problems.append(Problem(Place(file, row.line, 1), what, hint))
            partial = True
            continue
        spots.parts[len(records)] = place = Spot(row.line, 1)
        filled = [(index, column) for index, column in enumerate(header) if row.cells[index]]
        place.parts.update((column, row.spot(index)) for index, column in filled)
        records.append({column: readers[column](row.cells[index]) for index, column in filled})
    return Document(file, {name: records}, spot, partial)


def _reader(field: FieldInfo) -> Callable[[str], Any]:
    """How the cells of a column are read. Asked once for each column, since looking into a type is slow."""
    if is_slot(field):
        return lambda cell: [{"state": part} if part in SILENT else {"who": part} for part in _entries(cell)]
    if is_list(field):
        return _entries
    return resolve_number if is_number(field) else str


def _entries(cell: str) -> list[str]:
    return [entry for part in cell.split(";") if (entry := part.strip())]
