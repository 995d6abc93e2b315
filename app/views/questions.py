"""What to ask next, and on request what each answer would settle; what people think beside what is computed."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import Html, details, items, join, show, tag
from orgmodel_app.components.page import empty, heading, page, tell_problems
from orgmodel_app.components.rows import row_link, thing_link
from orgmodel_app.state import (
    AssessmentLine,
    Desk,
    NextQuestion,
    Questions,
    assessments_of,
    known_questions,
    questions_of,
    say_cites,
    say_computed,
    say_question,
    say_title,
    say_withheld,
    try_questions,
)

SHOWN = 12


def body(desk: Desk) -> None:
    """The questions, ranked by what rests on them until somebody has had the answers tried; then by what these do."""
    found = known_questions(desk) or _try(desk) or questions_of(desk)
    show(tag("p", f"{say_title(found)}.", class_="om-sum", role="status"))
    _questions(desk, found)
    _withheld(found)
    _assessments(desk)


def _try(desk: Desk) -> Questions | None:
    """Try the answers where somebody asks for it, by the button or by the address; None where nobody does."""
    place = st.empty()
    asked = st.query_params.get("tried") == "yes"
    if not asked and not place.button("Try the possible answers (up to a minute or two)", key="try-answers"):
        return None

    def step(done: int, of: int) -> None:
        place.progress(done / of, text=f"Trying the possible answers: {done} of {of}")

    found = try_questions(desk, step)
    place.empty()
    if isinstance(found, list):
        show(tell_problems(found))
        return None
    return found


def _questions(desk: Desk, found: Questions) -> None:
    if not found.questions and not found.idle and not found.untried:
        empty("No verdict rests on anything left open.")
        return
    shown, rest = found.questions[:SHOWN], found.questions[SHOWN:]
    show(items((_question(desk, question) for question in shown), "om-rows"))
    if rest:
        show(details(f"The other {len(rest)} questions", items(_question(desk, question) for question in rest)))
    for words, others in (("that settle nothing alone", found.idle), ("of which no answer was tried", found.untried)):
        if others:
            show(details(f"{len(others)} {words}", items(_question(desk, question) for question in others)))
    every = (*found.questions, *found.idle, *found.untried)
    download_table([_plain(desk, question) for question in every], "questions", "questions-download")


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
