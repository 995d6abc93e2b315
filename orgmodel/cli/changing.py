"""`plan` and `compare`: what an option changes, and what each option closes, opens and loses beside doing nothing."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli import following
from orgmodel.cli.shared import (
    FINDINGS,
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
from orgmodel.errors import UsageError
from orgmodel.render import comparison_text, markdown, option_yaml, options_json, plan_text, table_of_options


class Detail(StrEnum):
    """How much of a plan is told."""

    headline = "headline"
    list = "list"
    all = "all"


def register(app: typer.Typer) -> None:
    """Add these commands to the application, and those on what follows once an option is written."""
    app.command()(plan)
    app.command()(compare)
    following.register(app)


def plan(
    model: ModelName,
    option: Annotated[str, typer.Argument(metavar="OPTION", help="The id of one of the model's options.")],
    format: Formats = Format.text,
    detail: Annotated[
        Detail,
        typer.Option(help="How much to tell: one line, what is named, or all of it. JSON and CSV always give all."),
    ] = Detail.list,
    only: Annotated[
        str, typer.Option("--only", metavar="1,3,PHASE", help="Take only these changes, by number, or these phases.")
    ] = "",
    reverse: Annotated[bool, typer.Option("--reverse", help="Plan the option that would undo it.")] = False,
    write_to: Annotated[
        Path | None,
        typer.Option("--write", metavar="FILE", help="Also write the option that is planned to a new file."),
    ] = None,
) -> int:
    """Say what an option would change: what disappears first, then what moves, what is new, and what is left open."""
    opened = use_cases.open_model(model)
    base, planned = use_cases.prepare_option(opened, option, split_words(only), reverse)
    found = use_cases.plan_prepared(base, planned)
    if write_to:
        use_cases.write_option(planned, option_yaml.render_option(planned), write_to)
    standing = use_cases.standing_line(opened.model)
    write(
        format,
        found,
        {
            Format.text: lambda value: plan_text.render_plan(value, standing, detail.value),
            Format.markdown: lambda value: markdown.as_block(plan_text.render_plan(value, standing, detail.value)),
            Format.json: lambda value: options_json.render_plan(value, standing),
            Format.csv: lambda value: table_of_options.render_plan(value, standing),
        },
    )
    return 0


def compare(
    model: ModelName,
    options: Annotated[str, typer.Option("--options", metavar="A,B", help="Ids of options, with commas between them.")],
    format: Formats = Format.text,
    everything: Annotated[
        bool, typer.Option("--everything", help="Tell in full what each option leaves as it is.")
    ] = False,
    criteria: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Criteria and weights that somebody sets; without them there is no sum."),
    ] = None,
    require: Annotated[
        list[str] | None,
        typer.Option(help="A principle that an option has to keep, else code 1; may be given several times."),
    ] = None,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Lay options beside doing nothing: findings, principles, responsibilities, measures, disruption and costs."""
    opened = use_cases.open_model(model)
    names = split_words(options)
    if not names:
        known = ", ".join(sorted(opened.options)) or "this model has none"
        raise UsageError("no option was named", f"Name one or more with --options A,B. Options: {known}.")
    weights = use_cases.load_criteria(opened, criteria) if criteria else None
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        beside = use_cases.set_beside(opened, names, graph, require or (), _step).weighed_by(weights)
    standing = use_cases.standing_line(opened.model)
    write(
        format,
        beside,
        {
            Format.text: lambda value: comparison_text.render_comparison(value, standing, everything),
            Format.markdown: lambda value: markdown.as_block(
                comparison_text.render_comparison(value, standing, everything)
            ),
            Format.json: lambda value: options_json.render_comparison(value, standing),
            Format.csv: lambda value: table_of_options.render_comparison(value, standing),
        },
    )
    return FINDINGS if use_cases.find_breaking(beside) else 0


def _step(name: str) -> None:
    if sys.stderr.isatty():
        typer.echo(f"Checking: {name}", err=True)
