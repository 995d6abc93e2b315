"""Sheets of a workbook that we wrote ourselves, back to the plain data of a model's lists, each cell with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from orgmodel.errors import Place, Problem
from orgmodel.exchange.cell_errors import is_error
from orgmodel.exchange.sheets import Sheet
from orgmodel.exchange.workbook.cells import read_exact
from orgmodel.loading.fields import fields_of
from orgmodel.loading.lists import CLASSES
from orgmodel.loading.spelling import did_you_mean
from orgmodel.model import About

ABOUT = "About"
MARK = "orgmodel workbook 1"
CONTINUED = "…"
MORE = re.compile(r"(.+) \((\d+)\)")


@dataclass
class Exact:
    """One record of an exported list: its data, and where each field of it stands with the heading above it."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[str, tuple[Place, str]] = field(default_factory=dict)


@dataclass
class Taken:
    """What an exported workbook holds: what the model is about, its records by list, and which fields it speaks of."""

    about: dict[str, Any] = field(default_factory=dict)
    records: dict[str, list[Exact]] = field(default_factory=dict)
    covers: dict[str, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def is_exported(sheets: Sequence[Sheet], file: str) -> bool:
    """Whether a file is a workbook that we wrote."""
    return any(sheet.file == file and sheet.name == ABOUT and _mark(sheet) is not None for sheet in sheets)


def read_exported(sheets: Sequence[Sheet]) -> Taken:
    """Everything in the sheets of a workbook that we wrote; the sheets of what was found are passed over."""
    taken = Taken()
    for sheet in sheets:
        if sheet.name == ABOUT:
            _read_about(sheet, taken)
        elif sheet.name in CLASSES:
            _read_list(sheet, taken)
    return taken


def _mark(sheet: Sheet) -> int | None:
    return next((at for at, row in enumerate(sheet.rows) if row and row[0] == MARK), None)


def _read_about(sheet: Sheet, taken: Taken) -> None:
    fields = fields_of(About)
    for row in range((_mark(sheet) or 0) + 2, len(sheet.rows)):
        name, text = sheet.rows[row][0], sheet.rows[row][1]
        if name in fields and text:
            value = _value(text, fields[name], sheet.place(row, 1), name, taken)
            if value is not None:
                taken.about[name] = value
        elif name not in fields:
            hint = did_you_mean(name, fields) or f"Known: {', '.join(fields)}."
            taken.problems.append(Problem(sheet.place(row, 0), f"a model has no field '{name}'", hint))


def _read_list(sheet: Sheet, taken: Taken) -> None:
    name, fields = sheet.name, fields_of(CLASSES[sheet.name])
    columns: dict[str, list[int]] = {}
    for at, heading in enumerate(sheet.rows[0]):
        more = MORE.fullmatch(heading)
        known = more[1] if more and more[1] in fields else heading
        if known in fields:
            columns.setdefault(known, []).append(at)
        elif heading:
            hint = did_you_mean(heading, fields) or f"Known: {', '.join(fields)}."
            taken.problems.append(Problem(sheet.place(0, at), f"'{name}' has no field '{heading}'", hint))
    taken.covers[name] = set(columns)
    records = taken.records.setdefault(name, [])
    for row in range(1, len(sheet.rows)):
        exact = Exact()
        for field_name, places in columns.items():
            place, heading = sheet.place(row, places[0]), sheet.rows[0][places[0]]
            exact.places[field_name] = (place, heading)
            text = _join([sheet.rows[row][at] for at in places])
            value = _value(text, fields[field_name], place, heading, taken) if text else None
            if value is not None:
                exact.data[field_name] = value
        records.append(exact)


def _join(parts: list[str]) -> str:
    """A field that was too long for one cell, whole again."""
    filled = [part for part in parts if part]
    if len(filled) < 2:
        return "".join(filled)
    last = len(filled) - 1
    pieces = [part.removeprefix(CONTINUED) if number else part for number, part in enumerate(filled)]
    return "".join(part.removesuffix(CONTINUED) if number < last else part for number, part in enumerate(pieces))


def _value(text: str, info: Any, place: Place, heading: str, taken: Taken) -> Any:
    if is_error(text):
        what, hint = f"the cell holds the spreadsheet's error {text}", "Mend the formula, or write what it should give."
    else:
        try:
            return read_exact(text, info)
        except ValueError as error:
            what, hint = f"what follows 'json:' is not JSON: {error}", "Mend it, or take it from the workbook again."
    taken.problems.append(Problem(place, f"column '{heading}': {what}", hint))
    return None
