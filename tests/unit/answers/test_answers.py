"""Who answers, what rests on which paragraph, and what is left without somebody's judgements."""

import datetime as dt
from typing import Any

import pytest

from orgmodel.answers import (
    count_leaves,
    list_facts,
    list_passages,
    list_recommendations,
    who_answers,
    without_inferences,
    without_judgements,
    without_source,
)
from orgmodel.model import Model
from orgmodel.model.statements import statements_about

ABOUT = {
    "id": "port", "title": "Port", "account_of": "x", "as_of": "2024-05-01", "marking": "m", "organisation": "port",
}  # fmt: skip


def make(**lists: Any) -> Model:
    base: dict[str, Any] = {
        "unit_kinds": [{"id": "body", "title": "Body"}],
        "units": [
            {"id": "port", "title": "Port", "kind": "body"},
            {"id": "pilots", "title": "Pilots", "kind": "body", "head": [{"who": "chief-pilot"}]},
        ],
        "posts": [{"id": "chief", "title": "Chief"}, {"id": "chief-pilot", "title": "Chief Pilot"}],
        "subjects": [
            {"id": "sea", "title": "Sea"},
            {"id": "pilotage", "title": "Pilotage", "part_of": [{"who": "sea"}]},
            {"id": "night", "title": "Night pilotage", "part_of": [{"who": "pilotage"}]},
        ],
    }
    return Model.model_validate({"about": ABOUT, **base, **lists})


def responsibility(
    ident: str, subject: str, extent: str, accountable: list[dict[str, Any]], **more: Any
) -> dict[str, Any]:
    concerns = [{"who": subject, "extent": extent}]
    return {"id": ident, "title": ident, "concerns": concerns, "accountable": accountable, **more}


def told(model: Model, subject: str, **more: Any) -> list[tuple[str, str, str, str | None]]:
    return [
        (answer.responsibility, answer.reach, answer.state, answer.who)
        for answer in who_answers(model, subject, **more)
    ]


def test_the_reach_is_told_from_the_subject_asked_about() -> None:
    model = make(
        responsibilities=[
            responsibility("whole", "pilotage", "whole", [{"who": "chief-pilot"}]),
            responsibility("part", "pilotage", "part", [{"who": "chief-pilot"}]),
            responsibility("below", "night", "whole", [{"who": "chief-pilot"}]),
            responsibility("above", "sea", "whole", [{"who": "chief"}]),
            responsibility("beside", "sea", "part", [{"who": "chief"}]),
        ]
    )
    assert told(model, "pilotage") == [
        ("whole", "all of it", "known", "chief-pilot"),
        ("part", "a part of it", "known", "chief-pilot"),
        ("below", "something within it", "known", "chief-pilot"),
        ("above", "something wider", "known", "chief"),
    ]


def test_a_leaf_with_two_parents_is_counted_once() -> None:
    both = {"id": "night", "title": "Night", "part_of": [{"who": "pilotage"}, {"who": "dark"}]}
    subjects = [
        {"id": "sea", "title": "Sea"},
        {"id": "pilotage", "title": "Pilotage", "part_of": [{"who": "sea"}]},
        {"id": "dark", "title": "Dark", "part_of": [{"who": "sea"}]},
        {"id": "day", "title": "Day", "part_of": [{"who": "pilotage"}]},
        both,
    ]
    model = make(subjects=subjects)
    assert (count_leaves(model, "sea"), count_leaves(model, "dark"), count_leaves(model, "night")) == (2, 1, 0)


@pytest.mark.parametrize("state", ["none", "unclear", "redacted", "not_stated"])
def test_each_kind_of_silence_is_its_own_answer(state: str) -> None:
    model = make(responsibilities=[responsibility("r", "pilotage", "whole", [{"state": state}])])
    assert told(model, "pilotage") == [("r", "all of it", state, None)]


def test_a_chain_that_is_expected_and_not_spoken_of_is_not_stated() -> None:
    minister = [{"who": "chief", "chain": "ministerial"}]
    model = make(responsibilities=[responsibility("r", "pilotage", "whole", minister)])
    found = {(answer.chain, answer.state) for answer in who_answers(model, "pilotage")}
    assert found == {("ministerial", "known"), ("line", "not_stated")}


def test_the_day_and_the_mode_decide_what_counts() -> None:
    claims = [
        {"who": "chief", "until": "2020-12-31"},
        {"who": "chief-pilot", "from": "2021-01-01"},
        {"who": "chief", "mode": "proposed"},
    ]
    model = make(responsibilities=[responsibility("r", "pilotage", "whole", claims)])
    assert [row[3] for row in told(model, "pilotage", on=dt.date(2020, 6, 1))] == ["chief"]
    assert [row[3] for row in told(model, "pilotage", on=dt.date(2024, 6, 1))] == ["chief-pilot"]


@pytest.mark.parametrize(
    ("dates", "day", "covered"),
    [
        ({}, "2024-05-01", True),
        ({}, "2019-01-01", False),
        ({}, "2030-01-01", False),
        ({"from": "2018"}, "2019-01-01", True),
        ({"from": "2018"}, "2018-06-01", False),
        ({"until": "2031-01-01"}, "2030-01-01", True),
    ],
)
def test_an_account_covers_another_day_only_where_its_dates_do(dates: dict[str, str], day: str, covered: bool) -> None:
    model = make(responsibilities=[responsibility("r", "pilotage", "whole", [{"who": "chief", **dates}])])
    (answer,) = who_answers(model, "pilotage", dt.date.fromisoformat(day))
    assert answer.dated is covered


def test_the_aspect_narrows_and_nothing_is_an_empty_list() -> None:
    model = make(responsibilities=[responsibility("r", "pilotage", "whole", [{"who": "chief"}], aspects=["policy"])])
    assert told(model, "pilotage", aspect="policy")
    assert told(model, "pilotage", aspect="operations") == []
    assert told(model, "sea", aspect="operations") == []


def test_a_unit_names_its_head_and_only_where_there_is_one() -> None:
    model = make(
        responsibilities=[
            responsibility("r", "pilotage", "whole", [{"who": "pilots"}]),
            responsibility("s", "night", "whole", [{"who": "port"}]),
        ]
    )
    heads = {answer.responsibility: answer.head for answer in who_answers(model, "pilotage")}
    assert heads == {"r": "chief-pilot", "s": None}


SOURCES = [{"id": "s", "title": "S", "author": "A", "paragraphs": 4}, {"id": "t", "title": "T", "author": "B"}]
PASSAGES = [
    {"source": "s", "paragraph": "2", "structural": False, "reason": "Weather."},
    {"source": "s", "paragraph": "3", "state": "redacted", "marked": False},
]


def test_each_paragraph_has_its_facts_or_the_reason_for_none() -> None:
    claims = [{"who": "chief", "cites": ["s#1"]}]
    model = make(
        sources=SOURCES[:1],
        passages=PASSAGES,
        responsibilities=[responsibility("r", "pilotage", "whole", claims, cites=["s#4"])],
    )
    outcomes = [(line.paragraph, line.outcome) for line in list_passages(model)]
    assert outcomes == [
        ("1", "1 facts"), ("2", "read, nothing structural: Weather."),
        ("3", "withheld, without a mark"), ("4", "1 facts"),
    ]  # fmt: skip


def test_facts_of_every_shape_are_listed() -> None:
    model = make(
        posts=[
            {
                "id": "chief",
                "title": "Chief",
                "cites": ["s#1"],
                "critical": {"value": True, "designated_by": "x", "cites": ["s#2"]},
                "occupancy": {"state": "vacant", "cites": ["s#3"]},
            },
            {"id": "chief-pilot", "title": "Chief Pilot"},
        ],
        processes=[
            {
                "id": "f",
                "title": "F",
                "stages": [{"id": "f1", "title": "F1"}, {"id": "f2", "title": "F2"}],
                "handoffs": [{"before": "f1", "after": "f2", "cites": ["s#4"]}],
            }
        ],
    )
    found = {(line.thing, line.field, line.cites) for line in list_facts(model)}
    assert {
        ("chief", "", ("s#1",)),
        ("chief", "critical", ("s#2",)),
        ("chief", "occupancy", ("s#3",)),
        ("f", "handoffs", ("s#4",)),
    } <= found


def accountable(model: Model) -> list[tuple[str | None, str]]:
    return [(claim.who, claim.state) for claim in model.responsibilities[0].accountable.claims]


def test_what_is_taken_out_becomes_not_stated_and_never_nobody() -> None:
    claims = [
        {"who": "chief", "cites": ["s#1"]},
        {"who": "chief-pilot", "basis": "inferred", "cites": ["s#1"]},
        {"state": "none", "basis": "attributed", "held_by": "officials", "cites": ["s#1", "t#1"]},
        {"who": "pilots", "contested_by": ["B"], "cites": ["t#1"]},
    ]
    model = make(responsibilities=[responsibility("r", "pilotage", "whole", claims)])
    gone = (None, "not_stated")
    assert accountable(without_inferences(model)) == [("chief", "known"), gone, (None, "none"), ("pilots", "known")]
    assert accountable(without_judgements(model)) == [("chief", "known"), ("chief-pilot", "known"), gone, gone]
    assert accountable(without_source(model, "s")) == [gone, gone, (None, "none"), ("pilots", "known")]


def test_designations_and_assessments_are_judgements() -> None:
    model = make(
        subjects=[{"id": "sea", "title": "Sea", "priority": {"value": True, "designated_by": "x"}}],
        assessments=[{"id": "a", "title": "Too big", "holder": "x"}],
    )
    left = without_judgements(model)
    assert left.subjects[0].priority is None
    assert left.assessments == ()
    assert model.subjects[0].priority is not None


def test_a_recommendation_is_told_with_owner_response_and_option() -> None:
    model = make(recommendations=[
        {"id": "a", "title": "A", "owner": [{"state": "none"}],
         "due": "2024-01-01", "changes_structure": True, "cites": ["s#7"]},
        {"id": "b", "title": "B", "response": "known", "due": "2024-01-01",
         "response_text": "Agreed", "cites": ["s#7"]},
    ])  # fmt: skip
    first, second = list_recommendations(model, {"split": ["s#7"], "merge": ["s#8"]})
    assert (first.owner_state, first.overdue, first.options) == ("none", True, ("split",))
    assert (second.owner_state, second.overdue, second.options) == ("not_stated", False, ())


def marked(*aspects: str | dict[str, Any], **more: Any) -> Model:
    return make(
        responsibilities=[responsibility("r", "pilotage", "whole", [{"who": "chief"}], aspects=aspects, **more)]
    )


def test_an_aspect_that_is_only_proposed_narrows_to_nothing() -> None:
    model = marked({"aspect": "policy", "mode": "proposed"}, {"aspect": "data", "basis": "inferred"})
    assert told(model, "pilotage", aspect="policy") == []
    (answer,) = who_answers(model, "pilotage", aspect="data")
    assert (answer.aspects, [mark.basis for mark in answer.marks]) == (("data",), ["inferred"])


def test_an_aspect_with_evidence_of_its_own_is_a_fact_on_its_paragraph() -> None:
    model = marked("policy", {"aspect": "data", "cites": ["s#5"], "basis": "inferred"})
    found = [line for line in list_facts(model) if line.field == "aspects"]
    assert [(line.says, line.basis, line.cites) for line in found] == [("aspect data", "inferred", ("s#5",))]


def test_an_aspect_is_taken_out_with_what_it_rests_on() -> None:
    inferred = {"aspect": "data", "basis": "inferred", "cites": ["t#1"]}
    attributed = {"aspect": "funding", "basis": "attributed", "cites": ["t#1"]}
    model = marked("policy", inferred, attributed, cites=["s#1"])

    def left(thinned: Model) -> list[str]:
        return [fact.aspect for fact in thinned.responsibilities[0].aspect_facts]

    assert left(without_inferences(model)) == ["policy", "funding"]
    assert left(without_judgements(model)) == ["policy", "data"]
    assert left(without_source(model, "s")) == ["data", "funding"]
    assert left(without_source(model, "t")) == ["policy"]


def test_what_is_said_of_a_responsibility_begins_with_its_aspects_and_how_each_is_known() -> None:
    model = marked("policy", {"aspect": "data", "basis": "inferred", "cites": ["s#5"]}, cites=["s#1"])
    said = [(each.text, each.fact.basis, each.fact.cites) for each in statements_about(model, "r")[:2]]
    assert said == [("policy", "stated", ("s#1",)), ("data", "inferred", ("s#5",))]
