"""Whether anything is part of itself: PART_OF among units, subjects or locations may not run in a circle."""

from __future__ import annotations

from orgmodel.errors import Problem
from orgmodel.loading.document import Steps
from orgmodel.loading.records import Entry
from orgmodel.loading.references import list_claims

Edge = tuple[str, Entry, Steps]


def check_part_of(entries: list[Entry], problems: list[Problem]) -> None:
    """Add a problem for each circle of things that are part of each other, with the things it runs through."""
    parents = {ident: _parents(entry) for entry in entries if (ident := entry.ident)}
    done: set[str] = set()
    for start in sorted(parents):
        for loop, (_, entry, path) in _find_loops(start, parents, done):
            names = " → ".join([*loop, loop[0]])
            problems.append(
                entry.problem(
                    path,
                    f"{entry.name} is part of itself: {names}",
                    "Take one of these out of the 'part_of' of the one before it.",
                )
            )


def _parents(entry: Entry) -> list[Edge]:
    """What a thing is part of today; plans and proposals may turn the order round."""
    claims = [(path, claim) for path, claim in list_claims(entry, "part_of") if claim.get("mode", "actual") == "actual"]
    return [(claim["who"], entry, (*path, "who")) for path, claim in claims if isinstance(claim.get("who"), str)]


def _find_loops(start: str, parents: dict[str, list[Edge]], done: set[str]) -> list[tuple[list[str], Edge]]:
    """The circles met on a walk upwards from one thing; what was walked before is not walked again."""
    if start in done:
        return []
    loops: list[tuple[list[str], Edge]] = []
    path, waiting = [start], [iter(parents[start])]
    position = {start: 0}
    while path:
        edge = next(waiting[-1], None)
        if edge is None:
            done.add(path[-1])
            del position[path.pop()]
            waiting.pop()
        elif edge[0] in position:
            loops.append((path[position[edge[0]] :], edge))
        elif edge[0] not in done and edge[0] in parents:
            position[edge[0]] = len(path)
            path.append(edge[0])
            waiting.append(iter(parents[edge[0]]))
    return loops
