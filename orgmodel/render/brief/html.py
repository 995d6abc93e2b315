"""A paper as one page that opens in a browser, fetches nothing and prints on A4. Every word of a model is escaped."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from orgmodel.pictures.frame import allow
from orgmodel.pictures.inline import CHART_STYLE, inline_svg
from orgmodel.pictures.text import clean_text
from orgmodel.render.brief.blocks import Block
from orgmodel.render.brief.paper import build_paper
from orgmodel.render.brief.view import BriefView
from orgmodel.render.html.page import FOOT, build_environment, escape_css

HERE = Path(__file__).parent
HEAD = '@page {{ @top-center {{ content: "{line}"; font: 700 8pt/1.3 sans-serif; }} }}\n'
"""On paper the marking stands at the head of every sheet, and the standing line at its foot."""


def render_html(view: BriefView) -> str:
    """The page as text. Raises UsageError, with what to install, where the template engine is absent."""
    paper = build_paper(view)
    sheet = FOOT.format(line=escape_css(paper.standing)) + HEAD.format(line=escape_css(paper.marking))
    style = "\n".join(((HERE / "paper.css").read_text(encoding="utf-8"), CHART_STYLE, sheet))
    numbers = count(1)
    rendered: str = (
        build_environment(HERE)
        .get_template("paper.html")
        .render(
            paper=paper,
            style=style,
            policy=f"default-src 'none'; style-src {allow(style)}; base-uri 'none'; form-action 'none'",
            kind=_kind,
            clean=clean_text,
            draw=lambda picture: inline_svg(picture.svg, f"picture-{next(numbers)}"),
        )
    )
    return rendered


def _kind(block: Block) -> str:
    return type(block).__name__
