"""Measures of a model as it stands, or as an option would leave it."""

from __future__ import annotations

from orgmodel.answers.handoffs import measure_handoffs
from orgmodel.answers.metrics import Metric, measure
from orgmodel.model import Model
from orgmodel.options import apply
from orgmodel.use_cases.changing import find_option
from orgmodel.use_cases.opening import Opened

MEASURES = (
    "answers for one thing only", "hand-offs across units", "height of the lowest common manager", "layers",
    "load within a grade", "share of posts", "share of responsibilities", "span of control", "tenure",
)  # fmt: skip
"""Every measure by name, also those of which a model tells nothing."""


def measure_model(opened: Opened, option: str | None = None) -> tuple[list[Metric], Model]:
    """Every measure, and the model that was measured; raises UsageError where there is no such option."""
    model = apply(opened.model, find_option(opened, option)) if option else opened.model
    return measure_all(model), model


def measure_all(model: Model) -> list[Metric]:
    """Every measure of a model, hand-offs included."""
    return [*measure(model), *measure_handoffs(model)]
