"""One question in full: what it asks and found, one of its rows in full, all of them, and what it is about."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import Html, details, items, join, show, table, tag
from orgmodel_app.components.page import empty, heading
from orgmodel_app.components.row import show_row
from orgmodel_app.components.rows import as_records, row_key, row_lines
from orgmodel_app.components.words import MEANING, SEVERITIES, word_order, word_tag
from orgmodel_app.state import (
    Desk,
    Finding,
    FindingQuery,
    Outcome,
    ThresholdEffect,
    say_cites,
    say_others,
    say_threshold,
    thresholds_of,
)

MOST_LINES = 12


def show_question(desk: Desk, query: FindingQuery, outcome: Outcome) -> None:
    """The whole of a question."""
    about = query.about
    failing, unknown = outcome.count("fail"), outcome.count("unknown")
    words = sorted({row.word for row in outcome.rows}, key=word_order)
    show(
        tag("h2", about.title, class_="om-question"),
        tag("p", *(join([word_tag(word), " ", MEANING.get(word, ""), " "]) for word in words if word in MEANING)),
        tag(
            "p",
            f"{failing} found, {unknown} we do not know, {outcome.count('info')} for information, "
            f"{outcome.count('pass')} with nothing found, of {outcome.population} asked of. "
            f"Severity: {SEVERITIES[outcome.severity].lower()}.",
            class_="om-sum",
        ),
    )
    rows = [row for row in outcome.rows if row.verdict != "pass"]
    if not rows:
        empty("Nothing was found, and nothing was left unknown.")
    else:
        _one_row(desk, query, rows)
        _all_rows(desk, query, rows)
    _about(desk, query)


def _one_row(desk: Desk, query: FindingQuery, rows: list[Finding]) -> None:
    keys = {row_key(row): row for row in rows}
    asked = st.query_params.get("row")
    names = list(keys)
    chosen = st.selectbox(
        "Which one to look at",
        names,
        index=names.index(asked) if asked in keys else 0,
        format_func=lambda key: f"{keys[key].word}: {', '.join(desk.title_of(value) for value in key.split('~'))}",
        key=f"row-{query.id}",
    )
    st.query_params["row"] = chosen
    show_row(desk, query, keys[chosen], chosen)


def _all_rows(desk: Desk, query: FindingQuery, rows: list[Finding]) -> None:
    heading("Everything this question found", level=3)
    show(row_lines(rows[:MOST_LINES]))
    if len(rows) > MOST_LINES:
        show(details(f"The other {len(rows) - MOST_LINES}", row_lines(rows[MOST_LINES:])))
    records = as_records(desk, query, rows)
    columns = [name for name in records[0] if name != "In a sentence"]
    show(details("As a table", table(records, query.about.title, columns)))
    download_table(records, query.id, f"rows-{query.id}")


def _about(desk: Desk, query: FindingQuery) -> None:
    about = query.about
    heading("About this question", level=3)
    thresholds = (join([say_threshold(limit), *_others(desk, limit)]) for limit in thresholds_of(desk, query))
    show(
        tag(
            "dl",
            *_told("Found when", about.fails_when),
            *_told("Why it matters", about.why),
            *_told("What usually mends it", about.remedy),
            *_told("What would settle an unknown", about.settles),
            *_told("Limits", about.limits),
            *_told("Asked of", about.population_is),
            *(_told("Thresholds", items(thresholds)) if about.thresholds else ()),
            *_told("Where it comes from", items(say_cites([s]) if "#" in s else s for s in about.sources)),
            class_="om-about",
        )
    )


def _others(desk: Desk, limit: ThresholdEffect) -> list[Html]:
    return [tag("p", words, class_="om-small") for words in say_others(limit, desk.title_of)]


def _told(name: str, words: object) -> tuple[object, ...]:
    return (tag("dt", name), tag("dd", words)) if words else ()
