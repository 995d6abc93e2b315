"""`questions`: what to ask the organisation next, and which verdicts each answer would settle."""

from __future__ import annotations

from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.progress import bar
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
from orgmodel.render.questions import questions as render


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(questions)


def questions(
    model: ModelName,
    quick: Annotated[
        bool, typer.Option("--quick", help="Try no answer: rank by how many verdicts rest on each question.")
    ] = False,
    most: Annotated[
        int, typer.Option(min=1, help="How many kinds of person or body to try for one question.")
    ] = use_cases.MOST_KINDS,
    answers: Annotated[
        int, typer.Option(min=1, help="How many answers to try in all, to the questions on which most rests first.")
    ] = use_cases.MOST_ANSWERS,
    format: Formats = Format.text,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Say what to ask next, the most decisive first, and which verdicts each answer would settle; withheld apart."""
    opened = use_cases.open_model(model)
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        found = use_cases.find_questions(opened, graph, quick, most, bar("Trying answers"), answers)
    standing = use_cases.standing_line(opened.model)
    write(format, render(found, opened.model.title_of, standing), LINE_RENDERERS)
    return 0
