"""Text as it goes into a picture: cleaned, escaped, measured by rule of thumb and wrapped. It knows no model."""

from __future__ import annotations

import html
import re

FONT = "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
"""Characters that XML forbids, or that turn the direction of what stands beside them."""

NARROW, WIDE = frozenset("iljtfrI.,:;'|!()[] "), frozenset("mwMW@%—…")


def clean_text(text: str) -> str:
    """The text on one line, without characters that are invisible and change what stands around them."""
    return " ".join(UNSAFE.sub("", text).split())


def escape_text(text: str) -> str:
    """The text made safe for HTML and SVG, between tags and in quoted attributes."""
    return html.escape(clean_text(text), quote=True)


def measure_text(text: str, size: float) -> float:
    """About how wide a text is in pixels at a size of type; rather too wide than too narrow."""
    return sum(_width(character) for character in text) * size


def wrap_text(text: str, width: float, size: float, most: int, bold: bool = False) -> list[str]:
    """The text in at most `most` lines that fit the width; what does not fit ends in an ellipsis."""
    size *= 1.18 if bold else 1.0
    lines: list[str] = []
    line = ""
    for word in _pieces(clean_text(text), width, size):
        longer = f"{line} {word}".strip()
        if line and measure_text(longer, size) > width:
            lines.append(line)
            line = word
            if len(lines) == most:
                return [*lines[:-1], _shorten(lines[-1], width, size)]
        else:
            line = longer
    return [*lines, line] if line else lines or [""]


def _width(character: str) -> float:
    if character in NARROW:
        return 0.34
    if character in WIDE or ord(character) > 0x2E7F:
        return 1.0
    return 0.72 if character.isupper() else 0.56


def _pieces(text: str, width: float, size: float) -> list[str]:
    """The words, with those that are wider than a line cut into parts."""
    pieces = []
    for word in text.split(" "):
        rest = word[:400]
        while measure_text(rest, size) > width:
            cut = next(end for end in range(len(rest), 0, -1) if end == 1 or measure_text(rest[:end], size) <= width)
            pieces.append(rest[:cut])
            rest = rest[cut:]
        pieces.append(rest)
    return pieces


def _shorten(line: str, width: float, size: float) -> str:
    while line and measure_text(f"{line}…", size) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"
