"""A chart as a PNG for documents that hold no SVG. The fonts are those of this machine; none is shipped."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from orgmodel.exchange.optional import load_library
from orgmodel.pictures.text import FONT

FAMILIES = (
    "Arial",
    "Helvetica",
    "Helvetica Neue",
    "Liberation Sans",
    "Segoe UI",
    "DejaVu Sans",
    "Noto Sans",
    "Verdana",
)
"""What is tried, in this order; charts are measured for letters about as wide as these."""

NO_FONT = "A picture is left out here: this machine has no font to draw its words with."
ABSENT = "orgmodel-has-no-such-font"
PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="24"><text y="18" font-family="{}">{}</text></svg>'
ZOOM = 2.0
"""Pixels of the picture for each pixel of the chart: some 250 to the inch on an A4 page."""


def render_png(svg: str) -> bytes | None:
    """The chart as a PNG on white; None where this machine has no font, as a picture without words says nothing.

    Raises UsageError, with what to install, where the renderer is absent.
    """
    family = find_font()
    return _draw(svg.replace(FONT, f"'{family}'", 1), zoom=ZOOM, background="#ffffff") if family else None


@lru_cache(maxsize=1)
def find_font() -> str | None:
    """The first family of this machine that draws letters of its own; else any that draws letters at all.

    A family that is not there is drawn in another, or not at all: so each is held against one that cannot be there.
    """
    fallback = _draw(PROBE.format(ABSENT, "Hxgm"))
    own = next((family for family in FAMILIES if _draw(PROBE.format(family, "Hxgm")) != fallback), None)
    return own or (ABSENT if fallback != _draw(PROBE.format(ABSENT, "")) else None)


def _draw(svg: str, **how: Any) -> bytes:
    resvg = load_library("resvg_py", "a decision paper with pictures", "papers")
    return bytes(resvg.svg_to_bytes(svg_string=svg, **how))
