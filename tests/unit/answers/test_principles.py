"""Whether a principle is kept follows from the finding that it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orgmodel.answers.principles import judge_principles
from orgmodel.findings import Finding
from orgmodel.model import Model
from orgmodel.render.principles import say_principle, say_why

ABOUT = {
    "id": "m", "title": "M", "account_of": "A test", "as_of": "2024-03-01", "marking": "Invented",
    "organisation": "authority",
}  # fmt: skip
PASSAGES = [
    {"source": "report", "paragraph": "1"},
    {"source": "report", "paragraph": "2", "state": "part_redacted"},
]


def model_of(query: str | None, cite: str = "report#1", **more: object) -> Model:
    principle = {"id": "common-data", "title": "Common data", "held_by": "The author", "query": query, "cites": [cite]}
    principle |= more
    source = {"id": "report", "title": "A report", "author": "A test"}
    return Model.model_validate({"about": ABOUT, "sources": [source], "passages": PASSAGES, "principles": [principle]})


def row(verdict: str, finding: str = "fragmented-data-systems") -> Finding:
    return Finding(finding, verdict, "high", (("process", verdict),), {}, "?", "", f"{verdict}.", "stated", ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verdicts", "becomes"),
    [
        (["pass", "fail", "unknown"], "not kept"),
        (["pass", "unknown"], "we do not know"),
        (["pass", "info"], "kept"),
        ([], "not computed"),
    ],
)
def test_one_failing_breaks_it_one_unknown_leaves_it_open(verdicts: list[str], becomes: str) -> None:
    rows = [row(verdict) for verdict in verdicts] + [row("fail", "another-finding")]
    [line] = judge_principles(model_of("fragmented-data-systems"), rows)
    assert line.verdict == becomes
    assert [each.verdict for each in line.rows] == [v for v in verdicts if (v, becomes) in {("fail", "not kept"), ("unknown", "we do not know")}]  # fmt: skip  # noqa: E501


def test_a_principle_without_a_question_is_not_computed() -> None:
    [line] = judge_principles(model_of(None), [row("pass")])
    assert (line.verdict, line.why) == ("not computed", "No question of the catalogue computes it.")


def test_a_principle_that_no_question_can_test_says_why() -> None:
    [line] = judge_principles(model_of(None, untested="It is no matter of structure."), [])
    assert (line.verdict, line.why) == ("not computed", "It is no matter of structure.")
    assert say_principle(line) == "Judged by nobody. Common data."


def test_only_rows_of_what_it_is_about_count() -> None:
    rows = [row("pass"), row("fail")]
    [line] = judge_principles(model_of("fragmented-data-systems", about=["pass"]), rows)
    assert (line.verdict, line.rows) == ("kept", ())
    [line] = judge_principles(model_of("fragmented-data-systems", about=["another"]), rows)
    assert line.verdict == "not computed", "nothing was asked of it, so it is not kept by default"


def test_what_a_row_belongs_to_stands_in_place_of_its_identity() -> None:
    rows = [replace(row("fail"), belongs_to=("borders", "crime"))]
    [line] = judge_principles(model_of("fragmented-data-systems", about=["borders"]), rows)
    assert line.verdict == "not kept"
    [line] = judge_principles(model_of("fragmented-data-systems", about=["fail"]), rows)
    assert line.verdict == "not computed"


def test_of_a_principle_that_is_partly_withheld_no_more_is_said_than_is_published() -> None:
    [line] = judge_principles(model_of("fragmented-data-systems", "report#2"), [row("pass")])
    assert say_principle(line) == "Withheld in part; kept as far as it is published. Common data."
    assert "A part of the paragraph is withheld" in say_why(line)
    [whole] = judge_principles(model_of("fragmented-data-systems"), [row("pass")])
    assert (whole.withheld, say_principle(whole)) == (False, "Kept. Common data.")
