"""Doing nothing beside each option: which findings each closes, opens, changes, settles or makes unknown, by name.

It compares rows of findings and knows no engine. No option wins: nothing is weighed, added up or ranked.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from orgmodel.findings.shifts import KINDS, Kind, by_key, find_kind
from orgmodel.graph import holds_on
from orgmodel.model import Model
from orgmodel.options.changeset import Changeset
from orgmodel.options.losses import Loss
from orgmodel.options.plan import Plan, plan
from orgmodel.options.plan_values import Question, Unknown


class Row(Protocol):
    """What a finding's row must have; `orgmodel.findings.Finding` has it."""

    @property
    def finding(self) -> str: ...
    @property
    def verdict(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def identity(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def title(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def values(self) -> Mapping[str, Any]: ...
    @property
    def basis(self) -> str: ...
    @property
    def evidence(self) -> tuple[Any, ...]: ...


Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class OptionResult:
    """An option, the model that it gives, and the rows of findings over that model.

    `base` is the model that it builds on, where it requires other options.
    """

    option: Changeset
    model: Model
    rows: Sequence[Row]
    base: Model | None = None


@dataclass(frozen=True)
class Shift:
    """What becomes of one finding about one thing. A side is None where there is no such row (it passes, or is gone).

    `names` are the titles of the things that the identity names; words in it, such as a chain, are left out.
    `changed` names the columns that differ; `evidence_differs` says that it now rests on something else; `thing_gone`
    says that the finding ends because the thing does. An unknown that now fails is settled, not opened.
    """

    kind: Kind
    finding: str
    title: str
    identity: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    before: Row | None
    after: Row | None
    changed: tuple[str, ...] = ()
    evidence_differs: bool = False
    thing_gone: bool = False


@dataclass(frozen=True)
class OptionComparison:
    """What one option does to the findings, what it loses, and what it leaves open."""

    option: str
    title: str
    standing: str
    by: str | None
    plan: Plan
    shifts: tuple[Shift, ...]

    def of(self, kind: Kind) -> tuple[Shift, ...]:
        """The findings of one kind, in the order of their ids."""
        return tuple(shift for shift in self.shifts if shift.kind == kind)

    @property
    def counts(self) -> tuple[tuple[Kind, int], ...]:
        """How many of each kind, none left out."""
        return tuple((kind, len(self.of(kind))) for kind in KINDS)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What it would leave without a known holder."""
        return self.plan.losses

    @property
    def questions(self) -> tuple[Question, ...]:
        """What it leaves open, and who decides."""
        return self.plan.questions

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        """The parts of it that name nobody, or one of several."""
        return self.plan.unknowns


@dataclass(frozen=True)
class Comparison:
    """Doing nothing, and each option in the order asked for."""

    model: str
    title: str
    account_of: str
    as_of: str
    marking: str
    base: tuple[Row, ...]
    options: tuple[OptionComparison, ...]


def compare(model: Model, base: Iterable[Row], results: Sequence[OptionResult]) -> Comparison:
    """Each option beside the baseline. Rows of passes are welcome and not needed: no row counts as a pass."""
    rows = tuple(base)
    options = tuple(_compare_one(model, rows, result) for result in results)
    about = model.about
    return Comparison(model.id, about.title, about.account_of, about.as_of.isoformat(), about.marking, rows, options)


def compare_rows(model: Model, base: Iterable[Row], after: Model, rows: Iterable[Row]) -> tuple[Shift, ...]:
    """What becomes of every finding that fails, is unknown or informs, in either model."""
    old, new = by_key(base), by_key(rows)
    ended = _present(model) - _present(after)
    found = []
    for key in sorted(old.keys() | new.keys()):
        before, now = old.get(key), new.get(key)
        gone = now is None and any(ident in ended for _, ident in key[1])
        was, is_ = (row.verdict if row else "pass" for row in (before, now))
        shift = find_kind(was, is_, _differences(before, now) is not None, gone)
        if shift is not None:
            found.append(_named(shift, key, (model, after), (before, now), gone))
    return tuple(sorted(found, key=lambda shift: (KINDS.index(shift.kind), shift.finding, shift.identity)))


def _compare_one(model: Model, base: Sequence[Row], result: OptionResult) -> OptionComparison:
    option = result.option
    return OptionComparison(
        option=option.id,
        title=option.title,
        standing=option.standing,
        by=option.by,
        plan=plan(result.base or model, option),
        shifts=compare_rows(model, base, result.model, result.rows),
    )


def _named(
    shift: Kind, key: Key, models: tuple[Model, Model], rows: tuple[Row | None, Row | None], gone: bool
) -> Shift:
    before, now = rows
    row = now or before
    assert row is not None
    known = [next((model for model in reversed(models) if ident in model.by_id), None) for _, ident in key[1]]
    names = tuple(model.title_of(ident) for model, (_, ident) in zip(known, key[1], strict=True) if model)
    changed, evidence = _differences(before, now) or ((), False)
    return Shift(shift, key[0], row.title, key[1], names, before, now, changed, evidence, gone)


def _differences(before: Row | None, now: Row | None) -> tuple[tuple[str, ...], bool] | None:
    """The columns that differ and whether the evidence does, or None where nothing does."""
    if before is None or now is None:
        return None
    names = sorted(before.values.keys() | now.values.keys())
    columns = tuple(name for name in names if before.values.get(name) != now.values.get(name))
    rests_on = [{_piece(each) for each in row.evidence} for row in (before, now)]
    evidence = rests_on[0] != rests_on[1] or before.basis != now.basis
    return (columns, evidence) if columns or evidence else None


def _piece(evidence: Any) -> Hashable:
    """A piece of evidence by its key, so that another citation for the same thing is no difference."""
    found: Hashable = getattr(evidence, "key", evidence)
    return found


def _present(model: Model) -> set[str]:
    return {record.id for _, record in model.labelled() if holds_on(record, model.about.as_of)}
