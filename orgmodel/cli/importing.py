"""`import`: what other people's files hold, as definitions. Each kind of file is a command of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from orgmodel.cli import tables
from orgmodel.cli.shared import Format, Formats
from orgmodel.errors import UsageError
from orgmodel.render import imported
from orgmodel.use_cases import importing
from orgmodel.use_cases import tables as tabling

group = typer.Typer(help="Make definitions of tables and of other people's files.", rich_markup_mode=None)
tables.register_table(group)

RENDERERS = {Format.text: imported.render_text, Format.json: imported.render_json, Format.csv: imported.render_csv}


def register(app: typer.Typer) -> None:
    """Add the group to the application."""
    app.add_typer(group, name="import")


@group.command("organogram")
def import_organogram(
    files: Annotated[list[Path], typer.Argument(metavar="FILES", help="CSV, XLSX, XLS or ODS files, one or several.")],
    to: Annotated[Path, typer.Option(metavar="FOLDER", help="A new folder; it gets a model for each snapshot.")],
    snapshot: Annotated[
        list[str] | None, typer.Option(metavar="Sep-11", help="Only this snapshot. May be repeated.")
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(help="What the whole is called; else the parent department that most rows name.")
    ] = None,
    as_of: Annotated[
        list[str] | None,
        typer.Option(metavar="[FILE=]DATE", help="The day of files that have no column for it. May be repeated."),
    ] = None,
    with_names: Annotated[
        bool, typer.Option("--with-names", help="Keep holders' names, in a `people` folder that git ignores.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace a folder that an import made and nobody has changed.")
    ] = False,
    format: Formats = Format.text,
) -> int:
    """Make models of a department's published organograms, one a snapshot, and say what is wrong in the files.

    What can stand is imported all the same. Nothing is written by halves, and names of holders are left out.
    """
    if format not in RENDERERS:
        raise UsageError(f"this command has no '{format}' output", "It has: csv, json, text.")
    importing.check_target(to, replace)
    read = tabling.read_table_files(files)
    settings = importing.OrganogramSettings(
        snapshots=tuple(snapshot or ()),
        organisation=(organisation or "").strip() or None,
        days=importing.read_days(as_of or (), [name for name, _ in read]),
        with_names=with_names,
    )
    found = importing.read_organogram(read, settings)
    importing.write_import(found, to, replace)
    typer.echo(RENDERERS[format](found, to).rstrip("\n"))
    return 0
