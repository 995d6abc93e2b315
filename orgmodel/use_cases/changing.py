"""Planning an option, and laying options beside doing nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from orgmodel.errors import UsageError
from orgmodel.graph import Engine, build_rows
from orgmodel.options import Changeset, Comparison, OptionResult, Plan, apply, compare, plan
from orgmodel.use_cases.checking import Report, check_loaded
from orgmodel.use_cases.opening import Opened


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


@dataclass(frozen=True)
class Checked:
    """Doing nothing and some options, checked side by side."""

    base: Report
    results: tuple[OptionResult, ...]


def check_options(
    opened: Opened, names: Sequence[str], engine: Engine, step: Callable[[str], None] = lambda name: None
) -> Checked:
    """Check doing nothing and each option side by side in one graph. `step` is told what is being checked."""
    chosen = [find_option(opened, name) for name in dict.fromkeys(names)]
    models = [opened.model, *(apply(opened.model, option) for option in chosen)]
    rows = [build_rows(model) for model in models]
    engine.load_many(rows)
    reports = []
    for model, of_model, title in zip(
        models, rows, ["doing nothing", *(option.title for option in chosen)], strict=True
    ):
        step(title)
        reports.append(check_loaded(model, of_model, opened.catalogue, engine, passes=True))
    each = zip(chosen, models[1:], reports[1:], strict=True)
    return Checked(reports[0], tuple(OptionResult(option, model, report.rows) for option, model, report in each))


def compare_checked(checked: Checked) -> Comparison:
    """What each option that was checked does to the findings, beside doing nothing."""
    return compare(checked.base.model, checked.base.rows, checked.results)


def compare_options(
    opened: Opened, names: Sequence[str], engine: Engine, step: Callable[[str], None] = lambda name: None
) -> Comparison:
    """Doing nothing and each option, checked side by side in one graph. `step` is told what is being checked."""
    return compare_checked(check_options(opened, names, engine, step))
