"""What is open on each side of a comparison, in sentences: what rests on it, and which order it could turn."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from orgmodel.options.bearing import Bearing, OpenIn
from orgmodel.options.beside import Beside
from orgmodel.render.beside_weighed import say_counted
from orgmodel.render.plan_text import one_of
from orgmodel.render.quantities import number
from orgmodel.render.wording import join_words, say_cites

MOST_ROWS = 3
MOST_OTHERS = 12


def open_lists(beside: Beside) -> tuple[tuple[str, ...], ...]:
    """A list of sentences for each side; doing nothing leaves nothing open that it did not find so."""
    told = {found.side: tuple(_say(found, beside)) for found in beside.open}
    return tuple(told.get(number, ()) for number in range(len(beside.sides)))


def _say(found: OpenIn, beside: Beside) -> Iterator[str]:
    yield from (say_bearing(bearing, beside) for bearing in found.bearings)
    for bearing in found.others[:MOST_OTHERS]:
        yield f"Not asked by the option: {say_bearing(bearing, beside)}"
    if (left := len(found.others) - MOST_OTHERS) > 0:
        yield f"And {left} more that the option does not ask about, each of which could turn an order."


def say_bearing(bearing: Bearing, beside: Beside) -> str:
    """One open point: what it is, which findings rest on it, and what it could move and turn."""
    said = [_point(bearing)]
    if bearing.rows:
        left = f" and {len(bearing.rows) - MOST_ROWS} more" if len(bearing.rows) > MOST_ROWS else ""
        rows = " ".join(row.sentence for row in bearing.rows[:MOST_ROWS])
        said.append(f"What cannot be told and is about it: {rows}{left}")
    elif beside.weighed is None:
        said.append("No finding that cannot be told is about it.")
    if beside.weighed:
        said += [*_moves(bearing, beside), *_turns(bearing, beside)]
        if not bearing.moves and not bearing.turns:
            said.append("No criterion that is counted rests on it.")
    return " ".join(said)


def _point(bearing: Bearing) -> str:
    point = bearing.point
    if point.part:
        said = f"{point.what}, {point.part.replace('_', ' ')}: {one_of(point.candidates, 'not_stated')}."
    else:
        said = point.what if point.what.endswith(("?", ".")) else f"{point.what}."
    decides = f" {_decides(bearing)}" if not point.part and point.asked else ""
    cites = f" ({say_cites(point.cites)})" if point.cites else ""
    return f"{said}{decides}{cites}"


def _decides(bearing: Bearing) -> str:
    names = join_words([name.title for name in bearing.point.decided_by])
    if not names:
        return "Who decides is not stated."
    return (
        f"Decided by: {names}." if bearing.point.decider_known else f"Decided by one of {names}; which is not stated."
    )


def _moves(bearing: Bearing, beside: Beside) -> Iterator[str]:
    for move in bearing.moves:
        assert beside.weighed is not None
        what = say_counted(beside.weighed.values[move.criterion].criterion, beside)
        far = "by any amount" if move.by == inf else f"by up to {number(move.by)}"
        yield f"It could move '{what}' {far}."


def _turns(bearing: Bearing, beside: Beside) -> Iterator[str]:
    for turn in bearing.turns:
        other = beside.sides[turn.against].title
        alone = "and an answer to it alone could settle that" if turn.alone else "together with other unknowns"
        yield f"It could turn the order with {other}, {alone}."
