"""`who`, `sources`, `recommendations` and `diff`: questions to the definitions themselves, without a graph."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import LINE_RENDERERS, Format, Formats, ModelName, write
from orgmodel.render import answers


class Aspect(StrEnum):
    """What of a subject is answered for."""

    policy = "policy"
    operations = "operations"
    funding = "funding"
    legislation = "legislation"
    oversight = "oversight"
    data = "data"
    corporate = "corporate"


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    for command in (who, sources, recommendations, diff):
        app.command()(command)


def who(
    model: ModelName,
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help="A subject, responsibility or process: id, title or alias.")
    ],
    on: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day asked about; the model's own by default.")
    ] = None,
    aspect: Annotated[Aspect | None, typer.Option(help="Only what concerns this aspect.")] = None,
    format: Formats = Format.text,
) -> int:
    """Say who answered for a subject that day, in each chain, how it is known; or nobody, not clear, not stated."""
    opened = use_cases.open_model(model)
    day = on.date() if on else opened.model.about.as_of
    found = use_cases.ask_who(opened, subject, day, aspect.value if aspect else None)
    write(
        format,
        answers.who(
            found, subject, day.isoformat(), opened.model.about.as_of.isoformat(), use_cases.standing_line(opened.model)
        ),
        LINE_RENDERERS,
    )
    return 0


def sources(
    model: ModelName,
    facts: Annotated[
        bool, typer.Option("--facts", help="Each fact with its paragraphs, instead of each paragraph.")
    ] = False,
    format: Formats = Format.text,
) -> int:
    """Say what rests on each paragraph: facts, nothing structural and why, or that it is withheld."""
    opened = use_cases.open_model(model)
    standing = use_cases.standing_line(opened.model)
    if facts:
        write(format, answers.facts(use_cases.read_facts(opened), standing), LINE_RENDERERS)
    else:
        write(format, answers.sources(use_cases.read_passages(opened), standing), LINE_RENDERERS)
    return 0


def recommendations(model: ModelName, format: Formats = Format.text) -> int:
    """List what the sources recommend: to whom, who owns it, the response, what is overdue, which option does it."""
    opened = use_cases.open_model(model)
    found = use_cases.read_recommendations(opened)
    write(format, answers.recommendations(found, use_cases.standing_line(opened.model)), LINE_RENDERERS)
    return 0


def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="A model: an id or a folder.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="Another model.")],
    format: Formats = Format.text,
) -> int:
    """Say what differs between two models: what only one of them speaks of, and what they tell differently."""
    first, second = use_cases.open_model(before), use_cases.open_model(after)
    standing = f"{use_cases.standing_line(first.model)} {use_cases.standing_line(second.model)}"
    changes = use_cases.diff_models(first, second)
    write(format, answers.differences(changes, first.model.id, second.model.id, standing), LINE_RENDERERS)
    return 0
