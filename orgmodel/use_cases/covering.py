"""Who answers for what as a matrix, and the chains above a thing beside one another: questions that need no engine."""

from __future__ import annotations

from orgmodel.answers import CoverageRow, build_coverage
from orgmodel.errors import UsageError
from orgmodel.use_cases.checking import find_id
from orgmodel.use_cases.opening import Opened


def read_coverage(opened: Opened, subject: str | None = None, chain: str = "line", depth: int = 1) -> list[CoverageRow]:
    """The matrix from a subject (id, title or alias), or from those that are part of no other."""
    if subject is None:
        return build_coverage(opened.model, None, chain, depth)
    ident = find_id(opened, subject)
    label = opened.model.label_of.get(ident, "grade, kind or figure")
    if label != "Subject":
        raise UsageError(
            f"'{subject}' is a {label.lower()}, and 'coverage' is asked of subjects",
            f"To see what it answers for: orgmodel explain {opened.model.id} {ident}",
        )
    return build_coverage(opened.model, ident, chain, depth)
