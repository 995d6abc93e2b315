"""The words people read for a verdict, in the order in which they matter, each with its plain meaning."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.findings import Finding, Outcome
from orgmodel.render.wording import BASIS

MEANING = {
    "Gap": "Nobody answers for it, and the source says so.",
    "Overlap": "Two or more answer for all of one thing, and no reason is recorded.",
    "Split": "It is spread over several parts of the organisation, and nobody below the top can settle it.",
    "Not clear": "People in the organisation cannot tell who answers for it.",
    "We do not know": "The text does not say, or it is withheld. This is never counted as a gap.",
}
UNKNOWN = "We do not know"
HEADLINES = tuple(MEANING)
SEVERITIES = {"high": "High", "medium": "Medium", "low": "Low", "info": "For information"}


def word_order(word: str) -> tuple[int, str]:
    """The five headline words first, in their order; then others by name."""
    known = [name for name in HEADLINES if name != UNKNOWN]
    return (known.index(word), "") if word in known else (len(known) + (word == UNKNOWN), word)


def in_order(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Questions with gaps first, then overlaps, splits, what is not clear, other findings, and what is not known."""

    def rank(outcome: Outcome) -> tuple[int, tuple[int, str], int, str]:
        failing = sorted(word_order(row.word) for row in outcome.rows if row.verdict == "fail")
        unknown = any(row.verdict == "unknown" or row.word == UNKNOWN for row in outcome.rows)
        first = failing[0] if failing else (9, "")
        return (0 if failing else 1 if unknown else 2, first, list(SEVERITIES).index(outcome.severity), outcome.title)

    return sorted(outcomes, key=rank)


def of_word(word: str, rows: Iterable[Finding]) -> list[Finding]:
    """The rows that a headline word counts: what fails under it, or all that is not known."""
    return [row for row in rows if row.word == word and (row.verdict == "fail" or word == UNKNOWN)]


def taken_in_turn(rows: Iterable[Finding]) -> list[Finding]:
    """Failing rows, the worst words first, at most three of each word before the rest, so that no word fills a page."""
    failing = (row for row in rows if row.verdict == "fail")
    ordered = sorted(failing, key=lambda row: (word_order(row.word), list(SEVERITIES).index(row.severity)))
    seen: dict[str, int] = {}
    first: list[Finding] = []
    rest: list[Finding] = []
    for row in ordered:
        seen[row.word] = seen.get(row.word, 0) + 1
        (first if seen[row.word] <= 3 else rest).append(row)
    return first + rest


def how_known(row: Finding) -> str:
    """How firmly a row stands, in words."""
    said = BASIS[row.basis]
    return f"{said}; contested" if row.contested else said
