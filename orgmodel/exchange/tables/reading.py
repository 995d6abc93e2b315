"""From files of tables and a folder to what an import would write: texts by path, or every problem and conflict.

Nothing is written here, so that a page can show what would happen before anybody says yes.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from orgmodel.errors import ImportFileError, Place, Problem
from orgmodel.exchange.sheets import Sheet, read_sheets
from orgmodel.exchange.tables.about import NewModel, find_whole, render_about, render_header
from orgmodel.exchange.tables.checking import check_result, sort_problems
from orgmodel.exchange.tables.exported import add_exported
from orgmodel.exchange.tables.identities import id_of
from orgmodel.exchange.tables.kinds import give_kinds, rows_of_mapping, words_to_rank
from orgmodel.exchange.tables.mapping import Mapping, render_mapping
from orgmodel.exchange.tables.matching import Matches, match_sheets
from orgmodel.exchange.tables.merged_cells import find_merged
from orgmodel.exchange.tables.merging import Conflict, Keep, MergedList, merge_list, sort_rows
from orgmodel.exchange.tables.names import Names, names_of
from orgmodel.exchange.tables.present import MODEL_FILE, Present, read_present
from orgmodel.exchange.tables.results import render_lists, render_memory
from orgmodel.exchange.tables.rows import Incoming, Row, read_rows
from orgmodel.exchange.workbook.reading import is_exported, read_exported
from orgmodel.loading import Files
from orgmodel.model import Model

Tables = Sequence[tuple[str, bytes]]


@dataclass(frozen=True)
class Change:
    """One record that an import adds, changes or removes."""

    list: str
    key: str
    what: str


@dataclass(frozen=True)
class TableImport:
    """What an import would do. With problems or conflicts there is nothing to write; `texts` are by path.

    `mapping` says what was understood; `notes`, by table and heading ("" for the table itself), what in it is a guess.
    """

    texts: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    warnings: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    mapping: Mapping = field(default_factory=Mapping)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    model: Model | None = None
    examples_skipped: int = 0

    @property
    def suggested(self) -> str:
        """The mapping as YAML, with guesses and what was not understood marked."""
        return render_mapping(self.mapping, self.notes)

    def counts(self) -> dict[tuple[str, str], int]:
        """How many records of each list are added, changed and removed."""
        return dict(Counter((change.list, change.what) for change in self.changes))


def read_tables(
    tables: Tables,
    folder: Path,
    mapping: Mapping | None = None,
    new: NewModel | None = None,
    keep: Keep | None = None,
    files: Files | None = None,
) -> TableImport:
    """What importing tables (name and bytes of each file) into a folder would do.

    `new` says whose account a new model is. Raises DefinitionError where the folder itself cannot be read.
    """
    mapping = mapping or Mapping()
    present = read_present(folder, files)
    problems: list[Problem] = []
    warnings: list[Problem] = []
    sheets = _read_files(tables, problems, warnings)
    exported = [sheet for sheet in sheets if is_exported(sheets, sheet.file)]
    matches = match_sheets([sheet for sheet in sheets if sheet not in exported], mapping)
    incoming = read_rows(matches.found, _known(mapping, present), present.id_of_title)
    if exported:
        add_exported(read_exported(exported), incoming)
    _add_from_mapping(mapping, present, incoming)
    problems += [*matches.problems, *incoming.problems, *find_merged(tables, matches.found)]
    warnings += [*matches.warnings, *incoming.warnings]
    if not problems and not any(incoming.rows.values()):
        problems.append(Problem(Place(), "the tables hold no row to import", _no_rows(incoming)))
    found = TableImport(
        problems=sort_problems(problems),
        warnings=sort_problems(warnings),
        mapping=_understood(matches, mapping, present, incoming),
        notes=matches.notes,
        examples_skipped=incoming.skipped,
    )
    return _merge(found, incoming, present, _Target(folder, new, keep, files)) if any(incoming.rows.values()) else found


@dataclass(frozen=True)
class _Target:
    """Where an import goes, what a new model is, and which side is to be kept."""

    folder: Path
    new: NewModel | None
    keep: Keep | None
    files: Files | None


def _merge(found: TableImport, incoming: Incoming, present: Present, target: _Target) -> TableImport:
    """What was read, held against the folder: its texts, or the problems and conflicts that keep it from being one."""
    problems = list(found.problems)
    texts = _new_files(target.folder, target.new, present, incoming, problems)
    merged = [merge_list(name, incoming, present, target.keep) for name in incoming.rows]
    texts |= render_lists(merged, present)
    conflicts = tuple(conflict for each in merged for conflict in each.conflicts)
    checked = check_result(target.folder, texts, incoming, target.files) if texts else None
    if isinstance(checked, list):
        said = {problem.place for problem in problems if problem.place.file}
        problems += [problem for problem in checked if problem.place not in said]
    if problems or conflicts:
        return replace(found, problems=sort_problems(problems), conflicts=conflicts)
    model = None if isinstance(checked, list) else checked
    return replace(found, texts=texts | render_memory(incoming, present), changes=_changes(merged), model=model)


def _read_files(tables: Tables, problems: list[Problem], warnings: list[Problem]) -> list[Sheet]:
    sheets: list[Sheet] = []
    for name, data in tables:
        try:
            found, odd = read_sheets(name, data)
        except ImportFileError as error:
            problems.extend(error.problems)
        else:
            sheets += found
            warnings += odd
    return sheets


def _known(mapping: Mapping, present: Present) -> Names:
    rows = [row for rows in rows_of_mapping(mapping, present).values() for row in rows.values()]
    return names_of([*((row.list, row.key, str(row.data["title"])) for row in rows), *present.named()])


def _add_from_mapping(mapping: Mapping, present: Present, incoming: Incoming) -> None:
    for name, rows in rows_of_mapping(mapping, present).items():
        if name not in incoming.rows:
            incoming.rows[name], incoming.covers[name] = rows, {"title"}
    give_kinds(incoming, present)


def _understood(matches: Matches, mapping: Mapping, present: Present, incoming: Incoming) -> Mapping:
    names = _known(mapping, present)
    for name in ("grades", "unit_kinds"):
        for row in incoming.rows.get(name, {}).values():
            names.add(name, row.key, str(row.data.get("title", "")))
    words = words_to_rank(matches.found, names)
    grades, kinds = words.get("grades") or mapping.grades, words.get("unit_kinds") or mapping.unit_kinds
    return Mapping(tables=matches.tables, grades=grades, unit_kinds=kinds)


def _new_files(
    folder: Path, new: NewModel | None, present: Present, incoming: Incoming, problems: list[Problem]
) -> dict[str, str]:
    """The files of a new model; none where the folder is one already."""
    if MODEL_FILE in present.documents:
        return {}
    units = {key: row.data for key, row in incoming.rows.get("units", {}).items()}
    if incoming.about:
        return render_header(incoming.about, str(incoming.about.get("title", "")))
    if not units and new and new.organisation:
        _add_whole(new.organisation, present, incoming)
        units = {key: row.data for key, row in incoming.rows["units"].items()}
    whole = find_whole(units, new.organisation if new else None)
    if new is None:
        what = "the folder is no model yet, and nobody has said whose account it will be"
        problems.append(Problem(Place(str(folder)), what, 'Say so: --account-of "Whose account it is".'))
    elif isinstance(whole, tuple):
        tables = {row.place.file for row in incoming.rows.get("units", {}).values()}
        if tables.isdisjoint(problem.place.file for problem in problems):
            problems.append(Problem(Place(), *whole))
    else:
        return render_about(new, folder.absolute().name, whole, str(units[whole].get("title")))
    return _stand_in(units, present, incoming)


def _stand_in(units: dict[str, dict[str, Any]], present: Present, incoming: Incoming) -> dict[str, str]:
    """Something that makes the folder a model, so that the rest can be checked; nothing of it is ever written."""
    if not units:
        _add_whole("Organisation", present, incoming)
    some = next(iter(incoming.rows["units"]))
    return render_about(NewModel("Nobody", dt.date.today()), "stand-in", some, "Organisation")


def _add_whole(organisation: str, present: Present, incoming: Incoming) -> None:
    """The organisation as a unit, where the tables have no units at all."""
    ident = id_of("units", organisation)
    kinds = incoming.rows.get("unit_kinds", {})
    highest = [*sort_rows("unit_kinds", kinds), *present.records.get("unit_kinds", {})][:1]
    kind = {"kind": highest[0]} if highest else {}
    row = Row("units", ident, {"id": ident, "title": organisation, **kind}, {})
    incoming.rows["units"], incoming.covers["units"] = {ident: row}, {"title"}
    give_kinds(incoming, present)


def _changes(merged: Sequence[MergedList]) -> tuple[Change, ...]:
    changes = [Change(each.name, key, "added") for each in merged for key in each.added]
    for each in merged:
        changes += [
            Change(each.name, key, "removed" if data is None else "changed") for key, data in each.changed.items()
        ]
    return tuple(changes)


def _no_rows(incoming: Incoming) -> str:
    if incoming.skipped:
        return (
            f"Only examples were found ({incoming.skipped}), which are never read: write rows of your own below them."
        )
    return "Write a row for each thing below the headings."
