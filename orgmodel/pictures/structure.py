"""The organisation chart as SVG text: real text, a title and a description, and no more boxes than can be read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from orgmodel.model import Model
from orgmodel.pictures.boxes import Box
from orgmodel.pictures.layout import place_boxes
from orgmodel.pictures.svg import Links, draw_layout, size_of
from orgmodel.pictures.tree import DEFAULT_BOXES, MOST_BOXES, Chart, count_boxes


@dataclass(frozen=True)
class StructurePicture:
    """A chart: the SVG, its size in pixels, what is open in it, how much it shows, and a message where it is cut."""

    svg: str
    title: str
    description: str
    width: int
    height: int
    opened: frozenset[str]
    boxes: tuple[Box, ...]
    shown: int
    message: str = ""


def draw_structure(model: Model, opened: Collection[str] | None = None, links: Links | None = None) -> StructurePicture:
    """The chart of a model with some units opened; by default as many as can be read at once.

    Opening more than fits closes the lowest again and says so in `message`.
    """
    chart = Chart(model)
    wanted = chart.default_open() if opened is None else frozenset(opened) & frozenset(chart.openable())
    kept, message = _fit(chart, wanted)
    trees = chart.boxes(kept)
    title = f"Structure: {model.about.title}"
    shown = count_boxes(trees)
    description = (
        f"Organisation chart with {sum(1 for tree in trees for _ in tree.walk())} boxes, as of "
        f"{model.about.as_of:%-d %B %Y}. Dashed lines are inferred. The same content stands in the table."
    )
    if not trees:
        message = "The model has no units, so there is nothing to draw."
    layout = place_boxes(trees, size_of)
    svg, width, height = draw_layout(layout, title, description, links or Links())
    return StructurePicture(svg, title, description, width, height, kept, tuple(trees), shown, message)


def _fit(chart: Chart, wanted: frozenset[str]) -> tuple[frozenset[str], str]:
    """The largest part of what is wanted, from the top, that stays within the cap."""
    inside = {key: members for key, _, members in chart.groups()}
    kept: set[str] = set()
    shown = len(inside) + 1
    for key in chart.openable():
        cost = len(inside.get(key) or chart.below.get(key, [])) + len(chart.posts_in.get(key, []))
        if key in wanted and shown + cost <= MOST_BOXES:
            kept.add(key)
            shown += cost
    left_out = len(wanted) - len(kept)
    if not left_out:
        return frozenset(kept), ""
    return frozenset(kept), (
        f"More than {MOST_BOXES} boxes cannot be read. {left_out} of the {len(wanted)} opened are shown closed; "
        "close others, or use the table, which has everything."
    )


__all__ = ["DEFAULT_BOXES", "MOST_BOXES", "StructurePicture", "draw_structure"]
