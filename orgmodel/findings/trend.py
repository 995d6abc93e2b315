"""What changed from one run to another, and rows of several runs side by side. A question that is new, or that is
asked otherwise than before, is told apart: what it finds is no news about the organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from orgmodel.findings.catalogue import SEVERITIES, Severity
from orgmodel.findings.finding import Identity
from orgmodel.findings.record import RecordedRow, RunRecord
from orgmodel.findings.shifts import KINDS, Kind, by_key, find_kind

Asked = Literal["as before", "new question", "asked otherwise", "no longer asked"]


@dataclass(frozen=True)
class RunShift:
    """What became of one row. A side is None where there is no such row; `asked` says whether that is comparable."""

    kind: Kind
    finding: str
    identity: Identity
    severity: Severity
    asked: Asked
    before: RecordedRow | None
    after: RecordedRow | None

    @property
    def is_news(self) -> bool:
        """Whether it fails now, did not before, is not accepted, and was asked in the same way."""
        newly = self.kind in ("opened", "settled") and self.after is not None and self.after.verdict == "fail"
        return newly and self.asked == "as before" and self.after is not None and self.after.waived is None

    @property
    def is_newly_unknown(self) -> bool:
        """Whether it became unknown, is not accepted, and was asked in the same way."""
        accepted = self.after is not None and self.after.waived is not None
        return self.kind == "become_unknown" and self.asked == "as before" and not accepted


def compare_records(before: RunRecord, after: RunRecord) -> list[RunShift]:
    """What became of every row of either run, closed first, in a settled order."""
    old, new = by_key(before.rows), by_key(after.rows)
    found = []
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        kind = find_kind(
            was.verdict if was else "pass",
            now.verdict if now else "pass",
            bool(was and now and was.rests_on != now.rests_on),
        )
        if kind is not None:
            question = after.questions.get(key[0]) or before.questions[key[0]]
            found.append(RunShift(kind, *key, question.severity, asked_alike(before, after, key[0]), was, now))
    return sorted(found, key=lambda shift: (KINDS.index(shift.kind), shift.finding, shift.identity))


def asked_alike(before: RunRecord, after: RunRecord, finding: str) -> Asked:
    """Whether a question was asked in both runs and in the same way."""
    was, now = before.questions.get(finding), after.questions.get(finding)
    if was is None:
        return "new question"
    if now is None:
        return "no longer asked"
    return "as before" if was.version == now.version else "asked otherwise"


def find_news(shifts: Sequence[RunShift], severity: str, unknown: bool = False) -> list[RunShift]:
    """What is new at or above a severity; with `unknown`, also what can no longer be told."""
    worst = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return [
        shift for shift in shifts if shift.severity in worst and (shift.is_news or (unknown and shift.is_newly_unknown))
    ]


@dataclass(frozen=True)
class TrendLine:
    """One row over several runs, in their order. A run that has no such row gives None."""

    finding: str
    identity: Identity
    rows: tuple[RecordedRow | None, ...]
    asked: tuple[bool, ...]


def build_trend(records: Sequence[RunRecord]) -> list[TrendLine]:
    """Every row of any run, and what it was in each of them."""
    keyed = [by_key(record.rows) for record in records]
    return [
        TrendLine(
            key[0],
            key[1],
            tuple(rows.get(key) for rows in keyed),
            tuple(key[0] in record.questions for record in records),
        )
        for key in sorted({key for rows in keyed for key in rows})
    ]
