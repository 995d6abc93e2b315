"""What changed since an earlier run, and rows of several runs side by side, as lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from orgmodel.findings import RecordedRow, RunShift, TrendLine
from orgmodel.render.lines import Lines

SINCE = ("what", "asked", "finding", "severity", "identity", "before", "after", "accepted")
WORDS = {
    "closed": "Closed", "opened": "New", "changed": "Changed", "settled": "Settled: it can be told now",
    "become_unknown": "Can no longer be told", "still": "Still there", "gone": "Gone with its thing",
}  # fmt: skip
ASKED = {
    "as before": "",
    "new question": "new question, not news",
    "asked otherwise": "asked otherwise than before, not news",
    "no longer asked": "no longer asked",
}
ABSENT = "nothing found, or not spoken of"
NOT_ASKED = "not asked"


def since(shifts: Sequence[RunShift], news: Sequence[RunShift], standing: str, today: dt.date) -> Lines:
    """Every row that either run has, what is comparable first and what is new before the rest."""
    in_order = sorted(shifts, key=lambda shift: (shift.asked != "as before", shift not in news))
    sentences = []
    for shift in in_order:
        apart = f" ({ASKED[shift.asked]})" if ASKED[shift.asked] else ""
        words = f"{WORDS[shift.kind]}{apart}: {shift.finding}, {_who(shift.identity)}"
        sentences.append((words, f"{_word(shift.before, today)} → {_word(shift.after, today)}; {shift.severity}"))
    rows = tuple(
        (WORDS[shift.kind], shift.asked, shift.finding, shift.severity, dict(shift.identity),
         _word(shift.before, today), _word(shift.after, today), accepted(shift.after or shift.before, today))
        for shift in in_order
    )  # fmt: skip
    title = f"Since the earlier run: {len(news)} new at or above the severity asked for"
    return Lines("since", title, standing, SINCE, rows, tuple(sentences), "Neither run has found anything.")


def side_by_side(names: Sequence[str], lines: Sequence[TrendLine], standing: str, today: dt.date) -> Lines:
    """Each row with its word in every run."""
    columns = ("finding", "identity", *names)
    told = [[_told(line, number, today) for number in range(len(names))] for line in lines]
    rows = tuple((line.finding, dict(line.identity), *words) for line, words in zip(lines, told, strict=True))
    sentences = tuple(
        (f"{line.finding}, {_who(line.identity)}", " → ".join(words)) for line, words in zip(lines, told, strict=True)
    )
    title = f"The same rows in {', '.join(names)}. Rows are the same where question and ids are"
    return Lines("trend", title, standing, columns, rows, sentences, "None of them has found anything.")


def accepted(row: RecordedRow | None, today: dt.date) -> str:
    """Whether somebody accepted a row, and whether that has run out."""
    if row is None or row.waived is None:
        return ""
    over = row.review is not None and dt.date.fromisoformat(row.review) < today
    return f"acceptance expired on {row.review}" if over else f"accepted until {row.review}"


def _told(line: TrendLine, number: int, today: dt.date) -> str:
    return _word(line.rows[number], today) if line.asked[number] else NOT_ASKED


def _word(row: RecordedRow | None, today: dt.date) -> str:
    if row is None:
        return ABSENT
    note = accepted(row, today)
    return f"{row.word} ({note})" if note else row.word


def _who(identity: Sequence[tuple[str, str]]) -> str:
    return ", ".join(value for _, value in identity if value)
