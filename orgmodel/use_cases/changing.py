"""Planning an option, and laying options beside doing nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from orgmodel.errors import UsageError
from orgmodel.findings import Finding, FindingQuery, Outcome, run_catalogue
from orgmodel.graph import Engine, build_rows
from orgmodel.options import Changeset, Comparison, OptionResult, Plan, apply, compare, plan, required_model
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
    """Doing nothing and some options, checked side by side.

    `principles` are the rows of the questions that only principles ask, of doing nothing and of each option; empty
    where they were not asked for.
    """

    base: Report
    results: tuple[OptionResult, ...]
    principles: tuple[tuple[Finding, ...], ...] = ()


def check_options(
    opened: Opened,
    names: Sequence[str],
    engine: Engine,
    step: Callable[[str], None] = lambda name: None,
    principles: bool = False,
) -> Checked:
    """Check doing nothing and each option, one after the other, with `principles` also what only principles ask.
    `step` is told what is being checked."""
    asked = find_asked(opened) if principles else ()
    chosen = [find_option(opened, name) for name in dict.fromkeys(names)]
    bases = [required_model(opened.model, option, opened.options) for option in chosen]
    models = [opened.model, *(apply(base, option) for base, option in zip(bases, chosen, strict=True))]
    reports, judged = [], []
    for model, title in zip(models, ["doing nothing", *(option.title for option in chosen)], strict=True):
        step(title)
        rows = build_rows(model)
        engine.load_alone(rows)
        reports.append(check_loaded(model, rows, opened.catalogue, engine, passes=True))
        judged.append(tuple(_every_row(run_catalogue(engine, model, rows, asked, passes=True))))
    each = zip(chosen, models[1:], reports[1:], bases, strict=True)
    results = tuple(OptionResult(option, model, report.rows, base) for option, model, report, base in each)
    return Checked(reports[0], results, tuple(judged))


def find_asked(opened: Opened) -> tuple[FindingQuery, ...]:
    """The questions that the principles of a model ask and that are no findings; raises UsageError where a principle
    names a query that there is not."""
    findings, own = {query.id for query in opened.catalogue}, {query.id: query for query in opened.principles}
    named = dict.fromkeys(principle.query for principle in opened.model.principles if principle.query)
    for name in named:
        if name not in findings and name not in own:
            close = get_close_matches(name, [*own, *findings], n=1)
            hint = f"Did you mean '{close[0]}'?" if close else "Write it under queries/principles, or leave it out."
            raise UsageError(f"a principle of '{opened.model.id}' names the query '{name}', which there is not", hint)
    return tuple(own[name] for name in named if name in own)


def _every_row(outcomes: Sequence[Outcome]) -> list[Finding]:
    return [row for outcome in outcomes for row in outcome.rows]


def compare_checked(checked: Checked) -> Comparison:
    """What each option that was checked does to the findings, beside doing nothing."""
    return compare(checked.base.model, checked.base.rows, checked.results)


def compare_options(
    opened: Opened, names: Sequence[str], engine: Engine, step: Callable[[str], None] = lambda name: None
) -> Comparison:
    """Doing nothing and each option, checked one after the other. `step` is told what is being checked."""
    return compare_checked(check_options(opened, names, engine, step))
