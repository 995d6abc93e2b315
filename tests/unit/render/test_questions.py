"""Questions in words: answers that do the same are told together, each line by itself, and numbers agree."""

from __future__ import annotations

from dataclasses import replace

from orgmodel.answers.questions import OpenPoint
from orgmodel.findings import Finding
from orgmodel.render.lines import render_markdown, render_text
from orgmodel.render.markdown import escape
from orgmodel.render.questions import questions, say_question, say_title
from orgmodel.use_cases import NextQuestion, Questions
from orgmodel.use_cases.questioning import Settled, TriedAnswer, WithheldLine
from tests.unit.graph.building import model

ROW = Finding(
    finding="ownerless", verdict="unknown", severity="info", identity=(("responsibility", "dredging"),), values={},
    title="Does anyone answer for it?", word="We do not know", sentence="", basis="stated", evidence=(), waived=None,
)  # fmt: skip
OTHER = replace(ROW, identity=(("responsibility", "lights"),))
POINT = OpenPoint("dredging.accountable.line", "dredging", "Responsibility", "accountable", "not_stated", ())


def answer(words: str, becomes: str, stands_for: int = 1) -> TriedAnswer:
    return TriedAnswer(words, "", stands_for, (Settled(ROW, becomes, ""),), (), model())


ASKED = NextQuestion(
    "Who answers for Dredging?", POINT, (ROW,), ("chief",),
    (answer("nobody", "fail"), answer("Chief", "pass", 4), answer("Pilot", "pass"), answer("Digger", "pass")),
)  # fmt: skip


def found(**more: object) -> Questions:
    return replace(Questions((ASKED,), (), (), 7, 4), **more)  # type: ignore[arg-type]


def titled(ident: str) -> str:
    return ident.capitalize()


def test_answers_that_do_the_same_are_told_in_one_line() -> None:
    assert say_question(ASKED, titled)[1:3] == [
        "If nobody: Does anyone answer for it? (Dredging): a finding.",
        "If Chief (one of 4 alike), Pilot, or Digger: Does anyone answer for it? (Dredging): no finding.",
    ]


def test_how_much_every_answer_settles_is_told_also_where_one_settles_nothing() -> None:
    nothing = replace(answer("nobody", "fail"), settles=())
    assert say_question(ASKED, titled)[0] == "1 rests on it; every answer tried settles it."
    several = replace(ASKED, rests=(ROW, OTHER))
    assert say_question(several, titled)[0] == "2 rest on it; each answer settles 1 of them."
    assert ASKED.answers is not None
    one = replace(several, answers=(nothing, *ASKED.answers))
    assert say_question(one, titled)[0] == "2 rest on it; not every answer settles one of them."


def test_each_answer_has_a_line_of_its_own_in_text_and_markdown() -> None:
    lines = questions(found(), titled, "Somebody's account")
    assert "\n    If nobody: Does anyone answer for it? (Dredging): a finding.\n" in render_text(lines)
    marked = escape("If nobody: Does anyone answer for it? (Dredging): a finding.")
    assert f"\n    - {marked}\n" in render_markdown(lines)


def test_questions_of_which_no_answer_was_tried_are_counted() -> None:
    left = replace(ASKED, answers=None)
    assert say_title(found()) == "7 verdicts cannot be told. 4 answers were tried"
    assert say_title(found(untried=(left,))).endswith("tried, and none to the 1 question on which least rests")
    assert say_title(found(untried=(left, left))).endswith("tried, and none to the 2 questions on which least rests")


def test_one_verdict_and_several_are_told_in_their_number() -> None:
    withheld = (WithheldLine("Who answers?", ("review#3",), (ROW,)), WithheldLine("Who?", ("review#3",), (ROW, OTHER)))
    said = render_text(questions(found(withheld=withheld), titled, "Somebody's account"))
    assert "1 verdict cannot be told without it." in said
    assert "2 verdicts cannot be told without it." in said
