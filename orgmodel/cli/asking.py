"""`query`: a question of one's own in Cypher, run where it can do nothing but read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import Address, Format, Formats, PasswordFile, User, credentials, write
from orgmodel.errors import UsageError
from orgmodel.render import asked

LARGEST_FILE = 1_000_000
ANSWER = {
    Format.text: asked.render_text,
    Format.json: asked.render_json,
    Format.csv: asked.render_csv,
    Format.markdown: asked.render_markdown,
}
EXAMPLES = {Format.text: asked.render_examples_text, Format.json: asked.render_examples_json}


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(query)


def query(
    model: Annotated[
        str, typer.Argument(metavar="MODEL", help="The id of a shipped model, or a folder with a model.yaml.")
    ] = "",
    cypher: Annotated[
        str, typer.Argument(metavar="CYPHER", help="The query, or - to read it from standard input.")
    ] = "",
    file: Annotated[Path | None, typer.Option("--file", help="A file with the query in it.")] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", help="A parameter, as name=value; may be given several times.")
    ] = None,
    limit_rows: Annotated[int, typer.Option(help="The most rows to return, up to 100000.")] = 1000,
    timeout: Annotated[float, typer.Option(help="The seconds after which it is stopped, up to 600.")] = 10.0,
    examples: Annotated[bool, typer.Option("--examples", help="Print queries to begin from, and ask nothing.")] = False,
    format: Formats = Format.text,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Ask a question of your own, in Cypher, with $model for the model's version. It can only read, and sees no
    data about people. A query that is refused ends with code 2, one that is stopped for taking too long with 4."""
    if examples:
        write(format, use_cases.list_examples(), EXAMPLES)
        return 0
    text = _read_query(model, cypher, file)
    parameters = use_cases.read_parameters(param or ())
    limits = use_cases.Limits(seconds=timeout, rows=limit_rows)
    use_cases.check_query(text, parameters)
    opened = use_cases.open_model(model)
    with use_cases.asking(opened, engine, **credentials(user, password_file)) as desk:
        answer = desk.ask(text, parameters, limits)
    write(format, answer, ANSWER)
    return 0


def _read_query(model: str, cypher: str, file: Path | None) -> str:
    """The query from where it is; raises UsageError where there is none, or two."""
    if not model or bool(cypher) == bool(file):
        raise UsageError(
            "give a model and one query",
            "orgmodel query example 'MATCH (p:Post {model: $model}) RETURN p.title', or --file query.cypher, or - for "
            "standard input. 'orgmodel query --examples' has some to begin from.",
        )
    if file is None:
        return sys.stdin.read(LARGEST_FILE) if cypher == "-" else cypher
    try:
        with file.open(encoding="utf-8-sig") as text:
            return text.read(LARGEST_FILE)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the query in {file} cannot be read: {error}", "Give a text file in UTF-8.") from error
