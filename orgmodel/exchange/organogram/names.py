"""Names of holders taken out of every other text, so that a list without names has none in a note or a message."""

from __future__ import annotations

import re
from collections.abc import Iterable

LEFT_OUT = "(name left out)"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "baroness", "prof", "professor"}
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


class Names:
    """Knows every name in the column of holders, and takes them out of texts.

    Whole names go wherever they stand and however they are written; surnames only out of running text and where they
    are written as in the name, since a surname may be an ordinary word.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._surnames: set[str] = set()
        for name in set(names):
            words = [word for word in WORD.findall(name) if word.lower() not in TITLES]
            if not words or len("".join(words)) < 3:
                continue
            if len(words) > 1:
                self._by_first.setdefault(words[0].lower(), []).append(tuple(word.lower() for word in words))
            if len(words[-1]) > 2:
                self._surnames.add(words[-1])

    def clean(self, text: str) -> str:
        """A short text (a title, a unit) without whole names and addresses of mail."""
        return self._without(text, frozenset()) if text else text

    def clean_prose(self, text: str, own: str = "") -> str:
        """Running text without whole names, surnames, and any word of `own`, the name of the row it stands in."""
        if not text:
            return text
        words = {word for word in WORD.findall(own) if len(word) > 2 and word.lower() not in TITLES}
        return self._without(text, self._surnames | words)

    def _without(self, text: str, single: frozenset[str] | set[str]) -> str:
        if "@" in text:
            text = EMAIL.sub(LEFT_OUT, text)
        if not self._by_first and not single:
            return text
        words = list(WORD.finditer(text))
        lowered = [word[0].lower() for word in words]
        cuts: list[tuple[int, int]] = []
        for index, word in enumerate(words):
            taken = self._length_at(lowered, index) or (1 if word[0] in single or _stem(word[0]) in single else 0)
            if taken and not (cuts and word.start() < cuts[-1][1]):
                cuts.append((word.start(), words[index + taken - 1].end()))
        for start, end in reversed(cuts):
            text = text[:start] + LEFT_OUT + text[end:]
        return text

    def _length_at(self, lowered: list[str], index: int) -> int:
        """How many words the longest known name that starts at a word has, a possessive s aside; 0 if none does."""
        fits = [0]
        for name in self._by_first.get(_stem(lowered[index]), ()):
            here = lowered[index : index + len(name)]
            if len(here) == len(name) and (*here[:-1], _stem(here[-1])) == name:
                fits.append(len(name))
        return max(fits)


def _stem(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word
