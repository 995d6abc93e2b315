"""A grid as text: columns where they fit on a line of a terminal, else one line for each side."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from orgmodel.render.beside import Grid
from orgmodel.render.wording import wrap

LABEL, NARROWEST, WIDEST = 42, 14, 118


def render_grid(grid: Grid, names: Sequence[str]) -> Iterator[str]:
    """The lines of a grid, with its heading before and its notes after it."""
    yield f"\n{grid.title.upper()}"
    if grid.lead:
        yield wrap(grid.lead, "  ")
    cells = [cell for row in grid.rows for cell in row.cells]
    width = max(NARROWEST, *(len(word) + 2 for word in (*cells, *names)))
    yield from _columns(grid, names, width) if LABEL + width * len(names) <= WIDEST else _lines(grid, names)
    yield from (wrap(note, "    ", "  * ") for note in grid.notes)


def _columns(grid: Grid, names: Sequence[str], width: int) -> Iterator[str]:
    yield f"{'':<{LABEL}}" + "".join(f"{name:>{width}}" for name in names)
    for row in grid.rows:
        *first, last = textwrap.wrap(row.label, LABEL - 4) or [""]
        yield from (f"  {line}" for line in first)
        yield f"  {last:<{LABEL - 2}}" + "".join(f"{cell:>{width}}" for cell in row.cells)


def _lines(grid: Grid, names: Sequence[str]) -> Iterator[str]:
    for row in grid.rows:
        yield wrap(row.label, "    ", "  ")
        if len(set(row.cells)) == 1:
            yield wrap(f"all: {row.cells[0]}", "        ", "      ")
        else:
            for name, cell in zip(names, row.cells, strict=True):
                yield wrap(f"{name}: {cell}", "        ", "      ")
