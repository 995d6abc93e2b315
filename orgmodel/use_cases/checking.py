"""Checking a model, explaining a finding or a thing in it, and loading it into an engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from orgmodel.answers import count_leaves
from orgmodel.errors import Problem, UsageError
from orgmodel.findings import (
    SEVERITIES,
    Finding,
    FindingQuery,
    Outcome,
    check_thresholds,
    check_waivers,
    run_catalogue,
)
from orgmodel.findings.paths import Path, find_path
from orgmodel.findings.stories import Story, find_stories
from orgmodel.findings.thresholds import ThresholdEffect, find_threshold_effects
from orgmodel.graph import Engine, Loaded, Progress, Rows, build_rows
from orgmodel.model import Model, Named
from orgmodel.model.statements import Statement, every_cite, statements_about
from orgmodel.use_cases.opening import Opened, standing_line


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
    """One thing in a model: what it is, everything said about it, and the findings that rest on it.

    `leaves` is, of a subject, how many subjects at the very bottom lie below it, each counted once.
    """

    label: str
    record: Named
    statements: tuple[Statement, ...]
    cites: tuple[str, ...]
    findings: tuple[Finding, ...]
    leaves: int | None = None


@dataclass(frozen=True)
class Explanation:
    """The answer to `explain`: a finding with its rows, the path to each and what other thresholds would do; or a
    thing, with the stories in which its findings are told together."""

    name: str
    standing: str
    finding: FindingQuery | None = None
    outcome: Outcome | None = None
    thing: Thing | None = None
    thresholds: tuple[ThresholdEffect, ...] = ()
    paths: tuple[Path, ...] = ()
    stories: tuple[Story, ...] = ()
    title_of: Callable[[str], str] = str


def load_into(engine: Engine, model: Model, progress: Progress | None = None) -> tuple[Rows, Loaded]:
    """Make a model's rows the current version in an engine, all or nothing."""
    rows = build_rows(model)
    return rows, engine.load(rows, progress)


def check_model(opened: Opened, engine: Engine, passes: bool = False, progress: Progress | None = None) -> Report:
    """Load a model and run every finding over it."""
    rows, _ = load_into(engine, opened.model, progress)
    return check_loaded(opened.model, rows, opened.catalogue, engine, passes)


def check_loaded(model: Model, rows: Rows, catalogue: Sequence[FindingQuery], engine: Engine, passes: bool) -> Report:
    """Run findings over a version that is loaded already."""
    outcomes = run_catalogue(engine, model, rows, catalogue, passes)
    problems = [*check_thresholds(model, catalogue), *check_waivers(model, outcomes, dt.date.today())]
    return Report(model, rows.model, engine.name, tuple(outcomes), tuple(problems))


def explain(opened: Opened, name: str, engine: Engine) -> Explanation:
    """What a finding is and what it found, or what a thing is, who answers for it and every citation."""
    report = check_model(opened, engine, passes=False)
    for query, outcome in zip(opened.catalogue, report.outcomes, strict=True):
        if query.id == name:
            effects = tuple(find_threshold_effects(engine, opened.model, report.key, query))
            paths = tuple(trace_row(opened, row) for row in outcome.rows)
            return Explanation(name, report.standing, query, outcome, None, effects, paths, (), opened.model.title_of)
    ident = find_id(opened, name)
    told = tuple(story for story in tell_stories(opened, report) if story.subject == ident)
    return Explanation(name, report.standing, thing=describe_thing(opened.model, ident, report), stories=told)


def trace_row(opened: Opened, row: Finding) -> Path:
    """What leads to a row of a report: its links, the weakest of them, and what the text says to single questions."""
    return find_path(opened.model, row)


def tell_stories(opened: Opened, report: Report) -> list[Story]:
    """The findings of a report that are one story, each subject told once."""
    return find_stories(opened.model, opened.catalogue, report.rows)


def try_thresholds(opened: Opened, query: FindingQuery, engine: Engine) -> list[ThresholdEffect]:
    """What other values of a finding's thresholds would change in a model."""
    rows, _ = load_into(engine, opened.model)
    return find_threshold_effects(engine, opened.model, rows.model, query)


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
    known = dict.fromkeys([*model.by_id, *(query.id for query in opened.catalogue), *named])
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
    leaves = count_leaves(model, ident) if label == "Subject" else None
    statements = tuple(statements_about(model, ident))
    return Thing(label, model.by_id[ident], statements, every_cite(model, ident), found, leaves)
