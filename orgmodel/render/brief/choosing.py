"""What a paper of a few pages has room for: how many of each, in which order, and how the rest is counted.

The limits stand here and in docs/guides/decision-paper.md. Nothing is dropped without its number and where to find it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from orgmodel.findings import SEVERITIES, Finding
from orgmodel.options import Comparison, Shift
from orgmodel.render.brief.view import BriefView
from orgmodel.render.html.people import People
from orgmodel.render.verdicts import taken_in_turn, word_order

MOST = {
    "decisions": 7, "bearing": 5, "worst": 4, "shifts": 2, "steps": 5, "losses": 4, "differences": 5, "unknowns": 6,
    "passages": 12, "handovers": 4, "benefits": 6, "rules": 3, "said": 3,
}  # fmt: skip
"""How many of each a paper names: shifts, steps, losses and handovers for each option, the others over all of them."""

EFFECTS = {
    "closed": "Closes. So today, and no longer so:", "opened": "Opens. Not so today, and so with this option:",
    "changed": "Changes without closing. Still so, in another way:",
    "settled": "Settles. Not known today, and known with this option:",
    "become_unknown": "Makes unknown. It cannot be told any more:",
}  # fmt: skip
"""What an option does to a finding, in the words that stand above the list."""

Any_ = TypeVar("Any_")


def first(rows: Sequence[Any_], most: int, where: str) -> tuple[Sequence[Any_], str]:
    """As many as there is room for, and in words how many more there are and where; empty where that is all."""
    left = len(rows) - most
    return rows[:most], f"And {left} more: {where}" if left > 0 else ""


def compare_command(view: BriefView) -> str:
    """The command that tells everything of a comparison."""
    options = ",".join(option.id for option in view.options)
    return f"orgmodel compare {view.model.id} --options {options} --everything"


def plan_command(view: BriefView, option: str) -> str:
    """The command that tells everything of one option."""
    return f"orgmodel plan {view.model.id} {option} --detail all"


def bearing_rows(view: BriefView, people: People) -> list[Finding]:
    """The findings of today that some option closes, changes or makes unknown: the worst, and those with most options
    bearing on them, first."""
    counted: dict[tuple[str, object], int] = {}
    rows: dict[tuple[str, object], Finding] = {}
    for shift in _moving(view.comparison):
        before = shift.before
        if isinstance(before, Finding) and before.verdict == "fail" and not people.in_row(before):
            rows[before.key] = before
            counted[before.key] = counted.get(before.key, 0) + 1
    order = sorted(rows, key=lambda key: (rank(rows[key]), -counted[key], word_order(rows[key].word), rows[key].title))
    return [rows[key] for key in order]


def worst_rows(view: BriefView, people: People, told: Iterable[Finding]) -> list[Finding]:
    """The other findings that stand today, the worst first, no kind of finding filling the list."""
    known = {row.key for row in told}
    standing = [row for row in failing_rows(view) if row.key not in known]
    turn = taken_in_turn(people.shown(standing))
    return sorted(turn, key=rank)


def failing_rows(view: BriefView) -> list[Finding]:
    """Every finding that stands today and that nobody has accepted."""
    rows = (row for outcome in view.report.outcomes for row in outcome.rows)
    return [row for row in rows if row.verdict == "fail" and row.waived is None]


def told_shifts(shifts: Iterable[Shift], people: People) -> list[Shift]:
    """What an option does to findings and to what is not known, the worst first; what only informs is left out."""
    told = [shift for shift in shifts if shift_matters(shift) and not any(map(people.in_row, _sides(shift)))]
    return sorted(told, key=lambda shift: min(rank(side) for side in _sides(shift)))


def shift_matters(shift: Shift) -> bool:
    """Whether a finding, or something that cannot be told, stands on either side."""
    return any(side.verdict in ("fail", "unknown") for side in _sides(shift))


def rank(row: Finding) -> int:
    """The place of a row's severity, the worst first."""
    return list(SEVERITIES).index(row.severity) if row.severity in SEVERITIES else len(SEVERITIES)


def _sides(shift: Shift) -> list[Finding]:
    return [side for side in (shift.before, shift.after) if isinstance(side, Finding)]


def _moving(comparison: Comparison) -> Iterator[Shift]:
    for option in comparison.options:
        yield from (shift for shift in option.shifts if shift.kind != "still")
