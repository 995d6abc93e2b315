"""Charts that stand inside a page of text, several on one page: their style once for all, and ids of their own."""

from __future__ import annotations

from orgmodel.pictures.svg import STYLE
from orgmodel.pictures.text import escape_text

CHART_STYLE = STYLE
"""The style that charts share; a page that holds them inline carries it once."""


def inline_svg(svg: str, name: str) -> str:
    """A chart without its style, with ids that begin with `name` (which has to be unique on the page).

    What is replaced cannot come from a model: there every quotation mark and bracket is escaped.
    """
    own = svg.replace(f"<style>{STYLE}</style>", "").replace(' target="_top"', "")
    for ident in ("chart-title", "chart-description"):
        own = own.replace(f'"{ident}"', f'"{escape_text(name)}-{ident}"')
    return own
