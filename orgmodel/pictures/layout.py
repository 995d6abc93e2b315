"""Positions for a tree of boxes: branches side by side, leaves stacked in columns, nothing over anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from orgmodel.pictures.boxes import Box

GAP_X, GAP_Y, STACK_GAP, INDENT = 28.0, 48.0, 12.0, 34.0
ENTRY = 24.0
"""How far below the top of a box the line to it ends, at the most."""

STACK = 6
"""How many leaves stand in one column."""

Size = tuple[float, float]
Point = tuple[float, float]


@dataclass(frozen=True)
class Placed:
    """A box with its place in pixels, and the points of the line that joins it to the box above (none at the top)."""

    box: Box
    x: float
    y: float
    width: float
    height: float
    line: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Layout:
    """Every box with its place, and the size of the whole."""

    placed: tuple[Placed, ...]
    width: float
    height: float


@dataclass(frozen=True)
class _Block:
    """A box with all below it, as a rectangle; a column of leaves is a block of its own without a box on top."""

    box: Box | None
    width: float
    height: float
    parts: tuple[_Block, ...] = ()
    leaves: tuple[Box, ...] = ()


def place_boxes(
    roots: Sequence[Box], size_of: Callable[[Box], Size], stack: int = STACK, one_row: bool = False
) -> Layout:
    """Place the first tree on top, and the others beside each other below it; or all of them in `one_row`.

    The top of a tree stands at its left, so that whoever opens the picture in a small window sees it first.
    """
    if one_row:
        return _place_row(roots, 0.0, size_of, stack)
    first = _place_row(roots[:1], 0.0, size_of, stack)
    others = _place_row(roots[1:], first.height + GAP_Y, size_of, stack)
    return Layout(first.placed + others.placed, max(first.width, others.width), max(first.height, others.height))


def place_across(roots: Sequence[Box], size_of: Callable[[Box], Size]) -> Layout:
    """Place what is below a box to its right, each tree under the one before: wide and low, as screens are."""
    placed: list[Placed] = []
    y = 0.0
    for root in roots:
        found = list(_across(root, 0.0, y, (), size_of))
        placed += found
        y = max(place.y + place.height for place in found) + STACK_GAP
    return Layout(tuple(placed), max((place.x + place.width for place in placed), default=0.0), max(y - STACK_GAP, 0.0))


def _across(box: Box, x: float, y: float, above: tuple[Point, ...], size_of: Callable[[Box], Size]) -> Iterator[Placed]:
    """A box and all below it; `above` is where the line from the box above turns down."""
    width, height = size_of(box)
    middle = y + min(height / 2, ENTRY)
    yield Placed(box, x, y, width, height, (*above, (above[-1][0], middle), (x, middle)) if above else ())
    start = ((x + width, middle), (x + width + GAP_X / 2, middle))
    for child in box.children:
        below = list(_across(child, x + width + GAP_X, y, start, size_of))
        yield from below
        y = max(place.y + place.height for place in below) + STACK_GAP


def _place_row(roots: Sequence[Box], y: float, size_of: Callable[[Box], Size], stack: int) -> Layout:
    placed: list[Placed] = []
    x = height = 0.0
    for root in roots:
        block = _measure(root, size_of, stack)
        placed += _place(block, x, y, (), size_of)
        x += block.width + GAP_X
        height = max(height, y + block.height)
    return Layout(tuple(placed), max(x - GAP_X, 0.0), height)


def _measure(box: Box, size_of: Callable[[Box], Size], stack: int) -> _Block:
    width, height = size_of(box)
    leaves = [child for child in box.children if not child.children]
    parts = [_measure(child, size_of, stack) for child in box.children if child.children]
    for first in range(0, len(leaves), stack):
        parts.append(_stack(leaves[first : first + stack], size_of))
    if not parts:
        return _Block(box, width, height)
    below = sum(part.width for part in parts) + GAP_X * (len(parts) - 1)
    return _Block(box, max(width, below), height + GAP_Y + max(part.height for part in parts), tuple(parts))


def _stack(leaves: Sequence[Box], size_of: Callable[[Box], Size]) -> _Block:
    sizes = [size_of(leaf) for leaf in leaves]
    height = sum(size[1] for size in sizes) + STACK_GAP * (len(sizes) - 1)
    return _Block(None, INDENT + max(size[0] for size in sizes), height, leaves=tuple(leaves))


def _place(
    block: _Block, x: float, y: float, above: tuple[Point, ...], size_of: Callable[[Box], Size]
) -> Iterator[Placed]:
    if block.box is None:
        yield from _place_leaves(block, x, y, above, size_of)
        return
    width, height = size_of(block.box)
    left = x + (block.width - width) / 2 if above else x
    middle = left + width / 2
    entry = (*above, (middle, above[-1][1]), (middle, y)) if above else ()
    yield Placed(block.box, left, y, width, height, entry)
    start = ((middle, y + height), (middle, y + height + GAP_Y / 2))
    inner = sum(part.width for part in block.parts) + GAP_X * max(len(block.parts) - 1, 0)
    part_x = x + (block.width - inner) / 2
    for part in block.parts:
        yield from _place(part, part_x, y + height + GAP_Y, start, size_of)
        part_x += part.width + GAP_X


def _place_leaves(
    block: _Block, x: float, y: float, above: tuple[Point, ...], size_of: Callable[[Box], Size]
) -> Iterator[Placed]:
    spine = x + 8.0
    for leaf in block.leaves:
        width, height = size_of(leaf)
        middle = y + min(height / 2, ENTRY)
        yield Placed(
            leaf, x + INDENT, y, width, height, (*above, (spine, above[-1][1]), (spine, middle), (x + INDENT, middle))
        )
        y += height + STACK_GAP
