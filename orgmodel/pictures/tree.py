"""From a model to the boxes of its structure chart: what is open, what is inside, what is silent or inferred.

Only facts that hold on the model's day are drawn. It knows nothing of pixels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from orgmodel.graph import holds_on
from orgmodel.model import Claim, Fact, Model, Post, Slot, Unit
from orgmodel.pictures.boxes import Box, Line

DEFAULT_BOXES, MOST_BOXES, MOST_POSTS = 60, 300, 14
OUTSIDE, UNPLACED, POSTS = "outside-bodies", "not-placed", "posts-not-placed"
SILENT_HEAD = {
    "none": "nobody (the source says so)",
    "unclear": "not clear (the source says so)",
    "not_stated": "not stated",
    "redacted": "redacted",
    "open": "others not named",
}
OCCUPANCY = {
    "vacant": "vacant",
    "closed": "closed",
    "unclear": "not clear whether filled",
    "redacted": "whether filled is redacted",
}


class Chart:
    """A model seen as a tree of units. Reads it once; asked for boxes as often as somebody opens or closes one."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.day = model.about.as_of

    def holds(self, fact: Fact) -> bool:
        """Whether a fact is drawn at all."""
        return holds_on(fact, self.day)

    def claims(self, slot: Slot[Claim]) -> list[Claim]:
        """The claims of a slot that hold on the day, naming only things that are there."""
        return [c for c in slot.claims if self.holds(c) and (c.who is None or self._is_there(c.who))]

    def _is_there(self, ident: str) -> bool:
        record = self.model.by_id.get(ident)
        return record is not None and self.holds(record)

    @cached_property
    def units(self) -> dict[str, Unit]:
        """The units that are drawn, by id."""
        return {unit.id: unit for unit in self.model.units if self.holds(unit)}

    @cached_property
    def parent(self) -> dict[str, Claim]:
        """The first unit that each unit is part of, leaving out whatever would close a circle."""
        parents: dict[str, Claim] = {}
        for unit in self.units.values():
            for claim in self.claims(unit.part_of):
                if claim.who in self.units and not self._circular(unit.id, claim.who or "", parents):
                    parents[unit.id] = claim
                    break
        return parents

    @staticmethod
    def _circular(child: str, above: str, parents: dict[str, Claim]) -> bool:
        while above != child:
            if above not in parents:
                return False
            above = parents[above].who or ""
        return True

    @cached_property
    def below(self) -> dict[str, list[str]]:
        """The ids of the units directly below each unit, in the order of the definitions."""
        below: dict[str, list[str]] = {}
        for ident in self.units:
            if ident in self.parent:
                below.setdefault(self.parent[ident].who or "", []).append(ident)
        return below

    @cached_property
    def posts_in(self) -> dict[str, list[tuple[Post, Claim]]]:
        """The posts of each unit, highest grade first. A post in two units is shown in both."""
        found: dict[str, list[tuple[Post, Claim]]] = {}
        rank = self.model.grade_rank
        for post in sorted(self.model.posts, key=lambda post: rank.get(post.grade or "", len(rank) + 1)):
            if not self.holds(post):
                continue
            claims = [claim for claim in self.claims(post.in_unit) if claim.who in self.units]
            for claim in claims:
                found.setdefault(claim.who or "", []).append((post, claim))
            if not claims:
                found.setdefault(POSTS, []).append((post, Claim(state="not_stated")))
        return found

    def count_below(self, ident: str) -> int:
        """How many units there are below one, at any depth."""
        waiting, count = list(self.below.get(ident, ())), 0
        while waiting:
            count += 1
            waiting += self.below.get(waiting.pop(), ())
        return count

    @cached_property
    def tops(self) -> list[str]:
        """The units that are part of nothing known: the organisation first."""
        tops = [ident for ident in self.units if ident not in self.parent]
        return sorted(tops, key=lambda ident: ident != self.model.about.organisation)

    def groups(self) -> Iterator[tuple[str, str, list[str]]]:
        """What stands beside the organisation: key, title and the units in it."""
        others = [ident for ident in self.tops if ident != self.model.about.organisation]
        outside = [ident for ident in others if self.units[ident].outside]
        unplaced = [ident for ident in others if not self.units[ident].outside]
        if unplaced:
            yield UNPLACED, "Units whose place is not stated", unplaced
        if outside:
            yield OUTSIDE, "Bodies outside the organisation", outside

    def openable(self) -> list[str]:
        """Every key that can be opened, from the top."""
        keys: list[str] = []
        waiting = [key for key in self.tops if key == self.model.about.organisation]
        waiting += [key for key, _, _ in self.groups()]
        inside = {key: members for key, _, members in self.groups()}
        while waiting:
            key = waiting.pop(0)
            held = inside.get(key) or self.below.get(key, [])
            if held or self.posts_in.get(key):
                keys.append(key)
            waiting += held
        return keys

    def default_open(self, most: int = DEFAULT_BOXES) -> frozenset[str]:
        """Opens level by level while the chart stays readable."""
        opened: set[str] = set()
        shown = 2 + len(list(self.groups()))
        inside = {key: members for key, _, members in self.groups()}
        for key in self.openable():
            cost = len(inside.get(key) or self.below.get(key, [])) + len(self.posts_in.get(key, [])[:MOST_POSTS])
            if key == OUTSIDE or shown + cost > most:
                continue
            opened.add(key)
            shown += cost
        return frozenset(opened)

    def boxes(self, opened: Collection[str]) -> list[Box]:
        """The trees to draw: the organisation, units without a place, bodies outside, and posts without a unit."""
        trees = [self.box(ident, opened) for ident in self.tops if ident == self.model.about.organisation]
        for key, title, members in self.groups():
            is_open = key in opened
            children = tuple(self.box(ident, opened) for ident in members) if is_open else ()
            hidden = "" if is_open else f"Closed: {count(len(members), 'unit')} inside"
            trees.append(Box(key, title, children=children, can_open=True, is_open=is_open, hidden=hidden))
        if loose := self.posts_in.get(POSTS):
            lines = tuple(self._post_lines(loose))
            trees.append(Box(POSTS, "Posts whose unit is not stated", lines=lines))
        return trees

    def box(self, ident: str, opened: Collection[str]) -> Box:
        """One unit, opened as far as is wanted."""
        unit, is_open = self.units[ident], ident in opened
        posts, inside = self.posts_in.get(ident, []), self.below.get(ident, [])
        heads = {claim.who for claim in self.claims(unit.head)}
        others = [(post, claim) for post, claim in posts if post.id not in heads]
        lines = [*self._head_lines(unit), *(self._post_lines(others) if is_open else ())]
        parent = self.parent.get(ident)
        return Box(
            key=ident,
            ident=ident,
            title=unit.title,
            kind=self.kind_of(unit),
            words=tuple(self.words_of(unit)),
            lines=tuple(lines),
            children=tuple(self.box(child, opened) for child in inside) if is_open else (),
            inferred=parent is not None and parent.basis == "inferred",
            outside=unit.outside,
            can_open=bool(others or inside),
            is_open=is_open,
            hidden="" if is_open else self._hidden(len(others), self.count_below(ident)),
        )

    def kind_of(self, unit: Unit) -> str:
        """The title of a unit's kind."""
        return self.model.title_of(unit.kind)

    def words_of(self, unit: Unit) -> Iterator[str]:
        """What is special about a unit, in words."""
        parent = self.parent.get(unit.id)
        if unit.outside:
            yield "outside body"
        if parent and parent.basis != "stated":
            yield f"place {parent.basis}"
        if unit.time_limited:
            yield "time-limited"
        if unit.contested_by or (parent and parent.contested_by):
            yield "contested"
        also = [claim.who for claim in self.claims(unit.part_of) if claim.who and claim is not parent]
        if also:
            yield f"also part of {', '.join(self.model.title_of(other) for other in also)}"

    def _head_lines(self, unit: Unit) -> Iterator[Line]:
        claims = self.claims(unit.head)
        for claim in claims:
            if claim.who is None:
                yield Line("silence", f"Head: {SILENT_HEAD[claim.state]}")
                continue
            post = self.model.by_id[claim.who]
            words = [*basis_words(claim), *(self.post_words(post) if isinstance(post, Post) else ())]
            yield Line("head", f"Head: {post.title}", claim.who, tuple(words))
        if not claims:
            yield Line("silence", f"Head: {SILENT_HEAD['not_stated']}")

    def _post_lines(self, posts: list[tuple[Post, Claim]]) -> Iterator[Line]:
        for post, claim in posts[:MOST_POSTS]:
            words = (*basis_words(claim), *self.post_words(post))
            yield Line("post", post.title, post.id, words)
        if len(posts) > MOST_POSTS:
            yield Line("more", f"and {count(len(posts) - MOST_POSTS, 'more post')}, in the table")

    @staticmethod
    def post_words(post: Post) -> Iterator[str]:
        """What is special about a post, in words."""
        if post.critical and post.critical.value:
            yield "critical"
        if word := OCCUPANCY.get(post.occupancy.state):
            yield word

    @staticmethod
    def _hidden(posts: int, units: int) -> str:
        inside = [count(units, "unit")] if units else []
        inside += [count(posts, "post")] if posts else []
        return f"Closed: {' and '.join(inside)} inside" if inside else ""


def basis_words(fact: Fact) -> tuple[str, ...]:
    """How a fact is known, where the source does not state it."""
    return () if fact.basis == "stated" else (fact.basis,)


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 unit, 3 units."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def count_boxes(trees: Iterable[Box]) -> int:
    """How many boxes and posts the trees show."""
    return sum(1 + sum(line.kind == "post" for line in box.lines) for tree in trees for box in tree.walk())
