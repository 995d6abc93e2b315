"""The whole paper from what was gathered: its sections in the order of a decision, with nothing in it about people."""

from __future__ import annotations

from dataclasses import replace

from orgmodel.pictures.tree import count
from orgmodel.render.brief.after import build_benefits, build_handovers, build_sources
from orgmodel.render.brief.background import build_context, build_nothing
from orgmodel.render.brief.beside import build_beside
from orgmodel.render.brief.blocks import Block, Items, Paper, Picture, Section, Table, Text, cites_in
from orgmodel.render.brief.choosing import MOST_PAGES, ROOMS, Room
from orgmodel.render.brief.decisions import build_decisions
from orgmodel.render.brief.length import count_pages
from orgmodel.render.brief.options import build_options
from orgmodel.render.brief.unknowns import build_unknowns
from orgmodel.render.brief.view import BriefView
from orgmodel.render.html.people import People
from orgmodel.render.wording import join_words

MOST_TITLES = 3
"""How many options a title names."""


def build_paper(view: BriefView) -> Paper:
    """Every section, in order, with as many names as leave it short enough; else with as few as there can be.

    Statements that name people are left out and counted.
    """
    rooms = [room for room in ROOMS if room.apart or view.drawn.together or room is ROOMS[-1]]
    papers = (_build_within(view, room) for room in rooms)
    return next((paper for paper in papers if count_pages(paper) <= MOST_PAGES), None) or _build_within(view, rooms[-1])


def say_length(view: BriefView) -> str:
    """That a paper is longer than it is meant to be, why, and what to do; empty where it is not."""
    pages = count_pages(build_paper(view))
    if pages <= MOST_PAGES:
        return ""
    return (
        f"This paper comes to about {pages} pages, and {MOST_PAGES} are the most it is meant to have. It names as "
        f"little as it can, and tells of {count(len(view.options), 'option')}: name fewer with --options, or take "
        "three slides with --format pptx."
    )


def _build_within(view: BriefView, room: Room) -> Paper:
    people = people_of(view)
    sections = [
        build_decisions(view, room),
        build_context(view, people, room),
        build_nothing(view, people, room),
        build_options(view, people, room),
        build_beside(view, people, room),
        build_unknowns(view, room),
        build_handovers(view, room),
        build_benefits(view, room),
    ]
    sieve = _Sieve(people)
    shown = [sieve.section(section) for section in sections]
    cites = {cite for section in shown for block in section.walk() for cite in cites_in(block)}
    sources = build_sources(view, cites)
    if sieve.left_out:
        said = "statement that names people is" if sieve.left_out == 1 else "statements that name people are"
        note = Text(f"{sieve.left_out} {said} left out of this paper, which concerns structure and not individuals.")
        sources = replace(sources, blocks=(*sources.blocks, note))
    return Paper(title_of(view, people), view.report.marking, view.report.standing, (*shown, sources), sieve.left_out)


def title_of(view: BriefView, people: People) -> str:
    """The options by name in the order asked for; where there are many, or one names somebody, only how many."""
    titles = [option.title for option in view.options]
    if len(titles) > MOST_TITLES or people.says(join_words(titles)):
        return f"For decision: {count(len(titles), 'option')} for {view.report.title}"
    return f"For decision: {'; or: '.join(titles)}"


def people_of(view: BriefView) -> People:
    """Who is never named in a paper: everybody that the model, or an option's model, knows as a person."""
    return People([view.model, *view.models])


class _Sieve:
    """Leaves out whatever says the name of somebody, and counts it. Findings about people are left out before."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.left_out = 0

    def section(self, section: Section) -> Section:
        title = section.title
        if self._names(title):
            title = "An option whose title names somebody"
        blocks = tuple(kept for block in section.blocks if (kept := self.block(block)))
        return Section(title, blocks, tuple(map(self.section, section.parts)))

    def block(self, block: Block) -> Block | None:
        match block:
            case Text():
                return None if self._names(block.lead, block.words) else block
            case Items():
                items = tuple(item for item in block.items if not self._names(item.lead, item.words))
                return replace(block, items=items) if items else None
            case Table():
                keep = [number for number, row in enumerate(block.rows) if not self._names(*row)]
                cites = tuple(block.cites[number] for number in keep) if block.cites else ()
                return replace(block, rows=tuple(block.rows[number] for number in keep), cites=cites) if keep else None
            case Picture():
                return None if self._names(block.spoken) else block

    def _names(self, *words: str) -> bool:
        found = self.people.says(join_words(list(words)))
        self.left_out += found
        return found
