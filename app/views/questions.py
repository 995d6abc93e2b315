"""What to ask next, and on request what each answer would settle; what people think beside what is computed."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import Html, details, items, join, show, tag
from orgmodel_app.components.page import empty, heading, page
from orgmodel_app.components.rows import row_link, thing_link
from orgmodel_app.state import (
    AssessmentLine,
    Desk,
    NextQuestion,
    Questions,
    assessments_of,
    questions_of,
    say_cites,
    say_computed,
    say_question,
    say_title,
    say_withheld,
)

SHOWN = 12


def body(desk: Desk) -> None:
    """The questions, ranked by what rests on them until somebody asks for the answers to be tried."""
    tried = st.query_params.get("tried") == "yes"
    if not tried and st.button("Try the possible answers (takes a minute or more)", key="try-answers"):
        st.query_params["tried"] = "yes"
        tried = True
    found = questions_of(desk, quick=not tried)
    show(tag("p", f"{say_title(found)}.", class_="om-sum", role="status"))
    _questions(desk, found)
    _withheld(found)
    _assessments(desk)


def _questions(desk: Desk, found: Questions) -> None:
    if not found.questions:
        empty("No verdict rests on anything left open.")
        return
    shown, rest = found.questions[:SHOWN], found.questions[SHOWN:]
    show(items((_question(desk, question) for question in shown), "om-rows"))
    if rest:
        show(details(f"The other {len(rest)} questions", items(_question(desk, question) for question in rest)))
    if found.idle:
        words = f"{len(found.idle)} that settle nothing alone"
        show(details(words, items(_question(desk, question) for question in found.idle)))
    download_table([_plain(desk, question) for question in found.questions], "questions", "questions-download")


def _question(desk: Desk, question: NextQuestion) -> Html:
    verdicts = items(row_link(row, row.sentence) for row in question.rests)
    said = join(tag("p", words, class_="om-small") for words in say_question(question, desk.title_of))
    about = join([" (", thing_link(desk, question.point.owner), ")"])
    return join([tag("strong", question.question), about, said, details("The verdicts that rest on it", verdicts)])


def _plain(desk: Desk, question: NextQuestion) -> dict[str, object]:
    return {
        "Question": question.question,
        "Verdicts that rest on it": len(question.rests),
        "More": " ".join(say_question(question, desk.title_of)),
        "Paragraphs": say_cites(question.point.cites),
    }


def _withheld(found: Questions) -> None:
    if found.withheld:
        heading("Withheld", "No answer to these is tried, ranked or guessed.")
        show(items(join([item.question, " ", say_withheld(item)]) for item in found.withheld))


def _assessments(desk: Desk) -> None:
    lines = assessments_of(desk)
    if not lines:
        return
    heading("What people think, beside what is computed", "Neither makes the other right.")
    for standing in ("agrees", "disagrees", "cannot be computed"):
        rows = [_judged(desk, line) for line in lines if line.standing == standing]
        if rows:
            show(details(f"{standing.capitalize()}: {len(rows)}", items(rows)))


def _judged(desk: Desk, line: AssessmentLine) -> Html:
    who = f"{line.holder}: {line.title}. Of "
    return join([who, thing_link(desk, line.thing), ". ", tag("span", say_computed(line), class_="om-evidence")])


page("What to ask next", body, "What the text leaves open and verdicts rest on, as questions to the organisation.")
