"""`init`: a model of one's own, by flags, or by questions where somebody sits at the terminal."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(init)


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder; its name becomes the model's id.")],
    organisation: Annotated[str | None, typer.Option(help="The organisation's name.")] = None,
    account_of: Annotated[str | None, typer.Option(help="Whose account this is.")] = None,
    head: Annotated[str | None, typer.Option(help="The title of the post at its head.")] = None,
    as_of: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day it is true of; today if not given.")
    ] = None,
    marking: Annotated[str, typer.Option(help="The marking that every page and export carries.")] = "Not marked",
) -> int:
    """Write a new model to begin with; what is not given by flags is asked for."""
    name = _ask(organisation, "--organisation", "What is the organisation called")
    beginning = use_cases.Beginning(
        title=name,
        organisation=name,
        account_of=_ask(account_of, "--account-of", "Whose account will this be"),
        head=_ask(head, "--head", "What is the post at its head called"),
        as_of=as_of.date() if as_of else dt.date.today(),
        marking=marking,
    )
    for path in use_cases.begin_model(folder, beginning):
        typer.echo(str(path))
    typer.echo(f"Next: orgmodel check {folder}")
    return 0


def _ask(given: str | None, flag: str, question: str) -> str:
    if given and given.strip():
        return given.strip()
    if not sys.stdin.isatty():
        raise UsageError(f"'{flag}' is missing, and there is nobody at the terminal to ask", f'Give it: {flag} "..."')
    return str(typer.prompt(question)).strip()
