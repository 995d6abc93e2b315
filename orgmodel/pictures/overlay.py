"""All states of one organisation in a single picture: today, and on what differs the words for which options do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from orgmodel.model import Model
from orgmodel.pictures.boxes import Box, Presence
from orgmodel.pictures.layout import place_across, place_boxes
from orgmodel.pictures.structure import StructurePicture
from orgmodel.pictures.svg import WIDTH, Links, draw_layout, size_of
from orgmodel.pictures.tree import count_boxes
from orgmodel.pictures.union import ANSWERS, BESIDE, Pair, Union

Words = Literal["all", "few", "fewest"]

TITLE = "Today, and what each option changes"
SAYS = "Where something is new or gone, it says in which options."
TOLD: dict[Words, str] = {
    "all": SAYS,
    "few": f"Dots are posts, arrows what they answer for. {SAYS}",
    "fewest": f"Dots are posts. What they answer for is not drawn, nor units in which nothing else differs. {SAYS}",
}
LINES = "Bold boxes are new, dotted ones gone in every option; dashed lines are inferred."


def draw_overlay(
    models: Sequence[Model],
    stack: int = BESIDE,
    one_row: bool = False,
    across: bool = False,
    width: float = WIDTH,
    words: Words = "all",
) -> StructurePicture:
    """One picture of the first model with what the others, the options, change in it; options go by their numbers.

    `stack` and `one_row` are those of `draw_union`; `across` puts what is below a unit to its right, which suits a
    screen. `width` is that of a box in pixels: the narrower, the more lines its words take. With few `words`,
    only titles and what differs are drawn, with a mark or a number in place of some words; with fewest, nothing of what
    somebody answers for. `boxes` of the picture hold all that is told with all words.
    """
    told = _Overlay(models, "option").trees(0)
    overlay = _Overlay(models, "option" if words == "all" else "")
    boxes = [_shortened(box, words) for box in overlay.trees(0) if _differs(box, words)] if words != "all" else told
    layout = (
        place_across(boxes, lambda box: size_of(box, width))
        if across
        else place_boxes(boxes, lambda box: size_of(box, width), stack, one_row)
    )
    description = f"{TOLD[words]} {LINES}"
    svg, wide, high = draw_layout(layout, TITLE, description, Links())
    shown = count_boxes(boxes)
    return StructurePicture(svg, TITLE, description, wide, high, frozenset(), tuple(told), shown, overlay.message)


def _shortened(box: Box, words: Words) -> Box:
    """Without the kind of unit, what is the same in all states, and the words that a mark stands for."""
    kinds = ("head", "post", "answers") if words == "few" else ("head", "post")
    lines = [replace(line, text=line.text.removeprefix(ANSWERS)) for line in box.lines if line.kind in kinds]
    if words == "fewest":
        lines = [line for line in lines if line.words]
    children = tuple(_shortened(child, words) for child in box.children if _differs(child, words))
    return replace(box, kind="", lines=tuple(lines), children=children)


def _differs(box: Box, words: Words) -> bool:
    """Whether a box, or one below it, shows something that differs."""
    kinds = ("post", "answers") if words == "few" else ("post",)
    shown = any(line.words and line.kind in kinds for line in box.lines)
    return bool(box.words) or shown or any(_differs(child, words) for child in box.children)


class _Overlay(Union):
    """The first state, with the options in which something of it is gone, or something else is new.

    `noun` stands before the numbers of options; without it there are numbers alone.
    """

    def __init__(self, models: Sequence[Model], noun: str) -> None:
        super().__init__(models)
        self.noun = noun

    def presence(self, number: int, pair: Pair, what: str) -> Presence:
        """Whether something is there today and in any option, or in options alone."""
        if pair not in getattr(self.states[0], what):
            return "new"
        return "here" if self._with(pair, what) else "ghost"

    def words(self, number: int, pair: Pair, what: str) -> tuple[str, ...]:
        """In which options something is new or gone; no word where it is the same in all."""
        having = self._with(pair, what)
        if pair not in getattr(self.states[0], what):
            return (f"new in {say_options(having, self.noun)}",)
        gone = [option for option in range(1, len(self.states)) if option not in having]
        return (f"gone in {say_options(gone, self.noun)}",) if gone else ()

    def belongs(self, pair: Pair, unit: str) -> bool:
        """Only in a unit in which the post is while it answers for it."""
        post, _ = pair
        return not unit or any((unit, post) in state.posts and pair in state.answers for state in self.states)

    def _with(self, pair: Pair, what: str) -> list[int]:
        states = enumerate(self.states[1:], start=1)
        return [option for option, state in states if pair in getattr(state, what)]


def say_options(numbers: Sequence[int], noun: str = "option") -> str:
    """`option 1`, `options 1 and 2`, `options 1, 2 and 4`; without a noun `1`, `1 and 2`."""
    *before, last = map(str, numbers)
    said = f"{', '.join(before)} and {last}" if before else last
    return f"{noun}{'s' if before else ''} {said}" if noun else said
