"""Asking a model a question of one's own: a typed query, run where it can do nothing but read, without people."""

from __future__ import annotations

import importlib.resources
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from orgmodel.errors import UsageError
from orgmodel.graph import Engine, Loaded, Progress, build_rows
from orgmodel.graph.asking import Answer, Asker, Hidden, Limits, check_words, hide_people
from orgmodel.graph.asking.opening import open_asker
from orgmodel.graph.asking.vocabulary import check_names
from orgmodel.model import Model
from orgmodel.use_cases.opening import Opened, standing_line

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
MOST_PARAMETERS = 50
MOST_CHARACTERS = 200_000


@dataclass(frozen=True)
class Example:
    """A query to begin from: its name, what it asks, and the query itself, which runs on both engines."""

    id: str
    title: str
    query: str


@dataclass(frozen=True)
class Asked:
    """A query with its answer: of which model and version, on whose account, and what it could not see."""

    query: str
    version: str
    standing: str
    answer: Answer
    hidden: Hidden


@dataclass(frozen=True)
class AskingDesk:
    """A model opened for questions; several may be asked of it at once."""

    opened: Opened
    asker: Asker
    hidden: Hidden

    def ask(self, query: str, parameters: Mapping[str, Any] | None = None, limits: Limits | None = None) -> Asked:
        """Run a query. Raises RefusedError where it may not be run, StoppedError where it takes too much."""
        given = check_query(query, parameters or {})
        answer = self.asker.ask(query.rstrip().rstrip(";"), given, limits or Limits())
        return Asked(query, self.asker.model, standing_line(self.opened.model), answer, self.hidden)

    def close(self) -> None:
        """Take the copy of the graph away, or let go of the server."""
        self.asker.close()


def open_asking(opened: Opened, address: str = "embedded", **credentials: str | None) -> AskingDesk:
    """A model opened for questions of one's own; to be closed. Raises EngineError where the engine does not answer."""
    asker, hidden = open_asker(build_rows(opened.model), address, **credentials)
    return AskingDesk(opened, asker, hidden)


@contextmanager
def asking(opened: Opened, address: str = "embedded", **credentials: str | None) -> Iterator[AskingDesk]:
    """The same for the length of a `with` block."""
    desk = open_asking(opened, address, **credentials)
    try:
        yield desk
    finally:
        desk.close()


def list_examples() -> list[Example]:
    """The queries that are shipped to begin from, by name. The first line of each file is a comment: what it asks."""
    folder = importlib.resources.files("orgmodel_queries") / "examples"
    found = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".cypher"):
            first, _, query = file.read_text(encoding="utf-8").partition("\n")
            found.append(Example(file.name.removesuffix(".cypher"), first.removeprefix("//").strip(), query.strip()))
    return found


def read_parameters(given: Sequence[str]) -> dict[str, Any]:
    """Parameters written `name=value`. What reads as JSON is a number, a list or yes or no; all else is text."""
    read: dict[str, Any] = {}
    for each in given:
        name, equals, written = each.partition("=")
        if not equals or not NAME.fullmatch(name):
            raise UsageError(f"'{each[:80]}' is no parameter", "Write name=value, such as --param grade=director.")
        if name in read:
            raise UsageError(f"the parameter '{name}' is given twice", 'Give it once; a list is written ["a", "b"].')
        read[name] = _read_value(written)
    return read


def check_query(query: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that can be said against a query before an engine sees it; returns its parameters."""
    check_names(query, check_words(query))
    return check_parameters(parameters)


def check_parameters(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters, if both engines take them: text, numbers, yes or no, and lists of one kind of these."""
    if "model" in parameters:
        raise UsageError("$model is given already: it is the version of the model that is asked", "Leave it out.")
    if len(parameters) > MOST_PARAMETERS or len(json.dumps(dict(parameters), default=str)) > MOST_CHARACTERS:
        raise UsageError(
            "there are more parameters than may be", f"At most {MOST_PARAMETERS}, of {MOST_CHARACTERS:,} characters."
        )
    for name, value in parameters.items():
        parts = value if isinstance(value, list) else [value]
        kinds = {type(part) for part in parts}
        if not kinds <= {str, int, float, bool} or len(kinds) > 1 or any(_is_too_large(part) for part in parts):
            raise UsageError(
                f"the parameter '{name}' has a value that cannot be passed on",
                "Give text, a number, true or false, or a list of one kind of these. Nothing at all (null) is none.",
            )
    return dict(parameters)


def load_without_people(engine: Engine, model: Model, progress: Progress | None = None) -> tuple[Loaded, Hidden]:
    """Make a model's rows current in an engine, without those about people, so that others may ask it anything."""
    rows, hidden = hide_people(build_rows(model))
    return engine.load(rows, progress), hidden


def _read_value(written: str) -> Any:
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return written


def _is_too_large(value: object) -> bool:
    return isinstance(value, int) and not -(2**63) <= value < 2**63
