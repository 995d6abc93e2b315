"""What was read from somebody's files: the table of problems, and the result as it would be written."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import details, items, join, show, table, tag
from orgmodel_app.components.page import empty, heading
from orgmodel_app.components.pictures import show_structure
from orgmodel_app.components.rows import row_line
from orgmodel_app.components.words import how_known, in_order, taken_in_turn
from orgmodel_app.state import (
    Chart,
    Finding,
    Model,
    Outcome,
    Problem,
    Report,
    bringing,
    draw_structure,
    say_cites,
    standing_line,
    structure_table,
)

UNUSABLE = "cannot be used"
MOST_ROWS = 200
MOST_LINES = 20
EVERY = "Every kind"


def show_remarks(remarks: Sequence[bringing.Remark], said: str) -> None:
    """Every problem as a row, to be narrowed by kind and by words; all of them in the download."""
    heading("What is wrong in the files")
    if not remarks:
        empty("Nothing odd was found.")
        return
    rows = [_row(remark) for remark in remarks]
    kinds = {row["Kind"]: sum(other["Kind"] == row["Kind"] for other in rows) for row in rows}
    with st.container(horizontal=True, key="bring-filters"):
        kind = st.selectbox(
            "Kind",
            [EVERY, *kinds],
            format_func=lambda name: f"{name} ({kinds[name]})" if name in kinds else name,
            key="bring-kind",
        )
        words = st.text_input("With these words", key="bring-words").casefold().strip()
    kept = [
        row
        for row in rows
        if kind in (EVERY, row["Kind"]) and words in " ".join(str(cell) for cell in row.values()).casefold()
    ]
    show(tag("p", f"{len(kept)} of {len(rows)} problems are shown. {said}", class_="om-sum", role="status"))
    if kept:
        show(table(kept[:MOST_ROWS], "Problems in the files", numbers=("Row", "Column")))
    if len(kept) > MOST_ROWS:
        show(tag("p", f"The first {MOST_ROWS} are shown; the download has all {len(rows)}.", class_="om-small"))
    download_table(rows, "problems", "bring-problems")


def as_remarks(problems: Sequence[Problem]) -> list[bringing.Remark]:
    """Errors as rows of the same table."""
    return [bringing.Remark(each.place, UNUSABLE, each.what, each.hint) for each in problems]


def _row(remark: bringing.Remark) -> dict[str, object]:
    place = remark.place
    return {
        "File": place.file,
        "Row": place.line or "",
        "Column": place.column or "",
        "Kind": remark.kind,
        "What is wrong": remark.what,
        "What to do": remark.hint,
    }


def show_counts(counts: dict[str, float]) -> None:
    """How much there is of everything."""
    if not counts:
        empty("Nothing would change: what is there holds all of it already.")
        return
    show(items(join([tag("strong", f"{number:,}"), f" {name}"]) for name, number in counts.items()))


def show_model(model: Model) -> None:
    """The structure as it would be, as a picture and as a table."""
    show(
        tag(
            "p",
            tag("strong", "Whose account", class_="om-tag om-tag-account"),
            " ",
            standing_line(model),
            class_="om-standing",
        )
    )
    heading("The structure of it", level=3)
    picture = draw_structure(model, Chart(model).default_open())
    if picture.message:
        show(tag("p", picture.message, class_="om-inset"))
    show_structure(picture)
    rows = structure_table(model)
    columns = [name for name in rows[0] if name != "Id"] if rows else []
    show(
        details(f"The same content as a table ({len(rows)} rows)", table(rows[:MOST_ROWS], "Units and posts", columns))
    )
    download_table(rows, "structure", "bring-structure")


def show_found(report: Report) -> None:
    """What the questions found, nothing of it a link: the model has no pages yet."""
    heading("What the questions find in it", level=3)
    rows = [row for row in report.rows if row.verdict != "pass"]
    failing = taken_in_turn(rows)
    unknown = sum(row.verdict == "unknown" for row in rows)
    asked = len(report.outcomes)
    said = f"{len(failing)} found, {unknown} we do not know, by {asked} questions that were asked of what was read."
    show(tag("p", said, class_="om-sum"))
    if failing:
        show(items((row_line(row, linked=False) for row in failing[:5]), "om-rows"))
    for outcome in in_order(list(report.outcomes)):
        _question(outcome)
    if rows:
        download_table([_finding(row, report) for row in rows], "findings", "bring-findings")


def _question(outcome: Outcome) -> None:
    rows = [row for row in outcome.rows if row.verdict != "pass"]
    if not rows:
        return
    more = len(rows) - MOST_LINES
    said = f"{outcome.title} {outcome.count('fail')} found, {outcome.count('unknown')} we do not know"
    others = tag("p", f"And {more} more, which the download has.", class_="om-small") if more > 0 else ""
    show(details(said, items((row_line(row, linked=False) for row in rows[:MOST_LINES]), "om-rows"), others))


def _finding(row: Finding, report: Report) -> dict[str, object]:
    titles = {outcome.finding: outcome.title for outcome in report.outcomes}
    return {
        "Question": titles[row.finding],
        "Verdict": row.word,
        "In a sentence": row.sentence,
        "Basis": how_known(row),
        "Paragraphs": say_cites(row.cites),
    }
