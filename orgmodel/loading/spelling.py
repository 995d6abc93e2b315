"""The nearest thing that somebody may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST_SUGGESTIONS = 100
"""Looking for the nearest word is slow; after so many, a caller with more to say does without."""


def did_you_mean(written: object, known: Iterable[str]) -> str:
    """A question that names the nearest known word, or an empty text where none is near."""
    near = difflib.get_close_matches(str(written).lower(), list(known), n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'?" if near else ""


def list_words(words: Iterable[str], last: str = "or") -> str:
    """Words as a sentence has them: a, b or c."""
    *most, end = words
    return f"{', '.join(most)} {last} {end}" if most else end
