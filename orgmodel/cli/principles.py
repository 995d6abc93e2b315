"""`principles`: whether what somebody asks of the structure is kept, as things are and under options."""

from __future__ import annotations

from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import (
    FINDINGS,
    LINE_RENDERERS,
    Address,
    Format,
    Formats,
    ModelName,
    PasswordFile,
    User,
    credentials,
    split_words,
    write,
)
from orgmodel.render.principles import principles as render


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(principles)


def principles(
    model: ModelName,
    options: Annotated[
        str, typer.Option("--options", metavar="A,B", help="Also as these options would leave it.")
    ] = "",
    require: Annotated[
        list[str] | None, typer.Option(help="A principle that has to be kept, else code 1; may be given several times.")
    ] = None,
    format: Formats = Format.text,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Say which principles are kept, which are not, and which cannot be told; a rule only where it is required."""
    opened = use_cases.open_model(model)
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        found = use_cases.compare_principles(opened, split_words(options), graph)
    broken = use_cases.find_broken(opened, found, require or ())
    write(format, render(found, use_cases.standing_line(opened.model)), LINE_RENDERERS)
    return FINDINGS if broken else 0
