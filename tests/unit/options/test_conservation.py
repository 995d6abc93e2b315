"""What an option would leave without a known holder, thing by thing."""

from typing import Any

import pytest

from orgmodel.options import Loss, apply, conservation
from tests.unit.options.small import do, option, small_model, who


def losses(*changes: dict[str, Any], **lists: Any) -> list[Loss]:
    model, changeset = small_model(**lists), option(*changes)
    return conservation(model, apply(model, changeset), changeset)


def told(*changes: dict[str, Any], **lists: Any) -> list[tuple[str, str, str]]:
    return [(loss.thing, loss.kind, loss.outcome) for loss in losses(*changes, **lists)]


def test_an_option_that_moves_nothing_loses_nothing() -> None:
    assert told(do("rename", thing="docks", title="Quays")) == []


def test_what_goes_to_a_known_holder_is_no_loss() -> None:
    moves = [{"what": "crane-lead", "to": "chief"}, {"what": "docks", "to": "chief"}]
    moves += [{"what": thing, "to": "chief"} for thing in ("berths", "lifting", "tide-group", "berth-fees", "ada")]
    assert told(do("close-post", post="dock-master", moves=moves)) == []


def test_what_is_given_another_lever_in_place_of_one_that_ends_is_no_loss() -> None:
    levers = [{"id": ident, "title": ident, "kind": "other"} for ident in ("berth-fees", "tides")]
    close = do("close", thing="berth-fees", moves=[{"what": "dock-master", "to": "tides"}])
    assert told(close, levers=levers) == []
    created = do("create-lever", lever={"id": "rates", "title": "Rates", "kind": "other"})
    assert told(created, close | {"moves": [{"what": "dock-master", "to": "rates"}]}) == []


def test_each_thing_of_unknown_destination_is_named_with_its_kind() -> None:
    things = ("crane-lead", "docks", "berths", "lifting", "tide-group", "berth-fees", "ada")
    moves = [{"what": thing, "to": "unknown"} for thing in things]
    assert told(do("close-post", post="dock-master", moves=moves)) == [
        ("ada", "holder", "unknown"),
        ("berth-fees", "lever", "unknown"),
        ("berths", "responsibility", "unknown"),
        ("crane-lead", "report", "unknown"),
        ("docks", "unit that it heads", "unknown"),
        ("lifting", "responsibility", "unknown"),
        ("tide-group", "chair", "unknown"),
        ("tide-group", "membership", "unknown"),
    ]


def test_one_of_several_is_unknown_and_keeps_its_candidates_and_reason() -> None:
    to = {"one_of": ["chief", "chief-pilot"]}
    (loss,) = losses(do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to=to))
    assert (loss.outcome, loss.candidates, loss.holders) == ("unknown", ("chief", "chief-pilot"), ("dock-master",))
    assert (loss.because, loss.cites) == ("it helps", ("report#7",))


def test_what_is_redacted_stays_redacted() -> None:
    change = do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="redacted")
    assert told(change) == [("lifting", "responsibility", "redacted")]


def test_what_is_given_up_on_purpose_is_named_as_such() -> None:
    change = do("release", responsibility="lifting", **{"from": "dock-master"}, reason="no cranes")
    assert told(change) == [("lifting", "responsibility", "given_up")]


def test_each_way_of_holding_a_thing_has_its_own_destination() -> None:
    lifting = {"id": "lifting", "title": "Lifting", "accountable": who("crane-lead"), "informed": who("crane-lead")}
    passed = do("transfer", responsibilities=["lifting"], **{"from": "crane-lead"}, to="chief")
    closed = do("close-post", post="crane-lead", moves=[{"what": "lifting", "to": "unknown"}])
    assert told(passed, closed, responsibilities=[lifting]) == [("lifting", "information", "unknown")]


@pytest.mark.parametrize("first", [True, False])
def test_what_is_named_apart_from_the_rest_has_its_own_destination(first: bool) -> None:
    rest = do("transfer", responsibilities={"rest_of": "dock-master"}, to="chief")
    apart = do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="unknown")
    changes = (rest, apart) if first else (apart, rest)
    assert told(*changes) == [("lifting", "responsibility", "unknown")]


def test_a_new_dotted_line_says_nothing_of_the_line() -> None:
    dotted = do("set-line", post="crane-lead", to="unknown", kind="dotted")
    closed = do("close-post", post="crane-lead")
    assert told(dotted, do("set-line", post="crane-lead", to="redacted")) == [("crane-lead", "report", "redacted")]
    assert told(closed) == []


def test_passing_on_to_one_who_shares_it_already_is_no_loss() -> None:
    shared = [{"id": "lifting", "title": "Lifting", "accountable": who("dock-master", "chief", sharing="shared")}]
    change = do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="chief")
    assert told(change, responsibilities=shared) == []


def test_a_post_that_moves_and_still_heads_what_it_left_is_named() -> None:
    assert told(do("move-post", post="dock-master", in_unit="pilots")) == [
        ("docks", "unit that it heads", "not_said"),
    ]


def test_reports_that_a_moved_post_leaves_behind_are_named_unless_kept() -> None:
    posts = [
        {"id": "chief", "title": "Chief", "in_unit": who("harbour-board")},
        {"id": "chief-pilot", "title": "Chief pilot", "in_unit": who("pilots")},
        {"id": "dock-master", "title": "Dock master", "in_unit": who("docks")},
        {"id": "crane-lead", "title": "Crane lead", "in_unit": who("docks"), "reports_to": who("dock-master")},
    ]
    move = do("move-post", post="dock-master", in_unit="pilots")
    assert ("crane-lead", "report", "not_said") in told(move, posts=posts)
    assert ("crane-lead", "report", "not_said") not in told(move, do("keep", things=["crane-lead"]), posts=posts)


def test_the_head_of_a_moved_unit_who_still_reports_to_the_old_side_is_named() -> None:
    head = do("set-head", unit="cranes", to="crane-lead")
    move = do("move-unit", unit="cranes", part_of="pilots")
    assert told(head, move) == [("crane-lead", "report", "not_said")]
    assert told(head, move, do("set-line", post="crane-lead", to="chief-pilot")) == []
