"""Names that a query uses and the graph does not have, with where they stand and what was probably meant.

An engine may answer such a query with nothing at all, which reads like an absence.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from itertools import pairwise

from orgmodel.graph.asking.hidden import PEOPLE_TYPES, PERSON
from orgmodel.graph.asking.port import RefusedError
from orgmodel.graph.asking.words import Word, place_of
from orgmodel.graph.schema import LABELS, RELATIONSHIPS

PROPERTIES = frozenset(name for declared in LABELS.values() for name in declared) | frozenset(
    name for relationship in RELATIONSHIPS.values() for name in relationship.properties
)
JOINING = (":", "|", "&", "!")
PAGE = "The page 'the graph' of the documentation lists them all."


def check_names(query: str, words: Sequence[Word]) -> None:
    """Raises RefusedError for a label, type or property that the graph has not, and for those that are hidden."""
    for place, word in enumerate(words):
        if word.kind == "sign" and word.text in "([":
            for name in _named_after(words, place):
                _check_name(query, name, "label" if word.text == "(" else "type of relationship")
    _check_properties(query, words)


def _named_after(words: Sequence[Word], place: int) -> list[Word]:
    """The names in `(a:Name|Name` or `[a:Name`, from the bracket on."""
    rest = list(words[place + 1 : place + 40])
    if rest and rest[0].kind in ("name", "quoted"):
        rest = rest[1:]
    if not rest or rest[0].text != ":":
        return []
    names = []
    for before, word in pairwise(rest):
        if before.text in JOINING and word.kind in ("name", "quoted"):
            names.append(word)
        elif word.text not in JOINING:
            break
    return names


def _check_name(query: str, word: Word, what: str) -> None:
    name = word.text.strip("`")
    known: Collection[str] = LABELS if what == "label" else RELATIONSHIPS
    if name == PERSON or name in PEOPLE_TYPES:
        raise RefusedError(
            f"'{name}' is hidden: what is typed never sees data about people",
            "It is hidden, not absent. The findings about people are run by 'orgmodel check'.",
            place_of(query, word.start),
        )
    if name not in known:
        raise _unknown(query, word, f"there is no {what} '{name}' in the graph", guess(name, known))


def _check_properties(query: str, words: Sequence[Word]) -> None:
    """Names after a dot; one that the query itself gives, as a key of a map or after AS, is its own affair."""
    own = {word.text for word, after in pairwise(words) if after.text == ":"}
    for before, dot, word, after in zip(words, words[1:], words[2:], [*words[3:], Word("sign", "", 0)], strict=False):
        if dot.text != "." or before.kind not in ("name", "quoted") or word.kind not in ("name", "quoted"):
            continue
        name = word.text.strip("`")
        if name.lower() not in PROPERTIES and word.text not in own and after.text not in ("(", "."):
            raise _unknown(query, word, f"nothing in the graph has a property '{name}'", guess(name, PROPERTIES))


def guess(name: str, known: Collection[str]) -> str:
    """What was probably meant, or where to look."""
    folded = {each.casefold(): each for each in known}
    close = get_close_matches(name.casefold(), folded, n=3, cutoff=0.7)
    meant = " or ".join(f"'{folded[name]}'" for name in close)
    return f"Did you mean {meant}? {PAGE}" if close else PAGE


def _unknown(query: str, word: Word, what: str, hint: str) -> RefusedError:
    return RefusedError(what, hint, place_of(query, word.start))
