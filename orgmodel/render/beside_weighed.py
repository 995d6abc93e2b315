"""Criteria in words: what is counted with which weight, who is outdone by whom, and how firm each order is."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.options.beside import Beside
from orgmodel.options.criteria import Criterion
from orgmodel.options.weighing import Outdone, Pair
from orgmodel.render.beside_facts import DISTURBED
from orgmodel.render.quantities import number, say_bounds
from orgmodel.render.wording import join_words

SAID: dict[Outdone, str] = {
    "yes": "{side} is no better on any criterion, and worse on one, than {by}.",
    "cannot be told": "Whether {side} is no better on any criterion, and worse on one, than {by} cannot be told.",
}
"""The answers that are told of a side."""


def say_criterion(criterion: Criterion, beside: Beside) -> str:
    """What is counted, which way is better and with what weight."""
    way = f"{criterion.better} is better, weight {number(criterion.weight)}"
    return f"{criterion.title or say_counted(criterion, beside)} ({way})"


def say_counted(criterion: Criterion, beside: Beside) -> str:
    """What a criterion counts, by the titles of what it names."""
    title = beside.sides[0].model.title_of
    match criterion.count:
        case "findings":
            by = [f"severity {criterion.severity}"] if criterion.severity else []
            by += [f"family {criterion.family}"] if criterion.family else []
            by += [criterion.finding] if criterion.finding else []
            return f"Findings, {', '.join(by)}" if by else "Findings"
        case "principle":
            return f"Kept: {title(criterion.principle or '').rstrip('.')}"
        case "metric":
            about = f", {title(criterion.about)}" if criterion.about else ""
            return f"{(criterion.metric or '').capitalize()}{about}"
        case "disruption":
            return DISTURBED[criterion.kind] if criterion.kind else ""
        case "cost":
            often = "once" if criterion.often == "one_off" else "again and again"
            return f"Cost {often}, in {criterion.unit or 'pounds'}"
        case "losses":
            return "Things without a known destination"
    return "Questions and parts left open"


def outdone_cells(beside: Beside) -> tuple[str, ...]:
    """For each side whether another outdoes it for certain, or whether that cannot be told."""
    assert beside.weighed is not None
    words = []
    for side in range(len(beside.sides)):
        words.append(next((word for word in SAID if beside.weighed.outdone(side, word)), "no"))
    return tuple(words)


def weighed_notes(beside: Beside) -> Iterator[str]:
    """Who outdoes whom, what is not known in each value, and how firm the order of each two sums is."""
    assert beside.weighed is not None
    for place in range(len(beside.sides)):
        yield from filter(None, (outdone_by(beside, place, word) for word in SAID))
    for each in beside.weighed.values:
        for side, value in zip(beside.sides, each.values, strict=True):
            unknown = len(value.parts)
            if unknown:
                what = _inner(value.parts[0].what) if unknown == 1 else f"{unknown} things that cannot be told"
                yield f"{say_counted(each.criterion, beside)}, {side.title}: rests on {what}."
    for pair in beside.weighed.pairs:
        yield say_pair(pair, beside)


def outdone_by(beside: Beside, place: int, word: Outdone) -> str:
    """By whom a side is outdone for certain, or of whom that cannot be told; empty where by nobody."""
    assert beside.weighed is not None
    by = join_words([beside.sides[each].title for each in beside.weighed.outdone(place, word)])
    return SAID[word].format(side=beside.sides[place].title, by=by) if by else ""


def _inner(sentence: str) -> str:
    """A sentence within another one."""
    return f"{sentence[:1].lower()}{sentence[1:]}".rstrip(".")


def say_pair(pair: Pair, beside: Beside) -> str:
    """How two sums stand to each other, and what it would take to settle it where that is open."""
    one, other = beside.sides[pair.one].title, beside.sides[pair.other].title
    low, high = pair.difference.low, pair.difference.high
    match pair.order:
        case "same":
            return f"The sums of {one} and {other} are the same."
        case "above" | "below":
            far = say_bounds(*sorted((abs(low), abs(high))))
            firm = "" if pair.difference.known else ", however the unknowns turn out"
            return f"The sum of {one} is {pair.order} that of {other}, by {far}{firm}."
    said = (
        f"The order of {one} and {other} could turn: the difference lies anywhere from {_bound(low)} to {_bound(high)}"
    )
    takes = [
        f"to have {name} above in any case it would take {count} {'answer' if count == 1 else 'answers'}"
        for name, count in ((one, pair.to_be_above), (other, pair.to_be_below))
        if count
    ]
    return f"{said}; {' and '.join(takes) or 'no number of answers that is known would settle it'}."


def _bound(value: float) -> str:
    return {float("inf"): "without an upper limit", float("-inf"): "without a lower limit"}.get(value) or number(value)
