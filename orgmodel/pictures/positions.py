"""Positions for a network: columns from units to subjects, no physics, few crossings, nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    "StaffGroup": 1,
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


@dataclass(frozen=True)
class Places:
    """Where everything stands: nodes and passages in pixels, the heading of each column, and the way of each edge.

    The way of an edge names the passages that it goes through, so that it never runs behind a box in between.
    """

    at: Mapping[str, tuple[float, float]]
    headings: tuple[str, ...]
    ways: tuple[tuple[str, ...], ...]


def place_nodes(network: Network, heights: Mapping[str, float]) -> Places:
    """The middle of each node and passage, in columns from the left."""
    columns, headings = _columns(network)
    ways = _make_room(columns, [(edge.start, edge.end) for edge in network.edges])
    near = _neighbours(ways)
    columns = _order(columns, near)
    positions = {}
    for number, column in enumerate(columns):
        tall = {key: heights.get(key, PASSAGE) for key in column}
        y = -(sum(tall.values()) + ROW_GAP * (len(column) - 1)) / 2
        for key in column:
            positions[key] = (number * COLUMN_STEP, y + tall[key] / 2)
            y += tall[key] + ROW_GAP
    return Places(positions, tuple(headings), tuple(way[1:-1] for way in ways))


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


def _make_room(columns: Columns, edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Put a passage into each column that an edge crosses, and say what each edge goes through, both ends included."""
    column_of = {key: number for number, column in enumerate(columns) for key in column}
    ways = []
    for number, (start, end) in enumerate(edges):
        step = 1 if column_of[start] <= column_of[end] else -1
        crossed = range(column_of[start] + step, column_of[end], step) if start != end else range(0)
        passages = [(column, f"passage.{number}.{column}") for column in crossed]
        for column, key in passages:
            columns[column].append(key)
        ways.append((start, *(key for _, key in passages), end))
    return ways


def _neighbours(ways: Iterable[tuple[str, ...]]) -> Near:
    near: Near = {}
    for way in ways:
        for one, other in pairwise(way):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    return near


def _order(columns: Columns, near: Near, rounds: int = 8) -> Columns:
    """The order with the fewest crossings that sweeps from the left and from the right in turn come upon."""
    column_of = {key: number for number, column in enumerate(columns) for key in column}
    best, fewest = [list(column) for column in columns], _count_crossings(columns, near, column_of)
    for turn in range(rounds):
        _sweep(columns, near, column_of, forwards=turn % 2 == 0)
        crossings = _count_crossings(columns, near, column_of)
        if crossings < fewest:
            best, fewest = [list(column) for column in columns], crossings
    return best


def _sweep(columns: Columns, near: Near, column_of: Mapping[str, int], forwards: bool) -> None:
    """Sort each column by the middle of its neighbours in the column that was sorted before it."""
    place = _places(columns)
    for column in columns if forwards else reversed(columns):
        middle = {}
        for key in column:
            before = [place[o] for o in near.get(key, []) if column_of[o] == column_of[key] + (-1 if forwards else 1)]
            middle[key] = sum(before) / len(before) if before else place[key]
        column.sort(key=lambda key, middle=middle: (middle[key], place[key], key))  # type: ignore[misc]
        place |= _places([column])


def _places(columns: Iterable[list[str]]) -> dict[str, float]:
    """How high each key stands in its column, from 0 to 1."""
    return {key: (number + 0.5) / len(column) for column in columns for number, key in enumerate(column)}


def _count_crossings(columns: Columns, near: Near, column_of: Mapping[str, int]) -> int:
    """How many pairs of edges cross between two columns."""
    place = _places(columns)
    crossings = 0
    for number, column in enumerate(columns):
        ends = [[place[o] for o in near.get(key, []) if column_of[o] == number + 1] for key in column]
        crossings += sum(
            a > b for lower in range(len(ends)) for upper in range(lower) for a in ends[upper] for b in ends[lower]
        )
    return crossings
