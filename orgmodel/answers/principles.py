"""Principles that somebody asks a structure to keep: kept, not kept, or not known, as the finding says that each names.

They are tests of their own, held by whoever holds them; none is a rule unless somebody requires it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from orgmodel.findings import Finding
from orgmodel.model import Model, Principle

Verdict = Literal["kept", "not kept", "we do not know", "not computed"]


@dataclass(frozen=True)
class PrincipleLine:
    """A principle: its verdict and the rows that speak against it or leave it open. `withheld` says that a part of it
    is not published, so that what is kept is kept as far as it is known."""

    id: str
    title: str
    held_by: str
    query: str | None
    verdict: Verdict
    rows: tuple[Finding, ...]
    withheld: bool
    cites: tuple[str, ...]
    why: str = ""


def judge_principles(model: Model, found: Iterable[Finding]) -> list[PrincipleLine]:
    """Every principle of a model, in its order; `found` are all rows of the findings, passes too."""
    rows = list(found)
    return [_line(model, principle, rows) for principle in model.principles]


def _line(model: Model, principle: Principle, rows: list[Finding]) -> PrincipleLine:
    asked = [row for row in rows if row.finding == principle.query and _is_about(row, principle.about)]
    verdict, why = _judge(principle, {row.verdict for row in asked})
    speaking = {"not kept": "fail", "we do not know": "unknown"}.get(verdict)
    return PrincipleLine(
        principle.id,
        principle.title,
        principle.held_by or "",
        principle.query,
        verdict,
        tuple(row for row in asked if row.verdict == speaking),
        _is_withheld(model, principle),
        principle.cites,
        why,
    )


def _judge(principle: Principle, verdicts: set[str]) -> tuple[Verdict, str]:
    if principle.query is None:
        return "not computed", principle.untested or "No question of the catalogue computes it."
    if "fail" in verdicts:
        return "not kept", ""
    if "unknown" in verdicts:
        return "we do not know", ""
    if not verdicts:
        return "not computed", "There is nothing in the model of which its question is asked."
    return "kept", ""


def _is_about(row: Finding, about: tuple[str, ...]) -> bool:
    """Whether a row is of one of the things, by what its author says that it belongs to, else by its identity. Where
    none is named, it is."""
    held = row.belongs_to or [value for _, value in row.identity]
    return not about or bool(set(held) & set(about))


def _is_withheld(model: Model, principle: Principle) -> bool:
    withheld = {f"{passage.source}#{passage.paragraph}" for passage in model.passages if "redacted" in passage.state}
    return bool(withheld & set(principle.cites))
