"""Plain words for what definitions write in words of their own: silences, yes and no, and headings compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

SILENCES: dict[str, str] = {
    "nobody": "none",
    "no one": "none",
    "nothing": "none",
    "none": "none",
    "not clear": "unclear",
    "unclear": "unclear",
    "not stated": "not_stated",
    "not known": "not_stated",
    "redacted": "redacted",
    "at least these": "open",
    "and others": "open",
    "open": "open",
}
"""What may stand in a cell in place of a name, and the state that it means; the first of each is the one we teach."""
SILENCES_TAUGHT: dict[str, str] = {
    "nobody": "It is known that there is nobody.",
    "not clear": "People cannot tell who it is.",
    "not stated": "Nobody has said. An empty cell means the same.",
    "redacted": "It has been made unreadable.",
    "at least these": "After names: there are more, who are not named.",
}
YES = ("yes", "y", "true", "1", "x")
NO = ("no", "n", "false", "0")


def fold(text: str) -> str:
    """A heading, word or title as it is compared: small letters, single spaces, no marks around it."""
    return " ".join(re.sub(r"[_/\-]+", " ", text.casefold()).strip(" *:?.()[]").split())


def plain(word: str) -> str:
    """A word of the model as people write it: `temporary promotion` for `temporary_promotion`."""
    said = {"unclear": "not clear"}
    return said.get(word, word.replace("_", " "))


def find_word(text: str, words: Iterable[str]) -> str | None:
    """The word of a closed list that a cell means, or None."""
    known = {fold(word): word for word in words}
    written = fold(text)
    meant = SILENCES.get(written, "")
    return known.get(written) or (known.get(fold(meant)) if meant else None)
