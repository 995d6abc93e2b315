"""Measures put into lines that every format can write: a number, an interval, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from orgmodel.answers.metrics import Metric
from orgmodel.options.sides import Measured
from orgmodel.render.lines import Lines, columns_of

ONE = {"posts": "post", "responsibilities": "responsibility", "steps": "step", "layers": "layer", "months": "month"}
COLUMNS = ("name", "about", "low", "high", "unit", "of", "note")


def metrics(found: Sequence[Metric], title_of: Callable[[str], str], standing: str) -> Lines:
    """Every measure, without a verdict."""
    sentences = tuple((say_metric(metric, title_of), metric.note if metric.low is not None else "") for metric in found)
    title = "Measures of the structure. They carry no verdict"
    empty = "The model holds nothing that can be measured."
    return Lines("metrics", title, standing, COLUMNS, columns_of(found, COLUMNS), sentences, empty)


def say_metric(metric: Metric, title_of: Callable[[str], str]) -> str:
    """A measure in words: `Share of posts, Harbour: 3 to 5 of 12 posts`."""
    about = f", {title_of(metric.about)}" if metric.about else ""
    return f"{metric.name.capitalize()}{about}: {say_value(metric)}"


def say_value(metric: Measured) -> str:
    """The value with its unit: a number or an interval, of what whole, or why there is none."""
    if metric.low is None:
        return metric.note
    single = metric.low == 1 and metric.of is None and metric.high in (1, None)
    return f"{say_number(metric)} {ONE.get(metric.unit, metric.unit) if single else metric.unit}"


def say_number(metric: Measured) -> str:
    """The value without its unit: `3`, `3 to 5 of 12`, `at least 3`, or that it is not given."""
    if metric.low is None:
        return "not given"
    of = f" of {metric.of}" if metric.of is not None else ""
    if metric.high is None:
        return f"at least {metric.low:g}{of}"
    many = f"{metric.low:g}" if metric.low == metric.high else f"{metric.low:g} to {metric.high:g}"
    return f"{many}{of}"
