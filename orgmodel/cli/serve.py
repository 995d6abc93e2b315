"""`serve`: the app in a browser, on this machine alone unless told otherwise."""

from __future__ import annotations

import importlib
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import ModelName
from orgmodel.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(serve)


def serve(
    model: ModelName = "home-office-2023",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")] = 8501,
    address: Annotated[
        str, typer.Option(help="The address to listen at; the default is this machine alone.")
    ] = "127.0.0.1",
) -> int:
    """Open a model in the app. Nothing is asked of any other host."""
    entry = use_cases.find_model(model)
    try:
        app = importlib.import_module("orgmodel_app.serve")
    except ModuleNotFoundError as error:
        raise UsageError(
            f"the app needs '{error.name}', which is not installed", "Install it with: pip install 'orgmodel[app]'"
        ) from error
    typer.echo(f"{entry.title}: http://{address}:{port}  (Ctrl+C ends it)")
    return int(app.run(str(entry.folder), port=port, address=address) or 0)
