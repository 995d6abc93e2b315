"""`finding new` and `finding test`: questions of one's own, begun with two files and tried with their cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import Address, PasswordFile, User, credentials

finding = typer.Typer(no_args_is_help=True, help="Questions of your own: begin one, and try it with its cases.")


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.add_typer(finding, name="finding")


@finding.command()
def new(
    ident: Annotated[str, typer.Argument(metavar="ID", help="The id of the finding: words joined by hyphens.")],
    folder: Annotated[Path, typer.Option("--in", metavar="MODEL_FOLDER", help="The folder of the model.")] = Path("."),
) -> int:
    """Write a finding that runs, with what each part is for, and three cases beside it."""
    for path in use_cases.begin_finding(folder, ident):
        typer.echo(str(path))
    return 0


@finding.command("test")
def try_own(
    folder: Annotated[Path, typer.Argument(metavar="[MODEL_FOLDER]", help="The folder of the model.")] = Path("."),
    ident: Annotated[str | None, typer.Argument(metavar="[ID]", help="One finding; all otherwise.")] = None,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Check a model's own findings and run their cases; code 3 where anything is wrong."""
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        tried = use_cases.try_own_findings(folder, ident, graph)
    for each in tried:
        for problem in each.problems:
            typer.echo(str(problem))
        word = "case" if each.cases == 1 else "cases"
        fate = "as expected" if not each.problems else f"{len(each.problems)} to put right"
        typer.echo(f"{each.finding}: {each.cases} {word}, {fate}")
    return 3 if any(each.problems for each in tried) else 0
