"""How citations, bases and counts are said, the same in every format that people read."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from orgmodel.findings import Finding, Outcome

BASIS = {
    "stated": "stated in the source",
    "computed": "computed from what the source states",
    "attributed": "rests on what the source reports others to say",
    "inferred": "rests on something inferred, not stated",
}
"""The weakest thing that a verdict rests on, in words."""
BASIS_OF_FACT = {**BASIS, "attributed": "what the source reports others to say", "inferred": "inferred, not stated"}
"""How one fact is known, in words."""


def say_cites(cites: Sequence[str]) -> str:
    """Citations as people read them: `timothy-2023 paragraphs 13, 80 and 81`."""
    by_source: dict[str, list[str]] = {}
    for cite in cites:
        source, _, paragraph = cite.partition("#")
        by_source.setdefault(source, []).append(paragraph)
    said = []
    for source, paragraphs in by_source.items():
        word = "paragraph" if len(paragraphs) == 1 else "paragraphs"
        said.append(f"{source} {word} {join_words(paragraphs)}")
    return "; ".join(said) or "no paragraph"


def join_words(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" and {words[-1]}" if words else ""


def say_counts(outcomes: Sequence[Outcome]) -> str:
    """How many rows fail, cannot be told, and pass, over all findings."""
    fails = sum(outcome.count("fail") for outcome in outcomes)
    unknown = sum(outcome.count("unknown") for outcome in outcomes)
    return (
        f"{fails} {'finding' if fails == 1 else 'findings'}, {unknown} we do not know, "
        f"{sum(map(_passes, outcomes))} checks without a finding"
    )


def _passes(outcome: Outcome) -> int:
    """Members of the population with neither a failing nor an unknown row."""
    return max(outcome.population - outcome.count("fail") - outcome.count("unknown"), 0)


def say_row(row: Finding) -> str:
    """The evidence line of a row: how it is known, the paragraphs, and whether it is disputed or waived."""
    parts = [BASIS[row.basis], say_cites(row.cites)]
    if row.contested:
        parts.append("contested")
    if row.waived:
        parts.append(f"accepted: {row.waived}")
    return "; ".join(parts)


def wrap(text: str, indent: str = "", first: str | None = None, width: int = 100) -> str:
    """Text folded to a width, with an indent, and another indent for the first line."""
    return textwrap.fill(
        text,
        width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
