"""Measures put into lines that every format can write: a number, an interval, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from orgmodel.answers.metrics import Metric
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
    return f"{metric.name.capitalize()}{about}: {_value(metric)}"


def _value(metric: Metric) -> str:
    if metric.low is None:
        return metric.note
    of = f" of {metric.of}" if metric.of is not None else ""
    unit = ONE.get(metric.unit, metric.unit) if metric.low == 1 and not of and metric.high in (1, None) else metric.unit
    if metric.high is None:
        return f"at least {metric.low:g}{of} {unit}"
    many = f"{metric.low:g}" if metric.low == metric.high else f"{metric.low:g} to {metric.high:g}"
    return f"{many}{of} {unit}"
