"""Writes placed boxes as SVG. Every word that comes from a model is escaped here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from orgmodel.pictures.boxes import Box, Line
from orgmodel.pictures.layout import Layout, Placed, Point, Size
from orgmodel.pictures.text import FONT, escape_text, wrap_text

WIDTH, PADDING, MARGIN = 264.0, 12.0, 16.0
EDGES = 2 * PADDING + 14
"""What of the width of a box its words do not have."""

TITLE, SMALL = 15.0, 13.0
TITLE_STEP, SMALL_STEP = 19.0, 17.0
MARK = 16.0
"""The room for the mark before a post."""

INK, GREY, LINK, AMBER = "#0b0c0c", "#505a5f", "#1a65a6", "#6b4e00"
BOX_FILL, OUTSIDE_FILL, GHOST_FILL, NEW_FILL, SILENT_FILL = "#ffffff", "#f3f2f1", "#ffffff", "#eef6f1", "#fdf6e3"
STYLE = f"""
text {{ font-family: {FONT}; fill: {INK}; }}
.title {{ font-size: {TITLE}px; font-weight: 700; }} .small {{ font-size: {SMALL}px; }}
.meta {{ fill: {GREY}; }} .silence {{ fill: {AMBER}; font-style: italic; }}
.ghost {{ fill: {GREY}; font-style: italic; }}
.new {{ font-weight: 700; }} a text {{ fill: {LINK}; text-decoration: underline; }}
a:focus {{ outline: 3px solid {INK}; outline-offset: 2px; }}
.line {{ fill: none; stroke: #505a5f; stroke-width: 1.5; }} .inferred {{ stroke-dasharray: 5 4; }}
"""


def no_link(_: str) -> str | None:
    """Links nowhere."""
    return None


@dataclass(frozen=True)
class Links:
    """Where a thing's name leads, and what opens or closes a box; either may lead nowhere."""

    thing: Callable[[str], str | None] = no_link
    toggle: Callable[[str], str | None] = no_link


@dataclass(frozen=True)
class _Row:
    """One line of text in a box, already wrapped."""

    text: str
    css: str
    href: str | None = None
    mark: str = ""
    indent: float = 0.0


def size_of(box: Box, width: float = WIDTH) -> Size:
    """The size of a box with all its text: as wide as is asked for, and as high as that takes."""
    titles, rows = _texts(box, width)
    height = PADDING * 2 + len(titles) * TITLE_STEP + len(rows) * SMALL_STEP
    return width, height


def draw_layout(layout: Layout, title: str, description: str, links: Links) -> tuple[str, int, int]:
    """The SVG of a layout, with its width and height in pixels."""
    width, height = int(layout.width + 2 * MARGIN) + 1, int(layout.height + 2 * MARGIN) + 1
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    names = 'role="group" aria-labelledby="chart-title" aria-describedby="chart-description"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {names}>',
        f'<title id="chart-title">{escape_text(title)}</title>',
        f'<desc id="chart-description">{escape_text(description)}</desc><style>{STYLE}</style>',
        f'<g transform="translate({MARGIN:g} {MARGIN:g})">',
        *(_draw_line(placed) for placed in layout.placed if placed.line),
        *(part for placed in layout.placed for part in _draw_box(placed, links)),
        "</g></svg>",
    ]
    return "\n".join(parts), width, height


@lru_cache(maxsize=4096)
def _texts(box: Box, width: float) -> tuple[list[str], list[_Row]]:
    inner = width - EDGES
    titles = wrap_text(box.title, inner, TITLE, 3, bold=True)
    rows: list[_Row] = []
    meta = " · ".join(part for part in (box.kind, *box.words) if part)
    if meta:
        rows += [_Row(line, "meta") for line in wrap_text(meta, inner, SMALL, 3)]
    for line in box.lines:
        rows += _line_rows(line, inner - MARK)
    if box.hidden:
        rows += [_Row(line, "meta") for line in wrap_text(box.hidden, inner, SMALL, 2)]
    return titles, rows


def _line_rows(line: Line, width: float) -> Iterator[_Row]:
    css = {"silence": "silence", "more": "meta"}.get(line.kind, "")
    css = f"{css} {line.presence}".strip() if line.presence != "here" else css
    bold = line.presence == "new"
    texts = wrap_text(line.text, width, SMALL, 4, bold=bold)
    if line.words:
        # Words are never what is cut off: they say what a line style alone would say.
        words = f"({', '.join(line.words)})"
        whole = wrap_text(f"{texts[-1]} {words}", width, SMALL, 2, bold=bold)
        texts = [*texts[:-1], *whole] if len(whole) == 1 else [*texts, *wrap_text(words, width, SMALL, 2, bold=bold)]
    for number, text in enumerate(texts):
        yield _Row(text, css, line.ident, _mark(line) if number == 0 else "", MARK)


def _mark(line: Line) -> str:
    if line.kind == "head":
        return "head"
    if line.kind == "silence":
        return "silent"
    if line.kind == "post":
        return "vacant" if "vacant" in line.words or line.presence == "ghost" else "post"
    return "answers" if line.kind == "answers" else ""


def _draw_line(placed: Placed) -> str:
    """The trunk, which others share, is always plain; the last stretch says how the place is known."""
    dashed = " inferred" if placed.box.inferred or placed.box.presence == "ghost" else ""
    trunk, last = _path(placed.line[:-1]), _path(placed.line[-2:])
    return f'<path class="line" d="{trunk}"/><path class="line{dashed}" d="{last}"/>'


def _path(points: Sequence[Point]) -> str:
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _draw_box(placed: Placed, links: Links) -> Iterator[str]:
    box = placed.box
    yield f'<g role="group" aria-label="{escape_text(box.spoken())}">'
    yield from _draw_frame(placed)
    titles, rows = _texts(box, placed.width)
    y = placed.y + PADDING + TITLE_STEP - 5
    x = placed.x + PADDING
    href = links.thing(box.ident) if box.ident else None
    css = "title ghost" if box.presence == "ghost" else "title"
    yield _linked(href, "".join(_text(x, y + step * TITLE_STEP, css, line) for step, line in enumerate(titles)))
    y += len(titles) * TITLE_STEP - 1
    for row in rows:
        yield from _draw_mark(row.mark, x, y)
        link = links.thing(row.href) if row.href else None
        yield _linked(link, _text(x + row.indent, y, f"small {row.css}".strip(), row.text))
        y += SMALL_STEP
    if box.can_open and (toggle := links.toggle(box.key)):
        yield _draw_toggle(placed, toggle)
    yield "</g>"


def _draw_frame(placed: Placed) -> Iterator[str]:
    box = placed.box
    fill = {"ghost": GHOST_FILL, "new": NEW_FILL}.get(box.presence, OUTSIDE_FILL if box.outside else BOX_FILL)
    fill = fill if box.ident else OUTSIDE_FILL
    dash = ' stroke-dasharray="3 4"' if box.presence == "ghost" else ""
    stroke, thick = (GREY, 1.5) if box.presence == "ghost" else (INK, 3 if box.presence == "new" else 1.5)
    size = f'width="{placed.width:.1f}" height="{placed.height:.1f}"'
    yield (
        f'<rect x="{placed.x:.1f}" y="{placed.y:.1f}" {size} fill="{fill}" stroke="{stroke}" '
        f'stroke-width="{thick}"{dash}/>'
    )
    if box.outside:
        inner = f'width="{placed.width - 6:.1f}" height="{placed.height - 6:.1f}"'
        yield (
            f'<rect x="{placed.x + 3:.1f}" y="{placed.y + 3:.1f}" {inner} fill="none" stroke="{stroke}" '
            'stroke-width="0.75"/>'
        )


def _draw_mark(mark: str, x: float, y: float) -> Iterator[str]:
    middle: Point = (x + 5, y - 4.5)
    circle = f'<circle cx="{middle[0]:.1f}" cy="{middle[1]:.1f}" r="4"'
    if mark == "head":
        yield f'<rect x="{x + 1:.1f}" y="{y - 8.5:.1f}" width="8" height="8" fill="{INK}"/>'
    elif mark == "post":
        yield f'{circle} fill="{INK}"/>'
    elif mark == "vacant":
        yield f'{circle} fill="#fff" stroke="{INK}" stroke-width="1.5"/>'
    elif mark == "silent":
        yield f'{circle} fill="#fff" stroke="{AMBER}" stroke-width="1.5" stroke-dasharray="2 2"/>'
    elif mark == "answers":
        yield f'<path d="M{x + 1:.1f} {y - 8:.1f} l8 4 l-8 4 z" fill="{INK}"/>'


def _draw_toggle(placed: Placed, href: str) -> str:
    """A plus or minus in the corner, large enough for a finger, with a name that says what it does."""
    x, y = placed.x + placed.width - 26, placed.y + 2
    sign = f"M{x + 7} {y + 12} h10" + ("" if placed.box.is_open else f" M{x + 12} {y + 7} v10")
    name = f"{'Close' if placed.box.is_open else 'Open'} {placed.box.title}"
    return (
        f'<a href="{escape_text(href)}" target="_top" aria-label="{escape_text(name)}">'
        f'<rect x="{x}" y="{y}" width="24" height="24" fill="#fff" fill-opacity="0.01"/>'
        f'<circle cx="{x + 12}" cy="{y + 12}" r="9" fill="#fff" stroke="{LINK}" stroke-width="1.5"/>'
        f'<path d="{sign}" stroke="{LINK}" stroke-width="2" fill="none"/></a>'
    )


def _text(x: float, y: float, css: str, words: str) -> str:
    return f'<text class="{css}" x="{x:.1f}" y="{y:.1f}">{escape_text(words)}</text>'


def _linked(href: str | None, drawn: str) -> str:
    return f'<a href="{escape_text(href)}" target="_top">{drawn}</a>' if href else drawn
