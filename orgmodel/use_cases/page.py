"""Everything that the page which opens without Python shows, gathered once: it knows nothing of how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from orgmodel.answers import Answer, PassageLine, RecommendationLine, who_answers
from orgmodel.errors import OptionError, Problem
from orgmodel.findings import FindingQuery
from orgmodel.graph import Engine
from orgmodel.model import Model, Process, Responsibility
from orgmodel.options import Comparison, apply, required_model
from orgmodel.use_cases.changing import check_options, compare_checked
from orgmodel.use_cases.checking import Report
from orgmodel.use_cases.knowing import read_passages, read_recommendations
from orgmodel.use_cases.opening import Opened

MOST_UNASKED = 4
"""How many options are compared where none is named: as many as can be read side by side."""


@dataclass(frozen=True)
class AnsweredFor:
    """One responsibility or process, and who answers for all of it, in each chain."""

    about: Responsibility | Process
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class PageContents:
    """A checked model with its answers, the options beside doing nothing and the model that each of them gives.

    `not_applied` says of each option that cannot be carried out what is in the way, and `not_compared` holds the titles
    of those that can be and were not asked for by name.
    """

    model: Model
    report: Report
    catalogue: tuple[FindingQuery, ...]
    comparison: Comparison
    models: tuple[Model, ...]
    not_applied: tuple[tuple[str, tuple[Problem, ...]], ...]
    not_compared: tuple[str, ...]
    asked: tuple[AnsweredFor, ...]
    passages: tuple[PassageLine, ...]
    recommendations: tuple[RecommendationLine, ...]


def gather_page(
    opened: Opened, engine: Engine, names: Sequence[str] | None = None, step: Callable[[str], None] = lambda name: None
) -> PageContents:
    """Check a model and the options named, and gather all answers about it. None stands for the first `MOST_UNASKED`
    that can be carried out: those that somebody prefers or recommends first, those that somebody rules out last.

    Raises UsageError for an option that is not there, and OptionError for a named one that cannot be carried out.
    """
    applicable, not_applied = (list(names), ()) if names is not None else _applicable(opened)
    chosen = applicable if names is not None else applicable[:MOST_UNASKED]
    checked = check_options(opened, chosen, engine, step)
    return PageContents(
        model=opened.model,
        report=checked.base,
        catalogue=opened.catalogue,
        comparison=compare_checked(checked),
        models=tuple(result.model for result in checked.results),
        not_applied=not_applied,
        not_compared=tuple(opened.options[name].title for name in applicable if name not in chosen),
        asked=tuple(_ask_each(opened.model)),
        passages=tuple(read_passages(opened)),
        recommendations=tuple(read_recommendations(opened)),
    )


def _applicable(opened: Opened) -> tuple[list[str], tuple[tuple[str, tuple[Problem, ...]], ...]]:
    chosen, not_applied = [], []
    for name in opened.options_by_standing:
        option = opened.options[name]
        try:
            apply(required_model(opened.model, option, opened.options), option)
            chosen.append(name)
        except OptionError as error:
            not_applied.append((option.title, tuple(error.problems)))
    return chosen, tuple(not_applied)


def _ask_each(model: Model) -> list[AnsweredFor]:
    things: list[Responsibility | Process] = [*model.responsibilities, *model.processes]
    return [AnsweredFor(thing, tuple(who_answers(model, thing.id))) for thing in things]
