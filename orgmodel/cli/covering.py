"""`coverage` and `chains`: who answers for what as a matrix, and where the chains above a thing part."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import LINE_RENDERERS, Format, Formats, ModelName, write
from orgmodel.render import chains as chain_lines
from orgmodel.render import coverage as coverage_lines


class ChainName(StrEnum):
    """The chains of accountability."""

    ministerial = "ministerial"
    accounting_officer = "accounting_officer"
    line = "line"
    sro = "sro"
    statutory = "statutory"
    operational = "operational"


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(coverage)
    app.command()(chains)


def coverage(
    model: ModelName,
    subject: Annotated[
        str | None, typer.Option(metavar="ID", help="Begin at this subject: id, title or alias; all tops otherwise.")
    ] = None,
    chain: Annotated[ChainName, typer.Option(help="The chain in which somebody answers.")] = ChainName.line,
    depth: Annotated[int, typer.Option(min=0, metavar="N", help="How many steps down the parts of subjects.")] = 1,
    format: Formats = Format.text,
) -> int:
    """Say who answers for what as a matrix, subjects by aspect by level, and which kind of silence stands elsewhere."""
    opened = use_cases.open_model(model)
    rows = use_cases.read_coverage(opened, subject, chain.value, depth)
    standing = use_cases.standing_line(opened.model)
    write(format, coverage_lines.render_lines(rows, chain.value, opened.model.title_of, standing), LINE_RENDERERS)
    return 0


def chains(
    model: ModelName,
    ident: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A unit, post, board, responsibility or process: id, title or alias."),
    ] = None,
    format: Formats = Format.text,
) -> int:
    """Follow each chain above a thing to where it ends, and say where two part; without ID, wherever chains differ."""
    opened = use_cases.open_model(model)
    found = use_cases.read_chains(opened, ident)
    standing = use_cases.standing_line(opened.model)
    write(format, chain_lines.render_lines(found, ident, opened.model.title_of, standing), LINE_RENDERERS)
    return 0
