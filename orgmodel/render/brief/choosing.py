"""What a paper of a few pages has room for: how many of each, in which order, and how the rest is counted.

The limits stand here and in docs/guides/decision-paper.md. Nothing is dropped without its number and where to find it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from orgmodel.findings import SEVERITIES, Finding
from orgmodel.options import Comparison, Shift
from orgmodel.render.brief.view import BriefView
from orgmodel.render.html.people import People
from orgmodel.render.verdicts import taken_in_turn, word_order


@dataclass(frozen=True)
class Room:
    """How many of each a paper names: shifts, steps, losses and handovers for each option, the others over all.

    `apart` says whether today and each option have a picture of their own; else one picture shows all of them. `named`
    are the effects on findings that are told by name; of the others it is told how many there are.
    """

    decisions: int = 7
    bearing: int = 5
    worst: int = 4
    shifts: int = 2
    steps: int = 5
    losses: int = 4
    differences: int = 5
    principles: int = 4
    unknowns: int = 6
    passages: int = 12
    handovers: int = 4
    benefits: int = 6
    rules: int = 3
    said: int = 3
    notes: int = 6
    disturbed: int = 4
    costs: int = 6
    staff: int = 6
    apart: bool = True
    named: tuple[str, ...] = ("closed", "opened", "changed", "settled", "become_unknown")


CLOSE = Room(
    decisions=6, bearing=4, worst=3, shifts=2, steps=3, losses=3, differences=5, principles=3, unknowns=5,
    handovers=2, rules=2, said=2, notes=4, disturbed=3,
)  # fmt: skip
TIGHT = Room(
    decisions=5, bearing=3, worst=2, shifts=1, steps=2, losses=2, differences=4, principles=2, unknowns=4,
    handovers=1, benefits=4, rules=1, said=1, notes=3, disturbed=2,
)  # fmt: skip
BARE = replace(
    TIGHT, worst=1, handovers=0, differences=3, unknowns=3, costs=2, staff=2, notes=2, apart=False,
    named=("closed", "opened", "become_unknown"),
)  # fmt: skip
ROOMS = (
    Room(),
    CLOSE,
    replace(CLOSE, apart=False),
    TIGHT,
    replace(TIGHT, apart=False),
    replace(BARE, apart=True),
    BARE,
)
"""What is tried, in this order, until a paper is short enough."""

MOST_PAGES = 6
"""How long a paper is at the most, as far as that can be had."""

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


COMPARE, PLAN, CHECK, SOURCES = "orgmodel compare", "orgmodel plan", "orgmodel check", "orgmodel sources"
HANDOVER, QUESTIONS, SERVE = "orgmodel handover", "orgmodel questions", "orgmodel serve"
"""The commands that tell the rest; each stands once in full at the end, as it is typed."""


MOST_LETTERS, TAIL = 480, 160
"""How long a sentence may be before names in its middle are left out, and how much of its end is then told."""

LEFT_OUT = ", [more of them, left out here], "


def cut_middle(words: str) -> str:
    """A sentence that is not too long to be read: where it names very many, those in the middle are left out, and it
    says so; what it begins and ends with stays."""
    if len(words) <= MOST_LETTERS:
        return words
    head, tail = words[: MOST_LETTERS - TAIL - len(LEFT_OUT)], words[-TAIL:]
    head = head.rpartition(", ")[0] or head.rpartition(" ")[0]
    tail = tail.partition(", ")[2] or tail.partition(" and ")[2] or tail.partition(" ")[2]
    return f"{head}{LEFT_OUT}{tail}"


def list_commands(view: BriefView) -> tuple[tuple[str, str], ...]:
    """What tells the rest of what, and each command as it is typed."""
    model = view.model.id
    idents = [option.id for option in view.options]
    one, where = (idents[0], "") if len(idents) == 1 else ("OPTION", f"; OPTION is {' or '.join(idents)}")
    return (
        ("what differs", f"{COMPARE} {model} --options {','.join(idents)} --everything"),
        ("what changes with an option", f"{PLAN} {model} {one} --detail all{where}"),
        ("what passes on with an option", f"{HANDOVER} {model} {one}"),
        ("all findings", f"{CHECK} {model}"),
        ("which answers would settle what", f"{QUESTIONS} {model}"),
        ("what is said and withheld", f"{SOURCES} {model}"),
        ("the structure in full", f"{SERVE} {model}"),
    )


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
