"""`assessments` and `stories`: findings beside what people think, and those on one subject told once."""

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
from orgmodel.render.assessments import assessments as render_assessments
from orgmodel.render.stories import stories as render_stories


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(assessments)
    app.command()(stories)


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
    write(
        format, render_assessments(found, opened.model.title_of, use_cases.standing_line(opened.model)), LINE_RENDERERS
    )
    return 0


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
    write(format, render_stories(use_cases.tell_stories(opened, report), report.standing), LINE_RENDERERS)
    return 0
