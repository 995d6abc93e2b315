"""Who answers for a subject, what rests on which paragraph, what became of recommendations, and what differs between
two models: questions that need no engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.answers import (
    Answer,
    FactLine,
    PassageLine,
    RecommendationLine,
    list_facts,
    list_passages,
    list_recommendations,
    who_answers,
    without_inferences,
    without_judgements,
    without_source,
)
from orgmodel.errors import UsageError
from orgmodel.graph import Engine, build_rows
from orgmodel.options import Changes, Shift, compare_rows, diff
from orgmodel.use_cases.checking import Report, check_loaded, find_id
from orgmodel.use_cases.opening import Opened


@dataclass(frozen=True)
class Standing:
    """Which findings stand once something is taken out of a model: the report on what is left, and every shift."""

    report: Report
    taken_out: tuple[str, ...]
    shifts: tuple[Shift, ...]


def ask_who(opened: Opened, subject: str, on: dt.date | None = None, aspect: str | None = None) -> list[Answer]:
    """Who answers for a subject, responsibility or process, by id, title or alias."""
    ident = find_id(opened, subject)
    label = opened.model.label_of.get(ident, "")
    if label not in ("Subject", "Responsibility", "Process"):
        what = label.lower() or "no subject"
        raise UsageError(
            f"'{subject}' is a {what}, and 'who' is asked of subjects, responsibilities and processes",
            f"To see what it answers for: orgmodel explain {opened.model.id} {ident}",
        )
    return who_answers(opened.model, ident, on, aspect)


def read_passages(opened: Opened) -> list[PassageLine]:
    """Every paragraph of the sources with the facts that rest on it."""
    return list_passages(opened.model)


def read_facts(opened: Opened) -> list[FactLine]:
    """Every fact of the model with its paragraphs."""
    return list_facts(opened.model)


def read_recommendations(opened: Opened) -> list[RecommendationLine]:
    """Every recommendation, with the options that carry it out."""
    cites = {
        ident: [cite for part in (option, *option.changes) for cite in part.cites]
        for ident, option in opened.options.items()
    }
    return list_recommendations(opened.model, cites)


def diff_models(before: Opened, after: Opened) -> Changes:
    """What differs between two models; things are the same where their ids are."""
    return diff(before.model, after.model)


def check_without(opened: Opened, engine: Engine, without: Sequence[str] = (), sources: Sequence[str] = ()) -> Standing:
    """What stands without judgements, inferences or sources, held against the whole model."""
    left = opened.model
    taken_out = [*without, *sources]
    for word in without:
        left = without_judgements(left) if word == "judgements" else without_inferences(left)
    for source in sources:
        left = without_source(left, _known_source(opened, source))
    name = f"{left.id}+without-{'-'.join(taken_out)}"
    left = left.model_copy(update={"about": left.about.model_copy(update={"id": name})})
    rows = [build_rows(model) for model in (opened.model, left)]
    engine.load_many(rows)
    reports = [
        check_loaded(model, of_model, opened.catalogue, engine, True)
        for model, of_model in zip((opened.model, left), rows, strict=True)
    ]
    shifts = compare_rows(opened.model, reports[0].rows, left, reports[1].rows)
    return Standing(reports[1], tuple(taken_out), shifts)


def _known_source(opened: Opened, source: str) -> str:
    known = [item.id for item in opened.model.sources]
    if source not in known:
        raise UsageError(f"'{opened.model.id}' has no source '{source}'", f"Its sources: {', '.join(known) or 'none'}.")
    return source


__all__ = ["Standing", "ask_who", "check_without", "diff_models", "read_facts", "read_passages", "read_recommendations"]
