"""Which pictures of a structure can be read on a page or on a slide, and in which layout. It draws none itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orgmodel.model import Model
from orgmodel.pictures import StructurePicture, draw_overlay, draw_union
from orgmodel.pictures.overlay import Words

MOST_WIDE, MOST_HIGH = 950, 1240
"""How large a picture may be, in pixels, for its small type to be 7 points on an A4 page held upright."""

MOST_HIGH_TOGETHER = 560
"""How high pictures in one layout may be: three of them then take a page and a half at the most."""

SLIDE_WIDE, SLIDE_HIGH = 1190, 480
"""How large a picture may be, in pixels, for its small type to be 10 points on a slide of 13.3 by 7.5 inches."""

LAYOUTS = tuple((stack, one_row) for one_row in (True, False) for stack in (1, 2, 3, 5, 9))
"""How many boxes stand in one column, and whether what is outside the organisation stands beside it."""

SLIDE_WORDS: tuple[Words, ...] = ("few", "fewest")
"""How much is written on a slide's picture: less where it could not be read else."""

WIDTHS = (264.0, 232.0, 204.0, 180.0, 164.0)
"""How wide a box may be in a picture of all options, in pixels."""


@dataclass(frozen=True)
class Drawn:
    """Pictures of the structure: of today (None where no layout holds all options), and one an option, or None.

    Each shows only what differs, with the units above it, and is small enough to be read on a page. `together` shows
    all options in one, for a page; `slide` the same for a slide; None where that could not be read.
    """

    today: StructurePicture | None
    options: tuple[StructurePicture | None, ...]
    together: StructurePicture | None
    slide: StructurePicture | None


def draw_states(models: Sequence[Model], titles: Sequence[str]) -> Drawn:
    """Today and each option in one layout where that can be read on a page; else each option with what it takes.

    The first of the models, with its title, is today's.
    """
    together = min(_within(_overlays(models), MOST_WIDE, MOST_HIGH), key=lambda each: each.height, default=None)
    fitting = (_within(_overlays(models, words), SLIDE_WIDE, SLIDE_HIGH) for words in SLIDE_WORDS)
    slide = next((max(pictures, key=_scale) for pictures in fitting if pictures), None)
    if all_of_them := _draw(models, titles, MOST_HIGH_TOGETHER):
        return Drawn(all_of_them[0], tuple(all_of_them[1:]), together, slide)
    alone = [
        _draw([models[0], option], [titles[0], title], MOST_HIGH)
        for option, title in zip(models[1:], titles[1:], strict=True)
    ]
    return Drawn(None, tuple(pictures[1] if pictures else None for pictures in alone), together, slide)


def _draw(models: Sequence[Model], titles: Sequence[str], most_high: int) -> list[StructurePicture]:
    """The pictures in the lowest layout that a page can hold; none where none is small enough, or nothing differs."""
    drawn = [draw_union(models, titles, stack=stack, one_row=one_row) for stack, one_row in LAYOUTS]
    fitting = [pictures for pictures in drawn if _within(pictures[:1], MOST_WIDE, most_high)]
    return min(fitting, key=lambda pictures: pictures[0].height, default=[])


def _overlays(models: Sequence[Model], words: Words = "all") -> Iterable[StructurePicture]:
    """Pictures of all options in one, in every layout."""
    for width in WIDTHS:
        yield draw_overlay(models, across=True, width=width, words=words)
        yield from (draw_overlay(models, stack, one_row, width=width, words=words) for stack, one_row in LAYOUTS)


def _within(pictures: Iterable[StructurePicture], wide: int, high: int) -> list[StructurePicture]:
    return [each for each in pictures if each.shown and each.width <= wide and each.height <= high]


def _scale(picture: StructurePicture) -> float:
    """How large a picture can be shown on a slide."""
    return min(SLIDE_WIDE / picture.width, SLIDE_HIGH / picture.height)
