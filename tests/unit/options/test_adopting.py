"""Adopting what a model holds as proposed or planned: things, slots of things, what is left, and every refusal."""

from typing import Any

import pytest
from pydantic import ValidationError

from orgmodel.errors import OptionError
from orgmodel.model import Model
from orgmodel.options import apply, conservation, diff, find_drift, plan, rebase, reverse, take_part
from orgmodel.options.changes import Adopt
from tests.unit.options.small import do, holders, option, refusals, small_model, who

PROPOSED: dict[str, Any] = {"mode": "proposed", "cites": ["report#3"]}


def unit(ident: str, **more: Any) -> dict[str, Any]:
    return {"id": ident, "title": ident.title(), "kind": "office", **PROPOSED, **more}


def proposing() -> Model:
    """The harbour with a proposed watch, in a proposed centre, under a planned head, and a proposed say for it."""
    model = small_model()
    values = model.model_dump(mode="json", by_alias=True)
    values["units"] += [
        unit("watch", part_of=who("centre", **PROPOSED), head=who("watch-head", **PROPOSED)),
        unit("centre", part_of=who("harbour-board", **PROPOSED)),
    ]
    head = {"id": "watch-head", "title": "Head of the watch", "mode": "planned", "from": "2030", "cites": ["report#4"]}
    values["posts"] += [head | {"reports_to": who("chief", mode="planned", cites=["report#4"])}]
    for responsibility in values["responsibilities"]:
        if responsibility["id"] == "dredging":
            silent = [{"state": "none"}, {"state": "unclear", "chain": "sro"}]
            responsibility["accountable"] = [*silent, *who("watch-head", **PROPOSED)]
        if responsibility["id"] == "berths":
            responsibility["accountable"] = [*who("dock-master"), *who("chief", basis="inferred", **PROPOSED)]
    (board,) = values["boards"]
    board["attendance"] = {"state": "known", "at_most": 9, **PROPOSED}
    return Model.model_validate(values)


def refused(*changes: dict[str, Any]) -> str:
    with pytest.raises(OptionError) as caught:
        apply(proposing(), option(*changes))
    return "\n".join(map(str, caught.value.problems))


def modes(model: Model, ident: str, field: str) -> list[str]:
    return [claim.mode for claim in getattr(model.by_id[ident], field).claims]


def test_things_become_actual_with_what_is_proposed_in_them_and_keep_their_passages() -> None:
    after = apply(proposing(), option(do("adopt", things=["watch", "centre", "watch-head"])))
    assert {after.by_id[ident].mode for ident in ("watch", "centre", "watch-head")} == {"actual"}
    assert holders(after, "watch", "part_of") == ["centre"]
    assert holders(after, "watch", "head") == ["watch-head"]
    assert after.by_id["watch"].cites == ("report#3",)
    assert modes(after, "watch-head", "reports_to") == ["actual"]


def test_a_plan_for_later_is_there_on_the_day_of_the_options_model() -> None:
    after = apply(proposing(), option(do("adopt", things=["watch-head"])))
    assert after.by_id["watch-head"].start is None


def test_what_names_a_thing_that_stays_a_proposal_is_left_and_the_plan_names_it() -> None:
    change = option(do("adopt", things=["watch", "watch-head"]))
    after = apply(proposing(), change)
    assert modes(after, "watch", "part_of") == ["proposed"]
    (left,) = plan(proposing(), change).unknowns
    assert (left.thing.id, left.part, left.state) == ("watch", "part_of", "proposed")
    assert [name.id for name in left.candidates] == ["centre"]


def test_another_change_of_the_option_may_answer_what_is_left() -> None:
    changes = do("adopt", things=["watch", "watch-head"]), do("move-unit", unit="watch", part_of="docks")
    for order in (changes, changes[::-1]):
        assert plan(proposing(), option(*order)).unknowns == ()
        after = apply(proposing(), option(*order))
        assert [claim.who for claim in after.by_id["watch"].part_of.known if claim.mode == "actual"] == ["docks"]  # type: ignore[attr-defined]


def test_two_changes_may_adopt_things_that_name_each_other_in_either_order() -> None:
    one, other = do("adopt", things=["watch"]), do("adopt", things=["centre", "watch-head"])
    first, second = (apply(proposing(), option(*order)) for order in ((one, other), (other, one)))
    assert not diff(first, second)
    assert modes(first, "watch", "part_of") == ["actual"]


def test_an_adopted_thing_may_be_named_by_the_other_changes_and_one_that_is_not_may_not() -> None:
    head = do("set-head", unit="docks", to="watch-head")
    after = apply(proposing(), option(head, do("adopt", things=["watch-head"])))
    assert holders(after, "docks", "head") == ["watch-head"]
    assert "'Head of the watch' (watch-head) is not there today: it is planned in the model" in refused(head)


def test_a_slot_of_a_thing_that_is_there_is_adopted_only_where_it_is_named() -> None:
    things = do("adopt", things=["watch-head"])
    assert modes(apply(proposing(), option(things)), "dredging", "accountable") == ["actual", "actual", "proposed"]
    after = apply(proposing(), option(do("adopt", things=["watch-head"], claims=["dredging.accountable"])))
    claims = after.by_id["dredging"].accountable.claims  # type: ignore[attr-defined]
    assert [(claim.who, claim.state, claim.chain) for claim in claims] == [
        (None, "unclear", "sro"),
        ("watch-head", "known", "line"),
    ]


def test_whoever_is_named_in_an_adopted_slot_stays_beside_it_until_another_change_moves_them() -> None:
    adopted = do("adopt", claims=["berths.accountable"])
    after = apply(proposing(), option(adopted))
    assert holders(after, "berths", "accountable") == ["dock-master", "chief"]
    assert [claim.basis for claim in after.by_id["berths"].accountable.claims] == ["stated", "inferred"]  # type: ignore[attr-defined]
    gone = do("release", responsibility="berths", reason="One is enough.", **{"from": "dock-master"})
    assert holders(apply(proposing(), option(adopted, gone)), "berths", "accountable") == ["chief"]


def test_a_proposed_number_is_adopted_too() -> None:
    board: Any = apply(proposing(), option(do("adopt", claims=["tide-group.attendance"]))).by_id["tide-group"]
    assert (board.attendance.mode, board.attendance.at_most) == ("actual", 9)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (do("adopt", things=["wach"]), "has the id 'wach'"),
        (do("adopt", things=["docks"]), "'Docks' (docks) is actual in the model, and not proposed or planned"),
        (do("adopt", things=["watch", "watch"]), "is actual in the model, and not proposed or planned"),
        (do("adopt", claims=["docks.head"]), "nothing is proposed or planned in 'head' of 'Docks' (docks)"),
        (do("adopt", claims=["docks.heads"]), "nothing is proposed or planned in 'heads'"),
        (do("adopt", claims=["dox.head"]), "has the id 'dox'"),
        (do("adopt", claims=["watch.head"]), "'Watch' (watch) is itself only proposed"),
        (do("adopt", things=["watch"], claims=["watch.head"]), "is adopted as a whole"),
        (do("adopt", claims=["dredging.accountable"]), "would name 'Head of the watch' (watch-head), only a proposal"),
    ],
)
def test_what_cannot_be_adopted_is_refused_with_the_reason(change: dict[str, Any], words: str) -> None:
    assert words in refused(change)


def test_two_changes_cannot_adopt_the_same() -> None:
    twice = do("adopt", things=["centre"])
    assert "is actual in the model" in refused(twice, twice)
    slot = do("adopt", claims=["berths.accountable"])
    assert "nothing is proposed or planned in 'accountable'" in refused(slot, slot)


def test_a_stage_is_adopted_with_its_process() -> None:
    process = {"id": "call", "title": "A call", **PROPOSED, "stages": [{"id": "berth", "title": "Berth", **PROPOSED}]}
    model = small_model(processes=[process])
    assert apply(model, option(do("adopt", things=["call"]))).by_id["berth"].mode == "actual"
    with pytest.raises(OptionError) as caught:
        apply(model, option(do("adopt", things=["berth"])))
    assert "is a part of a process" in str(caught.value.problems[0])


def test_an_adoption_needs_something_to_adopt_and_slots_are_written_with_a_dot() -> None:
    with pytest.raises(ValidationError, match="name what is adopted"):
        Adopt(do="adopt", because="a test")
    with pytest.raises(ValidationError, match=r"write it as 'thing\.slot'"):
        Adopt.model_validate({"do": "adopt", "because": "a test", "claims": ["docks"]})


def test_the_plan_tells_an_adopted_thing_as_new_and_gives_the_reason() -> None:
    told = plan(proposing(), option(do("adopt", things=["watch", "centre", "watch-head"])))
    assert [(step.kind, step.thing.id, step.number) for step in told.named] == [
        ("new", "watch-head", 1),
        ("new", "centre", 1),
        ("new", "watch", 1),
    ]
    assert [name.id for step in told.steps if step.field == "head" for name in step.after] == ["watch-head"]


def test_adopting_loses_nothing_is_undone_and_is_found_in_a_later_account() -> None:
    change = option(do("adopt", things=["watch", "watch-head"], claims=["dredging.accountable"]))
    model, after = proposing(), apply(proposing(), change)
    assert conservation(model, after, change) == []
    undone = apply(after, reverse(model, change))
    assert not diff(model, undone.model_copy(update={"about": model.about}))
    assert [each.became for each in find_drift(model, change, after).changes] == ["done"]
    assert [each.became for each in find_drift(model, change, model).changes] == ["not_done"]
    assert rebase(change, model, model).ready
    assert not rebase(change, model, after).ready


def test_a_part_of_an_option_cannot_leave_out_what_it_adopts() -> None:
    changes = do("adopt", things=["watch-head"]), do("set-head", unit="docks", to="watch-head")
    with pytest.raises(OptionError) as caught:
        take_part(option(*changes), ["2"])
    assert "change 2 needs 'watch-head', which change 1 creates" in str(caught.value.problems[0])


def test_the_model_given_keeps_its_proposals() -> None:
    model = proposing()
    apply(model, option(do("adopt", things=["centre"])))
    assert model == proposing()
    assert "nothing is proposed" in refusals(do("adopt", claims=["tide-group.chair"]))


def test_what_names_a_thing_that_the_same_option_ends_is_not_adopted() -> None:
    units = list(small_model().model_dump(by_alias=True)["units"])
    units[1] |= {"works_with": who("cranes", mode="proposed")}
    close = do("close-unit", unit="cranes", moves=[{"what": "crane-lead", "to": "docks"}])
    said = refusals(do("adopt", claims=["pilots.works_with"]), close, model=small_model(units=units))
    assert "'works_with' of 'Pilots' (pilots) would name 'Cranes' (cranes), and that ends" in said
