"""`import`: what other people's files hold, as definitions. Each kind of file is a command of its own."""

from __future__ import annotations

import typer

from orgmodel.cli import tables

group = typer.Typer(help="Make definitions of tables and of other people's files.", rich_markup_mode=None)
tables.register_table(group)


def register(app: typer.Typer) -> None:
    """Add the group to the application."""
    app.add_typer(group, name="import")
