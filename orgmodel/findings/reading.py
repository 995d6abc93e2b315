"""Reads what a query names: its clauses, labels, relationships, properties and parameters. Good enough for our dialect
and for saying what is wrong with a query; nothing is run by what it reads."""

from __future__ import annotations

import re

STRING = re.compile(r"'[^']*'")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
CLAUSE = re.compile(r"^(OPTIONAL MATCH|MATCH|WITH|WHERE|UNWIND|RETURN)\b", re.MULTILINE)
NODE = re.compile(r"\((\w*):([\w|]+)")
RELATIONSHIP = re.compile(r"\[\w*:([\w|]+)")
PROPERTY = re.compile(r"\b[a-zA-Z_]\w*\.(\w+)")
MAP_KEY = re.compile(r"[{,]\s*(\w+):")
PARAMETER = re.compile(r"\$(\w+)")


def plain(query: str) -> str:
    """The query without comments, and with every string empty."""
    return STRING.sub("''", COMMENT.sub("", query))


def labels(query: str) -> set[str]:
    """The labels of nodes that are named."""
    return {label for _, names in NODE.findall(plain(query)) for label in names.split("|")}


def relationships(query: str) -> set[str]:
    """The types of relationships that are named."""
    return {type_ for names in RELATIONSHIP.findall(plain(query)) for type_ in names.split("|")}


def properties(query: str) -> set[str]:
    """What stands after a dot, less the keys of maps that the query makes itself."""
    text = plain(query)
    made = {key for part in re.findall(r"(?:collect\(|THEN |ELSE )\{(.*?)\}", text, re.DOTALL) for key in _keys(part)}
    return set(PROPERTY.findall(text)) - made


def _keys(inside: str) -> list[str]:
    return MAP_KEY.findall("{" + inside)


def matched_properties(query: str) -> set[str]:
    """The keys of the maps that stand in patterns: `(s:Slot {name: 'head'})`."""
    return {key for inside in re.findall(r"[)\w\]] \{([^{}]*)\}[)\]]", plain(query)) for key in _keys(inside)}


def parameters(query: str) -> set[str]:
    """The parameters that a query takes."""
    return set(PARAMETER.findall(plain(query)))


def risky_starts(query: str) -> set[str]:
    """Variables of several labels that an optional pattern may leave empty, and that another pattern starts from.

    The embedded engine looks up the table of what is not there, and fails or not as memory happens to be.
    """
    text = plain(query)
    clauses = [clause.strip() for clause in re.split(r"^(?=OPTIONAL MATCH|MATCH|WITH|UNWIND|RETURN)", text, flags=re.M)]
    empty: set[str] = set()
    risky: set[str] = set()
    for clause in clauses:
        if clause.startswith("MATCH"):
            empty -= {name for name, _ in NODE.findall(clause)}
        if not clause.startswith("OPTIONAL MATCH"):
            continue
        start = re.match(r"OPTIONAL MATCH (?:\w+ = )?\((\w+)\)", clause)
        if start and start[1] in empty:
            risky.add(start[1])
        empty |= {name for name, names in NODE.findall(clause) if name and "|" in names}
    return risky
