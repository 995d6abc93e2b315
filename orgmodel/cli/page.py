"""The form `html` of `export`: one page that opens without Python. It joins what is gathered with what renders it."""

from __future__ import annotations

import sys

import typer

from orgmodel import use_cases
from orgmodel.errors import UsageError
from orgmodel.exchange.exported import Exported
from orgmodel.render.html import render_page
from orgmodel.use_cases.page import gather_page


def _page(request: use_cases.ExportRequest) -> Exported:
    if request.model.id != request.opened.entry.id:
        raise UsageError(
            "'html' sets options beside doing nothing, and takes no --option",
            "Name those to be compared: --options A,B. Without it, a few that can be carried out are.",
        )
    with use_cases.open_engine() as engine:
        contents = gather_page(request.opened, engine, request.beside, _say)
    left_out = [f"Option '{title}' cannot be carried out, and is not compared." for title, _ in contents.not_applied]
    if contents.not_compared:
        left_out.append(
            f"Options not compared, as nobody named them: {len(contents.not_compared)}. Give --options A,B."
        )
    return Exported(render_page(contents, request.with_people), tuple(left_out))


def _say(title: str) -> None:
    """What is being checked, to those who wait at a terminal."""
    if sys.stderr.isatty():
        typer.echo(f"Checking: {title}", err=True)


PAGE = use_cases.ExportFormat(
    "html",
    ".html",
    "one page that opens without Python and fetches nothing",
    "findings, structure, options beside doing nothing, who answers, recommendations, every paragraph with its facts",
    "what is so on another day; pictures of more than 300 boxes, whose content is in its tables",
    _page,
)
