"""Places for the boxes of ArchiMate's views: units indented below what they are part of, and owners beside what they
answer for. Whole numbers of pixels, on a grid of ten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT, STEP, INDENT, EDGE = 220, 60, 80, 60, 40
BETWEEN = 160
"""The gap between owners and what they answer for, in which the lines run."""

Links = Mapping[tuple[str, str, str], str]
Nodes = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Placed:
    """The place and size of a box."""

    x: int
    y: int
    w: int = WIDTH
    h: int = HEIGHT


def place_units(nodes: Nodes, links: Links) -> dict[str, Placed]:
    """The units in one column, each indented below the unit that it is part of."""
    below: dict[str, list[str]] = {}
    lower: set[str] = set()
    for type_, start, end in links:
        if type_ == "PART_OF" and _is_unit(nodes, start) and _is_unit(nodes, end):
            below.setdefault(end, []).append(start)
            lower.add(start)
    units = [ident for ident in nodes if _is_unit(nodes, ident)]
    tops = sorted((ident for ident in units if ident not in lower), key=lambda ident: not nodes[ident]["organisation"])
    placed: dict[str, Placed] = {}
    for top in [*tops, *units]:
        waiting = [(top, 0)]
        while waiting:
            ident, depth = waiting.pop()
            if ident not in placed:
                placed[ident] = Placed(EDGE + depth * INDENT, EDGE + len(placed) * STEP)
                waiting += [(child, depth + 1) for child in reversed(below.get(ident, []))]
    return placed


def place_owners(nodes: Nodes, links: Links) -> dict[str, Placed]:
    """Whoever answers on the left, and what for on the right, each owner level with the first thing it answers for."""
    owned: dict[str, list[str]] = {}
    for type_, start, end in links:
        if type_ == "ACCOUNTABLE_FOR":
            owned.setdefault(start, []).append(end)
    placed: dict[str, Placed] = {}
    left = right = EDGE
    for owner, things in owned.items():
        left = max(left, right)
        placed[owner] = Placed(EDGE, left)
        left += STEP
        for thing in things:
            if thing not in placed:
                placed[thing] = Placed(EDGE + WIDTH + BETWEEN, right)
                right += STEP
    return placed


def _is_unit(nodes: Nodes, ident: str) -> bool:
    return "organisation" in nodes.get(ident, ())
