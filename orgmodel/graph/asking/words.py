"""What a typed query may look like, before any engine sees it: how it begins, and words that only read nothing.

This is the outermost of several walls, and the one that can say exactly where something stands. It reads words, and
does not understand queries: what is allowed in the end is decided over the engine's own plan.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from orgmodel.errors import Place
from orgmodel.graph.asking.port import RefusedError

MOST_CHARACTERS = 20_000
DEEPEST = 100
FIRST = ("MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN")
_FORBIDDEN = (
    "ALTER ANALYZE ATTACH BEGIN CALL CHECKPOINT COMMENT COMMIT COPY CREATE CYPHER DELETE DETACH DROP EXPLAIN "
    "EXPORT FINISH FOREACH IMPORT INSERT INSTALL LOAD MACRO MERGE NODETACH PROFILE REMOVE ROLLBACK SET SHOW START "
    "STOP TERMINATE UNINSTALL UPDATE USE YIELD"
)
FORBIDDEN = frozenset(_FORBIDDEN.split())
"""Words that begin something other than reading this graph, in either engine's Cypher."""

TOKEN = re.compile(
    r"""
    (?P<space>[\ \t\r\n]+) | (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*") | (?P<quoted>`[^`]*`)
    | (?P<parameter>\$[A-Za-z_]\w*) | (?P<name>[A-Za-z_]\w*) | (?P<number>\d\w*) | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)


@dataclass(frozen=True)
class Word:
    """A piece of a query: its kind (name, text, quoted, parameter, number or sign), and where it begins."""

    kind: str
    text: str
    start: int


def check_words(query: str) -> list[Word]:
    """The words of a query; raises RefusedError for one that is not a single reading query."""
    _check_characters(query)
    words = read_words(query)
    if not words:
        raise RefusedError("there is no query", "Type one, such as MATCH (p:Post {model: $model}) RETURN p.title.")
    first = words[0]
    if first.kind != "name" or first.text.upper() not in FIRST:
        raise _refused(
            query, first.start, f"a query may not begin with '{first.text[:40]}'", f"Begin with {_list(FIRST)}."
        )
    for before, word in pairwise([Word("sign", "", 0), *words]):
        _check_word(query, before, word, words)
    _check_depth(query, words)
    return words


def read_words(query: str) -> list[Word]:
    """The words of a query, without spaces and comments; raises RefusedError for what is opened and never closed."""
    words = []
    for found in TOKEN.finditer(query):
        kind, text = found.lastgroup or "sign", found[0]
        if kind == "sign" and (text in "'\"`" or query.startswith("/*", found.start())):
            raise _refused(query, found.start(), f"what begins with {text} here is never closed", "Close it.")
        if kind not in ("space", "comment"):
            words.append(Word(kind, text, found.start()))
    return words


def place_of(query: str, start: int) -> Place:
    """Where a character of a query stands, both counted from 1."""
    before = query[:start]
    return Place("query", before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1)


def _check_characters(query: str) -> None:
    if len(query) > MOST_CHARACTERS:
        raise RefusedError(
            f"the query has {len(query):,} characters; {MOST_CHARACTERS:,} are allowed",
            'Give long lists as a parameter: --param names=\'["a", "b"]\'.',
        )
    for start, character in enumerate(query):
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co") and character not in "\t\r\n":
            raise _refused(query, start, f"the query holds {_name(character)}, which cannot be seen", "Take it out.")
    escape = re.search(r"\\u", query, re.IGNORECASE)
    if escape:  # one engine reads these before it looks for quotation marks, so that they can close a text
        raise _refused(query, escape.start(), "characters given by number (\\u...) are not read", "Type them.")


def _check_word(query: str, before: Word, word: Word, words: Sequence[Word]) -> None:
    if word.kind == "sign" and not word.text.isascii():
        raise _refused(
            query,
            word.start,
            f"{_name(word.text)} is no part of Cypher",
            "It may look like an ordinary letter or space; type that. Names with such letters go between `...`.",
        )
    if word.kind == "sign" and word.text == ";" and word is not words[-1]:
        raise _refused(query, word.start, "there are several statements", "Ask one query at a time.")
    named = before.kind == "sign" and before.text in (".", ":")
    if word.kind == "name" and word.text.upper() in FORBIDDEN and not named:
        raise _refused(
            query,
            word.start,
            f"{word.text.upper()} is refused: a query may only read this graph",
            f"If you mean a name, put it between marks: `{word.text}`.",
        )


def _check_depth(query: str, words: Sequence[Word]) -> None:
    depth = 0
    for word in words:
        if word.kind == "sign":
            depth += (word.text in "([{") - (word.text in ")]}")
        if depth > DEEPEST:
            raise _refused(query, word.start, f"brackets are more than {DEEPEST} deep", "Ask something simpler.")


def _refused(query: str, start: int, what: str, hint: str) -> RefusedError:
    return RefusedError(what, hint, place_of(query, start))


def _name(character: str) -> str:
    return f"the character {unicodedata.name(character, 'without a name')} (U+{ord(character):04X})"


def _list(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
