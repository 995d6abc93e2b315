"""What a form that shows one day leaves out: whatever a model says that is not so on that day, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from orgmodel.graph import holds_on
from orgmodel.model import LINKS_BY_LABEL, Claim, Fact, Model, Slot


def count_other_days(model: Model) -> tuple[str, ...]:
    """A line saying how many things and statements are past, planned, proposed, hypothetical or of another day."""
    day = model.about.as_of
    counts: Counter[str] = Counter()
    for fact in _facts(model):
        if fact.mode != "actual":
            counts[fact.mode] += 1
        elif not holds_on(fact, day):
            counts["of another day"] += 1
    if not counts:
        return ()
    said = ", ".join(f"{number} {what}" for what, number in sorted(counts.items()))
    return (f"Left out, since only what is so on {day} is written: {said} (things and statements).",)


def _facts(model: Model) -> Iterator[Fact]:
    yield from model.holdings
    for label, record in model.labelled():
        yield record
        for link in LINKS_BY_LABEL.get(label, ()):
            slot: Slot[Claim] = getattr(record, link.field)
            yield from slot.claims
