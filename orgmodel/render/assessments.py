"""Assessments beside what is computed, put into lines that every format can write."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from orgmodel.answers.assessments import AssessmentLine
from orgmodel.render.lines import Lines
from orgmodel.render.wording import join_words, say_cites

COLUMNS = ("id", "title", "holder", "thing", "finding", "expects", "standing", "why", "computed", "disputes", "cites")
ORDER = ("agrees", "disagrees", "cannot be computed")


def assessments(found: Sequence[AssessmentLine], title_of: Callable[[str], str], standing: str) -> Lines:
    """What agrees first, then what disagrees, then what cannot be computed and why."""
    ordered = sorted(found, key=lambda line: (ORDER.index(line.standing), line.id, line.thing))
    rows = tuple(
        (line.id, line.title, line.holder, line.thing, line.finding, line.expects, line.standing, line.why,
         [row.sentence for row in line.rows], list(line.disputes), list(line.cites))
        for line in ordered
    )  # fmt: skip
    counts = [f"{sum(line.standing == word for line in found)} {words}" for word, words in zip(
        ORDER, ("agree with what is computed", "disagree", "cannot be computed"), strict=True)]  # fmt: skip
    title = f"What people think, beside what is computed: {join_words(counts)}. Neither makes the other right"
    sentences = tuple((say_assessment(line, title_of), say_computed(line)) for line in ordered)
    return Lines("assessments", title, standing, COLUMNS, rows, sentences, "The model has no assessment.")


def say_assessment(line: AssessmentLine, title_of: Callable[[str], str]) -> str:
    """Who thinks what of which thing, and how that stands to what is computed."""
    return f"{line.standing.capitalize()}. {line.holder}, of {title_of(line.thing)}: {line.title}."


def say_computed(line: AssessmentLine) -> str:
    """What the finding says of the thing, or why it says nothing; what is disputed; the passages."""
    bearing = sorted(line.rows, key=lambda row: row.verdict != line.expects)
    said = [row.sentence or f"{row.word}." for row in bearing[:3]]
    computed = f"Computed: {' '.join(said)}" if said else ""
    more = f"And {len(line.rows) - 3} more." if len(line.rows) > 3 else ""
    disputes = f"It disputes: {join_words(line.disputes)}." if line.disputes else ""
    return " ".join(part for part in (line.why, computed, more, disputes, f"{say_cites(line.cites)}.") if part)
