"""The words people read for a verdict, in the order in which they matter, each with its plain meaning."""

from __future__ import annotations

from orgmodel_app.components.markup import Html, tag
from orgmodel_app.state import BASIS, Finding, Outcome

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


def word_tag(word: str) -> Html:
    """A verdict as a tag: the word itself, with a colour and a border that only repeat it."""
    css = word.lower().replace(" ", "-") if word in MEANING else "other"
    return tag("strong", word, class_=f"om-tag om-tag-{css}")


def in_order(outcomes: list[Outcome]) -> list[Outcome]:
    """Questions with gaps first, then overlaps, splits, what is not clear, other findings, and what is not known."""

    def rank(outcome: Outcome) -> tuple[int, tuple[int, str], int, str]:
        failing = sorted(word_order(row.word) for row in outcome.rows if row.verdict == "fail")
        unknown = any(row.verdict == "unknown" or row.word == UNKNOWN for row in outcome.rows)
        first = failing[0] if failing else (9, "")
        return (0 if failing else 1 if unknown else 2, first, list(SEVERITIES).index(outcome.severity), outcome.title)

    return sorted(outcomes, key=rank)


def how_known(row: Finding) -> str:
    """How firmly a row stands, in words."""
    said = BASIS[row.basis]
    return f"{said}; contested" if row.contested else said


def basis_tag(row: Finding) -> Html:
    """The basis of a row, marked where it is weaker than what the source states."""
    weak = row.basis in ("inferred", "attributed")
    return tag("span", how_known(row), class_="om-basis om-basis-weak" if weak else "om-basis")
