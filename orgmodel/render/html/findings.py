"""The findings on the page: what fails, by severity, then what is not known, then what is for information."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.findings import Finding, FindingQuery, Outcome
from orgmodel.findings.paths import find_path
from orgmodel.model import Model
from orgmodel.render.html.anchors import Anchors
from orgmodel.render.html.evidence import EvidenceLine, list_evidence
from orgmodel.render.html.people import People
from orgmodel.render.reasons import say_reason
from orgmodel.render.verdicts import SEVERITIES, in_order, word_order
from orgmodel.render.wording import join_words

PARTS = (
    *(("fail", severity, f"{SEVERITIES[severity]} severity", "") for severity in ("high", "medium", "low", "info")),
    ("unknown", "", "We do not know", "The text does not say, or it is withheld. Nothing here is counted as a gap."),
    ("info", "", "For information", "These rows describe; they are neither good nor bad news by themselves."),
)
"""The parts of the section: verdict, severity of the question where it matters, heading, and what it means."""


@dataclass(frozen=True)
class RowLine:
    """A row of a finding with its place on the page, the names of what it is about, why it is so, and what it rests
    on."""

    anchor: str
    names: str
    row: Finding
    severity: str
    reason: str
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True)
class Group:
    """The rows of one question in one part of the section."""

    question: FindingQuery
    outcome: Outcome
    rows: tuple[RowLine, ...]


@dataclass(frozen=True)
class Part:
    """One part of the section: a heading with what it means, and its questions."""

    anchor: str
    heading: str
    lead: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(len(group.rows) for group in self.groups)


def build_parts(
    model: Model, outcomes: Sequence[Outcome], catalogue: Sequence[FindingQuery], people: People, anchors: Anchors
) -> list[Part]:
    """Every row that does not pass and names nobody, each in exactly one part; parts without a row are left out."""
    questions = {query.id: query for query in catalogue}
    parts = []
    for verdict, severity, heading, lead in PARTS:
        groups = []
        for outcome in in_order(outcomes):
            if severity and outcome.severity != severity:
                continue
            rows = [row for row in people.shown(outcome.rows) if row.verdict == verdict]
            if rows:
                lines = tuple(_line(model, row, anchors) for row in rows)
                groups.append(Group(questions[outcome.finding], outcome, lines))
        if groups:
            parts.append(Part(anchors.place("findings", heading), heading, lead, tuple(groups)))
    return parts


def _line(model: Model, row: Finding, anchors: Anchors) -> RowLine:
    severity = SEVERITIES[row.severity] if row.verdict == "fail" else "No severity"
    names = [model.title_of(value) for _, value in row.identity if value in model.by_id]
    reason, evidence = say_reason(find_path(model, row), row.verdict), tuple(list_evidence(model, row))
    return RowLine(row_anchor(row, anchors), join_words(names), row, severity, reason, evidence)


def row_anchor(row: Finding, anchors: Anchors) -> str:
    """The id of a row's place."""
    return anchors.place("finding", f"{row.finding} {' '.join(value for _, value in row.identity)}")


def words_of(parts: Sequence[Part]) -> list[str]:
    """The words that the rows of the page have, in the order in which they matter."""
    return sorted({line.row.word for line in lines_of(parts)}, key=word_order)


def lines_of(parts: Sequence[Part]) -> Iterator[RowLine]:
    """Every row on the page."""
    for part in parts:
        for group in part.groups:
            yield from group.rows


def rows_by_cite(parts: Sequence[Part]) -> dict[str, list[RowLine]]:
    """The rows that rest on each paragraph."""
    found: dict[str, list[RowLine]] = {}
    for line in lines_of(parts):
        for cite in line.row.cites:
            found.setdefault(cite, []).append(line)
    return found
