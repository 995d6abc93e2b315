"""Merging, splitting and closing: what goes where, what is refused, and in which words."""

from typing import Any

import pytest

from orgmodel.options import apply, conservation
from orgmodel.options.plan import plan
from tests.unit.options.small import do, holders, option, refusals, small_model, who

NEW = do("create-unit", unit={"id": "quays", "title": "Quays", "kind": "office", "part_of": who("harbour-board")})


def test_a_merger_takes_everything_along_and_the_unit_is_past() -> None:
    after = apply(small_model(), option(do("merge", unit="docks", into="pilots")))
    assert after.by_id["docks"].mode == "past"
    assert holders(after, "cranes", "part_of") == ["pilots"]
    assert holders(after, "dock-master", "in_unit") == ["pilots"]
    assert holders(after, "berths", "responsible") == ["pilots"]
    assert holders(after, "pilots", "succeeds") == ["docks"]


def test_a_merger_takes_along_what_the_unit_itself_has() -> None:
    after = apply(small_model(), option(do("merge", unit="pilots", into="docks")))
    assert holders(after, "docks", "pursues") == ["safe-passage"]


def test_what_others_have_on_a_merged_unit_is_on_its_heir_once() -> None:
    units = list(small_model().model_dump(by_alias=True)["units"])
    units[0] |= {"funds": who("docks")}
    units[1] |= {"works_with": who("docks")}
    units[3] |= {"inspects": who("docks", "pilots"), "works_with": who("docks")}
    levers = [{"id": "berth-fees", "title": "Berth fees", "kind": "other", "acts_on": who("docks")}]
    model = small_model(units=units, levers=levers)
    after = apply(model, option(do("merge", unit="docks", into="pilots")))
    assert holders(after, "harbour-board", "funds") == ["pilots"]
    assert holders(after, "cranes", "inspects") == ["pilots"]
    assert holders(after, "berth-fees", "acts_on") == ["pilots"]
    assert holders(after, "pilots", "works_with") == [], "nobody works with itself"
    (funds,) = after.by_id["harbour-board"].funds.claims  # type: ignore[attr-defined]
    assert funds.cites == ("report#7",)
    assert holders(after, "docks", "pursues") == holders(model, "docks", "pursues")


def test_a_merger_may_send_some_things_elsewhere() -> None:
    moves = [{"what": "cranes", "to": "pilots"}]
    after = apply(small_model(), option(NEW, do("merge", unit="docks", into="quays", moves=moves)))
    assert holders(after, "cranes", "part_of") == ["pilots"]
    assert holders(after, "dock-master", "in_unit") == ["quays"]


@pytest.mark.parametrize("turned", [False, True])
def test_mergers_and_closings_of_one_option_may_stand_in_any_order(turned: bool) -> None:
    closing = do("close-post", post="crane-lead", moves=[])
    changes = [do("merge", unit="cranes", into="pilots"), closing]
    after = apply(small_model(), option(*(reversed(changes) if turned else changes)))
    assert after.by_id["crane-lead"].mode == "past"
    assert holders(after, "crane-lead", "in_unit") == ["cranes"]


def test_a_unit_is_not_merged_with_itself() -> None:
    said = refusals(do("merge", unit="docks", into="docks"))
    assert said == "option merge: 'Docks' (docks) cannot be merged with itself\n    name another unit"


def test_a_unit_is_not_merged_into_one_of_its_own_parts() -> None:
    said = refusals(do("merge", unit="docks", into="cranes"))
    assert "'Cranes' (cranes) is unit in it of what would be merged into it" in said
    assert "move it first" in said


def test_nothing_is_merged_into_what_ends_itself() -> None:
    said = refusals(do("merge", unit="docks", into="pilots"), do("merge", unit="pilots", into="harbour-board"))
    assert "'Pilots' (pilots) is closed by the same option" in said


def test_a_merged_unit_is_merged_once() -> None:
    model = apply(small_model(), option(do("merge", unit="docks", into="pilots"), id="first"))
    assert "(docks) is closed already" in refusals(do("merge", unit="docks", into="harbour-board"), model=model)


def parts(*takes: str, **more: Any) -> dict[str, Any]:
    return do("split", unit="docks", into=[{"to": "quays", "takes": list(takes)}], **more)


def test_a_split_shares_out_what_the_unit_holds() -> None:
    after = apply(small_model(), option(NEW, parts("dock-master", "berths", "cranes")))
    assert after.by_id["docks"].mode == "past"
    assert holders(after, "cranes", "part_of") == ["quays"]
    assert holders(after, "quays", "succeeds") == ["docks"]


def test_a_split_names_everything_that_it_would_leave_over() -> None:
    said = refusals(NEW, parts("dock-master"))
    assert "splitting 'Docks' (docks) leaves 'Berths' (berths) over" in said
    assert "splitting 'Docks' (docks) leaves 'Cranes' (cranes) over" in said
    assert "say in 'rest' where all else goes" in said
    assert "closing" not in said


@pytest.mark.parametrize("turned", [False, True])
def test_a_split_need_not_place_what_ends_with_the_same_option(turned: bool) -> None:
    closing = do("close-unit", unit="cranes", moves=[{"what": "crane-lead", "to": "quays"}])
    changes = [closing, parts("dock-master", "berths")]
    after = apply(small_model(), option(NEW, *(reversed(changes) if turned else changes)))
    assert (after.by_id["docks"].mode, after.by_id["cranes"].mode) == ("past", "past")


def test_what_a_split_leaves_over_may_stay_where_it_is() -> None:
    after = apply(small_model(), option(NEW, parts("cranes", rest="docks")))
    assert after.by_id["docks"].mode == "actual"
    assert holders(after, "berths", "responsible") == ["docks"]
    assert holders(after, "cranes", "part_of") == ["quays"]


def test_what_a_split_leaves_over_may_be_unknown_and_is_then_named() -> None:
    split = option(NEW, parts("cranes", rest="unknown"))
    after = apply(small_model(), split)
    named = {(loss.thing, loss.outcome) for loss in conservation(small_model(), after, split)}
    assert named == {("dock-master", "unknown"), ("berths", "unknown")}


def test_a_split_takes_only_what_the_unit_holds() -> None:
    assert "'Pilotage' (pilotage) is not held by what is closed" in refusals(NEW, parts("pilotage", rest="unknown"))


def test_a_board_ends_with_a_destination_for_what_it_looks_at() -> None:
    model = small_model(
        boards=[{"id": "tide-group", "title": "Tide group", "scrutinises": who("safety")}],
        subjects=[{"id": "safety", "title": "Safety"}],
    )
    said = refusals(do("close", thing="tide-group"), model=model)
    assert "closing 'Tide group' (tide-group) would lose 'Safety' (safety), held as scrutiny" in said
    after = apply(model, option(do("close", thing="tide-group", moves=[{"what": "safety", "to": "unknown"}])))
    assert after.by_id["tide-group"].mode == "past"


def test_whatever_refers_to_a_subject_that_ends_needs_another() -> None:
    said = refusals(do("close", thing="safety", moves=[{"what": "pilotage", "to": "unknown"}]))
    assert "closing 'Safety' (safety) would lose 'Lifting' (lifting), held as concerns of responsibility" in said
    assert "pilotage" not in said


def test_a_data_system_ends_and_another_takes_its_place() -> None:
    systems = [{"id": "old", "title": "Old"}, {"id": "new", "title": "New"}]
    units = [{"id": "u", "title": "U", "kind": "office", "uses": who("old")}]
    model = small_model(data_systems=systems, units=[*small_model().model_dump(by_alias=True)["units"], *units])
    after = apply(model, option(do("close", thing="old", moves=[{"what": "u", "to": "new"}])))
    assert holders(after, "u", "uses") == ["new"]
    unknown = option(do("close", thing="old", moves=[{"what": "u", "to": "unknown"}]))
    named = [(loss.thing, loss.kind, loss.outcome) for loss in plan(model, unknown).losses]
    assert named == [("u", "uses of unit", "unknown")]


def test_what_is_left_over_by_a_post_that_ends_is_named() -> None:
    posts = list(small_model().model_dump(by_alias=True)["posts"])
    posts[3] |= {"deputies": who("chief-pilot"), "candidates": who("ada"), "located_in": who("pier")}
    model = small_model(posts=posts, locations=[{"id": "pier", "title": "Pier"}])
    close = option(do("close-post", post="crane-lead"))
    named = [(loss.thing, loss.kind, loss.outcome) for loss in plan(model, close).losses]
    expected = [
        ("ada", "candidate", "not_said"),
        ("chief-pilot", "deputy", "not_said"),
        ("pier", "location", "not_said"),
    ]
    assert named == expected
    moved = option(do("close-post", post="crane-lead", moves=[{"what": "ada", "to": "dock-master"}]))
    assert holders(apply(model, moved), "dock-master", "candidates") == ["ada"]
    assert [loss.thing for loss in plan(model, moved).losses] == ["chief-pilot", "pier"]


def test_staff_and_money_counted_for_a_unit_that_ends_are_named_unless_staff_goes_somewhere() -> None:
    figure = {"id": "crane-staff", "title": "Staff of Cranes", "about": "cranes", "value": 12, "unit": "posts"}
    model = small_model(figures=[figure])
    close = do("close-unit", unit="cranes", moves=[{"what": "crane-lead", "to": "docks"}])
    (loss,) = plan(model, option(close)).losses
    assert (loss.thing, loss.kind, loss.outcome) == ("crane-staff", "figure (posts)", "not_said")
    staff = do("staff", amount=12, **{"from": "cranes"}, to="docks")
    assert plan(model, option(close, staff)).losses == ()


def test_what_ends_with_the_same_option_is_given_no_destination_in_any_order() -> None:
    close = do("close-unit", unit="cranes", moves=[{"what": "crane-lead", "to": "docks"}])
    ending = do("close-post", post="crane-lead")
    for changes in ((close, ending), (ending, close)):
        said = refusals(*changes)
        assert "'Crane lead' (crane-lead) is to go on from 'Cranes' (cranes), and ends with the same option" in said


def test_a_lever_on_two_units_is_named_where_one_of_them_ends() -> None:
    levers = [{"id": "berth-fees", "title": "Berth fees", "kind": "other", "acts_on": who("cranes", "pilots")}]
    model = small_model(levers=levers)
    close = option(do("close-unit", unit="cranes", moves=[{"what": "crane-lead", "to": "pilots"}]))
    assert [(loss.thing, loss.kind, loss.outcome) for loss in plan(model, close).losses] == [
        ("berth-fees", "lever on it", "not_said")
    ]


def test_a_board_that_is_taken_from_the_unit_it_looks_at_is_given_up_by_it_and_not_lost() -> None:
    boards = [{"id": "tide-group", "title": "Tide group", "scrutinises": who("docks")}]
    split = do("split", unit="docks", into=[{"to": "pilots", "takes": ["tide-group"]}], rest="docks")
    model = small_model(boards=boards)
    assert holders(apply(model, option(split)), "tide-group", "scrutinises") == ["pilots"]
    assert [(loss.thing, loss.outcome) for loss in plan(model, option(split)).losses] == [("docks", "given_up")]


def test_what_takes_the_place_of_a_place_or_a_deputy_is_no_loss() -> None:
    posts = list(small_model().model_dump(by_alias=True)["posts"])
    posts[3] |= {"deputies": who("chief-pilot")}
    change = do("link", thing="crane-lead", slot="deputies", to="dock-master", instead_of="chief-pilot")
    assert plan(small_model(posts=posts), option(change)).losses == ()


def test_a_system_given_up_for_another_is_given_up_on_purpose() -> None:
    units = list(small_model().model_dump(by_alias=True)["units"])
    units[2] |= {"uses": who("log")}
    model = small_model(units=units, data_systems=[{"id": "log", "title": "Log"}, {"id": "book", "title": "Book"}])
    change = do("link", thing="docks", slot="uses", to="book", instead_of="log")
    assert [(loss.thing, loss.outcome) for loss in plan(model, option(change)).losses] == [("log", "given_up")]


def test_sharing_with_one_who_is_not_known_is_not_done_twice() -> None:
    share = do("share", responsibility="berths", to={"one_of": ["chief", "chief-pilot"]}, reason="a test")
    after = apply(small_model(), option(share, id="first"))
    assert "would leave everything as it is" in refusals(share, model=after)
