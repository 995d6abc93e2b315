"""Doing nothing and options side by side, whole: what each side is, what criteria make of it, and what is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from orgmodel.options.bearing import OpenIn, find_open
from orgmodel.options.compare import Comparison
from orgmodel.options.counting import Families
from orgmodel.options.criteria import Criteria
from orgmodel.options.sides import Kept, Measured, Side, touched_by
from orgmodel.options.weighing import Weighed, weigh


@dataclass(frozen=True)
class PrincipleRow:
    """One principle beside every side: None on a side whose model does not have it."""

    id: str
    title: str
    held_by: str
    lines: tuple[Kept | None, ...]


@dataclass(frozen=True)
class MetricRow:
    """One measure beside every side, None where it is not taken. `differs` says that it is not the same on all."""

    name: str
    about: str
    title: str
    touched: bool
    lines: tuple[Measured | None, ...]

    @property
    def differs(self) -> bool:
        """Whether any side has another value than the first."""
        return len({(line.low, line.high) if line else None for line in self.lines}) > 1


@dataclass(frozen=True)
class Beside:
    """Everything of a comparison. `sides` begins with doing nothing; without criteria nothing is `weighed`."""

    comparison: Comparison
    sides: tuple[Side, ...]
    families: Families
    required: tuple[str, ...]
    open: tuple[OpenIn, ...]
    weighed: Weighed | None = None

    @property
    def principles(self) -> tuple[PrincipleRow, ...]:
        """The principles, in the order of the model, beside every side."""
        idents = dict.fromkeys(line.id for side in self.sides for line in side.principles)
        return tuple(self._principle(ident) for ident in idents)

    def _principle(self, ident: str) -> PrincipleRow:
        lines = tuple(_first(side.principles, id=ident) for side in self.sides)
        told = next(line for line in lines if line)
        return PrincipleRow(ident, told.title, told.held_by, lines)

    @property
    def metrics(self) -> tuple[MetricRow, ...]:
        """Every measure that is taken on any side: those of what the options touch, and all others."""
        touched = touched_by(self.sides)
        keys = dict.fromkeys((metric.name, metric.about) for side in self.sides for metric in side.metrics)
        return tuple(
            MetricRow(
                name,
                about,
                _title(self.sides, about),
                about in touched,
                tuple(_first(side.metrics, name=name, about=about) for side in self.sides),
            )
            for name, about in keys
        )

    def requiring(self, principles: Sequence[str]) -> Beside:
        """The same comparison with other principles required: a side that does not keep one is marked in words."""
        return replace(self, required=tuple(principles))

    def weighed_by(self, criteria: Criteria | None) -> Beside:
        """The same comparison under other criteria, or under none."""
        weighed = weigh(criteria, self.sides, self.families) if criteria else None
        return replace(self, weighed=weighed, open=find_open(self.sides, weighed))


def _first(found: Sequence[Any], **wanted: str) -> Any:
    return next((each for each in found if all(getattr(each, k) == v for k, v in wanted.items())), None)


def _title(sides: Sequence[Side], ident: str) -> str:
    model = next((side.model for side in sides if ident in side.model.by_id), sides[0].model)
    return model.title_of(ident) if ident else ""
