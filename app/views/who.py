"""Who answered for a subject on a day, in each chain, and how that is known; or nobody, not clear, not stated."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import show, table, tag
from orgmodel_app.components.page import empty, heading, page
from orgmodel_app.components.picker import pick_thing
from orgmodel_app.components.rows import thing_link
from orgmodel_app.state import CHAINS, SILENCE, Answer, Desk, say_cites

ASKED_OF = ("Subject", "Responsibility", "Process")
ASPECTS = ("policy", "operations", "funding", "legislation", "oversight", "data", "corporate")
REACHES = {
    "all of it": "For all of it",
    "a part of it": "For a part of it",
    "something within it": "For something within it",
    "something wider": "For something wider",
}


def body(desk: Desk) -> None:
    """A subject, a day and an aspect; then the answers, the widest reach last."""
    names = [ident for ident, label in desk.model.label_of.items() if label in ASKED_OF]
    if not names:
        empty("The model has no subject, responsibility or process yet.")
        return
    asked = st.query_params.get("subject")
    subject = pick_thing(desk, names, "Subject, responsibility or process", "subject")
    left, right = st.columns(2)
    day = left.text_input("Day (year-month-day)", value=st.query_params.get("on", desk.model.about.as_of.isoformat()))
    aspect = right.selectbox("Aspect", ASPECTS, index=None, placeholder="All aspects", key="aspect")
    absent = next((entry for entry in desk.model.about.absent if asked and asked in entry.names), None)
    if absent:
        empty(absent.note)
    if subject:
        _answers(desk, subject, day, aspect)


def _answers(desk: Desk, subject: str, written: str, aspect: str | None) -> None:
    try:
        day = dt.date.fromisoformat(written.strip())
    except ValueError:
        empty(f"'{written}' is not a day. Write it as {desk.model.about.as_of.isoformat()}.")
        return
    answers = desk.who(subject, day, aspect)
    heading(f"{desk.title_of(subject)}, on {day.isoformat()}")
    if not answers:
        empty("Nothing in the model concerns it on that day. That is silence of the text, and does not mean nobody.")
        return
    for reach, words in REACHES.items():
        found = [answer for answer in answers if answer.reach == reach]
        if found:
            show(
                table([_row(desk, answer) for answer in found], words, ("What", "Chain", "Who", "Known", "Paragraphs"))
            )
    rows = [_plain(answer) for answer in answers]
    download_table(rows, f"who-{subject}", "who-download")


def _row(desk: Desk, answer: Answer) -> dict[str, object]:
    who: object = tag("em", SILENCE.get(answer.state, ""))
    undated = "" if answer.dated else f"Not stated for that day. On {desk.model.about.as_of.isoformat()}: "
    if answer.who:
        head = f", whose head is inferred to answer ({desk.title_of(answer.head)})" if answer.head else ""
        who = tag("span", thing_link(desk, answer.who), head)
    if undated:
        who = tag("span", undated, who)
    return {
        "What": thing_link(desk, answer.responsibility),
        "Chain": CHAINS[answer.chain],
        "Who": who,
        "Known": _known(answer),
        "Paragraphs": say_cites(answer.cites),
    }


def _known(answer: Answer) -> str:
    words = [answer.basis, *([f"by {answer.held_by}"] if answer.held_by else [])]
    words += [f"contested by {', '.join(answer.contested_by)}"] if answer.contested_by else []
    return ", ".join(words)


def _plain(answer: Answer) -> dict[str, object]:
    return {
        "Reach": answer.reach,
        "What": answer.title,
        "Chain": CHAINS[answer.chain],
        "Who": answer.who_title or SILENCE.get(answer.state, ""),
        "Stated for that day": "yes" if answer.dated else "no",
        "Known": _known(answer),
        "Paragraphs": say_cites(answer.cites),
        "Note": answer.note or "",
    }


page("Who answers", body, "For a subject on a day: who, in each chain, and how that is known.")
