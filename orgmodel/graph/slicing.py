"""Which facts count: those of a wanted mode that may hold on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from orgmodel.model import AspectFact, Fact, Responsibility, When


def holds_on(fact: Fact, day: dt.date, modes: Iterable[str] = ("actual",)) -> bool:
    """Whether a fact is of a wanted mode and may hold on the day; an unknown bound does not exclude it."""
    if fact.mode not in modes:
        return False
    started = fact.start is None or fact.start.earliest is None or fact.start.earliest <= day
    ended = fact.until is not None and fact.until.latest is not None and fact.until.latest < day
    return started and not ended


def aspects_on(item: object, day: dt.date, modes: Iterable[str] = ("actual",)) -> tuple[AspectFact, ...]:
    """The aspects that a responsibility has on the day; nothing else has any."""
    facts = item.aspect_facts if isinstance(item, Responsibility) else ()
    return tuple(fact for fact in facts if holds_on(fact, day, modes))


def has_passed(due: When | None, day: dt.date) -> bool | None:
    """Whether a date lies before a day; None where there is no date, or where it may lie on either side."""
    if due is None:
        return None
    if due.latest is not None and due.latest < day:
        return True
    return False if due.earliest is not None and due.earliest >= day else None
