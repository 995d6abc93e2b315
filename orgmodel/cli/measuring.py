"""`metrics`: measures of the structure, without a verdict."""

from __future__ import annotations

from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import LINE_RENDERERS, Format, Formats, ModelName, write
from orgmodel.render.metrics import metrics as render


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(metrics)


def metrics(
    model: ModelName,
    option: Annotated[
        str | None, typer.Option(metavar="OPTION", help="Measure the model as this option would leave it.")
    ] = None,
    format: Formats = Format.text,
) -> int:
    """Measure spans, layers, shares, load and the like: numbers or intervals, or why there is none; no verdict."""
    opened = use_cases.open_model(model)
    found, of = use_cases.measure_model(opened, option)
    write(format, render(found, of.title_of, use_cases.standing_line(of)), LINE_RENDERERS)
    return 0
