"""What people think of a thing, beside what the graph computes of it: agrees, disagrees, or cannot be computed.

An assessment never makes a verdict, and a verdict never makes an assessment right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from orgmodel.findings import Finding
from orgmodel.model import Assessment, Model

Standing = Literal["agrees", "disagrees", "cannot be computed"]


@dataclass(frozen=True)
class AssessmentLine:
    """One assessment of one thing: who holds it, what the finding says of the thing, and how the two stand.

    `rows` are those of the finding that are about the thing, else those that rest on it. `why` says why nothing can be
    computed, where that is so.
    """

    id: str
    title: str
    holder: str
    thing: str
    finding: str | None
    expects: str | None
    standing: Standing
    why: str
    rows: tuple[Finding, ...]
    disputes: tuple[str, ...]
    cites: tuple[str, ...]


def list_assessments(model: Model, found: Iterable[Finding]) -> list[AssessmentLine]:
    """Every assessment once for each thing that it is about; `found` are all rows, passes too."""
    rows = list(found)
    return [
        _line(model, assessment, thing, rows)
        for assessment in model.assessments
        for thing in dict.fromkeys(claim.who for claim in assessment.about.known if claim.who)
    ]


def _line(model: Model, assessment: Assessment, thing: str, rows: Sequence[Finding]) -> AssessmentLine:
    concerned = _about(thing, [row for row in rows if row.finding == assessment.finding])
    standing, why = _stand(assessment, concerned)
    return AssessmentLine(
        assessment.id,
        assessment.title,
        assessment.holder,
        thing,
        assessment.finding,
        assessment.expects,
        standing,
        why,
        tuple(concerned),
        tuple(model.title_of(claim.who or "") for claim in assessment.disputes.known),
        tuple(dict.fromkeys((*assessment.cites, *(cite for claim in assessment.about.claims for cite in claim.cites)))),
    )


def _about(thing: str, rows: Sequence[Finding]) -> list[Finding]:
    """The rows about a thing; where there are none, those that rest on it and do not pass."""
    named = [row for row in rows if thing in dict(row.identity).values()]
    return named or [row for row in rows if row.verdict != "pass" and _rests_on(row, thing)]


def _rests_on(row: Finding, thing: str) -> bool:
    return any(_rests(piece.key, thing) for piece in row.evidence)


def _rests(key: str, thing: str) -> bool:
    start, _, rest = key.partition(">")
    return thing in (start.partition(".")[0], rest.rpartition(">")[2].partition(".")[0])


def _stand(assessment: Assessment, rows: Sequence[Finding]) -> tuple[Standing, str]:
    if assessment.mode != "actual":
        return "cannot be computed", f"It is of how things are {assessment.mode}, and findings are of how they are."
    if assessment.finding is None:
        return "cannot be computed", "No question of the catalogue computes it."
    if assessment.expects is None:
        return "cannot be computed", "It does not say which verdict would bear it out."
    if not rows:
        return "cannot be computed", "The question is not asked of this thing."
    verdicts = {row.verdict for row in rows}
    if assessment.expects in verdicts - {"pass"}:
        return "agrees", ""
    if "unknown" in verdicts:
        return "cannot be computed", "The text does not say enough: we do not know."
    if assessment.expects == "pass" and "fail" not in verdicts:
        return "agrees", ""
    return "disagrees", ""
