"""How long a paper is on A4: the measures of the page, and a count of its pages from what stands on them.

The count is made before anything is written, so that what is said can be cut to it. It knows no program that shows
pages; tests hold it against those that there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from orgmodel.pictures.text import measure_text
from orgmodel.render.brief.blocks import Block, Items, Paper, Picture, Section, Table, Text

PAGE_MM, SIDE_MM, TOP_MM, FOOT_MM = (210, 297), 15, 17, 20
"""The page, and its margins at the sides, the top and the foot, in millimetres."""

SIZES = {
    "Normal": (10, 0, 3), "Title": (18, 0, 6), "Heading 1": (13, 10, 3), "Heading 2": (11.5, 9, 3),
    "Heading 3": (10.5, 8, 2), "List Bullet": (10, 0, 1), "Lead": (10, 4, 2), "Left out": (8.5, 1, 5),
    "Cell": (8.5, 1, 1),
}  # fmt: skip
"""The styles: size of type, room above and room below, in points."""

KEPT = ("Title", "Heading 1", "Heading 2", "Heading 3", "Lead")
"""The styles that are bold and stay with what comes next."""

CITED, SPACING, FONT_HEIGHT = 8, 1.04, 1.15
"""The size of paragraphs behind a claim; how far lines stand apart, and how high a font is, for each point of type."""

PICTURE = 0.54
"""Points of the page for each pixel of a chart, at most: its small type is then 7 points."""

POINTS = 72 / 25.4
WIDE, HIGH = (PAGE_MM[0] - 2 * SIDE_MM) * POINTS, (PAGE_MM[1] - TOP_MM - FOOT_MM) * POINTS
LETTERS = 0.92
"""What charts take letters for is rather too wide: this much of it they are in Arial, ends of lines included."""

BULLET, CELL = 18.0, 12.0
"""What a bullet, and the margins of a cell, take of the width."""

Piece = tuple[float, bool]
"""The height of what stays whole, in points, and whether it stays with what comes next."""


def count_pages(paper: Paper) -> int:
    """About how many pages a paper has. Lines, rows and pictures stay whole, and headings with what follows."""
    pages, used, waiting = 1, 0.0, 0.0
    for height, stays in _pieces(paper):
        waiting += height
        if stays:
            continue
        if used and used + waiting > HIGH:
            pages, used = pages + 1, 0.0
        used += waiting
        waiting = 0.0
    return pages


def _pieces(paper: Paper) -> Iterator[Piece]:
    yield from _lines(paper.title, "Title")
    for section in paper.sections:
        yield from _section(section, 1)


def _section(section: Section, level: int) -> Iterator[Piece]:
    yield from _lines(section.title, f"Heading {level}")
    for block in section.blocks:
        yield from _block(block)
    for part in section.parts:
        yield from _section(part, level + 1)


def _block(block: Block) -> Iterator[Piece]:
    match block:
        case Text():
            yield from _text(block, "Normal")
        case Items():
            yield from _lines(block.lead, "Lead")
            for item in block.items:
                yield from _text(item, "List Bullet")
            yield from _lines(block.left, "Left out")
        case Table():
            yield from _lines(block.title, "Lead")
            yield from _table(block)
            yield from _lines(block.left or " ", "Left out")
        case Picture():
            yield from _lines(block.title, "Lead")
            yield block.height * min(PICTURE, WIDE / block.width) + SIZES["Normal"][2], False
            yield from _lines(block.note, "Left out")


def _table(table: Table) -> Iterator[Piece]:
    shares = [WIDE * share / sum(table.widths) - CELL for share in table.widths]
    size, above, below = SIZES["Cell"]
    for number, cells in enumerate((table.headings, *table.cells)):
        lines = max(
            _count_lines(_width(cell, size, bold=not number), wide) for cell, wide in zip(cells, shares, strict=True)
        )
        # The headings and the first row stay with the row after them.
        yield lines * _line_height(size) + above + below + 0.5, number < 2 and len(table.cells) > number


def _text(text: Text, style: str) -> Iterator[Piece]:
    size = SIZES[style][0]
    width = _width(f"{text.lead} ", size, bold=True) if text.lead else 0.0
    width += _width(text.words, size) + (_width(f" ({text.source})", CITED) if text.source else 0.0)
    yield from _paragraph(width, style, BULLET if style == "List Bullet" else 0.0)


def _lines(words: str, style: str) -> Iterator[Piece]:
    if words:
        yield from _paragraph(_width(words, SIZES[style][0], bold=style in KEPT), style)


def _paragraph(width: float, style: str, indent: float = 0.0) -> Iterator[Piece]:
    """The lines of a paragraph, of which neither the first nor the last stands alone on a page."""
    size, above, below = SIZES[style]
    lines = _count_lines(width, WIDE - indent)
    for number in range(lines):
        height = _line_height(size) + (above if number == 0 else 0) + (below if number == lines - 1 else 0)
        alone = number == 0 or number == lines - 2
        yield height, style in KEPT or (alone and number < lines - 1)


def _width(words: str, size: float, bold: bool = False) -> float:
    return measure_text(words, size) * LETTERS * (1.08 if bold else 1.0)


def _count_lines(width: float, wide: float) -> int:
    return max(ceil(width / wide), 1)


def _line_height(size: float) -> float:
    return size * FONT_HEIGHT * SPACING
