"""`load`, `schema` and `doctor`: the graph on a server, the schemas for editors, and whether everything is in place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import Address, Format, Formats, ModelName, PasswordFile, User, credentials, write
from orgmodel.render import doctoring


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(load)
    app.command()(schema)
    app.command()(doctor)


def load(
    model: ModelName,
    without_people: Annotated[
        bool, typer.Option("--without-people", help="Leave out the data about people, for a server open to 'query'.")
    ] = False,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Load a model into a graph server as its current version: all of it, or nothing."""
    opened = use_cases.open_model(model)
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        hidden = not sys.stderr.isatty()
        with typer.progressbar(length=1000, label=f"Loading {opened.model.id}", hidden=hidden, file=sys.stderr) as bar:
            done = 0

            def progress(count: int, total: int) -> None:
                nonlocal done
                step = round(1000 * count / max(total, 1)) - done
                done += step
                bar.update(step)

            left_out = ""
            if without_people:
                loaded, hidden_people = use_cases.load_without_people(graph, opened.model, progress)
                left_out = str(hidden_people)
            else:
                loaded = use_cases.load_into(graph, opened.model, progress)[1]
        where = graph.describe()
    what = "is current" if loaded.written else "was current already; nothing was written"
    typer.echo(f"{loaded.model} {what}: {loaded.nodes} nodes, {loaded.relationships} relationships, in {where}.")
    if left_out:
        typer.echo(left_out)
    if engine == "embedded":
        typer.echo(
            "The embedded graph lives in memory and ends with this command; give --engine for a server that keeps it."
        )
    return 0


def schema(
    folder: Annotated[Path, typer.Argument(help="The folder to write the JSON Schemas into.")] = Path("."),
) -> int:
    """Write the JSON Schemas of the definitions, with which an editor completes and checks them."""
    for path in use_cases.write_schemas(folder):
        typer.echo(str(path))
    return 0


def doctor(
    engine: Address = "embedded",
    format: Formats = Format.text,
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Say what is installed, which engine answers, and what to do where something is missing."""
    checks = use_cases.examine_installation(engine, **credentials(user, password_file))
    write(format, checks, {Format.text: doctoring.render_text, Format.json: doctoring.render_json})
    return 0 if all(check.fine for check in checks if check.needed) else 4
