"""`template` and `import table`: one's own organisation by tables, in a workbook or in CSV files."""

from __future__ import annotations

import datetime as dt
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from orgmodel.cli.shared import Format, Formats
from orgmodel.errors import UsageError
from orgmodel.use_cases import tables as tabling


class Template(StrEnum):
    """What templates are written as."""

    xlsx = "xlsx"
    csv = "csv"


class Side(StrEnum):
    """Which side of a conflict is kept."""

    ours = "ours"
    theirs = "theirs"


def register(app: typer.Typer) -> None:
    """Add `template` to the application."""
    app.command()(template)


def register_table(group: typer.Typer) -> None:
    """Add `table` to the group `import`."""
    group.command("table")(import_table)


def template(
    to: Annotated[Path, typer.Option(metavar="FOLDER-OR-FILE", help="Where to write: a new file, or a folder.")],
    format: Annotated[Template, typer.Option("--format", help="A workbook, or CSV files in a folder.")] = Template.xlsx,
) -> int:
    """Write tables to fill in with your own organisation: each column explained, each sheet with an example."""
    paths = tabling.write_templates(to, format.value)
    for path in paths:
        typer.echo(str(path))
    files = str(paths[0]) if format is Template.xlsx else str(to / "*.csv")
    typer.echo(f'Fill it in, then: orgmodel import table {files} --to my-organisation --account-of "Your name"')
    return 0


def import_table(
    files: Annotated[list[Path], typer.Argument(metavar="FILES", help="Workbooks or CSV files, one or several.")],
    to: Annotated[
        Path, typer.Option(metavar="FOLDER", help="The folder of definitions: a new one, or one to bring up to date.")
    ],
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Which list each table and which field each column is.")
    ] = None,
    write_mapping: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write such a file to begin with, guesses marked, and import nothing."),
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(help="In a new folder: the unit that is the whole; else the one that is part of none.")
    ] = None,
    account_of: Annotated[str | None, typer.Option(help="In a new folder: whose account it is.")] = None,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="In a new folder: the day it is true of; today if not given."),
    ] = None,
    marking: Annotated[
        str, typer.Option(help="In a new folder: the marking that every page and export carries.")
    ] = "Not marked",
    keep: Annotated[
        Side | None, typer.Option(help="Where table and folder were both changed: keep the folder's, or the table's.")
    ] = None,
    format: Formats = Format.text,
) -> int:
    """Make or update a folder of definitions from tables: all of them or, with any problem, nothing.

    What was changed by hand since the last import stays; what both sides changed is listed, and nothing is picked.
    """
    tables = tabling.read_table_files(files)
    new = _new_model(to, organisation, account_of, as_of, marking)
    own = tabling.read_mapping_file(mapping) if mapping else None
    found = tabling.read_tables(tables, to, own, new, keep.value if keep else None)
    if write_mapping:
        return _write_mapping(found, write_mapping, files, to)
    if found.problems and mapping is None and sys.stdin.isatty() and sys.stderr.isatty():
        _offer_mapping(found, files, to)
    written = tabling.write_tables(found, to)
    if format is Format.json:
        typer.echo(_as_json(found, to))
    elif format is Format.text:
        _tell(found, to, bool(written))
    else:
        raise UsageError(f"this command has no '{format}' output", "It has: json, text.")
    return 0


def _new_model(
    to: Path, organisation: str | None, account_of: str | None, as_of: dt.datetime | None, marking: str
) -> tabling.NewModel | None:
    """What a new folder says of itself; asked for at a terminal, and nothing where the folder is a model already."""
    if (to / "model.yaml").exists():
        return None
    if account_of is None and sys.stdin.isatty():
        account_of = str(typer.prompt("Whose account will this be")).strip()
    if not account_of or not account_of.strip():
        return None
    day = as_of.date() if as_of else dt.date.today()
    return tabling.NewModel(account_of.strip(), day, organisation, marking)


def _write_mapping(found: tabling.TableImport, path: Path, files: list[Path], to: Path) -> int:
    tabling.write_mapping_file(found, path)
    typer.echo(f"{path}: say in it which list each table is, and which field each column is. Nothing was imported.")
    typer.echo(f"Then: orgmodel import table {' '.join(map(str, files))} --to {to} --mapping {path}")
    return 0


def _offer_mapping(found: tabling.TableImport, files: list[Path], to: Path) -> None:
    """At a terminal, ask whether what was understood is to be written down, to be put right there."""
    if typer.confirm("Not everything was understood. Write down what was, so that you can put it right?", err=True):
        _write_mapping(found, Path(str(typer.prompt("Into which file", "mapping.yaml"))), files, to)


def _tell(found: tabling.TableImport, to: Path, any_written: bool) -> None:
    for warning in found.warnings:
        typer.echo(str(warning), err=True)
    if not found.changes:
        typer.echo("Nothing has changed since the last import." if not any_written else "Nothing in the lists changed.")
    for (name, what), number in sorted(found.counts().items()):
        typer.echo(f"{name}: {number} {what}")
    kinds = {change.what for change in found.changes}
    if {"added", "removed"} <= kinds:
        typer.echo("Was something only given another title? Write the id that it had into the column 'Id'.")
    typer.echo(f"Next: orgmodel check {to}")


def _as_json(found: tabling.TableImport, to: Path) -> str:
    changes = [{"list": each.list, "key": each.key, "what": each.what} for each in found.changes]
    value = {
        "format": "orgmodel import",
        "format_version": 1,
        "folder": str(to),
        "files": sorted(found.texts),
        "changes": changes,
        "warnings": [str(warning) for warning in found.warnings],
    }
    return json.dumps(value, ensure_ascii=False, indent=1)
