"""A finding about one thing, as a value: its identity, its verdict, what it rests on, and how firmly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Verdict = Literal["fail", "unknown", "info", "pass"]
VerdictBasis = Literal["stated", "computed", "attributed", "inferred"]
Identity = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Evidence:
    """One thing that a verdict rests on: a node, relationship or slot of the graph by its plain key."""

    key: str
    basis: str
    cites: tuple[str, ...]
    contested: bool = False


@dataclass(frozen=True)
class Finding:
    """One row of a finding. `identity` is what its author chose to tell rows apart; the values are for display.

    `basis` is the weakest of what it rests on: stated, computed, attributed or inferred. `belongs_to` are the ids of
    what its author says that the row belongs to.
    """

    finding: str
    verdict: Verdict
    severity: str
    identity: Identity
    values: Mapping[str, Any] = field(hash=False)
    title: str
    word: str
    sentence: str
    basis: VerdictBasis
    evidence: tuple[Evidence, ...]
    waived: str | None = None
    belongs_to: tuple[str, ...] = ()

    @property
    def cites(self) -> tuple[str, ...]:
        """Every passage that the verdict rests on, in the order of the source."""
        cites = {cite for piece in self.evidence for cite in piece.cites}
        return tuple(sorted(cites, key=cite_order))

    @property
    def key(self) -> tuple[str, Identity]:
        """What makes this row the same row in another model, version or run."""
        return self.finding, self.identity

    @property
    def contested(self) -> bool:
        """Whether anybody disputes something that the verdict rests on."""
        return any(piece.contested for piece in self.evidence)


@dataclass(frozen=True)
class Outcome:
    """All rows of one finding over one model, and how many members its population has."""

    finding: str
    title: str
    severity: str
    rows: tuple[Finding, ...]
    population: int

    def count(self, verdict: Verdict) -> int:
        """How many rows have a verdict; passes are what remains of the population."""
        if verdict == "pass":
            return self.population - len([row for row in self.rows if row.verdict != "pass"])
        return sum(row.verdict == verdict for row in self.rows)


def cite_order(cite: str) -> tuple[str, int, str]:
    """Sorts citations by source, then by the number of the paragraph."""
    source, _, paragraph = cite.partition("#")
    digits = "".join(character for character in paragraph if character.isdigit())
    return source, int(digits or 0), paragraph
