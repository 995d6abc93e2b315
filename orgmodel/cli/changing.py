"""`plan` and `compare`: what an option changes, and what each option closes, opens and loses beside doing nothing."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import Address, Format, Formats, ModelName, PasswordFile, User, credentials, write
from orgmodel.errors import UsageError
from orgmodel.render import comparison_text, markdown, options_json, plan_text, table_of_options


class Density(StrEnum):
    """How much of a plan is told."""

    headline = "headline"
    named = "named"
    everything = "everything"


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(plan)
    app.command()(compare)


def plan(
    model: ModelName,
    option: Annotated[str, typer.Argument(metavar="OPTION", help="The id of one of the model's options.")],
    format: Formats = Format.text,
    density: Annotated[
        Density, typer.Option(help="How much to tell; JSON and CSV always give everything.")
    ] = Density.named,
) -> int:
    """Say what an option would change: what disappears first, then what moves, what is new, and what is left open."""
    opened = use_cases.open_model(model)
    found = use_cases.plan_option(opened, option)
    standing = use_cases.standing_line(opened.model)
    write(
        format,
        found,
        {
            Format.text: lambda value: plan_text.render_plan(value, standing, density.value),
            Format.markdown: lambda value: markdown.as_block(plan_text.render_plan(value, standing, density.value)),
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
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Lay options beside doing nothing: findings closed, opened, changed, settled and become unknown, by name."""
    opened = use_cases.open_model(model)
    names = [name.strip() for name in options.split(",") if name.strip()]
    if not names:
        known = ", ".join(sorted(opened.options)) or "this model has none"
        raise UsageError("no option was named", f"Name one or more with --options A,B. Options: {known}.")
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        comparison = use_cases.compare_options(opened, names, graph, _step)
    standing = use_cases.standing_line(opened.model)
    write(
        format,
        comparison,
        {
            Format.text: lambda value: comparison_text.render_comparison(value, standing, everything),
            Format.markdown: lambda value: markdown.as_block(
                comparison_text.render_comparison(value, standing, everything)
            ),
            Format.json: lambda value: options_json.render_comparison(value, standing),
            Format.csv: lambda value: table_of_options.render_comparison(value, standing),
        },
    )
    return 0


def _step(name: str) -> None:
    if sys.stderr.isatty():
        typer.echo(f"Checking: {name}", err=True)
