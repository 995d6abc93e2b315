"""Rows are of one day and of the wanted modes: what is there, what is not, and nothing that hangs in the air."""

import datetime as dt

import pytest

from orgmodel.graph import build_rows
from orgmodel.graph.slicing import holds_on
from orgmodel.model import Fact
from tests.unit.graph.building import ORG, ids, links, model, node, post, slot

BEFORE, ON, AFTER = dt.date(2023, 1, 31), dt.date(2023, 2, 1), dt.date(2023, 2, 2)


@pytest.mark.parametrize(
    ("fact", "days"),
    [
        ({}, (True, True, True)),
        ({"from": "2023-02-01"}, (False, True, True)),
        ({"until": "2023-02-01"}, (True, True, False)),
        ({"from": "2023-02-01", "until": "2023-02-01"}, (False, True, False)),
        ({"from": {"after": "2023-01-31"}}, (False, True, True)),
        ({"from": {"before": "2023-02-02"}}, (True, True, True)),  # it may have begun long before
        ({"until": {"after": "2023-01-01"}}, (True, True, True)),  # it may go on
        ({"until": {"before": "2023-02-01"}}, (True, False, False)),
        ({"until": "2023-01"}, (True, False, False)),
        ({"mode": "planned"}, (False, False, False)),
        ({"mode": "past"}, (False, False, False)),
    ],
)
def test_a_fact_holds_on_a_day_unless_it_certainly_does_not(fact: dict[str, object], days: tuple[bool, ...]) -> None:
    read = Fact.model_validate(fact)
    assert tuple(holds_on(read, day) for day in (BEFORE, ON, AFTER)) == days


def test_only_the_wanted_modes_are_built() -> None:
    made = model(posts=[post("now"), post("then", mode="past"), post("soon", mode="proposed")])
    assert ids(build_rows(made), "Post") == {"now"}
    assert ids(build_rows(made, modes=("actual", "proposed")), "Post") == {"now", "soon"}


def test_rows_are_of_the_models_own_day_unless_another_is_asked_for() -> None:
    made = model(posts=[post("early", until="2023-03-02"), post("late", **{"from": "2023-03-04"}), post("always")])
    assert ids(build_rows(made), "Post") == {"always"}
    assert ids(build_rows(made, dt.date(2023, 3, 2)), "Post") == {"always", "early"}
    assert ids(build_rows(made, dt.date(2023, 3, 4)), "Post") == {"always", "late"}


def test_what_is_gone_takes_its_relationships_with_it_and_is_counted() -> None:
    made = model(posts=[post("gone", until="2020"), post("here", reports_to=[{"who": "gone"}])])
    rows = build_rows(made)
    assert links(rows, "REPORTS_TO") == set()
    told = slot(made, "here.reports_to")
    assert (told["state"], told["known"], told["gone"]) == ("not_stated", 0, 1)


def test_a_claim_that_no_longer_holds_is_no_claim() -> None:
    claims = [{"who": "old", "until": "2022"}, {"who": "new", "from": "2023-01"}, {"who": "soon", "mode": "planned"}]
    made = model(posts=[post("old"), post("new"), post("soon"), post("under", reports_to=claims)])
    assert links(build_rows(made), "REPORTS_TO") == {("under", "new")}
    assert slot(made, "under.reports_to")["known"] == 1


def test_a_stage_is_only_there_when_its_process_is() -> None:
    stages = [{"id": "first", "title": "First"}, {"id": "second", "title": "Second", "mode": "planned"}]
    handoffs = [{"before": "first", "after": "second"}]
    process = {"id": "work", "title": "Work", "stages": stages, "handoffs": handoffs}
    assert ids(build_rows(model(processes=[process])), "Stage") == {"first"}
    assert links(build_rows(model(processes=[process])), "NEXT") == set()
    planned = model(processes=[{**process, "mode": "planned"}])
    assert ids(build_rows(planned), "Stage") == set()
    assert ids(build_rows(planned, modes=("actual", "planned")), "Stage") == {"first", "second"}


def test_only_who_heads_the_organisation_on_the_day_is_its_head() -> None:
    head = [{"who": "one", "until": "2022"}, {"who": "two", "from": "2023-01"}, {"who": "three", "mode": "proposed"}]
    made = model(units=[{**ORG, "head": head}], posts=[post("one"), post("two"), post("three")])
    heads = {row["id"]: row["head"] for row in build_rows(made).nodes["Post"]}
    assert heads == {"one": False, "two": True, "three": False}
    earlier = {row["id"]: row["head"] for row in build_rows(made, dt.date(2021, 1, 1)).nodes["Post"]}
    assert earlier["one"]


def test_what_is_said_of_a_thing_only_for_the_future_is_not_said_of_it_today() -> None:
    made = model(
        units=[{**ORG, "end_date": {"claims": [{"state": "unclear", "mode": "proposed"}]}}],
        posts=[post("chief", critical={"value": True, "designated_by": "a test", "mode": "proposed"})],
        boards=[{"id": "board", "title": "Board", "attendance": {"state": "known", "at_least": 9, "mode": "proposed"}}],
        responsibilities=[{"id": "duty", "title": "Duty", "confirmation": {"state": "known", "mode": "planned"}}],
    )
    rows = build_rows(made)
    assert node(rows, "Unit", "org")["until_state"] == "not_stated"
    assert node(rows, "Post", "chief")["critical_state"] == "not_stated"
    board = node(rows, "Board", "board")
    assert (board["attendance"], board["attendance_at_least"]) == ("not_stated", None)
    assert node(rows, "Responsibility", "duty")["confirmation"] == "not_stated"
