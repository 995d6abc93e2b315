"""What is left open, what could be answered, and the model that an answer gives."""

from __future__ import annotations

import pytest

from orgmodel.answers.questions import OpenPoint, ask, build_answers, find_who_could_answer
from orgmodel.answers.questions.candidates import find_kinds
from orgmodel.model import Board, Model, Process, Responsibility

MODEL = Model.model_validate(
    {
        "about": {
            "id": "harbour",
            "title": "Harbour",
            "account_of": "A test",
            "as_of": "2024-01-01",
            "marking": "Invented",
            "organisation": "harbour-board",
        },
        "unit_kinds": [{"id": "kind", "title": "Kind"}],
        "units": [
            {"id": "harbour-board", "title": "Harbour Board", "kind": "kind", "head": [{"who": "chief"}]},
            {"id": "pilots", "title": "Pilots", "kind": "kind", "part_of": [{"who": "harbour-board"}],
             "head": [{"who": "chief-pilot"}]},
            {"id": "dredgers", "title": "Dredgers", "kind": "kind", "part_of": [{"who": "harbour-board"}]},
        ],
        "posts": [
            {"id": "chief", "title": "Chief"},
            {"id": "chief-pilot", "title": "Chief Pilot", "in_unit": [{"who": "pilots"}]},
            {"id": "pilot-1", "title": "First pilot", "in_unit": [{"who": "pilots"}]},
            {"id": "pilot-2", "title": "Second pilot", "in_unit": [{"who": "pilots"}]},
            {"id": "digger", "title": "Digger", "in_unit": [{"who": "dredgers"}]},
        ],
        "responsibilities": [
            {"id": "pilotage", "title": "Pilotage", "accountable": [{"who": "chief-pilot"}, {"state": "open"}]},
            {"id": "dredging", "title": "Dredging"},
            {"id": "lights", "title": "Lights", "accountable": [{"state": "redacted"}]},
        ],
        "boards": [{"id": "council", "title": "Council"}],
        "processes": [
            {"id": "entry", "title": "Entry", "handoffs": [{"before": "call", "after": "berth"}],
             "stages": [{"id": "call", "title": "Call"}, {"id": "berth", "title": "Berth"}]},
        ],
    }
)  # fmt: skip


def point(owner: str, field: str, state: str = "not_stated", **more: object) -> OpenPoint:
    label = "Stage" if owner in MODEL.stage_process else MODEL.label_of[owner]
    return OpenPoint(f"{owner}.{field}", owner, label, field, state, (), **more)  # type: ignore[arg-type]


def test_nobody_and_one_post_of_each_kind_are_tried() -> None:
    found = build_answers(MODEL, point("dredging", "accountable", chain="line"), [], [])
    # The two pilots and their chief lie in one group and differ in nothing that is looked at; the digger and the head
    # of the organisation are each of a kind of their own.
    assert [(answer.words, answer.stands_for) for answer in found.answers] == [
        ("nobody or nothing", 1),
        ("Chief", 1),
        ("Chief Pilot", 3),
        ("Digger", 1),
    ]
    assert found.beyond == 0
    slot = found.answers[3].model.by_id["dredging"]
    assert isinstance(slot, Responsibility)
    assert [(claim.who, claim.chain) for claim in slot.accountable.claims] == [("digger", "line")]


def test_what_the_verdicts_name_is_a_kind_of_its_own_and_is_tried_first() -> None:
    kinds = find_kinds(MODEL, "dredging", "accountable", ["pilot-2"])
    assert kinds[0].ident == "pilot-2"
    assert sorted(kind.kinds for kind in kinds) == [1, 1, 1, 2]


def test_kinds_that_are_not_tried_are_counted() -> None:
    found = build_answers(MODEL, point("dredging", "accountable", chain="line"), [], [], most=1)
    assert ([answer.words for answer in found.answers], found.beyond) == (["nobody or nothing", "Chief"], 2)


def test_an_open_list_is_answered_with_nobody_else_or_one_more() -> None:
    found = build_answers(MODEL, point("pilotage", "accountable", "open", chain="line"), [], [])
    records = [answer.model.by_id["pilotage"] for answer in found.answers]
    claims = [[claim.who for claim in of.accountable.claims] for of in records if isinstance(of, Responsibility)]
    assert found.answers[0].words == "nobody else"
    assert claims[0] == ["chief-pilot"]
    assert ["chief-pilot", "digger"] in claims
    assert all("redacted" not in str(each) for each in claims)


def test_a_hand_off_shares_something_or_does_not() -> None:
    found = build_answers(MODEL, point("call", "shared_system", after="berth"), [], [])
    states = {}
    for answer in found.answers:
        process = answer.model.by_id["entry"]
        assert isinstance(process, Process)
        states[answer.words] = process.handoffs[0].shared_system
    assert states == {"yes": "known", "no": "none"}


def test_a_number_is_tried_on_both_sides_of_what_the_verdict_turns_on() -> None:
    found = build_answers(MODEL, point("council", "attendance"), [], [10])
    counts = {}
    for answer in found.answers:
        board = answer.model.by_id["council"]
        assert isinstance(board, Board)
        counts[answer.words] = (board.attendance.at_least, board.attendance.at_most)
    assert counts == {"at most 10": (None, 10), "more than 10": (11, None)}


def test_trying_answers_leaves_the_model_as_it_was() -> None:
    before = MODEL.model_dump_json()
    for owner, field in (
        ("dredging", "accountable"),
        ("dredgers", "head"),
        ("digger", "reports_to"),
        ("chief", "critical"),
    ):
        chain = "line" if field == "accountable" else ""
        assert build_answers(MODEL, point(owner, field, chain=chain), [], []).answers
    assert MODEL.model_dump_json() == before


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (point("dredging", "accountable", chain="line"), "Does anyone answer for Dredging in the line chain?"),
        (point("pilotage", "accountable", "open", chain="line"),
         "Does anyone else answer for Pilotage in the line chain?"),
        (point("pilotage", "accountable", "unclear", chain="line"),
         "Can people now tell who answers for Pilotage in the line chain?"),
        (point("chief-pilot", "reports_to"), "To whom does Chief Pilot report?"),
        (point("call", "shared_target", after="berth"), "Do Call and Berth share a target?"),
        (point("council", "meetings_per_year"), "Meetings per year of Council: what is it?"),
    ],
)  # fmt: skip
def test_questions_are_in_plain_words(asked: OpenPoint, words: str) -> None:
    assert ask(MODEL, asked) == words


def test_who_could_answer_is_who_answers_or_heads_and_nobody_where_the_model_does_not_say() -> None:
    assert find_who_could_answer(MODEL, "pilotage") == ["chief-pilot"]
    assert find_who_could_answer(MODEL, "pilot-1") == ["chief-pilot"]
    assert find_who_could_answer(MODEL, "dredging") == []
