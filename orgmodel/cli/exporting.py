"""`export`: a model in a form that other people and programs read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.page import PAGE
from orgmodel.cli.shared import ModelName, split_words
from orgmodel.errors import UsageError

FORMATS = (*use_cases.FORMATS, PAGE)
FORMS = "One of: " + "; ".join(f"`{form.name}`, {form.what}" for form in FORMATS) + "."


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(export)


def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help=FORMS)],
    model: ModelName,
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The file to write; standard output, for forms that are text.")
    ] = None,
    option: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="The model as this option would leave it. May be repeated.")
    ] = None,
    with_people: Annotated[
        bool, typer.Option("--with-people", help="With the data about people, which is hidden otherwise.")
    ] = False,
    withhold: Annotated[
        str | None, typer.Option(metavar="GRADE", help="Withhold the names of holders of posts below this grade.")
    ] = None,
    base: Annotated[str | None, typer.Option(metavar="ADDRESS", help="What the names of things begin with.")] = None,
    most: Annotated[
        int | None, typer.Option(metavar="NUMBER", min=1, help="How many boxes a picture may have.")
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Draw only this unit or post with all below it, or who answers for it."),
    ] = None,
    options: Annotated[
        str | None,
        typer.Option(
            metavar="A,B",
            help="Options that a page sets beside doing nothing; not given, up to four; '' for none.",
        ),
    ] = None,
) -> int:
    """Write a model in a form that others read, and say on standard error what that form leaves out."""
    form = use_cases.find_format(format, FORMATS)
    if form.binary and to is None:
        raise UsageError(
            f"'{form.name}' is not text, and needs a file", f"Give one: --to {Path(model).name}{form.ending}"
        )
    opened = use_cases.apply_options(use_cases.open_model(model), option or ())
    beside = None if options is None else tuple(split_words(options))
    request = use_cases.ExportRequest(opened, with_people, withhold, base, most, within, beside)
    exported = use_cases.export_model(form, request)
    if to is not None:
        use_cases.write_export(exported, to)
    elif isinstance(exported.content, str):
        typer.echo(exported.content, nl=False)
    for line in exported.left_out:
        typer.echo(line, err=True)
    if to is not None:
        typer.echo(str(to))
    return 0
