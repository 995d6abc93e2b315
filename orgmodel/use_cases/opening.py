"""Opening a model by name, with its options and the findings that apply to it, and an engine to ask."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from orgmodel.errors import UsageError
from orgmodel.findings import FindingQuery, check_distinct, load_catalogue
from orgmodel.graph import Engine
from orgmodel.graph.connect import connect
from orgmodel.loading import Beginning, find_models, load_model, read_about, render_schema, schemas, write_scaffold
from orgmodel.model import Model
from orgmodel.options import Changeset, load_options

STANDINGS = ("preferred", "recommended", "offered", "ruled_out")


@dataclass(frozen=True)
class ModelEntry:
    """A model that can be opened: its id, its title and the folder it is in."""

    id: str
    title: str
    folder: Path


@dataclass(frozen=True)
class Opened:
    """A model with its catalogue and its options, opened once and never changed: what a session works on.

    `principles` are the questions that only principles ask; they are no findings.
    """

    entry: ModelEntry
    model: Model
    catalogue: tuple[FindingQuery, ...]
    options: dict[str, Changeset]
    principles: tuple[FindingQuery, ...] = ()

    @property
    def options_by_standing(self) -> list[str]:
        """The ids of the options: what somebody prefers first, then what is recommended, offered, and ruled out."""
        return sorted(self.options, key=lambda name: STANDINGS.index(self.options[name].standing))


def standing_line(model: Model) -> str:
    """What every page, export and run says: whose account this is, as of when, and what it is not."""
    day = model.about.as_of
    return (
        f"{model.about.title}: the account of {model.about.account_of}, as of {day.day} {day:%B %Y}. "
        "Not the organisation's own statement. Findings concern structure, not individuals. "
        f"Marking: {model.about.marking.rstrip('.')}."
    )


def list_models(folders: Sequence[Path] = ()) -> list[ModelEntry]:
    """The models in the folders given and those that are shipped."""
    shipped = Path(str(importlib.resources.files("orgmodel_definitions")))
    return [ModelEntry(ident, read_about(folder).title, folder) for ident, folder in find_models([*folders, shipped])]


def find_model(name: str) -> ModelEntry:
    """The model with an id, or in a folder given by its path; raises UsageError where there is none."""
    path = Path(name)
    if path.is_dir() or path.suffix or "/" in name or "\\" in name:
        about = read_about(path)
        return ModelEntry(about.id, about.title, path)
    entries = {entry.id: entry for entry in list_models()}
    if name in entries:
        return entries[name]
    close = get_close_matches(name, entries, n=1)
    hint = f"Did you mean '{close[0]}'?" if close else f"Known models: {', '.join(sorted(entries))}."
    raise UsageError(f"there is no model '{name}'", f"{hint} A folder with a model.yaml in it works too.")


def open_model(name: str) -> Opened:
    """Read a model, its options and the findings that apply to it."""
    entry = find_model(name)
    model = load_model(entry.folder)
    catalogue, principles = open_catalogue(entry.folder), open_principles(entry.folder)
    check_distinct(catalogue, principles)
    return Opened(entry, model, tuple(catalogue), load_options(entry.folder, model), tuple(principles))


def open_catalogue(folder: Path | None = None) -> list[FindingQuery]:
    """The findings that are shipped, and those in a model's own `queries/findings` folder."""
    return _load_queries("findings", folder)


def open_principles(folder: Path | None = None) -> list[FindingQuery]:
    """The questions that principles ask: those that are shipped, and those in a model's own `queries/principles`."""
    return _load_queries("principles", folder)


def _load_queries(kind: str, folder: Path | None) -> list[FindingQuery]:
    own = [folder / "queries" / kind] if folder else []
    return load_catalogue([importlib.resources.files("orgmodel_queries") / kind, *own])


@contextmanager
def open_engine(address: str = "embedded", **credentials: str | None) -> Iterator[Engine]:
    """An engine for the length of a `with` block; raises EngineError where it does not answer."""
    engine = connect(address, **credentials)
    try:
        yield engine
    finally:
        engine.close()


def write_schemas(folder: Path) -> list[Path]:
    """Write the JSON Schemas that editors use into a folder, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in render_schemas().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def begin_model(folder: Path, beginning: Beginning) -> list[Path]:
    """Write a new model to begin with, with its schemas beside it, and return the files written."""
    return write_scaffold(folder, beginning, render_schemas())


def render_schemas() -> dict[str, str]:
    """The JSON Schemas that editors use, by the name of their file."""
    return {name: render_schema(schema) for name, schema in schemas({"options.schema.json": Changeset}).items()}
