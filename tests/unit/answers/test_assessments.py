"""How an assessment stands to what is computed of the same thing."""

from __future__ import annotations

import pytest

from orgmodel.answers.assessments import list_assessments
from orgmodel.findings import Evidence, Finding
from orgmodel.model import Model


def row(verdict: str, thing: str, finding: str = "board-too-big", evidence: tuple[str, ...] = ()) -> Finding:
    pieces = tuple(Evidence(key, "stated", ()) for key in evidence)
    return Finding(
        finding, verdict, "high", (("board", thing),), {}, "Too big?", verdict, f"{thing}: {verdict}.", "stated", pieces  # type: ignore[arg-type]
    )  # fmt: skip


def model_of(**assessment: object) -> Model:
    about = {
        "id": "views",
        "title": "Views",
        "account_of": "A test",
        "as_of": "2024-01-01",
        "marking": "Invented",
        "organisation": "department",
    }
    written = {"id": "view", "title": "Too big", "holder": "The author", "about": [{"who": "board"}], **assessment}
    boards = [{"id": "board", "title": "Board"}, {"id": "other", "title": "Other"}]
    return Model.model_validate({"about": about, "boards": boards, "assessments": [written]})


BIG = {"finding": "board-too-big", "expects": "fail"}


@pytest.mark.parametrize(
    ("assessment", "rows", "standing"),
    [
        (BIG, [row("fail", "board")], "agrees"),
        (BIG, [row("pass", "board")], "disagrees"),
        (BIG, [row("info", "board")], "disagrees"),
        (BIG, [row("unknown", "board")], "cannot be computed"),
        (BIG, [row("fail", "other")], "cannot be computed"),
        (BIG, [row("fail", "board", "another-finding")], "cannot be computed"),
        (BIG, [row("fail", "other", evidence=("x>CHAIRS>board.chair.0",))], "agrees"),
        (BIG, [row("fail", "other", evidence=("board-2.chair",))], "cannot be computed"),
        (BIG | {"expects": "pass"}, [row("pass", "board")], "agrees"),
        (BIG | {"expects": "pass"}, [row("fail", "board")], "disagrees"),
        (BIG | {"expects": "pass"}, [row("pass", "board"), row("unknown", "board")], "cannot be computed"),
        (BIG | {"expects": "unknown"}, [row("unknown", "board")], "agrees"),
        (BIG | {"expects": None}, [row("fail", "board")], "cannot be computed"),
        (BIG | {"mode": "past"}, [row("fail", "board")], "cannot be computed"),
        ({}, [row("fail", "board")], "cannot be computed"),
    ],
)
def test_how_a_view_stands(assessment: dict[str, object], rows: list[Finding], standing: str) -> None:
    [line] = list_assessments(model_of(**assessment), rows)
    assert (line.standing, bool(line.why)) == (standing, standing == "cannot be computed")


def test_a_view_of_two_things_is_held_against_each() -> None:
    about = [{"who": "board"}, {"who": "other"}]
    lines = list_assessments(model_of(**BIG, about=about), [row("fail", "board"), row("pass", "other")])
    assert [(line.thing, line.standing) for line in lines] == [("board", "agrees"), ("other", "disagrees")]
