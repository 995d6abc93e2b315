"""A paper as Markdown. Names are escaped: nothing in them is markup. Pictures are told in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.pictures.text import clean_text
from orgmodel.render.brief.blocks import Block, Items, Picture, Section, Table, Text
from orgmodel.render.brief.paper import build_paper
from orgmodel.render.brief.view import BriefView
from orgmodel.render.markdown import escape


def render_md(view: BriefView) -> str:
    """The whole paper; marking and standing line stand at its top and at its end, as Markdown has no pages."""
    paper = build_paper(view)
    line = f"**{_say(paper.marking)}**\n\n{_say(paper.standing)}"
    body = [part for section in paper.sections for part in _section(section, 2)]
    return "\n\n".join([line, f"# {_say(paper.title)}", *body, "---", line]) + "\n"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {_say(section.title)}"
    for block in section.blocks:
        yield from _block(block)
    for part in section.parts:
        yield from _section(part, level + 1)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text():
            yield _text(block)
        case Items():
            yield f"**{_say(block.lead)}**"
            yield "\n".join(f"- {_text(item)}" for item in block.items)
            yield from [_say(block.left)] if block.left else []
        case Table():
            yield f"**{_say(block.title)}**"
            yield "\n".join(_row(cells) for cells in (block.headings, ["---"] * len(block.headings), *block.cells))
            yield from [_say(block.left)] if block.left else []
        case Picture():
            yield f"*Picture, in the other forms of this paper: {_say(block.title)}. {_say(block.spoken)}*"


def _text(text: Text) -> str:
    parts = [f"**{_say(text.lead)}**"] if text.lead else []
    parts += [_say(text.words)]
    parts += [f"*({_say(text.source)})*"] if text.source else []
    return " ".join(parts)


def _row(cells: Sequence[str]) -> str:
    said = [cell if cell == "---" else _say(cell) for cell in cells]
    return f"| {' | '.join(said)} |"


def _say(text: str) -> str:
    return escape(clean_text(text))
