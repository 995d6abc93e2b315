"""`stories`: findings on one subject, told once."""

from __future__ import annotations

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import (
    LINE_RENDERERS,
    Address,
    Format,
    Formats,
    ModelName,
    PasswordFile,
    User,
    credentials,
    write,
)
from orgmodel.render.stories import stories as render


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(stories)


def stories(
    model: ModelName,
    format: Formats = Format.text,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Tell findings on the same subject once: what is found of it, how firmly, and what usually mends it."""
    opened = use_cases.open_model(model)
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        report = use_cases.check_model(opened, graph)
    write(format, render(use_cases.tell_stories(opened, report), report.standing), LINE_RENDERERS)
    return 0
