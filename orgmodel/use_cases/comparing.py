"""Doing nothing and options side by side, whole: findings, principles, responsibilities, measures, disruption, costs,
and what criteria that somebody sets make of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from orgmodel.errors import UsageError
from orgmodel.graph import Engine
from orgmodel.options import OptionComparison, OptionResult, find_handover
from orgmodel.options.beside import Beside
from orgmodel.options.bill import find_bill
from orgmodel.options.criteria import Countable, Criteria, read_criteria, read_short
from orgmodel.options.disruption import find_disruption
from orgmodel.options.duties import find_duty_shifts
from orgmodel.options.sides import DOING_NOTHING, Side
from orgmodel.use_cases.changing import Checked, check_options, compare_checked
from orgmodel.use_cases.measuring import MEASURES, measure_all
from orgmodel.use_cases.opening import Opened
from orgmodel.use_cases.principles import PrinciplesOf, find_broken, judge_checked


def set_beside(
    opened: Opened,
    names: Sequence[str],
    engine: Engine,
    required: Sequence[str] = (),
    step: Callable[[str], None] = lambda name: None,
) -> Beside:
    """Doing nothing and each option named, in that order, with everything that can be set side by side.

    Raises UsageError where there is no such option or no such required principle; OptionError where one cannot be
    carried out.
    """
    find_broken(opened, (), required)
    return lay_beside(opened, check_options(opened, names, engine, step, principles=True), required)


def lay_beside(opened: Opened, checked: Checked, required: Sequence[str] = ()) -> Beside:
    """The same of what has been checked, with its principles, already."""
    judged = judge_checked(checked)
    comparison = compare_checked(checked)
    base = _base(checked, judged[0], required)
    each = zip(checked.results, comparison.options, judged[1:], strict=True)
    sides = (base, *(_side(opened, result, compared, of, required) for result, compared, of in each))
    families = {query.id: query.about.family for query in opened.catalogue}
    return Beside(comparison, sides, families, tuple(required), ()).weighed_by(None)


def load_criteria(opened: Opened, file: Path) -> Criteria:
    """The criteria in a file, before anything is checked; raises UsageError or DefinitionError, with every problem."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"'{file}' cannot be read: {error.strerror}", "Look whether it is there.") from None
    except UnicodeDecodeError:
        raise UsageError(f"'{file}' is not UTF-8", "Save it as UTF-8.") from None
    return read_criteria(text, file.name, find_countable(opened))


def read_address(opened: Opened, short: str) -> Criteria | None:
    """The criteria in the short form of an address; None where it is empty. Raises UsageError where it is wrong."""
    return read_short(short, find_countable(opened)) if short else None


def find_countable(opened: Opened) -> Countable:
    """What criteria may name: the findings and their families, principles, measures, and things of the options too."""
    things = {*opened.model.by_id, *(ident for option in opened.options.values() for ident in option.created)}
    return Countable(
        {
            "family": {query.about.family for query in opened.catalogue},
            "finding": {query.id for query in opened.catalogue},
            "principle": {principle.id for principle in opened.model.principles},
            "metric": {*(metric.name for metric in measure_all(opened.model)), *MEASURES},
            "about": things,
        }
    )


def find_breaking(beside: Beside) -> list[Side]:
    """The options that do not keep a principle that is required; doing nothing counts where no option is named."""
    looked = beside.sides[1:] or beside.sides
    return [side for side in looked if side.broken]


def _base(checked: Checked, judged: PrinciplesOf, required: Sequence[str]) -> Side:
    report = checked.base
    return Side(
        option="",
        title=DOING_NOTHING,
        model=report.model,
        rows=report.rows,
        principles=judged.lines,
        metrics=measure_all(report.model),
        disruption=find_disruption(report.model, report.model, None),
        bill=find_bill(None, {}),
        broken=_with_verdict(judged, required, "not kept"),
        untold=_untold(judged, required),
    )


def _side(
    opened: Opened, result: OptionResult, compared: OptionComparison, judged: PrinciplesOf, required: Sequence[str]
) -> Side:
    option, base = result.option, result.base or opened.model
    return Side(
        option=option.id,
        title=option.title,
        model=result.model,
        rows=result.rows,
        principles=judged.lines,
        metrics=measure_all(result.model),
        disruption=find_disruption(base, result.model, compared.plan),
        bill=find_bill(option, opened.options),
        duties=find_duty_shifts(opened.model, result.model),
        compared=compared,
        handover=find_handover(base, option),
        broken=_with_verdict(judged, required, "not kept"),
        untold=_untold(judged, required),
    )


def _with_verdict(judged: PrinciplesOf, required: Sequence[str], verdict: str) -> tuple[str, ...]:
    return tuple(line.id for line in judged.lines if line.id in required and line.verdict == verdict)


def _untold(judged: PrinciplesOf, required: Sequence[str]) -> tuple[str, ...]:
    lines = [line for line in judged.lines if line.id in required and line.verdict != "not kept"]
    return tuple(line.id for line in lines if line.verdict != "kept" or line.withheld)
