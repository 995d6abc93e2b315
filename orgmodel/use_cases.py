"""One function for each thing that a person wants. The command line and the app call these and nothing below them."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import importlib.resources
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from orgmodel.errors import OrgmodelError, Problem, UsageError
from orgmodel.findings import (
    SEVERITIES,
    Finding,
    FindingQuery,
    Outcome,
    check_waivers,
    load_catalogue,
    run_catalogue,
)
from orgmodel.graph import Engine, Loaded, Progress, Rows, build_rows
from orgmodel.graph.connect import connect
from orgmodel.loading import find_models, load_model, read_about, render_schema, schemas
from orgmodel.model import Model, Named
from orgmodel.model.statements import Statement, every_cite, statements_about
from orgmodel.options import Changeset, Comparison, OptionResult, Plan, apply, compare, load_options, plan


@dataclass(frozen=True)
class ModelEntry:
    """A model that can be opened: its id, its title and the folder it is in."""

    id: str
    title: str
    folder: Path


@dataclass(frozen=True)
class Report:
    """What was found in one version of one model, on one engine."""

    model: Model
    key: str
    engine: str
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The id of the model, as it is opened."""
        return self.model.id

    @property
    def title(self) -> str:
        """The title of the model."""
        return self.model.about.title

    @property
    def standing(self) -> str:
        """The standing line."""
        return standing_line(self.model)

    @property
    def marking(self) -> str:
        """The model's marking."""
        return self.model.about.marking

    @property
    def rows(self) -> list[Finding]:
        """Every row of every finding, in the order of the catalogue."""
        return [row for outcome in self.outcomes for row in outcome.rows]

    def at_or_above(self, severity: str, unknown: bool = False) -> list[Finding]:
        """The rows that fail at or above a severity and are not waived; with `unknown`, also what cannot be told."""
        worst = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return [
            row
            for outcome in self.outcomes
            for row in outcome.rows
            if row.waived is None
            and outcome.severity in worst
            and (row.verdict == "fail" or (unknown and row.verdict == "unknown"))
        ]


@dataclass(frozen=True)
class Thing:
    """One thing in a model: what it is, everything said about it, and the findings that rest on it."""

    label: str
    record: Named
    statements: tuple[Statement, ...]
    cites: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Explanation:
    """The answer to `explain`: a finding with its rows, or a thing."""

    name: str
    standing: str
    finding: FindingQuery | None = None
    outcome: Outcome | None = None
    thing: Thing | None = None


@dataclass(frozen=True)
class Opened:
    """A model with its catalogue and its options, opened once and never changed: what a session works on."""

    entry: ModelEntry
    model: Model
    catalogue: tuple[FindingQuery, ...]
    options: dict[str, Changeset]


def standing_line(model: Model) -> str:
    """What every page, export and run says: whose account this is, as of when, and what it is not."""
    return (
        f"{model.about.title}: the account of {model.about.account_of}, as of {model.about.as_of:%-d %B %Y}. "
        "Not the organisation's own statement. Findings concern structure, not individuals."
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
    return Opened(entry, model, tuple(open_catalogue(entry.folder)), load_options(entry.folder, model))


def open_catalogue(folder: Path | None = None) -> list[FindingQuery]:
    """The findings that are shipped, and those in a model's own `queries/findings` folder."""
    shipped = importlib.resources.files("orgmodel_queries") / "findings"
    own = [folder / "queries" / "findings"] if folder else []
    return load_catalogue([shipped, *own])


@contextmanager
def open_engine(address: str = "embedded", **credentials: str | None) -> Iterator[Engine]:
    """An engine for the length of a `with` block; raises EngineError where it does not answer."""
    engine = connect(address, **credentials)
    try:
        yield engine
    finally:
        engine.close()


def load_into(engine: Engine, model: Model, progress: Progress | None = None) -> tuple[Rows, Loaded]:
    """Make a model's rows the current version in an engine, all or nothing."""
    rows = build_rows(model)
    return rows, engine.load(rows, progress)


def check_model(opened: Opened, engine: Engine, passes: bool = False, progress: Progress | None = None) -> Report:
    """Load a model and run every finding over it."""
    rows, _ = load_into(engine, opened.model, progress)
    return _check(opened.model, rows, opened.catalogue, engine, passes)


def _check(model: Model, rows: Rows, catalogue: Sequence[FindingQuery], engine: Engine, passes: bool) -> Report:
    outcomes = run_catalogue(engine, model, rows, catalogue, passes)
    problems = check_waivers(model, outcomes, dt.date.today())
    return Report(model, rows.model, engine.name, tuple(outcomes), tuple(problems))


def explain(opened: Opened, name: str, engine: Engine) -> Explanation:
    """What a finding is and what it found, or what a thing is, who answers for it and every citation."""
    report = check_model(opened, engine, passes=False)
    for query, outcome in zip(opened.catalogue, report.outcomes, strict=True):
        if query.id == name:
            return Explanation(name, report.standing, finding=query, outcome=outcome)
    return Explanation(name, report.standing, thing=describe_thing(opened.model, find_id(opened, name), report))


def find_id(opened: Opened, name: str) -> str:
    """The id that a name stands for: an id, a title or an alias; raises UsageError with near matches."""
    model = opened.model
    if name in model.by_id:
        return name
    named = {
        alias.casefold(): record.id for record in model.by_id.values() for alias in (*record.aliases, record.title)
    }
    if name.casefold() in named:
        return named[name.casefold()]
    known = [*model.by_id, *(query.id for query in opened.catalogue), *named]
    close = get_close_matches(name.casefold(), known, n=3)
    absent = next((entry for entry in model.about.absent if name.casefold() in map(str.casefold, entry.names)), None)
    hint = (
        absent.note
        if absent
        else f"Did you mean {' or '.join(repr(word) for word in close)}?"
        if close
        else ("Give the id of a finding, or of anything in the model.")
    )
    raise UsageError(f"there is no finding and nothing in '{model.id}' called '{name}'", hint)


def describe_thing(model: Model, ident: str, report: Report) -> Thing:
    """Everything that the model says about a thing, and the findings that rest on it."""

    def concerns(row: Finding) -> bool:
        return any(piece.key == ident for piece in row.evidence) or ident in dict(row.identity).values()

    found = tuple(row for row in report.rows if row.verdict != "pass" and concerns(row))
    label = model.label_of.get(ident, type(model.by_id[ident]).__name__)
    return Thing(label, model.by_id[ident], tuple(statements_about(model, ident)), every_cite(model, ident), found)


def find_option(opened: Opened, name: str) -> Changeset:
    """An option of a model by its id; raises UsageError where there is none."""
    if name in opened.options:
        return opened.options[name]
    known = ", ".join(sorted(opened.options)) or "none"
    close = get_close_matches(name, opened.options, n=1)
    hint = f"Did you mean '{close[0]}'? " if close else ""
    raise UsageError(f"'{opened.model.id}' has no option '{name}'", f"{hint}Its options: {known}.")


def plan_option(opened: Opened, name: str) -> Plan:
    """What an option changes, named; nothing is applied."""
    return plan(opened.model, find_option(opened, name))


def compare_options(
    opened: Opened, names: Sequence[str], engine: Engine, step: Callable[[str], None] = lambda name: None
) -> Comparison:
    """Doing nothing and each option, checked side by side in one graph. `step` is told what is being checked."""
    chosen = [find_option(opened, name) for name in dict.fromkeys(names)]
    models = [opened.model, *(apply(opened.model, option) for option in chosen)]
    rows = [build_rows(model) for model in models]
    engine.load_many(rows)
    reports = []
    for model, of_model, title in zip(
        models, rows, ["doing nothing", *(option.title for option in chosen)], strict=True
    ):
        step(title)
        reports.append(_check(model, of_model, opened.catalogue, engine, passes=True))
    each = zip(chosen, models[1:], reports[1:], strict=True)
    results = [OptionResult(option, model, report.rows) for option, model, report in each]
    return compare(opened.model, reports[0].rows, results)


def write_schemas(folder: Path) -> list[Path]:
    """Write the JSON Schemas that editors use into a folder, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas({"options.schema.json": Changeset}).items():
        path = folder / name
        path.write_text(render_schema(schema), encoding="utf-8")
        written.append(path)
    return written


@dataclass(frozen=True)
class Examined:
    """One thing that `doctor` looked at: whether it is there, whether it has to be, and what to do if not."""

    name: str
    fine: bool
    needed: bool
    found: str
    advice: str = ""


PACKAGES = {
    "ladybug": (True, "the embedded engine", "pip install --force-reinstall orgmodel"),
    "pyarrow": (True, "the embedded engine's loader", "pip install --force-reinstall orgmodel"),
    "neo4j": (False, "graph servers", "pip install 'orgmodel[server]'"),
    "streamlit": (False, "the app", "pip install 'orgmodel[app]'"),
    "pyvis": (False, "pictures in the app", "pip install 'orgmodel[app]'"),
}


def examine_installation(address: str = "embedded", **credentials: str | None) -> list[Examined]:
    """What is installed, whether the shipped models and findings are whole, and whether the engine answers."""
    python = ".".join(map(str, sys.version_info[:3]))
    found = [Examined("Python", sys.version_info >= (3, 11), True, python, "Install Python 3.11 or later.")]
    found += [_examine_package(name, *about) for name, about in PACKAGES.items()]
    found.append(_examined("Findings", True, lambda: f"{len(open_catalogue())} in the catalogue"))
    found.append(_examined("Models", True, lambda: ", ".join(entry.id for entry in list_models())))
    found.append(_examined(f"Engine {address.split('://')[0]}", True, lambda: _ask_engine(address, credentials)))
    return found


def _examine_package(name: str, needed: bool, use: str, advice: str) -> Examined:
    try:
        return Examined(name, True, needed, f"{importlib.metadata.version(name)}, for {use}")
    except importlib.metadata.PackageNotFoundError:
        return Examined(name, False, needed, f"not installed; needed for {use}", f"{advice}")


def _examined(name: str, needed: bool, look: Callable[[], str]) -> Examined:
    try:
        return Examined(name, True, needed, look())
    except OrgmodelError as error:
        return Examined(name, False, needed, error.problems[0].what, error.problems[0].hint)


def _ask_engine(address: str, credentials: Mapping[str, str | None]) -> str:
    with open_engine(address, **credentials) as engine:
        engine.query("MATCH (u:Unit) RETURN count(u) AS units", {})
        return engine.describe()
