"""From understood sheets to records: every cell read, every reference resolved, every problem at its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from orgmodel.errors import Place, Problem
from orgmodel.exchange.sheets import Sheet
from orgmodel.exchange.tables.cells import CellError, read_cell
from orgmodel.exchange.tables.columns import Column
from orgmodel.exchange.tables.identities import KEYS, id_of, key_of
from orgmodel.exchange.tables.lists import EXAMPLE, TABLES
from orgmodel.exchange.tables.matching import Matched
from orgmodel.exchange.tables.names import Names
from orgmodel.loading.lists import noun_of
from orgmodel.model import LABELS

IdOfTitle = Callable[[str, str], str | None]


@dataclass(frozen=True)
class Cell:
    """Where the value of a field was written: the place, and the heading of its column."""

    place: Place
    heading: str

    def problem(self, what: str, hint: str) -> Problem:
        """A problem with the cell, with the heading of its column."""
        return Problem(self.place, f"column '{self.heading}': {what}", hint)


@dataclass
class Row:
    """One record from a table: its list, what identifies it, its data, and the cell of each field."""

    list: str
    key: str
    data: dict[str, Any]
    cells: dict[str, Cell]
    rank: int | None = None
    unread: set[str] = field(default_factory=set)
    """Fields whose cells could not be read, so that the row says nothing of them."""

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return next(iter(self.cells.values())).place if self.cells else Place()


@dataclass
class Incoming:
    """What the tables say: records by list and key, and which fields of each list they speak of at all."""

    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    covers: dict[str, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    about: dict[str, Any] = field(default_factory=dict)
    """What the model is about, where a workbook says so that was taken from a model."""
    skipped: int = 0
    """Example rows that were left out."""
    said: set[Place] = field(default_factory=set)
    """Rows of which it has been said that they cannot be told from another."""


@dataclass(frozen=True)
class _Raw:
    """One row before its cells are read: the texts by field, in the order of the columns, with their places."""

    matched: Matched
    index: int
    texts: Mapping[str, tuple[str, Column, Cell]]

    def text(self, path: str) -> str:
        return self.texts[path][0] if path in self.texts else ""

    def where(self, path: str) -> Cell:
        """The cell of a field, or the first of the row."""
        return self.texts[path][2] if path in self.texts else next(iter(self.texts.values()))[2]


def read_rows(matched: Iterable[Matched], known: Names, id_of_title: IdOfTitle) -> Incoming:
    """The records in understood sheets. `known` names what the folder holds; `id_of_title` gives the id that a thing
    of a list and title had before."""
    incoming = Incoming()
    raws = [raw for each in matched for raw in _raw_rows(each, incoming)]
    idents = {id(raw): _ident(raw, id_of_title) for raw in raws}
    _check_same_titles(raws, incoming)
    names = Names()
    for raw in raws:
        name, title = raw.matched.list, raw.text("title")
        if name not in KEYS and title:
            names.add(LABELS.get(name, name), idents[id(raw)], title)
    for ident, label in known.labels.items():
        names.add(label, ident, known.title_of[ident])
    for raw in raws:
        _add_row(raw, idents[id(raw)], names, incoming)
    _drop_empty(incoming)
    return incoming


def _drop_empty(incoming: Incoming) -> None:
    """A table without a row says nothing: a sheet that somebody left empty must not take away what there is."""
    for name in [name for name, rows in incoming.rows.items() if not rows]:
        del incoming.rows[name], incoming.covers[name]


def _raw_rows(matched: Matched, incoming: Incoming) -> Iterable[_Raw]:
    sheet, name = matched.sheet, matched.list
    incoming.rows.setdefault(name, {})
    incoming.covers.setdefault(name, set()).update(column.field for column in matched.columns.values())
    _check_needed(matched, incoming)
    for index in range(matched.header + 1, len(sheet.rows)):
        row = sheet.rows[index]
        if any(row[at].casefold().startswith(EXAMPLE) for at in matched.columns):
            incoming.skipped += 1
        elif any(row[at] for at in matched.columns):
            yield _Raw(matched, index, _texts(sheet, matched, index))


def _texts(sheet: Sheet, matched: Matched, index: int) -> dict[str, tuple[str, Column, Cell]]:
    heads = sheet.rows[matched.header]
    return {
        column.path: (sheet.rows[index][at], column, Cell(sheet.place(index, at), heads[at]))
        for at, column in matched.columns.items()
    }


def _check_needed(matched: Matched, incoming: Incoming) -> None:
    paths = {column.path for column in matched.columns.values()}
    for column in TABLES[matched.list].columns:
        if column.needed and column.path not in paths and column.path not in ("id", "kind"):
            what = f"the column '{column.heading}' is missing: every {noun_of(matched.list)} needs it"
            hint = "Add it, or say in a mapping which column it is: --write-mapping FILE writes one to begin with."
            incoming.problems.append(Problem(matched.sheet.place(matched.header, 0), what, hint))


def _ident(raw: _Raw, id_of_title: IdOfTitle) -> str:
    title = raw.text("title")
    return raw.text("id") or id_of_title(raw.matched.list, title) or id_of(raw.matched.list, title)


def _check_same_titles(raws: list[_Raw], incoming: Incoming) -> None:
    """Rows of one title and no id cannot be told apart."""
    seen: dict[tuple[str, str], _Raw] = {}
    for raw in raws:
        name, title = raw.matched.list, raw.text("title")
        if not title or raw.text("id") or name in KEYS:
            continue
        first = seen.setdefault((name, title.casefold()), raw)
        if first is not raw:
            unit = raw.text("in_unit") or raw.text("part_of")
            such = id_of(name, f"{title} {unit}" if unit else f"{title} 2")
            what = f"'{title}' is the title of this row and of the one at {first.where('title').place}"
            hint = f"Write an id into the column 'Id' of each, such as '{such}', so that they can be told apart."
            incoming.problems.append(raw.where("title").problem(what, hint))
            incoming.said.add(raw.where("title").place)


def _add_row(raw: _Raw, ident: str, names: Names, incoming: Incoming) -> None:
    name = raw.matched.list
    row = Row(name, "", {} if name in KEYS else {"id": ident}, {})
    for path, (text, column, cell) in raw.texts.items():
        row.cells.setdefault(column.field, cell)
        if text.startswith("=") and len(text) > 1:
            incoming.warnings.append(cell.problem(f"'{text[:40]}' is the text of a formula", "It is kept as text."))
        try:
            if text and path != "id":
                _put(row, path, read_cell(text, column, names))
        except CellError as error:
            incoming.problems.append(cell.problem(error.what, error.hint))
            row.unread.add(column.field)
    _check_whole(raw, row, incoming)
    if name in KEYS and row.unread:
        return
    row.data.update({field: _stand_in(field, names) for field in row.unread if field in ("title", "kind")})
    row.key = key_of(name, row.data)
    first = incoming.rows[name].setdefault(row.key, row)
    if first is not row:
        _add_twice(raw, row, first, incoming)


def _stand_in(field: str, names: Names) -> str:
    """Something in the place of what is missing, so that the rest can be checked; nothing of it is ever written."""
    kinds = (ident for ident, label in names.labels.items() if label == "unit_kinds")
    return next(kinds, "?") if field == "kind" else "?"


def _put(row: Row, path: str, value: Any) -> None:
    if path == "rank":
        row.rank = value
    elif value is not None:
        first, _, inner = path.partition(".")
        if inner:
            row.data.setdefault(first, {})[inner] = value
        else:
            row.data[first] = value


def _check_whole(raw: _Raw, row: Row, incoming: Incoming) -> None:
    """Whether nothing that a row needs is missing; of a column that is missing it has been said once for all rows."""
    for column in TABLES[raw.matched.list].columns:
        if column.needed and column.path not in ("id", "kind") and not raw.text(column.path):
            row.unread.add(column.field)
            if column.path in raw.texts:
                what = f"every {noun_of(row.list)} needs one, and this row has none"
                incoming.problems.append(raw.where(column.path).problem(what, "Fill it in, or delete the row."))


def _add_twice(raw: _Raw, row: Row, first: Row, incoming: Incoming) -> None:
    if raw.where("title").place in incoming.said:
        return
    noun = noun_of(row.list)
    what = f"'{row.key}' stands for this row and for the one at {first.place}"
    hint = f"Give each {noun} an id of its own." if row.list not in KEYS else "Keep one of the two rows."
    incoming.problems.append(raw.where("id" if "id" in raw.texts else "title").problem(what, hint))
