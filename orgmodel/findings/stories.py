"""Findings that are one story: rows on the same subject, told once, as a column named in each finding's file says.

The rows stay as they are; this only says which belong together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from orgmodel.findings.catalogue import FindingQuery
from orgmodel.findings.finding import Finding, VerdictBasis, cite_order
from orgmodel.findings.run import WEAKEST_LAST
from orgmodel.graph import holds_on
from orgmodel.model import Model, Responsibility

WORST_FIRST = ("fail", "unknown", "info")


@dataclass(frozen=True)
class Story:
    """The rows of several findings on one subject, the worst first, and what usually mends each, once."""

    subject: str
    title: str
    rows: tuple[Finding, ...]
    remedies: tuple[str, ...]

    @property
    def basis(self) -> VerdictBasis:
        """The weakest of what the rows rest on."""
        return max((row.basis for row in self.rows), key=WEAKEST_LAST.index)

    @property
    def cites(self) -> tuple[str, ...]:
        """Every paragraph that any of the rows rests on, in the order of the source."""
        return tuple(sorted({cite for row in self.rows for cite in row.cites}, key=cite_order))


def find_stories(model: Model, catalogue: Iterable[FindingQuery], found: Iterable[Finding]) -> list[Story]:
    """A story for each subject on which at least two findings have a row, one of which fails or cannot be told. Those
    with most failing come first, then by title."""
    queries = {query.id: query for query in catalogue if query.about.story}
    by_subject: dict[str, list[Finding]] = {}
    for row in found:
        if row.finding in queries and row.verdict in WORST_FIRST:
            for subject in _subjects(model, str(row.values[queries[row.finding].about.story])):
                by_subject.setdefault(subject, []).append(row)
    stories = [
        _story(model, subject, rows, queries)
        for subject, rows in by_subject.items()
        if len({row.finding for row in rows}) > 1 and any(row.verdict != "info" for row in rows)
    ]
    return sorted(stories, key=lambda story: (-sum(row.verdict == "fail" for row in story.rows), story.title))


def _subjects(model: Model, ident: str) -> tuple[str, ...]:
    """The subject itself, or those that a responsibility concerns."""
    record = model.by_id.get(ident)
    if not isinstance(record, Responsibility):
        return (ident,)
    concerned = (claim for claim in record.concerns.known if holds_on(claim, model.about.as_of))
    return tuple(dict.fromkeys(claim.who for claim in concerned if claim.who))


def _story(model: Model, subject: str, rows: list[Finding], queries: dict[str, FindingQuery]) -> Story:
    ordered = sorted(rows, key=lambda row: (WORST_FIRST.index(row.verdict), row.finding, row.identity))
    remedies = dict.fromkeys(queries[row.finding].about.remedy for row in ordered if row.verdict == "fail")
    return Story(subject, model.title_of(subject), tuple(ordered), tuple(remedies))
