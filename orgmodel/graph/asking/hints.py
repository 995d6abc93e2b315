"""What an engine says against a query, as a message that says where, what is wrong, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable

from orgmodel.errors import OrgmodelError, Place
from orgmodel.graph.asking.port import RefusedError, StoppedError
from orgmodel.graph.asking.vocabulary import PROPERTIES, guess
from orgmodel.graph.schema import LABELS, RELATIONSHIPS

LONGEST = 300
MEMORY = ("unable to allocate", "buffer manager", "bad_alloc", "memoryerror", "out of memory", "cannot allocate memory")
NAMES = {**LABELS, **RELATIONSHIPS}
EMBEDDED: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (
        r"Table (\S+) does not exist",
        "there is no label and no type '{0}' in the graph",
        lambda name: guess(name, NAMES),
    ),
    (
        r"Cannot find property (\S+) for",
        "what it is asked of has no property '{0}'",
        lambda name: guess(name, PROPERTIES),
    ),
    (
        r"Variable (\S+) is not in scope",
        "nothing is called '{0}' here",
        lambda _: "Name it in MATCH, WITH or UNWIND.",
    ),
    (
        r"Parameter (\S+) not found",
        "the parameter ${0} has no value",
        lambda name: f"Give it: --param {name}=value.",
    ),
    (
        r"[Ff]unction (\S+) does not exist",
        "there is no function {0}",
        lambda _: "See the guide for those there are.",
    ),
    (r"write operations in a read-only database", "the query would write", lambda _: "A query may only read."),
    (r"multiple statements", "there are several statements", lambda _: "Ask one query at a time."),
)
ADVICE = "Check the word before it, and that every bracket and quotation mark is closed."


def explain_embedded(said: str, query: str) -> OrgmodelError:
    """The error for what the embedded engine said; it was given the query from the second line on."""
    if any(word in said.lower() for word in MEMORY):
        return StoppedError("the query was stopped: it took more memory than it may", "Ask for less.")
    if said.startswith("Interrupted"):
        return StoppedError("the query was stopped", "Ask for less.")
    for pattern, what, hint in EMBEDDED:
        found = re.search(pattern, said)
        if found:
            name = (found.groups() or ("",))[0].rstrip(".")
            return RefusedError(what.format(name), hint(name), _place_of_name(query, name))
    place = re.search(r"\(line: (\d+), offset: (\d+)\)", said)
    if place:
        return _unreadable(query, int(place[1]) - 1, int(place[2]) + 1)
    return RefusedError(f"the engine cannot run the query: {_short(said)}", "The guide says what both engines know.")


def explain_server(code: str, said: str, query: str) -> OrgmodelError | None:
    """The error for what a server said of a query, which it was given from the second line on; None for the rest."""
    if "TransactionTimedOut" in code:
        return StoppedError("the query was stopped by the server: it took longer than it may", "Ask for less.")
    if "MemoryLimit" in code or "OutOfMemory" in code or "TransactionOutOfMemory" in code:
        return StoppedError("the query was stopped by the server: it took more memory than it may", "Ask for less.")
    if "ParameterMissing" in code:
        return RefusedError(f"a parameter has no value: {_short(said)}", "Give it: --param name=value.")
    if "Statement.AccessMode" in code:
        return RefusedError("the query would write", "A query may only read.")
    if not code.startswith("Neo.ClientError.Statement"):
        return None
    place = re.search(r"\(line (\d+), column (\d+)", said)
    if "SyntaxError" in code and place and said.startswith("Invalid input"):
        return _unreadable(query, int(place[1]) - 1, int(place[2]))
    where = Place("query", int(place[1]) - 1, int(place[2])) if place else None
    return RefusedError(f"the engine cannot run the query: {_short(said.split('(line')[0])}", "", where)


def _unreadable(query: str, line: int, column: int) -> RefusedError:
    lines = query.splitlines() or [""]
    rest = lines[line - 1][column - 1 :] if 0 < line <= len(lines) else ""
    what = f"the query cannot be read from '{rest[:40].strip()}' on" if rest.strip() else "the query ends too early"
    return RefusedError(what, ADVICE, Place("query", max(line, 1), max(column, 1)))


def _place_of_name(query: str, name: str) -> Place | None:
    found = re.search(rf"(?<![\w']){re.escape(name)}(?![\w'])", query) if name else None
    if found is None:
        return None
    before = query[: found.start()]
    return Place("query", before.count("\n") + 1, found.start() - (before.rfind("\n") + 1) + 1)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} ..."
