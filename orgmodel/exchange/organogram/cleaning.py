"""Rows made ready to be modelled: names of holders taken out of all other texts, and rows given twice left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from orgmodel.exchange.organogram.names import Names
from orgmodel.exchange.organogram.problems import Noted
from orgmodel.exchange.organogram.reading import Row
from orgmodel.exchange.organogram.values import read_holder
from orgmodel.loading.text import CONTROL

PROSE = ("function", "notes")
MOST, MOST_IN_PROSE = 1_000, 4_000
"""Characters; a title, a unit or a reference is never as long as what is written about a post."""

NOT_KEPT = ("phone", "email", "region")
BREAKS = re.compile("[\u2028\u2029\u0085\ufeff\ud800-\udfff]")


def find_names(rows: Iterable[Row]) -> Names:
    """Every name that stands in the column of holders."""
    return Names(row["holder"] for row in rows if row["holder"] and read_holder(row["holder"]) == "named")


def clean_rows(rows: Sequence[Row], names: Names, noted: Noted) -> list[Row]:
    """The rows with plain texts without names (but for the holder's own cell); repeats of other sheets are noted."""
    known: dict[str, str] = {}
    return [replace(row, cells=_clean(row, names, known, noted)) for row in _without_repeats(rows, noted)]


def _clean(row: Row, names: Names, known: dict[str, str], noted: Noted) -> dict[str, str]:
    cells = {}
    for field, text in row.cells.items():
        if field in NOT_KEPT:
            continue
        if field in PROSE:
            text = names.clean_prose(plain_text(text), row["holder"])
        elif field == "holder":
            text = one_line(text)
        else:
            if text not in known:
                known[text] = names.clean(one_line(text))
            text = known[text]
        most = MOST_IN_PROSE if field in PROSE else MOST
        if len(text) > most:
            what = f"the text has {len(text):,} characters; the first {most:,} were read"
            noted.add("text-cut", row.place(field), what, "Shorten it, or look for a quote that never closes.")
            text = text[:most].strip()
        cells[field] = text
    return cells


def _without_repeats(rows: Sequence[Row], noted: Noted) -> Iterable[Row]:
    """Rows that no other sheet has already given, cell by cell; within one sheet a repeat may be meant."""
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        content = (row.day, row.senior, *sorted((k, v) for k, v in row.cells.items() if k not in ("snapshot", "level")))
        other = first.setdefault(content, row)
        if other.sheet is row.sheet:
            yield row
        else:
            what = f"the row is the same, cell by cell, as {other.seen_from(row)}, and was read once"
            noted.add("row-twice", row.place(), what, "Give each list once.")


def plain_text(text: str) -> str:
    """A text without characters that no definitions file may hold."""
    return CONTROL.sub(" ", BREAKS.sub(" ", text)).strip()


def one_line(text: str) -> str:
    """A plain text on one line, with single spaces."""
    return " ".join(plain_text(text).split())
