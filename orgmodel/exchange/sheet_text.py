"""From the bytes of a text table to rows: encoding, delimiter, quotes that never close, rows too long or too short."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from orgmodel.errors import ImportFileError, Place, Problem
from orgmodel.exchange.sheet_encoding import decode
from orgmodel.exchange.sheets import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, SAVE_AS_TABLE, Sheet

MOST_IN_A_CELL = 32_767
"""What a spreadsheet program holds in a cell, and so more than anybody meant."""

DELIMITERS = ",;\t"
MOST_RECOVERIES = 20
"""So many unclosed quotes are put right one by one; after that the rest is read as if quotes meant nothing."""

SPACES = re.compile("[\u00a0\u2007\u202f\t\x0b\x0c\x00-\x08\x0e-\x1f\x7f]")

Record = tuple[int, list[str]]


def clean_cell(text: str) -> str:
    """A cell without what nobody sees: spaces at its ends, non-breaking spaces, control characters."""
    return SPACES.sub(" ", text).strip() if text else text


def read_text_sheet(name: str, data: bytes, problems: list[Problem]) -> Sheet:
    """The one sheet of a text file. Raises ImportFileError above the limits of rows and columns."""
    text = decode(name, data, problems)
    lines = [line + "\n" for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    with _any_cell():
        read = _records(name, lines, _find_delimiter(lines), problems)
        records = [(line, cells) for line, cells in read if any(map(str.strip, cells))]
    _check_size(name, records)
    _say_ragged(name, records, problems)
    width = max((len(cells) for _, cells in records), default=0)
    rows = tuple(tuple(_cells(name, line, cells, width, problems)) for line, cells in records)
    return Sheet(name, "", rows, tuple(line for line, _ in records))


def _cells(name: str, line: int, cells: list[str], width: int, problems: list[Problem]) -> Iterator[str]:
    for column, cell in enumerate(cells, start=1):
        if len(cell) > MOST_IN_A_CELL:
            what = f"a cell holds {len(cell):,} characters; the first {MOST_IN_A_CELL:,} were read"
            problems.append(
                Problem(Place(name, line, column), what, "Look for a quote that opens there and never closes.")
            )
            cell = cell[:MOST_IN_A_CELL]
        yield clean_cell(cell)
    yield from [""] * (width - len(cells))


def _find_delimiter(lines: list[str]) -> str:
    """Comma, semicolon or tab: the one that gives most rows of one width, and the wider."""
    start = lines[:200]

    def weigh(delimiter: str) -> int:
        widths = Counter(len(cells) for cells in csv.reader(start, delimiter=delimiter) if cells)
        return max((times * times * (width - 1) for width, times in widths.items()), default=0)

    return max(DELIMITERS, key=weigh)


@contextmanager
def _any_cell() -> Iterator[None]:
    """Read cells of any size within; the csv module keeps one limit for everybody, so it is put back."""
    before = csv.field_size_limit(MOST_BYTES * 4)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _records(name: str, lines: list[str], delimiter: str, problems: list[Problem]) -> Iterator[Record]:
    """Rows with the line that each starts on. A quote that never closes is taken for a letter of its line."""
    start, recoveries = 0, 0
    while start < len(lines):
        reader = csv.reader((lines[index] for index in range(start, len(lines))), delimiter=delimiter, strict=True)
        first = start
        try:
            for cells in reader:
                yield first + 1, cells
                first = start + reader.line_num
            return
        except csv.Error as error:
            start, ended, at_end = first + 1, start + reader.line_num, "unexpected end" in str(error)
        if ended <= start and not at_end:  # quotes inside quotes, on one line: the lenient reader knows what to do
            yield from _lenient(lines[first:start], first, delimiter)
            continue
        what = "a quote opens on this line and never closes; the line was read as if it were not there"
        problems.append(Problem(Place(name, start, 1), what, 'Close the quote, or write "" for a quote in a cell.'))
        recoveries += 1
        ended = start if recoveries <= MOST_RECOVERIES else len(lines)
        yield from _lenient(lines[first:ended], first, delimiter, quotes=False)
        start = ended


def _lenient(lines: list[str], first: int, delimiter: str, quotes: bool = True) -> Iterator[Record]:
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE
    for line, cells in enumerate(csv.reader(lines, delimiter=delimiter, quoting=quoting), start=first + 1):
        yield line, cells if quotes else [cell.strip('"') for cell in cells]


def _check_size(name: str, records: list[Record]) -> None:
    widest, line = max(((len(cells), line) for line, cells in records), default=(0, 0))
    if len(records) > MOST_ROWS:
        what = f"the file has {len(records):,} rows, and {MOST_ROWS:,} is the most that is read"
        raise ImportFileError([Problem(Place(name), what, "Cut it into several files, and give them together.")])
    if widest > MOST_COLUMNS:
        what = f"a row has {widest:,} cells, and {MOST_COLUMNS:,} is the most that is read: this looks like no table"
        raise ImportFileError([Problem(Place(name, line, 1), what, SAVE_AS_TABLE)])


def _say_ragged(name: str, records: list[Record], problems: list[Problem]) -> None:
    """Rows that are longer or shorter than nearly all others, from the first row of the usual width on."""
    usual = max(
        Counter(len(cells) for _, cells in records).items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0)
    )[0]
    table = False
    for line, cells in records:
        table = table or len(cells) == usual
        beyond = any(cell.strip() for cell in cells[usual:])
        if table and (len(cells) < usual or beyond):
            what = f"this row has {len(cells)} cells where most have {usual}"
            hint = "Put cells that hold the separator in double quotes, and look for quotes that open and never close."
            problems.append(Problem(Place(name, line, 1), what, hint))
