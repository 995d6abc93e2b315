"""Carrying out an option: each verb, what stays open, and every refusal with its words."""

import re
from typing import Any, get_args

import pytest

from orgmodel.errors import OptionError
from orgmodel.options.apply import HANDLERS, apply, apply_all
from orgmodel.options.changes import AnyChange
from orgmodel.options.diff import diff
from tests.unit.options.small import do, holders, option, refusals, small_model, who


def test_every_verb_has_a_handler() -> None:
    verbs = get_args(get_args(AnyChange)[0])
    assert set(HANDLERS) == set(verbs)


def test_the_model_given_is_left_alone_and_the_options_has_its_own_id_and_the_same_day() -> None:
    model = small_model()
    after = apply(model, option(do("set-line", post="crane-lead", to="chief")))
    assert model == small_model()
    assert (after.id, after.about.as_of) == ("harbour+merge", model.about.as_of)
    assert holders(after, "crane-lead", "reports_to") == ["chief"]


def test_a_created_post_becomes_actual_and_cites_the_option() -> None:
    post = {"id": "new-lead", "title": "New lead", "mode": "proposed", "in_unit": who("docks", mode="proposed")}
    after = apply(small_model(), option(do("create-post", post=post, basis="inferred")))
    created = after.by_id["new-lead"]
    assert (created.mode, created.cites, created.basis) == ("actual", ("report#7",), "inferred")
    assert [claim.mode for claim in created.in_unit.claims] == ["actual"]  # type: ignore[attr-defined]


def test_what_is_created_may_come_after_something_that_is_past_and_not_be_in_it() -> None:
    units = [*small_model().model_dump(by_alias=True)["units"]]
    model = small_model(units=[*units, {"id": "lights", "title": "Lights", "kind": "office", "mode": "past"}])
    unit = {"id": "lamps", "title": "Lamps", "kind": "office", "succeeds": who("lights")}
    after = apply(model, option(do("create-unit", unit=unit)))
    assert holders(after, "lamps", "succeeds") == ["lights"]
    within = do("create-unit", unit={"id": "lamps", "title": "Lamps", "kind": "office", "part_of": who("lights")})
    assert "'Lights' (lights) is not there today: it is past" in refusals(within, model=model)


def test_created_things_follow_by_id_whatever_the_order_of_the_changes() -> None:
    first, second = (do("create-post", post={"id": ident, "title": ident}) for ident in ("aft", "bow"))
    for changes in ((first, second), (second, first)):
        after = apply(small_model(), option(*changes))
        assert [post.id for post in after.posts][-2:] == ["aft", "bow"]
        assert diff(small_model(), after).order == ()


def test_a_line_to_one_of_several_stays_open_and_names_them_without_picking() -> None:
    after = apply(
        small_model(), option(do("set-line", post="crane-lead", to={"one_of": ["dock-master", "chief-pilot"]}))
    )
    (claim,) = after.by_id["crane-lead"].reports_to.claims  # type: ignore[attr-defined]
    assert (claim.who, claim.state) == (None, "not_stated")
    assert claim.note == "One of chief-pilot, dock-master: which is not stated."


def test_a_redacted_answer_stays_redacted() -> None:
    after = apply(small_model(), option(do("set-head", unit="cranes", to="redacted")))
    assert after.by_id["cranes"].head.state == "redacted"  # type: ignore[attr-defined]


def test_dotted_lines_are_left_when_the_line_changes() -> None:
    model = apply(small_model(), option(do("set-line", post="crane-lead", to="chief-pilot", kind="dotted"), id="a"))
    after = apply(model, option(do("set-line", post="crane-lead", to="chief"), id="b"))
    assert sorted(map(str, holders(after, "crane-lead", "reports_to"))) == ["chief", "chief-pilot"]


def test_a_transfer_passes_on_the_accountability_and_the_work_that_the_giver_has() -> None:
    after = apply(
        small_model(), option(do("transfer", responsibilities=["berths"], **{"from": "dock-master"}, to="chief-pilot"))
    )
    assert (holders(after, "berths"), holders(after, "berths", "responsible")) == (["chief-pilot"], ["docks"])


def test_the_rest_is_what_no_other_change_speaks_of_whatever_the_order() -> None:
    lifting = do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="crane-lead")
    rest = do("transfer", responsibilities={"rest_of": "dock-master"}, to="chief-pilot")
    for changes in ((lifting, rest), (rest, lifting)):
        after = apply(small_model(), option(*changes))
        assert (holders(after, "lifting"), holders(after, "berths")) == (["crane-lead"], ["chief-pilot"])


def test_the_rest_may_be_narrowed_to_a_subject() -> None:
    which = {"rest_of": "dock-master", "concerning": "safety"}
    after = apply(small_model(), option(do("transfer", responsibilities=which, to="chief-pilot")))
    assert (holders(after, "lifting"), holders(after, "berths")) == (["chief-pilot"], ["dock-master"])


def test_a_release_leaves_nobody_and_says_so() -> None:
    after = apply(
        small_model(),
        option(do("release", responsibility="lifting", **{"from": "dock-master"}, reason="cranes are sold")),
    )
    assert after.by_id["lifting"].accountable.state == "none"  # type: ignore[attr-defined]


def test_sharing_marks_all_who_share_and_keeps_the_reason() -> None:
    after = apply(small_model(), option(do("share", responsibility="lifting", to="chief-pilot", reason="one crane")))
    claims = after.by_id["lifting"].accountable.claims  # type: ignore[attr-defined]
    assert {(claim.who, claim.sharing, claim.reason) for claim in claims} == {
        ("dock-master", "shared", "one crane"),
        ("chief-pilot", "shared", "one crane"),
    }


def test_assigning_replaces_silence() -> None:
    model = small_model(responsibilities=[{"id": "d", "title": "D", "accountable": [{"state": "unclear"}]}])
    after = apply(model, option(do("assign", responsibility="d", to="chief", axis="horizontal")))
    (claim,) = after.by_id["d"].accountable.claims  # type: ignore[attr-defined]
    assert (claim.who, claim.axis, claim.state) == ("chief", "horizontal", "known")


def test_what_is_redacted_stays_beside_what_is_assigned() -> None:
    model = small_model(responsibilities=[{"id": "d", "title": "D", "accountable": [{"state": "redacted"}]}])
    after = apply(model, option(do("assign", responsibility="d", to="chief")))
    assert after.by_id["d"].accountable.state == "open"  # type: ignore[attr-defined]


def test_a_requirement_falls_on_every_post_of_a_unit_and_below() -> None:
    after = apply(small_model(), option(do("require", of=["docks"], requirement="a diver's ticket")))
    having = [post.id for post in after.posts if post.requirements]
    assert having == ["dock-master", "crane-lead"]


def test_a_rename_keeps_the_id_and_the_old_title() -> None:
    after = apply(small_model(), option(do("rename", thing="docks", title="Quays")))
    assert (after.by_id["docks"].title, after.by_id["docks"].aliases) == ("Quays", ("Docks",))


def test_closing_a_post_moves_each_thing_to_where_the_option_says() -> None:
    after = apply(small_model(), option(close_dock_master()))
    assert after.by_id["dock-master"].mode == "past"
    assert holders(after, "lifting") == ["chief-pilot"]
    assert after.by_id["berths"].accountable.state == "not_stated"  # type: ignore[attr-defined]
    assert holders(after, "crane-lead", "reports_to") == ["chief"]
    assert holders(after, "chief", "can_use") == ["berth-fees"]
    assert holders(after, "tide-group", "members") == ["chief-pilot"]
    assert [(each.person, each.post, each.mode) for each in after.holdings] == [("ada", "dock-master", "past")]


def test_closing_that_would_lose_things_names_each_of_them() -> None:
    text = refusals(do("close-post", post="dock-master"))
    for lost in (
        "would lose 'Berths' (berths), held as responsibility (line)",
        "would lose 'Lifting' (lifting), held as responsibility (line)",
        "would lose 'Crane lead' (crane-lead), held as report (line)",
        "would lose 'Docks' (docks), held as unit that it heads",
        "would lose 'Tide group' (tide-group), held as chair and membership",
        "would lose 'Berth fees' (berth-fees), held as lever",
        "would lose 'Ada' (ada), held as holder",
    ):
        assert lost in text


def test_what_another_change_moves_need_not_be_moved_by_the_closing() -> None:
    closing = close_dock_master()
    closing["moves"] = [move for move in closing["moves"] if move["what"] not in ("docks", "lifting")]
    head = do("set-head", unit="docks", to="crane-lead")
    lifting = do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="crane-lead")
    assert holders(apply(small_model(), option(closing, head, lifting)), "docks", "head") == ["crane-lead"]


def test_things_closed_together_need_no_destination_for_each_other() -> None:
    changes = (do("close-unit", unit="cranes"), do("close-post", post="crane-lead"))
    after = apply(small_model(), option(*changes))
    assert {after.by_id[ident].mode for ident in ("cranes", "crane-lead")} == {"past"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (do("set-line", post="crane-leed", to="chief"), "no Post has the id 'crane-leed'.*did you mean 'crane-lead'"),
        (do("set-line", post="crane-lead", to="docks"), r"'Docks' \(docks\) is a Unit, which does not fit here"),
        (do("set-line", post="crane-lead", to="crane-lead"), "cannot be its own superior"),
        (do("set-line", post="crane-lead", to="dock-master"), "would leave everything as it is"),
        (do("set-line", post="chief", to="crane-lead"), "posts would report to each other in a circle"),
        (do("move-unit", unit="docks", part_of="docks"), "cannot be its own parent"),
        (do("move-unit", unit="docks", part_of="cranes"), "units would be part of each other in a circle"),
        (do("create-post", post={"id": "chief", "title": "Chief"}), "'chief' already exists"),
        (do("create-unit", unit={"id": "x", "title": "X", "kind": "ofice"}), "did you mean 'office'"),
        (do("create-post", post={"id": "x", "title": "X", "grade": "oficer"}), "did you mean 'officer'"),
        (do("create-post", post={"id": "x", "title": "X", "in_unit": who("dock")}), "did you mean 'docks'"),
        (do("share", responsibility="lifting", to="chief"), "would be shared without a reason"),
        (do("release", responsibility="lifting", **{"from": "dock-master"}), "is released without a reason"),
        (do("assign", responsibility="lifting", to="chief"), "is held by 'Dock master'.*use 'transfer'"),
        (do("assign", responsibility="lifting", to="dock-master"), "has responsibility 'Lifting' .lifting. already"),
        (
            do("transfer", responsibilities=["lifting"], **{"from": "chief"}, to="chief-pilot"),
            "'Chief' .chief. does not hold responsibility 'Lifting'.*accountable in that chain: 'Dock master'",
        ),
        (do("transfer", responsibilities={"rest_of": "chief"}, to="chief-pilot"), "holds nothing else"),
        (do("transfer", responsibilities=["lifting"], **{"from": "chief"}, to="chief"), "cannot transfer to itself"),
        (do("transfer", responsibilities=["lifting"], to="chief"), "a transfer needs one giver"),
        (do("rename", thing="docks", title="Docks"), "would leave everything as it is"),
        (do("concern", responsibility="lifting", subject="safety"), "would leave everything as it is"),
        (do("set-line", post="crane-lead", to="chief", cites=["reprot#3"]), "did you mean 'report'"),
        (do("set-line", post="crane-lead", to="chief", cites=["report#99"]), "has no paragraph 99"),
        (do("set-line", post="crane-lead", to="chief", phase="first"), "the option has no phase 'first'"),
        (do("ask", question="Who?", decided_by="nobody-here"), "no Unit or Post or Board has the id 'nobody-here'"),
        (do("require", of=["chief", "safety"], requirement="x"), "is a Subject, which does not fit here"),
    ],
)
def test_a_refusal_names_the_thing_and_says_what_to_do(change: dict[str, Any], words: str) -> None:
    assert re.search(words, refusals(change), re.DOTALL)


def test_every_problem_is_named_at_once() -> None:
    text = refusals(do("set-line", post="nobody", to="chief"), do("set-head", unit="nowhere", to="chief"))
    assert "'nobody'" in text
    assert "'nowhere'" in text


def test_two_changes_that_decide_the_same_are_refused() -> None:
    text = refusals(do("set-line", post="crane-lead", to="chief"), do("set-line", post="crane-lead", to="chief-pilot"))
    assert "two changes of one option decide the same" in text


def test_what_is_kept_cannot_be_changed() -> None:
    text = refusals(do("keep", things=["docks"]), do("set-head", unit="docks", to="chief"))
    assert "'Docks' (docks) is to be kept as it is, and is changed by change 2" in text


def test_nothing_can_go_to_what_the_same_option_closes() -> None:
    changes = (do("close-unit", unit="cranes"), do("move-post", post="crane-lead", in_unit="cranes"))
    assert "is closed by the same option, so nothing can go to it" in refusals(*changes)


def test_an_option_for_another_model_is_refused() -> None:
    with pytest.raises(OptionError) as refused:
        apply(small_model(), option(do("keep", things=["docks"]), model="port"))
    assert "is written for the model 'port', and this is 'harbour'" in str(refused.value.problems[0])


def test_an_option_applied_twice_is_refused() -> None:
    once = option(do("set-line", post="crane-lead", to="chief"))
    with pytest.raises(OptionError) as refused:
        apply_all(small_model(), [once, once])
    assert "option 'merge' has been applied already" in str(refused.value.problems[0])


def close_dock_master() -> dict[str, Any]:
    return do(
        "close-post",
        post="dock-master",
        moves=[
            {"what": "lifting", "to": "chief-pilot"},
            {"what": "berths", "to": "unknown"},
            {"what": "crane-lead", "to": "chief"},
            {"what": "docks", "to": "unknown"},
            {"what": "tide-group", "to": "chief-pilot"},
            {"what": "berth-fees", "to": "chief"},
            {"what": "ada", "to": "unknown"},
        ],
    )
