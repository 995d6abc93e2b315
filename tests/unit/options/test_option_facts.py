"""What an option says of itself: phases and their order, costs, variants, what is ruled out, who has accepted."""

from typing import Any

import pytest
from pydantic import ValidationError

from orgmodel.options import Changeset, apply, plan
from orgmodel.options.including import check_others
from orgmodel.render.plan_facts import say_amount
from tests.unit.options.small import do, option, refusals, small_model

MOVE = do("move-unit", unit="cranes", part_of="pilots")
FIRST = {"id": "first", "title": "First", "from": "2024-02-01", "until": "2024-04-30"}
SECOND = {"id": "second", "title": "Second", "from": "2024-05-01", "requires": ["first"], "needs": ["A byelaw"]}


def test_phases_in_order_are_told_with_what_they_need() -> None:
    told = plan(small_model(), option(MOVE | {"phase": "second"}, phases=[FIRST, SECOND]))
    assert [(phase.id, phase.requires, phase.needs) for phase in told.phases] == [
        ("first", (), ()),
        ("second", ("first",), ("A byelaw",)),
    ]


@pytest.mark.parametrize(
    ("phases", "words"),
    [
        ([FIRST | {"until": "2024-01-01"}], "phase 'first' ends before it begins"),
        (
            [FIRST, SECOND | {"from": "2024-03-01"}],
            "phase 'second' begins before 'first', which it requires, has ended",
        ),
        ([{"id": "first", "title": "First", "from": "2024-06"}, SECOND], "phase 'second' begins before 'first'"),
        ([FIRST | {"requires": ["second"]}, SECOND], "phase 'first' would have to come before itself"),
        ([FIRST | {"requires": ["zeroth"]}], "the option has no phase 'zeroth'"),
        ([FIRST, FIRST], "two phases have the id 'first'"),
    ],
)
def test_phases_out_of_order_are_refused(phases: list[dict[str, Any]], words: str) -> None:
    assert words in refusals(MOVE, phases=phases)


def test_dates_that_are_bounds_are_refused_only_where_they_cannot_be_in_order() -> None:
    vague = SECOND | {"from": "2024"}
    assert apply(small_model(), option(MOVE, phases=[FIRST, vague]))


def test_a_change_is_dated_within_its_phase() -> None:
    assert "dated outside its phase 'first'" in refusals(MOVE | {"phase": "first", "when": "2025"}, phases=[FIRST])


def test_a_change_does_not_use_what_only_a_later_phase_creates() -> None:
    unit = {"id": "quays", "title": "Quays", "kind": "office"}
    late = do("create-unit", unit=unit, phase="second")
    early = do("move-unit", unit="cranes", part_of="quays", phase="first")
    said = refusals(late, early, phases=[FIRST, SECOND])
    assert "'quays' is used in phase 'first', and created in the later phase 'second'" in said
    assert apply(small_model(), option(late | {"phase": "first"}, early, phases=[FIRST, SECOND]))


def test_costs_are_told_once_and_again_and_may_be_unknown() -> None:
    costs = [
        {"what": "Moving", "amount": {"at_least": 1000, "at_most": 2000}},
        {"what": "Rent", "kind": "recurring", "amount": "unknown", "unit": "pounds a year", "cites": ["report#3"]},
    ]
    told = plan(small_model(), option(MOVE, costs=costs)).costs
    assert [(cost.kind, cost.amount.known) for cost in told] == [("one_off", True), ("recurring", False)]
    assert "no source has the id 'repoort'" in refusals(MOVE, costs=[costs[1] | {"cites": ["repoort#3"]}])


def test_an_amount_that_is_redacted_is_not_one_that_is_not_stated() -> None:
    costs = [{"what": what, "amount": amount} for what, amount in (("Moving", "redacted"), ("Desks", "unknown"))]
    amounts = {"from": "dock-master", "fte": "redacted", "budget": "unknown"}
    transfer = do("transfer", responsibilities=["lifting"], to="chief-pilot", **amounts)
    told = plan(small_model(), option(transfer, costs=costs))
    assert [say_amount(cost.amount) for cost in told.costs] == [
        "an amount that is redacted", "an amount that is not stated",
    ]  # fmt: skip
    states = {each.part: each.state for each in told.unknowns}
    assert (states["fte"], states["budget"]) == ("redacted", "not_stated")
    with pytest.raises(ValidationError, match="redacted and given"):
        option(MOVE, costs=[{"what": "Moving", "amount": {"redacted": True, "at_least": 3}}])


def test_a_variant_is_not_chosen_beside_what_it_varies() -> None:
    first = apply(small_model(), option(MOVE, id="plain"))
    said = refusals(do("set-line", post="crane-lead", to="chief"), model=first, id="other", variant_of="plain")
    assert "option 'other' is a variant of 'plain', which is applied" in said


def test_a_variant_is_of_an_option_that_is_there_and_not_of_itself() -> None:
    one = option(MOVE, id="one", variant_of="onne")
    (problem,) = check_others(one, {"one": one})
    assert (problem.what, problem.hint) == ("no option has the id 'onne'", "did you mean 'one'?")
    (itself,) = check_others(option(MOVE, id="one", variant_of="one"), {"one": one})
    assert itself.what == "option 'one' is a variant of itself"


RULED_OUT = {
    "id": "no-cranes",
    "title": "Moving the cranes",
    "by": "The clerk",
    "why": "They are fixed.",
    "while": "it rains",
}


@pytest.mark.parametrize(
    ("entry", "said", "numbers"),
    [
        ({"things": ["cranes"]}, {}, (2,)),
        ({"things": ["cranes"], "verbs": ["merge"]}, {}, None),
        ({"verbs": ["move-unit"]}, {}, (2,)),
        ({"option": "merge"}, {}, ()),
        ({}, {"ruled_out": ["no-cranes"]}, ()),
        ({}, {}, None),
    ],
)
def test_what_is_ruled_out_is_named_and_carried_out(entry: Any, said: Any, numbers: Any) -> None:
    model = small_model(ruled_out=[RULED_OUT | entry])
    chosen: Changeset = option(do("ask", question="Why?", about=["cranes"]), MOVE, **said)
    found = plan(model, chosen).ruled_out
    if numbers is None:
        assert found == ()
    else:
        assert [(each.by, each.why, each.while_, each.numbers) for each in found] == [
            ("The clerk", "They are fixed.", "it rains", numbers)
        ]


def test_an_option_names_only_what_the_model_says_is_ruled_out() -> None:
    said = refusals(MOVE, ruled_out=["no-crane"], model=small_model(ruled_out=[RULED_OUT]))
    assert "no thing ruled out has the id 'no-crane'\n    did you mean 'no-cranes'?" in said


def test_who_has_accepted_must_be_there() -> None:
    assert "has the id 'chieff'\n    did you mean 'chief'?" in refusals(
        MOVE, accepted=[{"what": "berths", "by": "chieff"}]
    )


def test_what_is_ruled_out_needs_who_and_why() -> None:
    with pytest.raises(ValidationError, match="needs 'by'"):
        option(MOVE, standing="ruled_out")
