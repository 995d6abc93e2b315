"""Small breaks of a Cypher query, each of one kind and at one place. It reads text, and knows no engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    r"""(?P<skip>//[^\n]*|/\*.*?\*/|\s+)|(?P<string>'[^']*')|(?P<word>[$]?[A-Za-z_]\w*)|(?P<number>\d+(?:\.\d+)?)
    |(?P<sign><>|<=|>=|->|<-|\.\.|.)""",
    re.DOTALL | re.VERBOSE,
)
ENDS = {"WITH", "MATCH", "OPTIONAL", "WHERE", "RETURN", "UNWIND", "THEN", "ELSE", "WHEN", "END", "AS", "CASE"}
OPENING, CLOSING = "([{", ")]}"
FLIPPED = {"=": "<>", "<>": "=", "<": "<=", "<=": "<", ">": ">=", ">=": ">"}
EXCHANGED = {
    "'none'": "'unclear'",
    "'unclear'": "'none'",
    "'not_stated'": "'redacted'",
    "'redacted'": "'not_stated'",
    "'known'": "'open'",
    "'open'": "'known'",
}
SLOTS = {"says_none": "says_unclear", "says_unclear": "says_none"}
FORWARD, BACKWARD = re.compile(r"\)-(\[[^\]]*\])->(\s*)\("), re.compile(r"\)<-(\[[^\]]*\])-(\s*)\(")
LEFT_ALONE = "$passes"


@dataclass(frozen=True)
class Mutant:
    """A broken query; `label` says the kind, the place and the break, and is the same as long as the line is."""

    label: str
    line: str
    query: str


@dataclass(frozen=True)
class Token:
    """A word or sign of the query, where it stands, and how many brackets it is inside of."""

    text: str
    start: int
    end: int
    depth: int


def find_mutants(query: str) -> list[Mutant]:
    """Every mutant of a query, none twice."""
    tokens = read_tokens(query)
    found: dict[str, Mutant] = {}
    for kind, start, end, replacement in _breaks(query, tokens):
        line = query.count("\n", 0, start)
        if LEFT_ALONE in query.splitlines()[line]:
            continue
        text = query[:start] + replacement + query[end:]
        now = text.splitlines()[line].strip()
        occurrence = query.count("\n", 0, start) + 1
        column = start - query.rfind("\n", 0, start)
        label = f"{occurrence}:{column} {kind}: {_flat(query[start:end])} -> {_flat(replacement) or 'nothing'}"
        found.setdefault(text, Mutant(label, now, text))
    return list(found.values())


def read_tokens(query: str) -> list[Token]:
    """The words and signs of a query, without comments and spaces."""
    tokens, depth = [], 0
    for match in TOKEN.finditer(query):
        if match["skip"]:
            continue
        text = match[0]
        depth -= text in CLOSING
        tokens.append(Token(text, match.start(), match.end(), depth))
        depth += text in OPENING
    return tokens


Break = tuple[str, int, int, str]


def _breaks(query: str, tokens: list[Token]) -> Iterator[Break]:
    for number, token in enumerate(tokens):
        before = tokens[number - 1].text if number else ""
        if token.text in ("AND", "OR"):
            yield from _dropped(tokens, number)
        elif token.text == "NOT":
            yield "NOT removed", token.start, tokens[number + 1].start, ""
        elif token.text == "WHERE":
            yield from _alone(tokens, number)
        elif token.text in FLIPPED and not _names_a_path(tokens, number):
            yield "comparison flipped", token.start, token.end, FLIPPED[token.text]
        elif token.text in EXCHANGED:
            yield "state exchanged", token.start, token.end, EXCHANGED[token.text]
        elif token.text in SLOTS:
            yield "state exchanged", token.start, token.end, SLOTS[token.text]
        elif token.text.isdigit():
            yield from _shifted(tokens, number)
        elif token.text.startswith("$") and before in FLIPPED and token.text != "$model":
            yield "threshold off by one", token.start, token.end, f"({token.text} + 1)"
    for pattern, template in ((FORWARD, r")<-\1-\2("), (BACKWARD, r")-\1->\2(")):
        for match in pattern.finditer(query):
            yield "relationship reversed", match.start(), match.end(), match.expand(template)


def _dropped(tokens: list[Token], number: int) -> Iterator[Break]:
    """A condition without what stands to the right of AND or OR, and without what stands to the left."""
    here = tokens[number]
    ends = {"OR", "XOR"} | ({"AND"} if here.text == "AND" else set())
    last = number
    while last + 1 < len(tokens) and not _is_edge(tokens[last + 1], here.depth, ends):
        last += 1
    first = number
    while first > 0 and not _is_edge(tokens[first - 1], here.depth, ends):
        first -= 1
    yield "condition dropped", here.start, tokens[last].end, ""
    yield "condition dropped", tokens[first].start, tokens[number + 1].start, ""


def _is_edge(token: Token, depth: int, ends: set[str]) -> bool:
    """Whether a token is outside the operand at a depth."""
    if token.depth > depth:
        return False
    if token.depth < depth:
        return True
    return token.text in ends | ENDS | {","}


def _alone(tokens: list[Token], number: int) -> Iterator[Break]:
    """A condition that stands alone after WHERE."""
    here, last = tokens[number], number
    while last + 1 < len(tokens) and not _is_edge(tokens[last + 1], here.depth, {"AND", "OR"}):
        last += 1
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if last > number and (following is None or following.text not in ("AND", "OR")):
        yield "condition dropped", here.start, tokens[last].end, ""


def _shifted(tokens: list[Token], number: int) -> Iterator[Break]:
    """A number that something is compared with, or the least length of a path, off by one."""
    token, before = tokens[number], tokens[number - 1].text
    following = tokens[number + 1].text if number + 1 < len(tokens) else ""
    if before in FLIPPED:
        yield "threshold off by one", token.start, token.end, str(int(token.text) + 1)
    elif before == "*" and following == "..":
        yield "threshold off by one", token.start, token.end, str(1 - min(int(token.text), 1))


def _names_a_path(tokens: list[Token], number: int) -> bool:
    """Whether an equals sign gives a path its name rather than comparing."""
    return number > 1 and tokens[number - 2].text in ("MATCH", ",") and tokens[number + 1].text == "("


def _flat(text: str) -> str:
    return " ".join(text.split())
