"""`questions`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Answer

Run = Callable[..., Answer]
SILENT = """\
unit_kinds: [{id: body, title: Body}]
sources: [{id: review, title: Review, author: Nobody, paragraphs: 3}]
units:
  - {id: harbour-board, title: Harbour Board, kind: body, head: [{who: chief}]}
posts: [{id: chief, title: Chief}]
responsibilities:
  - {id: dredging, title: Dredging, accountable: [{state: not_stated, cites: [review#2]}]}
  - {id: lights, title: Lights, accountable: [{state: redacted, cites: [review#3]}]}
"""

pytestmark = pytest.mark.embedded


def verdicts(answer: dict[str, Any], finding: str) -> list[str]:
    return [settled["becomes"] for settled in answer["settles"] if settled["finding"] == finding]


@pytest.fixture
def silent(folder: Path) -> Path:
    (folder / "lists.yaml").write_text(SILENT)
    for option in (folder / "options").glob("*.yaml"):
        option.unlink()
    return folder


def test_each_answer_says_what_it_would_settle_and_what_is_withheld_stands_apart(run: Run, silent: Path) -> None:
    answer = run("questions", silent, "--format", "json")
    assert answer.code == 0, answer.err
    rows = json.loads(answer.out)["rows"]
    asked = {row["key"]: row for row in rows if row["kind"] == "ask"}
    dredging = asked["dredging.accountable.line"]
    becomes = {each["answer"]: verdicts(each, "ownerless-responsibility") for each in dredging["answers"]}
    assert becomes == {"nobody or nothing": ["fail"], "Chief": ["pass"]}
    assert dredging["cites"] == ["review#2"]
    withheld = [row for row in rows if row["kind"] == "withheld"]
    assert [(row["question"], row["answers"], row["cites"]) for row in withheld] == [
        ("Does anyone answer for Lights in the line chain?", [], ["review#3"])
    ]
    assert not any("lights" in row["key"] for row in rows)
    assert not any(row["kind"] == "not tried" for row in rows)


def test_text_is_in_plain_words_and_quick_tries_nothing(run: Run, silent: Path) -> None:
    said = " ".join(run("questions", silent).out.split())
    assert "Does anyone answer for Dredging in the line chain?" in said
    assert "If nobody or nothing: Does anyone answer for it? (Dredging, line): a finding" in said
    assert "No answer is tried or guessed." in said
    assert "%" not in said
    quick = run("questions", silent, "--quick")
    assert "No answer was tried" in quick.out
    assert "If " not in quick.out
    for format_ in ("csv", "markdown"):
        assert run("questions", silent, "--quick", "--format", format_).code == 0


def test_a_model_that_leaves_nothing_open_says_so(run: Run, folder: Path) -> None:
    (folder / "lists.yaml").write_text(
        "unit_kinds: [{id: body, title: Body}]\n"
        "units: [{id: harbour-board, title: Harbour Board, kind: body, principal: true, head: [{who: chief}]}]\n"
        "posts: [{id: chief, title: Chief}]\n"
    )
    for option in (folder / "options").glob("*.yaml"):
        option.unlink()
    assert "No verdict rests on anything left open." in run("questions", folder).out


def test_no_more_answers_are_tried_than_are_asked_for_and_what_is_left_out_is_named(run: Run, silent: Path) -> None:
    lists = (silent / "lists.yaml").read_text()
    (silent / "lists.yaml").write_text(lists + "  - {id: pilotage, title: Pilotage}\n")
    # Of each of the two tasks nobody says who answers for it: nobody, or the one post that there is.
    rows = json.loads(run("questions", silent, "--answers", "3", "--format", "json").out)["rows"]
    kinds = {row["key"]: (row["kind"], len(row["answers"])) for row in rows}
    assert kinds["dredging.accountable.line"] == ("ask", 2)
    assert kinds["pilotage.accountable.line"] == ("not tried", 0)
    said = " ".join(run("questions", silent, "--answers", "3").out.split())
    left = sum(kind == "not tried" for kind, _ in kinds.values())
    assert f"2 answers were tried, and none to the {left} question" in said
    assert (
        "Not tried: Does anyone answer for Pilotage in the line chain? Rests on it: Does anyone answer for it?" in said
    )
