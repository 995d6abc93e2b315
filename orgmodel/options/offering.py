"""Which criteria are worth offering for a comparison: those that tell its sides apart, or that nobody can tell.

They come without a weight: what counts for how much is for whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from orgmodel.options.beside import Beside
from orgmodel.options.bill import COST_KINDS
from orgmodel.options.counting import count_criterion
from orgmodel.options.criteria import Criterion
from orgmodel.options.disruption import KINDS

SEVERITIES: tuple[Literal["high", "medium", "low"], ...] = ("high", "medium", "low")


def offer_criteria(beside: Beside) -> tuple[Criterion, ...]:
    """Criteria of weight 1 over what differs between the sides; measures last, as there may be many."""
    return tuple(each for each in _offered(beside) if _tells_apart(each, beside))


def _offered(beside: Beside) -> Iterator[Criterion]:
    yield from (Criterion(count="findings", severity=word, better="less", weight=1) for word in SEVERITIES)
    for row in beside.principles:
        yield Criterion(count="principle", principle=row.id, better="more", weight=1)
    yield Criterion(count="losses", better="less", weight=1)
    yield Criterion(count="open_questions", better="less", weight=1)
    yield from (Criterion(count="cost", often=kind, better="less", weight=1) for kind in COST_KINDS)
    yield from (Criterion(count="disruption", kind=kind, better="less", weight=1) for kind in KINDS)
    for metric in beside.metrics:
        yield Criterion(count="metric", metric=metric.name, about=metric.about or None, better="less", weight=1)


def _tells_apart(criterion: Criterion, beside: Beside) -> bool:
    values = [count_criterion(criterion, side, beside.families) for side in beside.sides]
    return len({(value.low, value.high) for value in values}) > 1
