"""Findings that are one story, told once: what is found on a subject, how firmly, and what usually mends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from orgmodel.findings.stories import Story
from orgmodel.render.lines import Lines
from orgmodel.render.wording import BASIS, join_words, say_cites

COLUMNS = ("subject", "title", "findings", "account", "basis", "cites", "remedies")


def stories(found: Sequence[Story], standing: str) -> Lines:
    """Every story, those with most findings first."""
    rows = tuple(
        (story.subject, story.title, [_row(row) for row in story.rows], say_story(story), story.basis,
         list(story.cites), list(story.remedies))
        for story in found
    )  # fmt: skip
    sentences = tuple((say_story(story), " ".join(say_rest(story))) for story in found)
    empty = "No two findings tell of the same subject."
    return Lines("stories", "Findings that are one story, told once", standing, COLUMNS, rows, sentences, empty)


def say_story(story: Story) -> str:
    """One short account that names each finding: how many tell of the subject, then what each of them says."""
    names = join_words([f"{row.word} ({row.finding})" for row in story.rows])
    return f"{story.title}: {names} are one story. {tell_once(story)}"


def tell_once(story: Story) -> str:
    """What the worst of its rows say, each sentence once."""
    return " ".join(dict.fromkeys(row.sentence for row in story.rows if row.verdict == story.rows[0].verdict))


def say_rest(story: Story) -> Iterator[str]:
    """How firmly the story is known, where, and what usually mends it."""
    yield f"It {_firm(BASIS[story.basis])}; {say_cites(story.cites)}."
    if story.remedies:
        yield f"What usually mends it: {' '.join(story.remedies)}"


def _firm(words: str) -> str:
    return words if words.startswith("rests") else f"is {words}"


def _row(row: Any) -> dict[str, Any]:
    return {"finding": row.finding, "identity": dict(row.identity), "verdict": row.verdict}
