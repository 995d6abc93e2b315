"""One's own organisation by tables: templates to fill, what importing them would do, and doing it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from orgmodel.errors import DefinitionError, Problem, UsageError
from orgmodel.exchange.sheet_trial import check_workbooks
from orgmodel.exchange.tables import (
    Keep,
    Mapping,
    NewModel,
    TableImport,
    TableMapping,
    read_mapping,
    read_tables,
    render_csv_templates,
    render_template,
)
from orgmodel.exchange.tables.columns import other_columns
from orgmodel.exchange.tables.lists import TABLES
from orgmodel.exchange.tables.mapping import SKIP
from orgmodel.use_cases.opening import write_schemas

WORKBOOK, CSV = "xlsx", "csv"
MOST_MAPPING = 1_000_000
"""The largest mapping in bytes: a line for each column of each table is far less."""


class TablesError(DefinitionError):
    """Tables with problems or conflicts, all of them. Nothing was written."""

    def __str__(self) -> str:
        count = len(self.problems)
        return f"{count} problem{'' if count == 1 else 's'} in the tables; nothing was written"


def write_templates(to: Path, form: str) -> list[Path]:
    """Write templates to fill: a workbook, or CSV files in a folder. Raises UsageError where something is there."""
    if form == WORKBOOK:
        path = to if to.suffix else to / "organisation.xlsx"
        contents = {path: render_template()}
    else:
        if to.suffix:
            raise UsageError(f"'{to}' is the name of a file, and CSV templates are several", "Name a folder.")
        contents = {to / name: text.encode("utf-8-sig") for name, text in render_csv_templates().items()}
    there = [path for path in contents if path.exists()]
    if there:
        raise UsageError(f"'{there[0]}' is there already", "Name another place; nothing was written.")
    for path, content in contents.items():
        _write(path, content)
    return list(contents)


def list_tables() -> dict[str, str]:
    """Every list that a table can be, with its title."""
    return {name: table.title for name, table in TABLES.items()}


def list_fields(name: str) -> dict[str, str]:
    """Every field that a column of a list can be, with its heading; the plain words come first. None for SKIP."""
    if name == SKIP:
        return {}
    others = {path: path.replace("_", " ") for path in other_columns(name)}
    return {column.path: column.heading for column in TABLES[name].columns} | {
        path: words for path, words in others.items() if path not in {each.path for each in TABLES[name].columns}
    }


def read_table_files(paths: Sequence[Path]) -> list[tuple[str, bytes]]:
    """The names and bytes of files of tables; raises UsageError where one cannot be read or two have one name.

    Raises ImportFileError for workbooks that would end the program that reads them.
    """
    tables: list[tuple[str, bytes]] = []
    for path in paths:
        if path.name in dict(tables):
            raise UsageError(f"two of the files are called '{path.name}'", "Give one of them another name.")
        try:
            tables.append((path.name, path.read_bytes()))
        except OSError as error:
            raise UsageError(f"'{path}' cannot be read: {error.strerror}", "Look whether it is there.") from None
    check_workbooks(tables)
    return tables


def read_mapping_file(path: Path) -> Mapping:
    """The mapping in a file. Raises UsageError where it cannot be read, DefinitionError with all that is wrong."""
    try:
        return read_mapping_bytes(path.read_bytes(), path.name)
    except OSError as error:
        raise UsageError(f"'{path}' cannot be read: {error.strerror}", "--write-mapping FILE writes one.") from None


def read_mapping_bytes(data: bytes, name: str) -> Mapping:
    """The mapping in a file that is in memory; `name` is what messages call it. Raises as `read_mapping_file` does."""
    if len(data) > MOST_MAPPING:
        what = f"'{name}' is {len(data) / 1e6:,.1f} MB, and a mapping is {MOST_MAPPING / 1e6:.0f} MB at most"
        raise UsageError(what, "Give the mapping that the import wrote, and not the tables.")
    if not data.strip():
        raise UsageError(f"'{name}' is empty", "Save the mapping once more, and give that file.")
    try:
        return read_mapping(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise UsageError(f"'{name}' is not UTF-8", "Save it as UTF-8.") from None


def write_mapping_file(found: TableImport, path: Path) -> None:
    """Write what was understood of tables as a mapping; raises UsageError where a file is there already."""
    if path.exists():
        raise UsageError(f"'{path}' is there already", "Name another file; nothing was written.")
    _write(path, found.suggested.encode("utf-8"))


def check_tables(found: TableImport) -> None:
    """Raise TablesError with every problem and conflict, if there are any."""
    problems: list[Problem] = [*found.problems, *(conflict.problem for conflict in found.conflicts)]
    if problems:
        raise TablesError(problems)


def write_tables(found: TableImport, folder: Path) -> list[Path]:
    """Write what an import found into its folder: all of it or, with problems or conflicts (TablesError), nothing."""
    check_tables(found)
    paths = {folder / name: text.encode("utf-8") for name, text in found.texts.items()}
    is_new = folder / "model.yaml" in paths
    parts = {path: path.with_name(f".{path.name}.part") for path in paths}
    try:
        for path, content in paths.items():
            _write(parts[path], content)
        for path, part in parts.items():
            os.replace(part, path)
    except OSError as error:
        for part in parts.values():
            part.unlink(missing_ok=True)
        raise UsageError(f"'{folder}' cannot be written: {error.strerror}", "Name a folder of your own.") from None
    schemas = write_schemas(folder) if is_new and paths else []
    return [*paths, *schemas]


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"'{path}' cannot be written: {error.strerror}", "Name a folder of your own.") from None


__all__ = [
    "SKIP",
    "Keep",
    "Mapping",
    "NewModel",
    "TableImport",
    "TableMapping",
    "TablesError",
    "check_tables",
    "list_fields",
    "list_tables",
    "read_mapping_bytes",
    "read_mapping_file",
    "read_table_files",
    "read_tables",
    "render_template",
    "write_mapping_file",
    "write_tables",
    "write_templates",
]
