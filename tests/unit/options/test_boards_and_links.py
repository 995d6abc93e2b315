"""Boards, people in posts, owners and links: what each verb does, and what it refuses in which words."""

from typing import Any

import pytest
from pydantic import ValidationError

from orgmodel.model import Model
from orgmodel.options import apply, conservation, plan
from tests.unit.options.small import do, holders, option, refusals, small_model, who

MORE: dict[str, Any] = {
    "processes": [
        {
            "id": "call",
            "title": "A ship's call",
            "stages": [{"id": "berth", "title": "Berth", "performed_by": who("docks")}],
        }
    ],
    "data_systems": [{"id": "log", "title": "Log"}, {"id": "book", "title": "Book"}],
    "objectives": [
        {"id": "safe-passage", "title": "Safe passage", "conflicts_with": who("speed", designated_by="the clerk")},
        {"id": "speed", "title": "Speed"},
    ],
    "people": [{"id": "ada", "title": "Ada", "invented": True}, {"id": "bo", "title": "Bo", "invented": True}],
}


def whole(**more: Any) -> Model:
    return small_model(**MORE, **more)


def test_a_board_gets_another_chair_and_the_old_one_loses_nothing() -> None:
    change = option(do("chair", board="tide-group", to="chief"))
    after = apply(small_model(), change)
    assert holders(after, "tide-group", "chair") == ["chief"]
    assert conservation(small_model(), after, change) == []


def test_a_chair_that_is_not_known_is_named_as_such() -> None:
    change = option(do("chair", board="tide-group", to="unknown"))
    (loss,) = conservation(small_model(), apply(small_model(), change), change)
    assert (loss.thing, loss.kind, loss.outcome) == ("tide-group", "chair", "unknown")


def test_members_join_and_leave_and_the_list_may_be_whole() -> None:
    change = option(do("members", board="tide-group", add=["crane-lead"], remove=["chief-pilot"], complete=True))
    after = apply(small_model(), change)
    assert holders(after, "tide-group", "members") == ["dock-master", "crane-lead"]
    assert after.by_id["tide-group"].members.complete  # type: ignore[attr-defined]
    assert conservation(small_model(), after, change) == []


def test_who_leaves_a_board_without_another_joining_gives_the_seat_up() -> None:
    change = option(do("members", board="tide-group", remove=["chief-pilot"]))
    (loss,) = conservation(small_model(), apply(small_model(), change), change)
    assert (loss.holders, loss.outcome) == (("chief-pilot",), "given_up")


def test_members_that_are_there_do_not_join_and_others_do_not_leave() -> None:
    said = refusals(do("members", board="tide-group", add=["dock-master"], remove=["chief"]))
    assert "'Dock master' (dock-master) is a member of 'Tide group' (tide-group) already" in said
    assert "'Chief' (chief) is not known as a member" in said
    with pytest.raises(ValidationError, match="cannot both join and leave"):
        option(do("members", board="tide-group", add=["chief"], remove=["chief"]))


def test_limit_rhythm_and_remit_are_set_with_their_evidence() -> None:
    changes = (
        do("limit", board="tide-group", at_most=10),
        do("rhythm", board="tide-group", per_year={"at_least": 4, "at_most": 6}),
        do("remit", board="tide-group", remit="Tides and nothing else", decides=True),
    )
    board: Any = apply(small_model(), option(*changes)).by_id["tide-group"]
    assert (board.attendance.state, board.attendance.at_most, board.attendance.cites) == ("known", 10, ("report#7",))
    assert (board.meetings_per_year.at_least, board.meetings_per_year.at_most) == (4, 6)
    assert (board.remit, board.decides) == ("Tides and nothing else", True)


def test_a_limit_below_the_named_members_leaves_open_who_stays_away() -> None:
    (unknown,) = plan(small_model(), option(do("limit", board="tide-group", at_most=1))).unknowns
    assert (unknown.thing.id, unknown.part) == ("tide-group", "who_no_longer_attends")


def test_a_rhythm_may_be_words_and_is_then_not_known() -> None:
    board: Any = apply(small_model(), option(do("rhythm", board="tide-group", per_year="often"))).by_id["tide-group"]
    assert (board.meetings_per_year.state, board.meetings_per_year.note) == ("not_stated", "often")
    assert "a whole number of times" in refusals(do("rhythm", board="tide-group", per_year=1.5))


def test_somebody_is_appointed_instead_of_another_whose_future_is_then_not_said() -> None:
    change = option(do("appoint", post="dock-master", person="bo", instead_of="ada"))
    after = apply(whole(), change)
    assert {(each.person, each.mode) for each in after.holdings} == {("ada", "past"), ("bo", "actual")}
    (loss,) = conservation(whole(), after, change)
    assert (loss.thing, loss.kind, loss.outcome) == ("ada", "holder", "not_said")


def test_a_post_that_is_held_is_not_given_to_another_unsaid() -> None:
    said = refusals(do("appoint", post="dock-master", person="bo"), model=whole())
    assert "'Dock master' (dock-master) is held by 'Ada' (ada)\n    say 'instead_of'" in said
    assert "'Bo' (bo) does not hold" in refusals(
        do("appoint", post="dock-master", person="bo", instead_of="bo"), model=whole()
    )


def test_an_appointment_fills_a_vacant_post_and_may_name_nobody() -> None:
    posts = [{"id": "chief", "title": "Chief", "occupancy": {"state": "vacant"}}]
    model = small_model(posts=[*small_model().model_dump(by_alias=True)["posts"][1:], *posts])
    after: Any = apply(model, option(do("appoint", post="chief", person="ada"))).by_id["chief"]
    assert after.occupancy.state == "filled"
    unknown = option(do("appoint", post="chief", person="unknown"))
    assert apply(model, unknown).holdings == model.holdings
    assert [each.part for each in plan(model, unknown).unknowns] == ["person"]


def test_cover_says_who_stands_in_and_until_when() -> None:
    after: Any = apply(small_model(), option(do("cover", post="chief", by="dock-master", due_end="2025-06"))).by_id[
        "chief"
    ]
    (claim,) = after.covered_by.claims
    assert (claim.who, claim.cover, str(claim.due_end.latest)) == ("dock-master", "acting_cover", "2025-06-30")
    assert "cannot cover itself" in refusals(do("cover", post="chief", by="chief"))


def test_a_process_gets_an_owner_in_one_chain() -> None:
    after: Any = apply(whole(), option(do("owner", thing="call", to="chief", chain="sro"))).by_id["call"]
    assert [(claim.who, claim.chain) for claim in after.owner.claims] == [("chief", "sro")]
    system = apply(whole(), option(do("owner", thing="log", to="docks")))
    assert holders(system, "log", "owner") == ["docks"]


def test_a_link_adds_to_a_slot_and_an_unlink_takes_away() -> None:
    after = apply(whole(), option(do("link", thing="log", slot="exchanges_with", to="book")))
    assert holders(after, "log", "exchanges_with") == ["book"]
    dropped = apply(whole(), option(do("unlink", thing="safe-passage", slot="conflicts_with", to="speed", none=True)))
    assert dropped.by_id["safe-passage"].conflicts_with.state == "none"  # type: ignore[attr-defined]


def test_a_link_may_take_the_place_of_another() -> None:
    change = option(do("link", thing="berth", slot="performed_by", to="pilots", instead_of="docks"))
    after = apply(whole(), change)
    assert holders(after, "berth", "performed_by") == ["pilots"]
    assert conservation(whole(), after, change) == []


def test_a_link_to_an_unknown_in_place_of_another_is_named_as_unknown() -> None:
    change = option(do("link", thing="berth", slot="performed_by", to="unknown", instead_of="docks"))
    (loss,) = conservation(whole(), apply(whole(), change), change)
    assert (loss.thing, loss.kind, loss.outcome, loss.because) == ("berth", "stage", "unknown", "it helps")


def test_what_is_linked_to_another_body_has_moved_and_is_not_lost() -> None:
    leaving = do("unlink", thing="pilots", slot="pursues", to="safe-passage")
    gone = option(leaving)
    (loss,) = conservation(small_model(), apply(small_model(), gone), gone)
    assert (loss.thing, loss.kind, loss.outcome) == ("safe-passage", "objective", "given_up")
    moved = option(leaving, do("link", thing="docks", slot="pursues", to="safe-passage"))
    assert conservation(small_model(), apply(small_model(), moved), moved) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (do("link", thing="log", slot="exchange_with", to="book"), "has no slot 'exchange_with'\n    did you mean"),
        (do("link", thing="log", slot="exchanges_with", to="chief"), "'exchanges_with' cannot name one"),
        (do("link", thing="log", slot="exchanges_with", to="log"), "cannot be in 'exchanges_with' of itself"),
        (do("link", thing="call", slot="owner", to="chief"), "has a verb of its own\n    use owner"),
        (do("link", thing="speed", slot="conflicts_with", to="safe-passage"), "needs 'designated_by'"),
        (do("link", thing="log", slot="exchanges_with", to="book", chain="line"), "has no 'chain'"),
        (do("unlink", thing="log", slot="exchanges_with", to="book"), "'Book' (book) is not in 'exchanges_with'"),
        (do("link", thing="safe-passage", slot="conflicts_with", to="speed", designated_by="x"), "already"),
    ],
)
def test_a_link_that_cannot_be_meant_is_refused(change: dict[str, Any], words: str) -> None:
    assert words in refusals(change, model=whole())


def test_every_kind_of_thing_can_be_created() -> None:
    made = [
        ("subject", {"part_of": who("safety")}),
        ("process", {"stages": [{"id": "first-step", "title": "First", "performed_by": who("docks")}]}),
        ("board", {"chair": who("chief")}),
        ("data-system", {"owner": who("docks")}),
        ("objective", {"owner": who("docks")}),
        ("lever", {"kind": "other", "acts_on": who("docks")}),
        ("location", {}),
        ("person", {"invented": True}),
    ]
    record = {kind: {"id": f"new-{kind}", "title": "New"} | more for kind, more in made}
    changes = [do(f"create-{kind}", **{kind.replace("-", "_"): record[kind]}) for kind, _ in made]
    after = apply(small_model(), option(*changes))
    assert {f"new-{kind}" for kind, _ in made} <= after.by_id.keys()
    assert after.label_of["first-step"] == "Stage"


def test_a_stage_of_a_new_process_can_be_named_by_another_change() -> None:
    process = {"id": "tow", "title": "Towing", "stages": [{"id": "hook", "title": "Hook"}]}
    link = do("link", thing="hook", slot="performed_by", to="docks")
    after = apply(small_model(), option(do("create-process", process=process), link))
    assert holders(after, "hook", "performed_by") == ["docks"]


def test_a_new_process_with_a_hand_off_between_stages_that_are_not_there_is_refused() -> None:
    process = {"id": "tow", "title": "Towing", "stages": [{"id": "hook", "title": "Hook"}]}
    process["handoffs"] = [{"before": "hook", "after": "hock"}]
    said = refusals(do("create-process", process=process))
    assert "no stage of the process has the id 'hock'\n    did you mean 'hook'?" in said


UNCLEAR = [{"id": "log", "title": "Log", "exchanges_with": [{"state": "unclear"}]}, {"id": "book", "title": "Book"}]


def states(model: Model) -> list[str]:
    return [claim.state for claim in model.by_id["log"].exchanges_with.claims]  # type: ignore[attr-defined]


@pytest.mark.parametrize("state", ["none", "not_stated"])
def test_what_is_linked_takes_the_place_of_nothing(state: str) -> None:
    model = small_model(data_systems=[UNCLEAR[0] | {"exchanges_with": [{"state": state}]}, UNCLEAR[1]])
    link = option(do("link", thing="log", slot="exchanges_with", to="book"))
    assert states(apply(model, link)) == ["known"]
    assert plan(model, link).still_open == ()


@pytest.mark.parametrize("state", ["unclear", "redacted", "open"])
def test_what_the_source_leaves_unclear_stays_beside_a_link_and_is_told_unless_it_is_settled(state: str) -> None:
    model = small_model(data_systems=[UNCLEAR[0] | {"exchanges_with": [{"state": state}]}, UNCLEAR[1]])
    beside = do("link", thing="log", slot="exchanges_with", to="book")
    assert states(apply(model, option(beside))) == [state, "known"]
    told = [(each.thing.id, each.part, each.state, each.number) for each in plan(model, option(beside)).still_open]
    assert told == [("log", "exchanges_with", state, 1)]
    settled = option(beside | {"settles": [state]})
    assert states(apply(model, settled)) == ["known"]
    assert plan(model, settled).still_open == ()


def test_only_what_is_said_today_is_settled_and_only_by_a_name() -> None:
    model = small_model(data_systems=UNCLEAR)
    wrong = do("link", thing="log", slot="exchanges_with", to="book", settles=["redacted"])
    assert "'exchanges_with' of 'Log' (log) is not redacted today" in refusals(wrong, model=model)
    nobody = do("link", thing="log", slot="exchanges_with", to="unknown", settles=["unclear"])
    assert "is not known then either" in refusals(nobody, model=model)


def test_what_is_redacted_beside_one_who_is_assigned_is_told_and_in_another_chain_is_not() -> None:
    duty = {"id": "dredging", "title": "Dredging"}
    redacted = [{"state": "redacted", "chain": "line"}, {"state": "redacted", "chain": "sro"}]
    model = small_model(responsibilities=[duty | {"accountable": redacted}])
    told = plan(model, option(do("assign", responsibility="dredging", to="chief"))).still_open
    assert [(each.thing.id, each.part, each.state) for each in told] == [("dredging", "accountable", "redacted")]
    clear = small_model(responsibilities=[duty | {"accountable": redacted[1:]}])
    assert plan(clear, option(do("assign", responsibility="dredging", to="chief"))).still_open == ()
