"""Who answers for what as a matrix, and the chains above a thing beside one another: questions that need no engine."""

from __future__ import annotations

from orgmodel.answers import Chains, CoverageRow, build_coverage, follow_chains
from orgmodel.errors import UsageError
from orgmodel.use_cases.checking import find_id
from orgmodel.use_cases.opening import Opened

HAVE_CHAINS = ("Unit", "Post", "Board", "Responsibility", "Process")


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


def read_chains(opened: Opened, name: str | None = None) -> list[Chains]:
    """The chains above one thing (id, title or alias); or above everything that has two that can be held together."""
    model = opened.model
    if name is None:
        found = [follow_chains(model, ident) for ident, label in model.label_of.items() if label in HAVE_CHAINS]
        return [chains for chains in found if chains.partings or chains.unequal]
    ident = find_id(opened, name)
    label = model.label_of.get(ident, "grade, kind or figure")
    if label not in HAVE_CHAINS:
        raise UsageError(
            f"'{name}' is a {label.lower()}, and chains lead up from units, posts, boards and what they answer for",
            f"To see who answers for a subject: orgmodel who {model.id} {ident}",
        )
    return [follow_chains(model, ident)]
