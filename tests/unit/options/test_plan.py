"""The plan of an option: three densities, what happens to each post, and what is open."""

from typing import Any

import pytest
from pydantic import ValidationError

from orgmodel.options import Plan, plan
from tests.unit.options.small import do, option, small_model, who


def plan_of(*changes: dict[str, Any], **more: Any) -> Plan:
    return plan(small_model(), option(*changes, **more))


def big() -> tuple[dict[str, Any], ...]:
    """Closes, moves, creates and changes something."""
    post = {"id": "clerk", "title": "Clerk", "in_unit": [{"who": "docks"}]}
    return (
        do("rename", thing="pilots", title="Pilotage"),
        do("create-post", post=post),
        do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="chief-pilot"),
        do("close-unit", unit="cranes", moves=[{"what": "crane-lead", "to": "docks"}]),
    )


def test_the_named_list_tells_first_what_disappears_then_moves_then_what_is_new() -> None:
    told = [(step.kind, step.thing.id, step.field) for step in plan_of(*big()).named]
    assert told == [
        ("closed", "cranes", ""),
        ("moved", "crane-lead", "in_unit"),
        ("moved", "lifting", "accountable"),
        ("new", "clerk", ""),
    ]


def test_everything_tells_the_rest_as_well() -> None:
    steps = {(step.kind, step.thing.id, step.field): step for step in plan_of(*big()).everything}
    assert steps["changed", "pilots", "title"].words == ("Pilots", "Pilotage")
    assert [name.id for name in steps["new", "clerk", "in_unit"].after] == ["docks"]


def test_the_headline_counts_things_and_leaves_out_no_kind() -> None:
    assert dict(plan_of(*big()).headline) == {
        "closed": 1, "moved": 2, "new": 1, "changed": 1, "questions": 0, "unknowns": 0, "losses": 0,
    }  # fmt: skip


def test_a_step_says_from_whom_to_whom_and_why() -> None:
    step = next(step for step in plan_of(*big()).steps if step.thing.id == "lifting")
    assert ([name.title for name in step.before], [name.title for name in step.after]) == (
        ["Dock master"],
        ["Chief pilot"],
    )
    assert (step.number, step.because, step.cites, step.basis) == (3, "it helps", ("report#7",), "stated")


def test_what_passes_on_with_the_rest_has_the_reason_of_that_change() -> None:
    rest = do("transfer", responsibilities={"rest_of": "dock-master"}, to="chief-pilot", because="all of it goes")
    assert {step.because for step in plan_of(rest).steps} == {"all of it goes"}


def test_candidates_are_shown_and_none_is_picked() -> None:
    told = plan_of(do("set-line", post="crane-lead", to={"one_of": ["chief", "chief-pilot"]}))
    (step,) = told.steps
    assert (step.after, step.state, [name.id for name in step.candidates]) == (
        (),
        "not_stated",
        ["chief", "chief-pilot"],
    )
    (unknown,) = told.unknowns
    assert (unknown.thing.id, unknown.part, [name.id for name in unknown.candidates]) == (
        "crane-lead",
        "reports_to",
        ["chief", "chief-pilot"],
    )


@pytest.mark.parametrize(
    ("changes", "post", "actions"),
    [
        (big(), "clerk", ("added",)),
        ((do("keep", things=["chief"]),), "chief", ("untouched",)),
        ((do("keep", things=["chief"]),), "chief-pilot", ("not_reviewed",)),
        ((do("move-post", post="crane-lead", in_unit="docks"),), "crane-lead", ("moved",)),
        ((do("move-unit", unit="cranes", part_of="pilots"),), "crane-lead", ("moved",)),
        ((do("set-line", post="crane-lead", to="chief"),), "crane-lead", ("new_manager",)),
        ((do("set-line", post="crane-lead", to="unknown"),), "crane-lead", ("new_manager",)),
        (big(), "chief-pilot", ("changed_job",)),
        ((do("require", of=["cranes"], requirement="a ticket"),), "crane-lead", ("new_requirement",)),
        (
            (
                do("close-post", post="crane-lead"),
                do("ask", question="Why?"),
            ),
            "crane-lead",
            ("closed",),
        ),
    ],
)
def test_what_happens_to_a_post(changes: tuple[dict[str, Any], ...], post: str, actions: tuple[str, ...]) -> None:
    assert {each.id: each.actions for each in plan_of(*changes).posts}[post] == actions


def test_questions_keep_who_decides_or_that_this_is_not_known() -> None:
    told = plan_of(
        do("ask", question="How many?", decided_by="chief", about=["docks"]), do("ask", question="From where?")
    )
    first, second = told.questions
    assert ([name.id for name in first.decided_by], first.decider_known, [name.id for name in first.about]) == (
        ["chief"],
        True,
        ["docks"],
    )
    assert (second.decided_by, second.decider_known) == ((), False)


def test_staff_may_be_words_and_come_from_nobody_known() -> None:
    told = plan_of(do("staff", amount="many more", subject="safety"))
    (staffing,) = told.staffing
    assert (staffing.amount.words, staffing.amount.known, staffing.giver) == ("many more", False, ())
    assert sorted(unknown.part for unknown in told.unknowns) == ["amount_of_staff", "staff_from", "staff_to"]


def test_an_unknown_destination_of_what_a_closed_unit_holds_is_told_with_the_thing() -> None:
    told = plan_of(do("close-unit", unit="cranes", moves=[{"what": "crane-lead", "to": "unknown"}]))
    assert [(unknown.thing.id, unknown.part) for unknown in told.unknowns] == [("crane-lead", "destination")]


def test_a_requirement_lists_the_posts_it_falls_on_even_where_there_are_none() -> None:
    unit = {"id": "buoys", "title": "Buoys", "kind": "office"}
    told = plan_of(do("create-unit", unit=unit), do("require", of=["buoys"], requirement="a ticket"))
    assert [(each.text, each.posts) for each in told.requirements] == [("a ticket", ())]


def test_a_plan_cannot_be_changed() -> None:
    told = plan_of(*big())
    with pytest.raises(AttributeError):
        told.title = "another"  # type: ignore[misc]


def test_who_stands_behind_an_option_is_said() -> None:
    told = plan_of(do("keep", things=["docks"]), standing="recommended", by="The clerk", decided_by="chief")
    assert (told.standing, told.by, [name.id for name in told.decided_by]) == ("recommended", "The clerk", ["chief"])


@pytest.mark.parametrize(("more", "words"), [
    ({"standing": "preferred"}, "an option that is preferred needs 'by'"),
    ({"standing": "ruled_out", "by": "The clerk"}, "an option that is ruled out needs 'why'"),
])  # fmt: skip
def test_a_standing_needs_its_holder(more: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        option(do("keep", things=["docks"]), **more)


def test_a_stage_is_told_by_itself_and_a_number_without_what_it_rests_on() -> None:
    process = {
        "id": "call",
        "title": "A call",
        "stages": [{"id": "berth", "title": "Berth", "performed_by": who("docks")}],
    }
    change = option(
        do("link", thing="berth", slot="performed_by", to="pilots", instead_of="docks"),
        do("rhythm", board="tide-group", per_year=4),
    )
    steps = {(step.thing.id, step.field): step for step in plan(small_model(processes=[process]), change).steps}
    stage, board = steps["berth", "performed_by"], steps["tide-group", "meetings_per_year"]
    assert (stage.kind, stage.number) == ("moved", 1)
    assert [[name.id for name in names] for names in (stage.before, stage.after)] == [["docks"], ["pilots"]]
    assert board.words == ("state not_stated", "state known, at least 4, at most 4")
    assert [name.id for name in steps["call", "stages"].after] == ["berth"]
    assert steps["call", "stages"].number == 1


def test_what_is_not_known_of_work_is_told_of_the_work_and_not_of_its_giver() -> None:
    moved = do("transfer", responsibilities=["berths"], **{"from": "docks"}, to="redacted", part="responsible")
    (unknown,) = plan_of(moved).unknowns
    assert (unknown.thing.id, unknown.part, unknown.state) == ("berths", "responsible", "redacted")
    (unknown,) = plan_of(do("assign", responsibility="dredging", to="unknown", part="responsible")).unknowns
    assert (unknown.thing.id, unknown.part) == ("dredging", "responsible")
