"""Measures of a model as it stands, or as an option would leave it."""

from __future__ import annotations

from orgmodel.answers.metrics import Metric, measure
from orgmodel.model import Model
from orgmodel.options import apply
from orgmodel.use_cases.changing import find_option
from orgmodel.use_cases.opening import Opened


def measure_model(opened: Opened, option: str | None = None) -> tuple[list[Metric], Model]:
    """Every measure, and the model that was measured; raises UsageError where there is no such option."""
    model = apply(opened.model, find_option(opened, option)) if option else opened.model
    return measure(model), model
