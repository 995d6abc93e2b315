"""The state of each question about a thing: every kind of silence, several claims, chains, and units that answer."""

import pytest

from orgmodel.graph import build_rows
from tests.unit.graph.building import ORG, links, model, node, post, relationship, slot

STATES = ("none", "unclear", "not_stated", "redacted", "open")


@pytest.mark.parametrize(
    ("claims", "state"),
    [
        ([], "not_stated"),
        ([{"state": "none"}], "none"),
        ([{"state": "unclear"}], "unclear"),
        ([{"state": "not_stated"}], "not_stated"),
        ([{"state": "redacted"}], "redacted"),
        ([{"state": "open"}], "open"),
        ([{"who": "chief"}], "known"),
        ([{"who": "chief"}, {"state": "none"}], "none"),
        ([{"who": "chief"}, {"state": "unclear"}], "unclear"),
        ([{"who": "chief"}, {"state": "redacted"}], "open"),
        ([{"who": "chief"}, {"state": "not_stated"}], "open"),
        ([{"who": "chief"}, {"state": "open"}], "open"),
        ([{"state": "none"}, {"state": "unclear"}], "none"),
        ([{"state": "redacted"}, {"state": "not_stated"}], "redacted"),
    ],
)
def test_each_kind_of_silence_has_its_state(claims: list[dict[str, str]], state: str) -> None:
    made = model(posts=[post("chief"), post("under", reports_to=claims)])
    told = slot(made, "under.reports_to")
    states = [claim.get("state") for claim in claims]
    assert told["state"] == state
    assert told["known"] == sum("who" in claim for claim in claims)
    for kind in ("none", "unclear", "redacted"):
        assert told[f"says_{kind}"] == (kind in states)


def test_a_slot_carries_the_evidence_of_all_its_claims() -> None:
    claims = [
        {"who": "chief", "cites": ["report#1", "report#2"]},
        {"state": "none", "cites": ["report#2", "report#3"], "basis": "attributed", "contested_by": ["them"]},
    ]
    told = slot(model(posts=[post("chief"), post("under", reports_to=claims)]), "under.reports_to")
    assert told["cites"] == ["report#1", "report#2", "report#3"]
    assert (told["basis"], told["contested"], told["complete"]) == ("attributed", True, False)


def test_a_list_is_at_least_what_it_names_unless_it_is_complete() -> None:
    made = model(
        posts=[post("chief")],
        boards=[
            {"id": "all", "title": "All", "members": {"claims": [{"who": "chief"}], "complete": True}},
            {"id": "some", "title": "Some", "members": {"claims": [{"who": "chief"}], "at_least": 12}},
        ],
    )
    assert (slot(made, "all.members")["complete"], slot(made, "all.members")["at_least"]) == (True, 1)
    assert (slot(made, "some.members")["complete"], slot(made, "some.members")["at_least"]) == (False, 12)


def test_accountability_has_a_slot_for_each_chain_expected_or_claimed() -> None:
    duty = {"id": "duty", "title": "Duty", "accountable": [{"who": "chief", "chain": "sro"}]}
    made = model(posts=[post("chief")], responsibilities=[duty, {**duty, "id": "other", "expects": ["statutory"]}])
    assert (slot(made, "duty.accountable.line")["state"], slot(made, "duty.accountable.line")["expected"]) == (
        "not_stated",
        True,
    )
    assert (slot(made, "duty.accountable.sro")["state"], slot(made, "duty.accountable.sro")["expected"]) == (
        "known",
        False,
    )
    assert slot(made, "other.accountable.statutory")["expected"]
    assert "other.accountable.line" not in {row["id"] for row in build_rows(made).nodes["Slot"]}


def test_a_unit_that_answers_leaves_the_post_unstated_and_its_head_is_inferred() -> None:
    claim = {"who": "org", "cites": ["report#5"], "scope": "north", "sharing": "shared", "reason": "because"}
    made = model(
        units=[{**ORG, "head": [{"who": "chief", "cites": ["report#6"]}]}],
        posts=[post("chief")],
        responsibilities=[{"id": "duty", "title": "Duty", "accountable": [claim]}],
    )
    told = slot(made, "duty.accountable.line")
    assert (told["state"], told["by_unit"], told["known"]) == ("not_stated", True, 1)
    rows = build_rows(made)
    assert links(rows, "ACCOUNTABLE_FOR") == {("org", "duty"), ("chief", "duty")}
    stated, inferred = (relationship(rows, "ACCOUNTABLE_FOR", who, "duty") for who in ("org", "chief"))
    assert (stated["by"], stated["basis"], stated["cites"]) == ("stated", "stated", ["report#5"])
    assert (inferred["by"], inferred["basis"], inferred["cites"]) == ("head", "inferred", ["report#5", "report#6"])
    for name in ("chain", "scope", "sharing", "axis", "reason"):
        assert stated[name] == inferred[name]


@pytest.mark.parametrize("state", STATES)
def test_a_unit_that_answers_beside_a_silence_keeps_the_kind_of_silence(state: str) -> None:
    claims = [{"who": "org"}, {"state": state}]
    made = model(responsibilities=[{"id": "duty", "title": "Duty", "accountable": claims}])
    told = slot(made, "duty.accountable.line")
    assert (told["state"], told["by_unit"]) == (state, True)


def test_a_post_that_answers_beside_a_unit_makes_it_known() -> None:
    claims = [{"who": "org"}, {"who": "chief"}]
    made = model(posts=[post("chief")], responsibilities=[{"id": "duty", "title": "Duty", "accountable": claims}])
    told = slot(made, "duty.accountable.line")
    assert (told["state"], told["by_unit"], told["known"]) == ("known", False, 2)


def test_a_unit_without_a_known_head_infers_nobody() -> None:
    for head in ([], [{"state": "none"}], [{"who": "chief", "mode": "proposed"}]):
        made = model(
            units=[{**ORG, "head": head}],
            posts=[post("chief")],
            responsibilities=[{"id": "duty", "title": "Duty", "accountable": [{"who": "org"}]}],
        )
        assert links(build_rows(made), "ACCOUNTABLE_FOR") == {("org", "duty")}


def test_a_head_that_is_claimed_twice_is_inferred_once_and_a_dispute_is_carried_on() -> None:
    head = [{"who": "chief", "cites": ["report#1"]}, {"who": "chief", "cites": ["report#2"]}]
    made = model(
        units=[{**ORG, "head": head}],
        posts=[post("chief")],
        responsibilities=[
            {"id": "duty", "title": "Duty", "accountable": [{"who": "org", "contested_by": ["the union"]}]}
        ],
    )
    inferred = relationship(build_rows(made), "ACCOUNTABLE_FOR", "chief", "duty")
    assert (inferred["cites"], inferred["contested"]) == (["report#1"], True)


def test_every_slot_of_every_thing_is_there_and_none_has_a_null_state() -> None:
    made = model(posts=[post("chief")], boards=[{"id": "board", "title": "Board"}])
    slots = build_rows(made).nodes["Slot"]
    assert {row["state"] for row in slots if row["owner"] == "board" and row["name"] == "chair"} == {"not_stated"}
    assert all(row["state"] for row in slots)
    assert len({row["key"] for row in slots}) == len(slots)
    assert links(build_rows(made), "HAS_SLOT") == {(row["owner"], row["id"]) for row in slots}


def test_each_aspect_is_a_slot_with_its_own_evidence_or_that_of_its_responsibility() -> None:
    inferred = {"aspect": "operations", "basis": "inferred", "cites": ["report#2"], "contested_by": ["them"]}
    proposed = {"aspect": "funding", "mode": "proposed"}
    duty = {"id": "d", "title": "D", "cites": ["report#1"], "basis": "attributed", "held_by": "them"}
    rows = build_rows(model(responsibilities=[duty | {"aspects": ["policy", inferred, proposed]}]))
    told = {
        row["role"]: (row["id"], row["state"], row["basis"], row["cites"], row["contested"])
        for row in rows.nodes["Slot"]
        if row["name"] == "aspects"
    }
    assert told == {
        "policy": ("d.aspects.policy", "known", "attributed", ["report#1"], False),
        "operations": ("d.aspects.operations", "known", "inferred", ["report#2"], True),
    }
    assert node(rows, "Responsibility", "d")["aspects"] == ["policy", "operations"]
