"""The file in which people say which list each of their tables is, and which field each of its columns is."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pydantic import Field

from orgmodel.errors import DefinitionError, Problem
from orgmodel.exchange.tables.columns import other_columns
from orgmodel.exchange.tables.lists import TABLES
from orgmodel.loading import Document, read_document, validate
from orgmodel.loading.spelling import did_you_mean
from orgmodel.model import Record

SKIP = "skip"
OPENING = """\
# Which list each table is, and which field each of its columns is. 'skip' leaves a table or a column out.
# Give it to the import: orgmodel import table FILES --to FOLDER --mapping THIS-FILE
"""


class TableMapping(Record):
    """One table: the list that it is, and the field of each column by its heading."""

    list: str
    columns: dict[str, str] = Field(default_factory=dict)


class Mapping(Record):
    """Tables by the name that messages give them, and grades and kinds of unit in order of rank, the highest first."""

    tables: dict[str, TableMapping] = Field(default_factory=dict)
    grades: tuple[str, ...] = ()
    unit_kinds: tuple[str, ...] = ()


def read_mapping(text: str, name: str) -> Mapping:
    """The mapping in a YAML text. Raises DefinitionError with every problem; `name` is what messages call the file."""
    document = read_document(text, name)
    problems: list[Problem] = []
    mapping = validate(document, Mapping, problems, noun="mapping")
    if mapping:
        for shown, table in mapping.tables.items():
            problems.extend(_wrong_words(document, shown, table))
    if problems or mapping is None:
        raise DefinitionError(problems)
    return mapping


def fields_known(name: str) -> list[str]:
    """Every word that a column of a list may be mapped to."""
    own = [column.path for column in TABLES[name].columns]
    return list(dict.fromkeys([*own, *other_columns(name)]))


def render_mapping(mapping: Mapping, notes: dict[tuple[str, str], str]) -> str:
    """A mapping as YAML, with a remark beside each column (by table and heading) where there is one."""
    lines = [OPENING + "tables:" + ("" if mapping.tables else " {}")]
    for shown, table in mapping.tables.items():
        lines += [f"  {_quoted(shown)}:", f"    list: {table.list}{_remark(notes.get((shown, '')))}"]
        lines.append("    columns:" + ("" if table.columns else " {}"))
        for heading, field in table.columns.items():
            lines.append(f"      {_quoted(heading)}: {field}{_remark(notes.get((shown, heading)))}")
    for name, words in (("grades", mapping.grades), ("unit_kinds", mapping.unit_kinds)):
        if words:
            lines += ["# In order of rank, the highest first: put them right.", f"{name}:"]
            lines += [f"  - {_quoted(word)}" for word in words]
    return "\n".join(lines) + "\n"


def _wrong_words(document: Document, shown: str, table: TableMapping) -> Sequence[Problem]:
    path = ("tables", shown)
    if table.list == SKIP:
        return []
    if table.list not in TABLES:
        hint = did_you_mean(table.list, TABLES) or f"Write one of: {', '.join(TABLES)}, {SKIP}."
        return [document.problem((*path, "list"), f"'{table.list}' is no list that a table can be", hint)]
    known = [*fields_known(table.list), SKIP]
    return [
        document.problem(
            (*path, "columns", heading),
            f"'{field}', which column '{heading}' is to be, is no field of {table.list}",
            did_you_mean(field, known) or f"Write one of: {', '.join(known)}.",
        )
        for heading, field in table.columns.items()
        if field not in known
    ]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _remark(note: str | None) -> str:
    return f"  # {' '.join(note.split())}" if note else ""
