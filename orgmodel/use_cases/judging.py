"""Assessments beside what is computed of the same things."""

from __future__ import annotations

from orgmodel.answers.assessments import AssessmentLine, list_assessments
from orgmodel.graph import Engine
from orgmodel.use_cases.checking import check_model
from orgmodel.use_cases.opening import Opened


def compare_assessments(opened: Opened, engine: Engine) -> list[AssessmentLine]:
    """What people think of each thing, and whether the findings agree, disagree, or cannot tell."""
    return list_assessments(opened.model, check_model(opened, engine, passes=True).rows)
