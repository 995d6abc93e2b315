"""What the open questions of an option bear on: which findings cannot be told without them, and which order they could
turn. It says what could be, by intervals, and what it would take; it answers nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from orgmodel.options.compare import Row
from orgmodel.options.counting import row_part, things_in
from orgmodel.options.plan_values import Name
from orgmodel.options.quantity import Part
from orgmodel.options.sides import Side
from orgmodel.options.weighing import Pair, Weighed

Touches = Callable[[Part], bool]
"""Whether an unknown part of a value is what something open is about."""


@dataclass(frozen=True)
class OpenPoint:
    """Something that is open: a question that an option asks, a part of a change that names nobody, or neither.

    `part` is the field that a change leaves open, "" of others; `candidates` are those of whom one is meant.
    """

    what: str
    part: str
    about: tuple[Name, ...]
    candidates: tuple[Name, ...]
    decided_by: tuple[Name, ...]
    cites: tuple[str, ...]
    asked: bool = False
    decider_known: bool = False


@dataclass(frozen=True)
class Moves:
    """A criterion (by number) whose value something open could move, and by how much at the most."""

    criterion: int
    by: float


@dataclass(frozen=True)
class Turns:
    """Another side (by number) against which something open could turn the order, and whether it could do so alone."""

    against: int
    alone: bool


@dataclass(frozen=True)
class Bearing:
    """What rests on one open point: rows that cannot be told, criteria that could move, and orders that could turn."""

    point: OpenPoint
    rows: tuple[Row, ...]
    moves: tuple[Moves, ...]
    turns: tuple[Turns, ...]


@dataclass(frozen=True)
class OpenIn:
    """All that is open in an option: each of its points, and the rows that it makes unknown and no point speaks of."""

    side: int
    bearings: tuple[Bearing, ...]
    others: tuple[Bearing, ...]


def find_open(sides: Sequence[Side], weighed: Weighed | None) -> tuple[OpenIn, ...]:
    """What is open on each side but doing nothing, in their order."""
    return tuple(_open_in(number, side, weighed) for number, side in enumerate(sides) if side.compared)


def _open_in(number: int, side: Side, weighed: Weighed | None) -> OpenIn:
    unknown = [row for row in side.rows if row.verdict == "unknown"]
    points = list(_points(side))
    bearings = tuple(_bearing(point, _things(side, point), number, unknown, weighed) for point in points)
    told = {id(row) for each in bearings for row in each.rows}
    said = frozenset[str]().union(*(_things(side, point) for point in points))
    others = tuple(_others(number, [row for row in unknown if id(row) not in told], said, weighed))
    return OpenIn(number, bearings, others)


def _points(side: Side) -> Iterator[OpenPoint]:
    assert side.compared is not None
    for question in side.compared.questions:
        yield OpenPoint(
            question.text, "", question.about, (), question.decided_by, question.cites, True, question.decider_known
        )
    for unknown in side.compared.unknowns:
        part = unknown.part
        yield OpenPoint(unknown.thing.title, part, (unknown.thing,), unknown.candidates, (), unknown.cites)


def _things(side: Side, point: OpenPoint) -> frozenset[str]:
    return frozenset(name.id for name in (*point.about, *point.candidates))


def _bearing(
    point: OpenPoint, things: frozenset[str], number: int, unknown: Iterable[Row], weighed: Weighed | None
) -> Bearing:
    rows = tuple(row for row in unknown if things_in(row) & {name.id for name in point.about})
    keys = {row_part(row).key for row in rows}

    def touches(part: Part) -> bool:
        return part.key.removeprefix("-") in keys or bool(part.things & things)

    return Bearing(point, rows, tuple(_moves(number, weighed, touches)), tuple(_turns(number, weighed, touches)))


def _others(number: int, rows: Iterable[Row], said: frozenset[str], weighed: Weighed | None) -> Iterator[Bearing]:
    """Unknowns that no point of the option speaks of, and that could turn an order."""
    if weighed is None:
        return
    by_key = {row_part(row).key: row for row in rows}
    parts = {part.key.removeprefix("-"): part for pair in _pairs_of(number, weighed) for part in pair.parts}
    mine = {part.key for part in weighed.sums[number].parts}
    for key, part in parts.items():
        if key in mine and not part.things & said:
            found = (by_key[key],) if key in by_key else ()
            point = OpenPoint(part.what, "", (), (), (), ())

            def touches(each: Part, key: str = key) -> bool:
                return each.key.removeprefix("-") == key

            yield Bearing(
                point, found, tuple(_moves(number, weighed, touches)), tuple(_turns(number, weighed, touches))
            )


def _moves(number: int, weighed: Weighed | None, touches: Touches) -> Iterator[Moves]:
    for place, each in enumerate(weighed.values if weighed else ()):
        by = sum(part.span for part in each.values[number].parts if touches(part))
        if by:
            yield Moves(place, by)


def _turns(number: int, weighed: Weighed | None, touches: Touches) -> Iterator[Turns]:
    for pair in _pairs_of(number, weighed) if weighed else ():
        touched = [part for part in pair.parts if touches(part)]
        if touched:
            yield Turns(pair.other if pair.one == number else pair.one, _alone(pair, touched))


def _alone(pair: Pair, touched: Sequence[Part]) -> bool:
    """Whether these alone, turned out one way, settle the order whatever the rest turns out to be."""
    rest = [part for part in pair.parts if part not in touched]
    low = pair.difference.fixed + sum(part.low for part in rest)
    high = pair.difference.fixed + sum(part.high for part in rest)
    best, worst = sum(part.high for part in touched), sum(part.low for part in touched)
    above = low != -inf and low + best > 0
    return above or (high != inf and high + worst < 0)


def _pairs_of(number: int, weighed: Weighed) -> list[Pair]:
    return [pair for pair in weighed.pairs if number in (pair.one, pair.other) and pair.order == "open"]
