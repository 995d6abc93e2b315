"""Dividing responsibilities, posts with nothing else, precedence, grades, and what goes along with a transfer."""

import pytest
from pydantic import ValidationError

from orgmodel.options import apply, conservation, plan
from tests.unit.options.small import do, holders, option, refusals, small_model, who

NORTH = {"scope": "north", "to": "chief-pilot"}
SOUTH = {"scope": "south", "to": "crane-lead"}


def test_a_responsibility_is_divided_into_parts_with_owners() -> None:
    after = apply(small_model(), option(do("divide", responsibility="berths", parts=[NORTH, SOUTH], rest="nothing")))
    claims = after.by_id["berths"].accountable.claims  # type: ignore[attr-defined]
    told = {(claim.who, claim.scope, claim.sharing) for claim in claims}
    assert told == {("chief-pilot", "north", "divided"), ("crane-lead", "south", "divided")}


def test_a_division_has_to_say_what_is_left() -> None:
    said = refusals(do("divide", responsibility="berths", parts=[NORTH, SOUTH]))
    assert "dividing responsibility 'Berths' (berths) leaves what is in none of the parts over" in said
    assert "say in 'rest' who has it" in said


def test_a_part_that_is_held_today_cannot_be_forgotten() -> None:
    berths = {"id": "berths", "title": "Berths", "accountable": who("dock-master", scope="east", sharing="divided")}
    model = small_model(responsibilities=[berths])
    said = refusals(do("divide", responsibility="berths", parts=[NORTH, SOUTH], rest="nothing"), model=model)
    assert "leaves the part 'east' that is held today over" in said


def test_the_rest_of_a_division_may_have_an_owner_or_be_unknown() -> None:
    divided = option(do("divide", responsibility="berths", parts=[NORTH, SOUTH], rest="unknown"))
    after = apply(small_model(), divided)
    assert sorted(map(str, holders(after, "berths"))) == ["None", "chief-pilot", "crane-lead"]
    assert [(each.thing.id, each.part, each.state) for each in plan(small_model(), divided).unknowns] == [
        ("berths", "rest", "not_stated")
    ]


def test_a_part_without_a_known_owner_is_named_in_the_plan() -> None:
    parts = [NORTH, {"scope": "south", "to": {"one_of": ["chief", "crane-lead"]}}]
    divided = option(do("divide", responsibility="berths", parts=parts, rest="nothing"))
    (unknown,) = plan(small_model(), divided).unknowns
    assert (unknown.part, [name.id for name in unknown.candidates]) == ("part 'south'", ["chief", "crane-lead"])


def test_a_division_needs_two_parts_and_no_part_twice() -> None:
    with pytest.raises(ValidationError, match="at least 2"):
        option(do("divide", responsibility="berths", parts=[NORTH]))
    twice = refusals(do("divide", responsibility="berths", parts=[NORTH, NORTH], rest="nothing"))
    assert "the part 'north' is given twice" in twice


@pytest.mark.parametrize(
    "other",
    [
        do("transfer", responsibilities=["berths"], **{"from": "dock-master"}, to="chief"),
        do("share", responsibility="berths", to="chief", reason="both need it"),
    ],
)
def test_what_is_divided_is_not_given_to_another_by_the_same_option(other: dict[str, object]) -> None:
    said = refusals(do("divide", responsibility="berths", parts=[NORTH, SOUTH], rest="nothing"), other)
    assert "'Berths' (berths) is divided, and change 2 says who has it" in said


def test_a_post_with_nothing_else_hands_the_others_on() -> None:
    after = apply(small_model(), option(do("only", post="dock-master", responsibilities=["berths"], rest="chief")))
    assert (holders(after, "berths"), holders(after, "lifting")) == (["dock-master"], ["chief"])
    assert after.by_id["dock-master"].other_responsibilities == "none"  # type: ignore[attr-defined]


def test_what_else_a_post_has_must_go_somewhere() -> None:
    said = refusals(do("only", post="dock-master", responsibilities=["berths"]))
    assert "'Dock master' (dock-master) answers for 'Lifting' (lifting) as well" in said
    assert "'unknown' if that is not known" in said


def test_where_the_others_go_may_be_unknown_and_is_then_a_loss_by_name() -> None:
    alone = option(do("only", post="dock-master", responsibilities=["berths"], rest="unknown"))
    after = apply(small_model(), alone)
    named = [(loss.thing, loss.outcome) for loss in conservation(small_model(), after, alone)]
    assert named == [("lifting", "unknown")]


def test_a_post_may_be_left_with_one_subject() -> None:
    after = apply(small_model(), option(do("only", post="dock-master", concerning="safety", rest="chief")))
    assert (holders(after, "lifting"), holders(after, "berths")) == (["dock-master"], ["chief"])


def test_nothing_else_and_something_more_contradict_each_other() -> None:
    alone = do("only", post="crane-lead", responsibilities=["lifting"])
    said = refusals(alone, do("assign", responsibility="dredging", to="crane-lead"))
    assert "'Crane lead' (crane-lead) is to have nothing else, and is given 'Dredging' (dredging)" in said


def test_only_has_to_say_what_is_kept() -> None:
    with pytest.raises(ValidationError, match="say what the post keeps"):
        option(do("only", post="dock-master"))


def test_who_decides_on_a_subject_and_over_whom() -> None:
    change = do("precedence", subject="safety", to="chief-pilot", over=["dock-master"])
    after = apply(small_model(), option(change))
    assert holders(after, "safety", "precedence") == ["chief-pilot"]
    assert holders(after, "chief-pilot", "precedes_over") == ["dock-master"]


def test_two_posts_do_not_decide_over_each_other() -> None:
    model = apply(small_model(), option(do("precedence", to="chief", over=["dock-master"]), id="first"))
    assert "'Chief' (chief) decides over 'Dock master'" in refusals(
        do("precedence", to="dock-master", over=["chief"]), model=model
    )


def test_precedence_needs_something_to_decide() -> None:
    with pytest.raises(ValidationError, match="on which 'subject'"):
        option(do("precedence", to="chief"))


def test_a_grade_changes_or_becomes_a_floor_or_unknown() -> None:
    after = apply(small_model(), option(do("regrade", post="dock-master", grade="captain", bound="at_least")))
    post = after.by_id["dock-master"]
    assert (post.grade, post.grade_bound) == ("captain", "at_least")  # type: ignore[attr-defined]
    unknown = apply(small_model(), option(do("regrade", post="dock-master", grade="unknown")))
    assert unknown.by_id["dock-master"].grade is None  # type: ignore[attr-defined]


def test_a_grade_has_to_be_one_of_the_model() -> None:
    assert "no Grade has the id 'captian'\n    did you mean 'captain'?" in refusals(
        do("regrade", post="dock-master", grade="captian")
    )
    assert "would leave everything as it is" in refusals(do("regrade", post="dock-master", grade="officer"))


def test_a_regraded_post_says_so_in_the_plan() -> None:
    found = plan(small_model(), option(do("regrade", post="dock-master", grade="captain"))).posts
    assert {post.id: post.actions for post in found}["dock-master"] == ("regraded",)


def test_posts_staff_and_money_go_along_with_a_transfer() -> None:
    change = do(
        "transfer",
        responsibilities=["berths"],
        **{"from": "docks"},
        to="pilots",
        part="responsible",
        posts=["crane-lead"],
        fte={"at_least": 3, "at_most": 5},
        budget="unknown",
    )
    told = plan(small_model(), option(change))
    assert holders(apply(small_model(), option(change)), "crane-lead", "in_unit") == ["pilots"]
    assert [(each.measure, each.amount.at_least) for each in told.staffing] == [
        ("full-time equivalents", 3),
        ("pounds a year", None),
    ]
    assert [each.part for each in told.unknowns] == ["budget"]


def test_posts_go_along_to_a_unit_only() -> None:
    change = do("transfer", responsibilities=["berths"], **{"from": "dock-master"}, to="chief", posts=["crane-lead"])
    assert "posts cannot go along to 'Chief' (chief), which is no unit" in refusals(change)
