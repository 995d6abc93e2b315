"""How the effect of another value of a threshold is said, the same wherever people read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from orgmodel.findings import Finding
from orgmodel.findings.thresholds import OtherValue, ThresholdEffect
from orgmodel.render.wording import join_words, say_cites

MOST_NAMED = 4


def say_threshold(effect: ThresholdEffect) -> str:
    """The value, whose it is and why; a model's own value says what it stands in for."""
    value = f"{effect.name.replace('_', ' ')}: {effect.value} {effect.unit}".strip()
    if effect.own is None:
        return f"{value}, by default. {_stop(effect.authority)}"
    authority = f" {_stop(effect.own.authority)}" if effect.own.authority else ""
    cites = f" {_stop(say_cites(effect.own.cites))}" if effect.own.cites else ""
    return f"{value}, set by this model ({effect.default} by default). {_stop(effect.own.reason)}{authority}{cites}"


def say_others(effect: ThresholdEffect, title_of: Callable[[str], str] = str) -> Iterator[str]:
    """What the next values that matter would change, or that none of those tried does."""
    for other in effect.others:
        yield f"At {other.value} instead of {effect.value}: {_say(other, title_of)}."
    if not effect.others and effect.lowest != effect.highest:
        yield f"Nothing changes at any value tried, from {effect.lowest} to {effect.highest}."


def effect_as_json(effect: ThresholdEffect) -> dict[str, Any]:
    """A threshold and its effect for programs."""
    return {
        "name": effect.name,
        "value": effect.value,
        "default": effect.default,
        "unit": effect.unit,
        "authority": effect.authority,
        "own": effect.own.model_dump(mode="json") if effect.own else None,
        "tried": [effect.lowest, effect.highest],
        "others": [
            {"value": other.value, "changes": [_change(*pair) for pair in other.changes]} for other in effect.others
        ],
    }


def _change(before: Finding | None, after: Finding | None) -> dict[str, Any]:
    row = before or after
    assert row is not None
    return {
        "identity": dict(row.identity),
        "before": before.verdict if before else "pass",
        "after": after.verdict if after else "pass",
    }


def _say(other: OtherValue, title_of: Callable[[str], str]) -> str:
    fails = other.fails
    said = f"{_number(abs(fails))} {'fewer' if fails < 0 else 'more'}" if fails else "as many, but not the same"
    return f"{said} ({join_words(_named(other.changes, title_of))})"


def _named(changes: Sequence[tuple[Finding | None, Finding | None]], title_of: Callable[[str], str]) -> list[str]:
    names = [
        f"{', '.join(title_of(value) for _, value in row.identity if value)}, from {_word(before)} to {_word(after)}"
        for before, after in changes
        if (row := before or after)
    ]
    rest = len(names) - MOST_NAMED
    return names if rest <= 0 else [*names[:MOST_NAMED], f"{rest} others"]


def _word(row: Finding | None) -> str:
    return row.word if row else "no finding"


def _number(count: int) -> str:
    return ("none", "one", "two", "three", "four", "five")[count] if count < 6 else str(count)


def _stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
