"""Which list a sheet is, which row names its columns, and which field each column is; guesses are named as guesses."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from orgmodel.errors import Place, Problem
from orgmodel.exchange.sheets import Sheet
from orgmodel.exchange.tables.columns import Column, other_columns
from orgmodel.exchange.tables.lists import TABLES
from orgmodel.exchange.tables.mapping import SKIP, Mapping, TableMapping
from orgmodel.exchange.tables.words import fold
from orgmodel.loading.csv_text import list_named_by
from orgmodel.loading.spelling import list_words

GUIDE_SHEET = "How to fill this in"
HEADER_WITHIN = 10
"""The row of headings is looked for among this many; above it people write titles and dates."""


@dataclass(frozen=True)
class Matched:
    """A sheet that was understood: its list, the row of headings, and the column of the table at each index."""

    sheet: Sheet
    list: str
    header: int
    columns: dict[int, Column]


@dataclass
class Matches:
    """All sheets: those understood, what is wrong, and the mapping that says what was understood and guessed."""

    found: list[Matched] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    tables: dict[str, TableMapping] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)


def match_sheets(sheets: Iterable[Sheet], mapping: Mapping) -> Matches:
    """What every sheet is. A sheet or column that is not understood is a problem: nothing is left out in silence."""
    matches = Matches()
    for sheet in sheets:
        if sheet.name == GUIDE_SHEET:
            continue
        said = mapping.tables.get(sheet.shown)
        if said and said.list == SKIP:
            matches.tables[sheet.shown] = said
            continue
        name = said.list if said else find_list(sheet)
        if name is None:
            _add_unknown_list(sheet, matches)
        else:
            _match_columns(sheet, name, said.columns if said else {}, matches)
    for shown in set(mapping.tables) - {sheet.shown for sheet in sheets}:
        known = list_words(f"'{sheet.shown}'" for sheet in sheets)
        what = f"the mapping speaks of a table '{shown}', and none of that name was given"
        matches.problems.append(Problem(Place(), what, f"The tables given: {known}."))
    return matches


def find_list(sheet: Sheet) -> str | None:
    """The list that a sheet is: by its name, or that of its file, or by the list that most of its headings fit."""
    for written in (sheet.name, list_named_by(sheet.file.replace("\\", "/"))):
        named = [name for name, table in TABLES.items() if fold(written) in _names(name, table.title, table.names)]
        if named:
            return named[0]
    fits = {name: _fit(sheet, name)[0] for name in TABLES}
    best = max(fits.values())
    at_best = [name for name, fit in fits.items() if fit == best]
    return at_best[0] if best >= 2 and len(at_best) == 1 else None


def known_columns(name: str, mapped: dict[str, str] | None = None) -> dict[str, Column]:
    """The column that each heading means for a list, by the folded heading; the plain words come first."""
    others = other_columns(name)
    known: dict[str, Column] = {}
    for column in (*TABLES[name].columns, *others.values()):
        for heading in column.known_as:
            known.setdefault(fold(heading), column)
    by_path = {column.path: column for column in (*others.values(), *TABLES[name].columns)}
    for heading, path in (mapped or {}).items():
        if path in by_path:
            known[fold(heading)] = by_path[path]
    return known


def _names(name: str, title: str, others: tuple[str, ...]) -> set[str]:
    folded = {fold(word) for word in (name, title, *others)}
    return folded | {word.removesuffix("s") for word in folded}


def _fit(sheet: Sheet, name: str, mapped: dict[str, str] | None = None) -> tuple[int, int]:
    """How many headings of a list stand in the row that has most of them, and which row that is."""
    known = {*known_columns(name, mapped), *map(fold, mapped or {})}
    counts = [len({fold(cell) for cell in row if cell} & known) for row in sheet.rows[:HEADER_WITHIN]]
    best = max(counts)
    wide = (at for at, row in enumerate(sheet.rows[:HEADER_WITHIN]) if len([cell for cell in row if cell]) > 1)
    return best, counts.index(best) if best else next(wide, 0)


def _match_columns(sheet: Sheet, name: str, mapped: dict[str, str], matches: Matches) -> None:
    _, header = _fit(sheet, name, mapped)
    known, skipped = known_columns(name, mapped), {fold(head) for head, path in mapped.items() if path == SKIP}
    columns: dict[int, Column] = {}
    said = matches.tables[sheet.shown] = TableMapping(list=name, columns={})
    for index, heading in enumerate(sheet.rows[header]):
        if not heading or fold(heading) in skipped:
            if heading:
                said.columns[heading] = SKIP
            elif any(row[index] for row in sheet.rows[header + 1 :]):
                what = "this column has no heading and holds something"
                matches.problems.append(Problem(sheet.place(header, index), what, "Give it a heading, or empty it."))
            continue
        column = known.get(fold(heading))
        if column is None:
            _add_unknown_column(sheet, header, index, name, matches)
        elif column.path in {other.path for other in columns.values()}:
            first = next(sheet.rows[header][at] for at, other in columns.items() if other.path == column.path)
            what = f"the columns '{first}' and '{heading}' both mean '{column.heading}' of {TABLES[name].title}"
            hint = "Keep one of the two, or say in a mapping what the other is, or 'skip'."
            matches.problems.append(Problem(sheet.place(header, index), what, hint))
            said.columns[heading] = SKIP
            matches.notes[sheet.shown, heading] = f"'{first}' is {column.path} already"
        else:
            columns[index] = column
            said.columns[heading] = column.path
    if header:
        what = f"the headings were found in line {sheet.lines[header]}, and what is above them was not read"
        matches.warnings.append(Problem(sheet.place(0, 0), what))
    matches.found.append(Matched(sheet, name, header, columns))


def _add_unknown_column(sheet: Sheet, header: int, index: int, name: str, matches: Matches) -> None:
    heading, known = sheet.rows[header][index], known_columns(name)
    near = difflib.get_close_matches(fold(heading), known, n=1, cutoff=0.6)
    titles = list_words([column.heading for column in TABLES[name].columns], "and")
    better = find_other_list(sheet, name)
    hint = f"Did you mean '{known[near[0]].heading}'? " if near else f"Columns of {TABLES[name].title}: {titles}. "
    hint += f"The headings fit {TABLES[better].title} better: is it that list? " if better else ""
    hint += "Or say in a mapping what it is, or 'skip': --write-mapping FILE writes one to begin with."
    what = f"no column of {TABLES[name].title} is called '{heading}'"
    matches.problems.append(Problem(sheet.place(header, index), what, hint))
    said = matches.tables[sheet.shown]
    said.columns[heading] = known[near[0]].path if near else SKIP
    could = [c.path for c in TABLES[name].columns if c.path not in said.columns.values()]
    matches.notes[sheet.shown, heading] = (
        "a guess: is it right?" if near else f"not understood; it could be {list_words(could)}" if could else ""
    )


def find_other_list(sheet: Sheet, name: str) -> str | None:
    """A list that the headings of a sheet fit better than the one that it is taken for."""
    fits = {other: _fit(sheet, other)[0] for other in TABLES}
    better = max(fits, key=lambda other: fits[other])
    return better if fits[better] > fits[name] else None


def _add_unknown_list(sheet: Sheet, matches: Matches) -> None:
    titles = list_words([f"'{table.title}'" for table in TABLES.values()])
    near = difflib.get_close_matches(fold(sheet.name or list_named_by(sheet.file)), [*TABLES], n=1, cutoff=0.6)
    hint = f"Did you mean '{TABLES[near[0]].title}'? " if near else ""
    hint += f"Name it {titles}, or say in a mapping which list it is, or 'skip'."
    what = "it cannot be told which list this table is, by its name or by its headings"
    matches.problems.append(Problem(sheet.place(0, 0), what, hint))
    matches.tables[sheet.shown] = TableMapping(list=near[0] if near else SKIP, columns={})
    matches.notes[sheet.shown, ""] = f"which list is it? One of: {', '.join(TABLES)}; or skip"
