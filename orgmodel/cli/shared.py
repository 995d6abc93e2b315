"""What several commands have in common: their options, the formats, exit codes, and how problems are printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from orgmodel.errors import OrgmodelError
from orgmodel.render import json_v1, lines

FINDINGS, USAGE, OUR_FAULT, INTERRUPTED = 1, 2, 70, 130
MOST_PROBLEMS = 12


class Format(StrEnum):
    """How output is written."""

    text = "text"
    json = "json"
    csv = "csv"
    markdown = "markdown"


class Severity(StrEnum):
    """The severity from which findings make the exit code 1; `never` for no severity."""

    high = "high"
    medium = "medium"
    low = "low"
    never = "never"


ModelName = Annotated[
    str, typer.Argument(metavar="MODEL", help="The id of a shipped model, or a folder with a model.yaml.")
]
Formats = Annotated[Format, typer.Option("--format", help="How to write the answer. JSON carries a version.")]
Address = Annotated[
    str,
    typer.Option(
        "--engine",
        envvar="ORGMODEL_ENGINE",
        help="'embedded', or the address of a Neo4j server: neo4j://host:7687[/database].",
    ),
]
User = Annotated[str | None, typer.Option("--user", help="The user at the server (or ORGMODEL_NEO4J_USER).")]
PasswordFile = Annotated[
    Path | None,
    typer.Option(
        "--password-file",
        help="A file with the password in it (or ORGMODEL_NEO4J_PASSWORD, ORGMODEL_NEO4J_PASSWORD_FILE).",
    ),
]


def write(format_: Format, value: Any, renderers: Mapping[Format, Callable[[Any], str]]) -> None:
    """Print a value in the format asked for; every command offers the same four or says which it has."""
    if format_ not in renderers:
        known = ", ".join(sorted(renderers))
        raise typer.BadParameter(f"this command has no '{format_}' output; it has: {known}")
    typer.echo(renderers[format_](value).rstrip("\n"))


LINE_RENDERERS = {
    Format.text: lines.render_text, Format.json: lines.render_json, Format.csv: lines.render_csv,
    Format.markdown: lines.render_markdown,
}  # fmt: skip
"""How answers that are lists of lines are written."""


def split_words(text: str) -> list[str]:
    """Words with commas between them."""
    return [word.strip() for word in text.split(",") if word.strip()]


def credentials(user: str | None, password_file: Path | None) -> dict[str, str | None]:
    """What a server wants to know, as given on the command line; the rest comes from the environment."""
    return {"user": user, "password_file": str(password_file) if password_file else None}


def print_problems(error: OrgmodelError, words: Sequence[str]) -> None:
    """Every problem, on one screen: the first dozen in full and the number of the rest; all of them as JSON."""
    problems = list(error.problems)
    if wants_json(words):
        typer.echo(json_v1.render_problems(problems, error.exit_code))
        return
    if len(problems) > 1:
        typer.echo(str(error), err=True)
    for problem in problems[:MOST_PROBLEMS]:
        typer.echo(str(problem), err=True)
    if len(problems) > MOST_PROBLEMS:
        rest = len(problems) - MOST_PROBLEMS
        typer.echo(f"... and {rest} more. --format json gives all of them.", err=True)


def wants_json(words: Sequence[str]) -> bool:
    """Whether the command line asks for JSON."""
    pairs = zip(words, [*words[1:], ""], strict=True)
    return "--format=json" in words or ("--format", "json") in pairs
