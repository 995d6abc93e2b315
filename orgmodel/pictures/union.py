"""One layout for several states of one organisation: nothing jumps, and what is not there any more is a ghost.

The first model is how things stand; the others are options. Only what differs between them is drawn, with the units
above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from orgmodel.model import Model
from orgmodel.pictures.boxes import Box, Line, Presence
from orgmodel.pictures.layout import Size, place_boxes
from orgmodel.pictures.structure import StructurePicture
from orgmodel.pictures.svg import Links, draw_layout, size_of
from orgmodel.pictures.tree import MOST_BOXES, POSTS, Chart, count, count_boxes

Pair = tuple[str, str]
"""A thing within another: a unit in a unit, a post in a unit, a responsibility with whoever answers for it."""

BESIDE = 2
"""How many boxes stand in one column: few, so that states can be compared without scrolling."""

ANSWERS = "Answers for: "
NEW, GONE, NOT_YET, NEVER = "new here", "gone from here", "not yet here", "not in this option"


def draw_union(
    models: Sequence[Model],
    titles: Sequence[str],
    links: Links | None = None,
    stack: int = BESIDE,
    one_row: bool = False,
) -> list[StructurePicture]:
    """A picture of each model in one common layout; the first model is the one that the others are compared with.

    At most `stack` boxes stand in one column: the more, the narrower the picture. What is not part of the organisation
    stands below it, or in `one_row` with it.
    """
    union = Union(models)
    trees = [union.trees(number) for number in range(len(models))]
    sizes = _largest(trees)
    layout = place_boxes(trees[0], lambda box: sizes[box.key], stack, one_row) if trees[0] else place_boxes((), size_of)
    pictures = []
    for tree, title in zip(trees, titles, strict=True):
        boxes = {box.key: box for root in tree for box in root.walk()}
        placed = tuple(replace(place, box=boxes[place.box.key]) for place in layout.placed)
        description = f"What differs, in the state: {title}. Dotted boxes are not there in this state."
        svg, width, height = draw_layout(replace(layout, placed=placed), title, description, links or Links())
        shown = count_boxes(tree)
        pictures.append(
            StructurePicture(svg, title, description, width, height, frozenset(), tuple(tree), shown, union.message)
        )
    return pictures


def _largest(trees: Sequence[Sequence[Box]]) -> dict[str, Size]:
    sizes: dict[str, Size] = {}
    for tree in trees:
        for box in (box for root in tree for box in root.walk()):
            width, height = size_of(box)
            before = sizes.get(box.key, (0.0, 0.0))
            sizes[box.key] = (max(before[0], width), max(before[1], height))
    return sizes


@dataclass
class _State:
    """What is in what, in one model."""

    chart: Chart

    @cached_property
    def units(self) -> frozenset[Pair]:
        parents = self.chart.parent
        return frozenset((parents[i].who or "" if i in parents else "", i) for i in self.chart.units)

    @cached_property
    def posts(self) -> frozenset[Pair]:
        return frozenset((unit, post.id) for unit, posts in self.chart.posts_in.items() for post, _ in posts)

    @cached_property
    def answers(self) -> frozenset[Pair]:
        model = self.chart.model
        return frozenset(
            (claim.who or "", responsibility.id)
            for responsibility in model.responsibilities
            if self.chart.holds(responsibility)
            for claim in self.chart.claims(responsibility.accountable)
            if claim.who
        )


class Union:
    """All states laid over each other, cut down to what differs."""

    def __init__(self, models: Sequence[Model]) -> None:
        self.models = models
        self.states = [_State(Chart(model)) for model in models]
        self.message = ""
        if not self.changed_units | self.changed_posts | self.changed_answers:
            self.message = "Nothing that this picture shows is different: no unit, post or accountability moves."
        elif len(self.wanted) > MOST_BOXES:
            self.message = f"Only the first {MOST_BOXES} of {len(self.wanted)} units are drawn; the lists have all."

    @staticmethod
    def _differing(pairs: Sequence[frozenset[Pair]]) -> frozenset[Pair]:
        return frozenset.union(*pairs) - frozenset.intersection(*pairs)

    @cached_property
    def changed_units(self) -> frozenset[Pair]:
        return self._differing([state.units for state in self.states])

    @cached_property
    def changed_posts(self) -> frozenset[Pair]:
        return self._differing([state.posts for state in self.states])

    @cached_property
    def changed_answers(self) -> frozenset[Pair]:
        return self._differing([state.answers for state in self.states])

    @cached_property
    def homes(self) -> dict[str, list[str]]:
        """The units in which each post is, in any state."""
        homes: dict[str, list[str]] = {}
        for state in self.states:
            for unit, post in sorted(state.posts):
                if unit not in homes.setdefault(post, []):
                    homes[post].append(unit)
        return homes

    @cached_property
    def wanted(self) -> dict[str, None]:
        """The units that are drawn: those that differ, those above them, and the organisation."""
        found = [ident for pair in sorted(self.changed_units) for ident in pair if ident]
        found += [unit for unit, _ in sorted(self.changed_posts)]
        for holder, _ in sorted(self.changed_answers):
            found += self.homes.get(holder, [holder])
        wanted: dict[str, None] = {}
        parents: dict[str, list[str]] = {}
        for state in self.states:
            for above, ident in sorted(state.units):
                parents.setdefault(ident, []).append(above)
        while found:
            ident = found.pop()
            if ident and ident not in wanted:
                wanted[ident] = None
                found += parents.get(ident, [])
        return wanted

    def trees(self, number: int) -> list[Box]:
        """The boxes of one state; every state has the same ones, as far as their keys go."""
        everywhere = frozenset.union(*(state.units for state in self.states))
        shown = set(list(self.wanted)[:MOST_BOXES])
        below: dict[str, list[str]] = {}
        order = {ident: place for place, ident in enumerate(dict.fromkeys(i for m in self.models for i in m.by_id))}
        for above, ident in sorted(everywhere, key=lambda pair: order[pair[1]]):
            if ident in shown and (above in shown or not above):
                below.setdefault(above, []).append(ident)
        organisation = self.models[0].about.organisation
        roots = sorted(below.get("", []), key=lambda ident: ident != organisation)
        trees = [self.box(number, "", ident, below, ()) for ident in roots]
        lines = tuple(self.lines(number, POSTS))
        return [*trees, Box(POSTS, "Posts whose unit is not stated", lines=lines)] if POSTS in self.wanted else trees

    def box(self, number: int, above: str, ident: str, below: dict[str, list[str]], path: tuple[str, ...]) -> Box:
        """A unit at one of its places. Where it is a ghost in all but one state, what is below it is drawn there."""
        chart = self.chart_with(number, ident)
        unit = chart.units[ident]
        presence = self.presence(number, (above, ident), "units")
        children = [] if ident in path else below.get(ident, [])
        inferred = ident in chart.parent and chart.parent[ident].basis == "inferred"
        return Box(
            key=f"{above}/{ident}",
            ident=ident,
            title=unit.title,
            kind=chart.kind_of(unit),
            words=self.words(number, (above, ident), "units"),
            lines=tuple(self.lines(number, ident)),
            children=tuple(self.box(number, ident, child, below, (*path, ident)) for child in children),
            inferred=inferred,
            outside=unit.outside,
            presence=presence,
        )

    def lines(self, number: int, unit: str) -> Iterator[Line]:
        """What differs in a unit: posts, and what they or the unit answer for."""
        yield from self.answer_lines(number, unit)
        holders = {holder for holder, _ in self.changed_answers}
        posts = sorted({post for state in self.states for home, post in state.posts if home == unit})
        told = [post for post in posts if (unit, post) in self.changed_posts or post in holders]
        for post in told:
            presence = self.presence(number, (unit, post), "posts")
            title = self.chart_with(number, post).model.title_of(post)
            yield Line("post", title, post, self.words(number, (unit, post), "posts"), presence)
            yield from self.answer_lines(number, post, unit)
        if left := len(posts) - len(told):
            yield Line("more", f"and {count(left, 'post')} without a change")

    def answer_lines(self, number: int, holder: str, unit: str = "") -> Iterator[Line]:
        """What a holder answers for in some states and not in others; a post, where it is in a unit."""
        for pair in sorted(pair for pair in self.changed_answers if pair[0] == holder and self.belongs(pair, unit)):
            presence = self.presence(number, pair, "answers")
            title = self.chart_with(number, pair[1]).model.title_of(pair[1])
            words = self.words(number, pair, "answers")
            yield Line("answers", f"{ANSWERS}{title}", pair[1], words, presence)

    def belongs(self, pair: Pair, unit: str) -> bool:
        """Whether what somebody answers for is drawn in a unit: here in all that the post is ever in, so that no box
        changes its size from state to state."""
        return True

    def chart_with(self, number: int, ident: str) -> Chart:
        """The chart of a state, or where it lacks the thing, of the first that has it."""
        charts = [self.states[number].chart, *(state.chart for state in self.states)]
        return next((chart for chart in charts if ident in chart.units), None) or next(
            (chart for chart in charts if ident in chart.model.by_id), charts[0]
        )

    def presence(self, number: int, pair: Pair, what: str) -> Presence:
        """Whether something is there in a state, and whether that is new."""
        if pair not in getattr(self.states[number], what):
            return "ghost"
        return "here" if pair in getattr(self.states[0], what) else "new"

    def words(self, number: int, pair: Pair, what: str) -> tuple[str, ...]:
        """The word for a presence: what is drawn is also said."""
        presence = self.presence(number, pair, what)
        if presence == "here":
            return ()
        if presence == "new":
            return (NEW,)
        was_there = pair in getattr(self.states[0], what)
        return (GONE if was_there else NEVER if number else NOT_YET,)
