"""The findings: all of them with a filter, or one question in full with its rows, picture, table and paragraphs."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.finding import show_question
from orgmodel_app.components.markup import join, link, show, tag
from orgmodel_app.components.page import empty, heading, page
from orgmodel_app.components.rows import row_lines
from orgmodel_app.components.story import find_kept, show_stories
from orgmodel_app.components.words import MEANING, SEVERITIES, in_order, word_order
from orgmodel_app.state import Desk, Finding, Outcome

LINES = 5
TOLD = {"question": "By question", "story": "By story: what is on one subject once"}


def body(desk: Desk) -> None:
    """One question where the address names one, else the list."""
    wanted = st.query_params.get("finding")
    if wanted in desk.questions:
        show(tag("p", link("All findings", "findings"), class_="om-back"))
        show_question(desk, desk.questions[wanted], desk.outcomes[wanted])
        return
    if wanted:
        empty(f"There is no question '{wanted}'. Below are all that there are.")
    _list(desk)


def _list(desk: Desk) -> None:
    rows = [row for row in desk.report.rows if row.verdict != "pass"]
    if not rows:
        empty("No question found anything, and nothing was left unknown.")
        return
    words = sorted({row.word for row in rows}, key=word_order)
    asked = st.query_params.get("word")
    with st.container(horizontal=True, key="filters"):
        chosen = st.multiselect(
            "Words", words, default=[asked] if asked in words else [], placeholder="All words", key="filter-words"
        )
        severities = st.multiselect(
            "Severity", list(SEVERITIES), format_func=SEVERITIES.__getitem__, placeholder="All", key="filter-severity"
        )
    waived = [row for row in rows if row.waived]
    with_waived = bool(waived) and st.checkbox(
        f"Show the {len(waived)} that somebody has accepted", key="filter-waived"
    )
    kept = [
        row
        for row in rows
        if (not chosen or row.word in chosen)
        and (not severities or row.severity in severities)
        and (with_waived or not row.waived)
    ]
    show(tag("p", f"{len(kept)} of {len(rows)} rows are shown.", class_="om-sum", role="status"))
    if _told_as_stories(desk):
        stories, kept = find_kept(desk, kept)
        show_stories(desk, stories)
        heading("Everything else, question by question", "Rows that are in no story.")
    for outcome in in_order(list(desk.report.outcomes)):
        _question(outcome, [row for row in kept if row.finding == outcome.finding])


def _told_as_stories(desk: Desk) -> bool:
    """Whether rows on one subject are told once; the address holds the choice."""
    if not desk.stories:
        return False
    asked = "story" if st.query_params.get("told") == "story" else "question"
    chosen = st.radio(
        "How they are told",
        list(TOLD),
        index=list(TOLD).index(asked),
        format_func=TOLD.__getitem__,
        horizontal=True,
        key="told",
    )
    if chosen == "story":
        st.query_params["told"] = chosen
    else:
        st.query_params.pop("told", None)
    return bool(chosen == "story")


def _question(outcome: Outcome, rows: list[Finding]) -> None:
    if not rows:
        return
    heading(outcome.title, _meaning(rows))
    shown = rows[:LINES]
    show(
        row_lines(shown),
        tag(
            "p",
            link(
                join(["The whole question: all ", f"{len(outcome.rows)} rows, table and paragraphs"])
                if len(outcome.rows) > len(shown)
                else "The whole question: picture, table and paragraphs",
                "findings",
                finding=outcome.finding,
            ),
        ),
    )


def _meaning(rows: list[Finding]) -> str:
    words = sorted({row.word for row in rows}, key=word_order)
    return " ".join(f"{word}: {MEANING[word]}" for word in words if word in MEANING)


page(
    "Findings",
    body,
    "Gaps, overlaps and split accountability first. A finding is about structure, and not about individuals.",
)
