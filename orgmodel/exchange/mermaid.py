"""Mermaid: boxes and lines as a flowchart in text, cut to a size that can be drawn. It knows no model; what is drawn is
chosen elsewhere."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from orgmodel.exchange.exported import Exported
from orgmodel.exchange.text import one_line

MOST_BOXES, MOST_LINES, MOST_CHARACTERS = 120, 450, 45_000
"""How large a flowchart may be: Mermaid draws no more than 500 lines and 50,000 characters unless it is told to."""

WIDTH, LONGEST = 24, 90
"""How many characters a line of a label has, and a name at the most."""

PLAIN = frozenset(" ,.():?!/'-")
SPELL = re.compile(r"(fa[bklrs]?:)(fa-)|(?<=#36;)(?=#36;)")
"""What becomes an icon or a formula even when it is written as numbers: a space without width goes between."""

LIST = re.compile(r"(\d+)([.)])(?=\s)|()(-)(?=\s)")
"""What Markdown takes for the beginning of a list."""


@dataclass(frozen=True)
class ChartBox:
    """A box: its id in the model, its name, further lines of text, and the kind that gives it its look."""

    id: str
    title: str
    words: tuple[str, ...] = ()
    kind: str = "inside"


@dataclass(frozen=True)
class ChartLine:
    """A line from one box to another (ids), with words on it; dashed where the source does not state it."""

    start: str
    end: str
    words: str = ""
    dashed: bool = False


@dataclass(frozen=True)
class Chart:
    """What is drawn: the boxes in the order in which they matter, the lines, and what the boxes are called."""

    title: str
    standing: str
    boxes: Sequence[ChartBox]
    lines: Sequence[ChartLine]
    noun: str = "boxes"
    left_out: int = field(default=0)


LOOKS = (
    "classDef inside fill:#ffffff,stroke:#333333,color:#111111",
    "classDef outside fill:#ffffff,stroke:#333333,color:#111111,stroke-dasharray:5 4",
    "classDef outcome fill:#f2f2f2,stroke:#333333,color:#111111",
    "classDef silent fill:#ffffff,stroke:#333333,color:#111111,stroke-width:3px",
    "classDef word fill:#ffffff,stroke:#ffffff,color:#111111",
)
"""How each kind of box looks; no meaning is in colour, and words say the same."""


def render_mermaid(chart: Chart, most: int | None = None) -> Exported:
    """A flowchart of at most `most` boxes, and of no more than Mermaid draws; what is cut is counted."""
    number = min(most or MOST_BOXES, len(chart.boxes))
    cut = _cut(chart, number)
    while number > 1 and (len(cut.lines) > MOST_LINES or len(_render(cut)) > MOST_CHARACTERS):
        number = number * 9 // 10
        cut = _cut(chart, number)
    lines = len(chart.lines) - len(cut.lines)
    said = f"{cut.left_out} of {len(chart.boxes)} {chart.noun}, and {lines} of {len(chart.lines)} lines."
    advice = "For more boxes: --most; for a part of the whole: --within."
    return Exported(_render(cut), (f"Left out for size: {said} {advice}",) if cut.left_out else ())


def _cut(chart: Chart, number: int) -> Chart:
    kept = {box.id for box in chart.boxes[:number]}
    lines = [line for line in chart.lines if line.start in kept and line.end in kept]
    return replace(chart, boxes=chart.boxes[:number], lines=lines, left_out=len(chart.boxes) - number)


def _render(chart: Chart) -> str:
    names = {box.id: f"n{number}" for number, box in enumerate(chart.boxes)}
    rows = ["flowchart LR", f"accTitle: {escape(chart.title)}", f"accDescr: {escape(chart.standing)}"]
    rows += [f"%% {escape(chart.standing)}", f'standing["{_label(chart.standing, (), WIDTH, 999)}"]:::word']
    rows += [f'{names[box.id]}["{_label(box.title, box.words)}"]:::{box.kind}' for box in chart.boxes]
    if chart.boxes:
        rows.append("standing ~~~ n0")
    else:
        rows.append(f'none["There are no {chart.noun} to show."]:::word')
    if chart.left_out:
        rows.append(f'more["{chart.left_out} more {chart.noun} are left out for size."]:::word')
    for line in chart.lines:
        arrow = "-.->" if line.dashed else "-->"
        words = f'|"{escape(line.words)}"|' if line.words else ""
        rows.append(f"{names[line.start]} {arrow}{words} {names[line.end]}")
    return "\n    ".join([*rows, *LOOKS]) + "\n"


def _label(title: str, words: Sequence[str], width: int = WIDTH, longest: int = LONGEST) -> str:
    """A label in lines of its own making, so that its width does not depend on whoever draws it."""
    rows = [row for text in (title, *words) for row in textwrap.wrap(_shorten(one_line(text), longest), width)]
    return "<br/>".join(LIST.sub(_escape_list, escape(row), count=1) for row in rows)


def _escape_list(match: re.Match[str]) -> str:
    """The mark of a list as a number, where it begins a row."""
    number, mark = (match[1], match[2]) if match[2] else ("", match[4])
    return match[0] if match.start() else f"{number}#{ord(mark)};"


def _shorten(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def escape(text: str) -> str:
    """A text on one line in which nothing means anything to Mermaid, HTML or Markdown: what could becomes a number.

    Characters that are invisible, or that turn the direction of what stands beside them, are dropped.
    """
    written = "".join(map(_escape_character, one_line(text)))
    return SPELL.sub(lambda match: f"{match[1] or ''}#8203;{match[2] or ''}", written)


def _escape_character(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return ""
    if character.isalnum() or character in PLAIN or not character.isascii():
        return character
    return f"#{ord(character)};"
