"""`brief`: a decision paper, or three slides, from the options of a model."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import Address, ModelName, PasswordFile, User, credentials, split_words
from orgmodel.errors import UsageError
from orgmodel.exchange.exported import Exported
from orgmodel.render.brief import find_format, say_length


class PaperForm(StrEnum):
    """How a decision paper is written."""

    docx = "docx"
    html = "html"
    md = "md"
    pptx = "pptx"


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(brief)


def brief(
    model: ModelName,
    options: Annotated[
        str, typer.Option("--options", metavar="A,B", help="Ids of the options to decide on, with commas between them.")
    ],
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The file to write; standard output, for forms that are text.")
    ] = None,
    format: Annotated[
        PaperForm | None,
        typer.Option(
            "--format",
            help="A document, a page, Markdown, or three slides. Not given, the ending of the file says which.",
        ),
    ] = None,
    criteria: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Criteria and weights that somebody sets; the paper shows what they make."),
    ] = None,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Write a decision paper: what is to be decided and by whom, why now, each option, what is not known, sources."""
    form = find_format(format.value if format else to.suffix.lstrip(".") if to else "md")
    if form.binary and to is None:
        raise UsageError(f"'{form.name}' is not text, and needs a file", f"Give one: --to paper.{form.name}")
    if to is not None and not to.parent.is_dir():
        raise UsageError(f"'{to}' cannot be written: there is no such folder", "Give a file in a folder that is there.")
    opened = use_cases.open_model(model)
    names = split_words(options)
    if not names:
        known = ", ".join(sorted(opened.options)) or "this model has none"
        raise UsageError("no option was named", f"Name one or more with --options A,B. Options: {known}.")
    weights = use_cases.load_criteria(opened, criteria) if criteria else None
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        gathered = use_cases.gather_brief(opened, names, graph, _step, weights)
    content = form.render(gathered)
    if form.paged and (long := say_length(gathered)):
        typer.echo(long, err=True)
    if to is None:
        typer.echo(content, nl=False)
        return 0
    use_cases.write_export(Exported(content), to)
    typer.echo(str(to))
    return 0


def _step(title: str) -> None:
    if sys.stderr.isatty():
        typer.echo(f"Checking: {title}", err=True)
