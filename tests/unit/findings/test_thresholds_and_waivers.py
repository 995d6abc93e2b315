"""A model's own thresholds and waivers, and what is said of those that cannot be meant."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from orgmodel.findings import check_thresholds, check_waivers
from orgmodel.findings.catalogue import parameters
from orgmodel.findings.waivers import find_waiver
from tests.unit.findings.building import make_finding, make_model, make_outcome

LIMITS = {"size": {"default": 3, "authority": "Ours"}, "kind": {"default": "office-kind", "authority": "Ours"}}
TODAY = dt.date(2023, 6, 1)
IDENTITY = (("unit", "desk"),)


def threshold(**values: Any) -> dict[str, Any]:
    return {"finding": "unit-has-a-head", "name": "size", "value": 5, "reason": "We differ", **values}


def waiver(**values: Any) -> dict[str, Any]:
    return {
        "finding": "unit-has-a-head",
        "identity": {"unit": "desk"},
        "reason": "It is closing",
        "accepted_by": "The board",
        "review": "2023-12-31",
        **values,
    }


def test_a_model_has_thresholds_of_its_own() -> None:
    finding = make_finding(thresholds=LIMITS)
    assert finding.thresholds(make_model()) == {"size": 3, "kind": "office-kind"}
    own = make_model(thresholds=[threshold(), threshold(finding="another", name="kind", value="x")])
    assert parameters(finding, own, "small@1", passes=True) == {
        "model": "small@1",
        "passes": True,
        "size": 5,
        "kind": "office-kind",
    }


@pytest.mark.parametrize(
    ("change", "what", "hint"),
    [
        ({"finding": "no-such"}, "the threshold 'size' of 'no-such': there is no such finding",
         "Correct the id, or remove it."),
        ({"name": "weight"}, "the threshold 'weight' of 'unit-has-a-head': the finding has none of that name",
         "It has: kind, size."),
        ({"value": "five"}, "the threshold 'size' of 'unit-has-a-head' is 'five'", "It has to be a number."),
        ({"name": "kind", "value": 5}, "the threshold 'kind' of 'unit-has-a-head' is '5'", "It has to be text."),
    ],
)  # fmt: skip
def test_thresholds_that_cannot_be_meant(change: dict[str, Any], what: str, hint: str) -> None:
    model = make_model(thresholds=[threshold(**change)])
    [problem] = check_thresholds(model, [make_finding(thresholds=LIMITS)])
    assert (problem.what, problem.hint) == (what, hint)


def test_thresholds_that_are_well() -> None:
    assert check_thresholds(make_model(thresholds=[threshold()]), [make_finding(thresholds=LIMITS)]) == []


def test_a_waiver_gives_its_reason() -> None:
    reason = find_waiver(make_model(waivers=[waiver()]), "unit-has-a-head", IDENTITY)
    assert reason == "It is closing (accepted by The board, to be looked at again by 2023-12-31)"


@pytest.mark.parametrize("change", [{"finding": "another"}, {"identity": {"unit": "office"}}, {"identity": {}}])
def test_a_waiver_of_something_else(change: dict[str, Any]) -> None:
    assert find_waiver(make_model(waivers=[waiver(**change)]), "unit-has-a-head", IDENTITY) is None


def test_a_waiver_may_name_some_of_the_columns() -> None:
    identity = (("unit", "desk"), ("chain", "line"))
    assert find_waiver(make_model(waivers=[waiver()]), "unit-has-a-head", identity)


def test_a_waiver_that_is_in_use() -> None:
    assert check_waivers(make_model(waivers=[waiver()]), [make_outcome("desk")], TODAY) == []


def test_a_waiver_that_matches_nothing() -> None:
    for outcome in (make_outcome("office"), make_outcome("desk", verdict="pass")):
        [problem] = check_waivers(make_model(waivers=[waiver()]), [outcome], TODAY)
        assert problem.what == "the waiver of 'unit-has-a-head' for {'unit': 'desk'} matches no finding"
        assert problem.hint == "Remove it, or correct its identity."


def test_a_waiver_for_everything_is_for_nothing() -> None:
    [problem] = check_waivers(make_model(waivers=[waiver(identity={})]), [make_outcome("desk")], TODAY)
    assert problem.what == "the waiver of 'unit-has-a-head' for {} says of no row that it is meant"


def test_a_waiver_that_has_expired() -> None:
    model = make_model(waivers=[waiver(review="2023-05-31")])
    [problem] = check_waivers(model, [make_outcome("desk")], TODAY)
    assert problem.what == "the waiver of 'unit-has-a-head' for {'unit': 'desk'} expired on 2023-05-31"
    assert problem.hint == "Renew it with a reason, or remove it."


def test_a_waiver_holds_on_its_last_day() -> None:
    assert check_waivers(make_model(waivers=[waiver(review="2023-06-01")]), [make_outcome("desk")], TODAY) == []
