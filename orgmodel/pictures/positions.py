"""Positions for a network: columns from units to subjects, no physics, few crossings, nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from orgmodel.pictures.network import Network, Node

COLUMN_STEP, ROW_GAP, PASSAGE = 244.0, 20.0, 14.0
"""Pixels between the middles of columns, between boxes, and kept free for an edge that passes a column."""

LAST = 4
BANDS: dict[str, int] = {
    "Unit": 0,
    "Board": 1,
    "Post": 1,
    "Person": 1,
    "Silence": 1,
    "Responsibility": 2,
    "Process": 2,
    "Stage": 3,
    "DataSystem": 3,
    "Objective": 3,
    "Lever": 3,
    "Location": 3,
    "Subject": LAST,
}
HEADINGS = ("Units", "Who answers", "For what", "With what", "About what")
WITHIN = {"PART_OF", "REPORTS_TO"}
"""Relations that order the things of one band among themselves, the upper one first."""

Columns = list[list[str]]
Near = dict[str, list[str]]


def place_nodes(network: Network, heights: Mapping[str, float]) -> tuple[dict[str, tuple[float, float]], list[str]]:
    """The middle of each node in pixels, and the heading of each column from the left."""
    nodes = {node.key: node for node in network.nodes}
    columns, headings = _columns(network)
    near = _make_room(columns, [(edge.start, edge.end) for edge in network.edges])
    _order(columns, near)
    positions = {}
    for number, column in enumerate(columns):
        tall = {key: heights.get(key, PASSAGE) for key in column}
        y = -(sum(tall.values()) + ROW_GAP * (len(column) - 1)) / 2
        for key in column:
            if key in nodes:
                positions[key] = (number * COLUMN_STEP, y + tall[key] / 2)
            y += tall[key] + ROW_GAP
    return positions, headings


def _columns(network: Network) -> tuple[Columns, list[str]]:
    """The nodes by band, and within a band by how many of the same band stand above them."""
    band = {node.key: BANDS.get(node.label, LAST) for node in network.nodes}
    above: Near = {}
    for edge in network.edges:
        if edge.relationship in WITHIN and band[edge.start] == band[edge.end]:
            above.setdefault(edge.start, []).append(edge.end)
    columns: dict[tuple[int, int], list[str]] = {}
    for node in network.nodes:
        columns.setdefault((band[node.key], _level(node, band, above)), []).append(node.key)
    ordered = sorted(columns)
    return [columns[key] for key in ordered], [HEADINGS[key[0]] for key in ordered]


def _level(node: Node, band: Mapping[str, int], above: Near) -> int:
    """How many steps up there are; a circle counts once. Subjects run the other way, the widest last."""
    level, seen, front = 0, {node.key}, [node.key]
    while front := [other for one in front for other in above.get(one, ()) if other not in seen]:
        seen.update(front)
        level += 1
    return -level if band[node.key] == LAST else level


def _make_room(columns: Columns, edges: Iterable[tuple[str, str]]) -> Near:
    """Put a passage into each column that an edge crosses, and say what is next to what."""
    column_of = {key: number for number, column in enumerate(columns) for key in column}
    near: Near = {key: [] for key in column_of}
    for number, (start, end) in enumerate(edges):
        left, right = sorted((start, end), key=column_of.__getitem__)
        chain = [left]
        for crossed in range(column_of[left] + 1, column_of[right]):
            chain.append(f"passage.{number}.{crossed}")
            columns[crossed].append(chain[-1])
        chain.append(right)
        for one, other in pairwise(chain):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    return near


def _order(columns: Columns, near: Near, rounds: int = 6) -> None:
    """Sort each column by the middle of its neighbours in turn, forwards and backwards."""
    place = {key: number - len(column) / 2 for column in columns for number, key in enumerate(column)}
    for turn in range(rounds):
        for column in columns if turn % 2 == 0 else reversed(columns):
            middle = {key: _middle(near[key], place, place[key]) for key in column}
            column.sort(key=lambda key, middle=middle: (middle[key], place[key], key))  # type: ignore[misc]
            place |= {key: number - len(column) / 2 for number, key in enumerate(column)}


def _middle(near: list[str], place: Mapping[str, float], otherwise: float) -> float:
    return sum(place[key] for key in near) / len(near) if near else otherwise
