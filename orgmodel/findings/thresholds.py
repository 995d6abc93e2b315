"""What another value of a threshold would do: found by asking the finding again with it, and never worked out.

The values on either side are tried one after another, a bounded number of them, until one changes an outcome.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from orgmodel.findings.catalogue import FindingQuery
from orgmodel.findings.finding import Finding, Identity
from orgmodel.findings.run import run_finding
from orgmodel.graph import Engine
from orgmodel.model import Model, Threshold

Value = int | float | str
Verdicts = Mapping[tuple[str, Identity], Finding]
STEPS = 12
"""How many values on each side are tried."""


@dataclass(frozen=True)
class OtherValue:
    """The next value at which anything changes, on one side, and the rows that change: each before and after, None
    where there is no row."""

    value: Value
    changes: tuple[tuple[Finding | None, Finding | None], ...]

    @property
    def fails(self) -> int:
        """How many findings more (or, below nought, fewer) there are."""
        sides = [
            (bool(before and before.verdict == "fail"), bool(after and after.verdict == "fail"))
            for before, after in self.changes
        ]
        return sum(after - before for before, after in sides)


@dataclass(frozen=True)
class ThresholdEffect:
    """A threshold in one model: its value, whose it is and why, and what the next values either side would change.

    `own` is the model's own setting, where it has one. `lowest` and `highest` are the furthest values tried.
    """

    name: str
    value: Value
    default: Value
    unit: str
    authority: str
    own: Threshold | None
    others: tuple[OtherValue, ...]
    lowest: Value
    highest: Value


def find_threshold_effects(engine: Engine, model: Model, key: str, query: FindingQuery) -> list[ThresholdEffect]:
    """The effect of each threshold of a finding, over the version `key` of a model, which has to be loaded."""
    base = _ask(engine, model, key, query) if query.about.thresholds else {}
    found = []
    for name, threshold in query.about.thresholds.items():
        value: Value = query.thresholds(model)[name]
        own = next((own for own in model.thresholds if (own.finding, own.name) == (query.id, name)), None)
        others, ends = [], []
        for sign in (-1, 1):
            tried = value
            for tried in _values(value, sign):
                after = _ask(engine, _with(model, query.id, name, tried), key, query)
                if changes := _changes(base, after):
                    others.append(OtherValue(tried, changes))
                    break
            ends.append(tried)
        found.append(
            ThresholdEffect(
                name, value, threshold.default, threshold.unit, threshold.authority, own, tuple(others), *ends
            )
        )
    return found


def _values(value: Value, sign: int) -> Iterator[Value]:
    """The next values on one side, none of them below nought; a text has none."""
    if isinstance(value, str):
        return
    step = 1 if isinstance(value, int) else 0.1
    for number in range(1, STEPS + 1):
        tried = round(value + sign * number * step, 6)
        if tried < 0:
            return
        yield tried


def _with(model: Model, finding: str, name: str, value: Value) -> Model:
    others = tuple(own for own in model.thresholds if (own.finding, own.name) != (finding, name))
    tried = Threshold(finding=finding, name=name, value=value, reason="Tried, to see what it changes")
    return model.model_copy(update={"thresholds": (*others, tried)})


def _ask(engine: Engine, model: Model, key: str, query: FindingQuery) -> Verdicts:
    return {row.key: row for row in run_finding(engine, model, key, query, {}).rows}


def _changes(before: Verdicts, after: Verdicts) -> tuple[tuple[Finding | None, Finding | None], ...]:
    """The rows whose verdict differs; that a row tells the value itself is no change."""
    pairs = [(before.get(key), after.get(key)) for key in sorted({*before, *after})]
    return tuple((old, new) for old, new in pairs if (old and old.verdict) != (new and new.verdict))
