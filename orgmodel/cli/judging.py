"""`assessments`: what people think of a thing, beside what the graph computes of it."""

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
from orgmodel.render.assessments import assessments as render


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(assessments)


def assessments(
    model: ModelName,
    format: Formats = Format.text,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Say what people think, beside what is computed: agrees, disagrees, or cannot be computed, and why."""
    opened = use_cases.open_model(model)
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        found = use_cases.compare_assessments(opened, graph)
    write(format, render(found, opened.model.title_of, use_cases.standing_line(opened.model)), LINE_RENDERERS)
    return 0
