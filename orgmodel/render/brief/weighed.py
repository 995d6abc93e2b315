"""What criteria that somebody set make of the options, as they were set: each value, the sums, and who is outdone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgmodel.options.beside import Beside
from orgmodel.options.weighing import Outdone
from orgmodel.render.beside import Grid, grids
from orgmodel.render.beside_weighed import SAID, outdone_by
from orgmodel.render.brief.blocks import Block, Items, Table, Text
from orgmodel.render.brief.choosing import COMPARE, Room, first
from orgmodel.render.brief.view import BriefView

LEADS: dict[Outdone, str] = {
    "yes": "Outdone, by the criteria set:",
    "cannot be told": "By the criteria set:",
}
NOTHING = "Doing nothing"


def build_weighed(view: BriefView, numbers: Sequence[int], room: Room) -> Iterator[Block]:
    """The criteria with their weights, the result, and what it rests on; nothing where nobody set any."""
    if grid := weighed_grid(view):
        yield Table(
            f"{grid.title}, as they were set",
            ("", NOTHING, *(f"Option {number + 1}" for number in numbers)),
            tuple((row.label, row.cells[0], *(row.cells[number + 1] for number in numbers)) for row in grid.rows),
            (40, *(60 // (len(numbers) + 1) for _ in range(len(numbers) + 1))),
        )
        if numbers[0] == 0:
            notes, left = first(grid.notes, room.notes, COMPARE)
            yield Text(grid.lead)
            yield Items("How firm that is:", tuple(Text(note) for note in notes), left)


def weighed_grid(view: BriefView) -> Grid | None:
    """The grid of the criteria, in which options go by their numbers; None where nobody set any."""
    return next((grid for grid in grids(_numbered(view.beside)) if grid.key == "criteria"), None)


def build_outdone(view: BriefView, number: int) -> Iterator[Text]:
    """That an option is outdone by another, or that this cannot be told; nothing where it is not, or is not asked."""
    beside = _numbered(view.beside)
    if beside.weighed:
        for word in SAID:
            if said := outdone_by(beside, number + 1, word):
                yield Text(said, None, LEADS[word])


def _numbered(beside: Beside) -> Beside:
    named = (replace(side, title=f"Option {place}") if place else side for place, side in enumerate(beside.sides))
    return replace(beside, sides=tuple(named))
