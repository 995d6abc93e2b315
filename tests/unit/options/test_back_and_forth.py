"""Undoing an option, taking a part of it, moving it to a changed baseline, and holding it against what came of it."""

from typing import Any

import pytest

from orgmodel.errors import OptionError
from orgmodel.model import Model
from orgmodel.options import Changeset, apply, carry_over, find_drift, plan, rebase, reverse, take_part
from tests.unit.options.small import do, holders, option, refusals, small_model, who

UNIT = do("create-unit", unit={"id": "quays", "title": "Quays", "kind": "office"}, phase="first")
MOVE = do("move-unit", unit="cranes", part_of="quays", phase="second")
LINE = do("set-line", post="crane-lead", to="chief")
PHASES = [{"id": "first", "title": "First"}, {"id": "second", "title": "Second", "requires": ["first"]}]
WHOLE = option(UNIT, MOVE, LINE, phases=PHASES)


def without_id(model: Model) -> dict[str, Any]:
    return model.model_dump() | {"about": None}


def test_undoing_gives_the_model_that_was() -> None:
    after = apply(small_model(), WHOLE)
    assert without_id(apply(after, reverse(small_model(), WHOLE))) == without_id(small_model())


def test_undoing_a_closing_seats_people_again_and_says_what_it_undoes() -> None:
    moves = [
        {"what": what, "to": "unknown"} for what in ("ada", "berths", "lifting", "docks", "tide-group", "crane-lead")
    ]
    close = option(do("close-post", post="dock-master", moves=[*moves, {"what": "berth-fees", "to": "chief"}]))
    back = reverse(small_model(), close)
    assert without_id(apply(apply(small_model(), close), back)) == without_id(small_model())
    assert {change.because for change in back.changes} == {"It undoes change 1 of 'merge' (close-post)."}
    assert back.requires == ("merge",)


def test_an_option_that_undoes_is_a_file_like_any_other_and_does_not_work_without_the_first() -> None:
    back = reverse(small_model(), WHOLE)
    read = Changeset.model_validate(back.model_dump(mode="json", by_alias=True))
    assert read.changes == back.changes
    with pytest.raises(OptionError, match="problem"):
        apply(small_model(), back)


def test_what_others_built_on_is_not_taken_out_from_under_them() -> None:
    after = apply(small_model(), option(UNIT, phases=PHASES))
    later = apply(after, option(do("move-post", post="chief-pilot", in_unit="quays"), id="later"))
    with pytest.raises(OptionError) as refused:
        apply(later, reverse(small_model(), option(UNIT, phases=PHASES)))
    assert "'quays' cannot be taken out: 'Chief pilot' (chief-pilot) refers to it" in str(refused.value.problems[0])


@pytest.mark.parametrize(
    ("was", "words"),
    [
        ({"titel": "X"}, "has no field 'titel'\n    did you mean 'title'?"),
        ({"kind": "wizard"}, "'Chief' (chief) cannot be restored: Input should be"),
        ({"title": "Chief"}, "would leave everything as it is"),
    ],
)
def test_a_field_is_restored_to_what_it_may_be(was: dict[str, Any], words: str) -> None:
    with pytest.raises(OptionError) as refused:
        apply(small_model(), option(do("restore", thing="chief", was=was)))
    assert words in "\n".join(map(str, refused.value.problems))


def test_a_part_is_taken_by_number_or_by_phase() -> None:
    assert [change.do for change in take_part(WHOLE, ["3"]).changes] == ["set-line"]
    assert [change.do for change in take_part(WHOLE, ["first", "3"]).changes] == ["create-unit", "set-line"]
    after = apply(small_model(), take_part(WHOLE, ["3"]))
    assert (holders(after, "crane-lead", "reports_to"), "quays" in after.by_id) == (["chief"], False)


def test_a_part_does_not_leave_out_what_it_needs() -> None:
    with pytest.raises(OptionError) as refused:
        take_part(WHOLE, ["second", "fourth", "9"])
    said = "\n".join(map(str, refused.value.problems))
    assert "change 2 needs 'quays', which change 1 creates" in said
    assert "change 2 is in phase 'second', which requires phase 'first'" in said
    assert "no change or phase 'fourth'\n    its changes are 1 to 3; its phases: first, second" in said
    assert "no change or phase '9'" in said


def changed(**records: dict[str, Any]) -> Model:
    """The small model with some of its posts or units changed."""
    lists = small_model().model_dump(by_alias=True)
    found = {
        name: [each | records.get(each["id"].replace("-", "_"), {}) for each in lists[name]]
        for name in ("units", "posts")
    }
    return small_model(**found)


def test_an_option_stands_on_a_baseline_that_changed_elsewhere() -> None:
    assert rebase(WHOLE, small_model(), changed(chief_pilot={"reports_to": who("dock-master")})).ready


def test_what_both_changed_is_shown_three_ways_and_nothing_is_picked() -> None:
    found = rebase(WHOLE, small_model(), changed(crane_lead={"reports_to": who("chief-pilot")}))
    (conflict,) = found.conflicts
    assert (conflict.thing, conflict.field, conflict.number) == ("crane-lead", "reports_to", 3)
    assert (conflict.base, conflict.theirs, conflict.ours) == (
        ("Dock master [dock-master], line",),
        ("Chief pilot [chief-pilot], line",),
        ("Chief [chief], line",),
    )
    assert not found.ready


def test_what_the_new_baseline_has_already_is_no_conflict() -> None:
    found = rebase(WHOLE, small_model(), changed(crane_lead={"reports_to": who("chief")}))
    assert ([each.thing for each in found.done], found.conflicts) == (["crane-lead"], ())
    assert "would leave everything as it is" in found.problems[0].what


def test_what_is_gone_or_there_already_in_the_new_baseline_conflicts() -> None:
    gone = rebase(WHOLE, small_model(), changed(cranes={"mode": "past"}))
    assert [(each.thing, each.how, each.theirs) for each in gone.conflicts] == [("cranes", "gone", ("closed",))]
    units = [*small_model().model_dump(by_alias=True)["units"], {"id": "quays", "title": "Old quays", "kind": "office"}]
    there = rebase(WHOLE, small_model(), small_model(units=units))
    assert [(each.how, each.theirs, each.ours) for each in there.conflicts] == [("exists", ("Old quays",), ("Quays",))]


def test_an_option_is_carried_over_without_what_is_done_there_already() -> None:
    half = apply(small_model(), option(UNIT, MOVE, phases=PHASES, id="half"))
    carried = carry_over(WHOLE, small_model(), half)
    assert (carried.model, [change.do for change in carried.changes]) == ("harbour", ["set-line"])
    # What is made of both is what the whole option makes at once.
    assert without_id(apply(half, carried)) == without_id(apply(small_model(), WHOLE))


def test_an_option_is_not_carried_over_where_anything_conflicts_or_nothing_is_left() -> None:
    with pytest.raises(OptionError) as conflict:
        carry_over(WHOLE, small_model(), changed(crane_lead={"reports_to": who("chief-pilot")}))
    assert "'Crane lead', reports to, was changed by both" in str(conflict.value.problems[0])
    with pytest.raises(OptionError) as nothing:
        carry_over(WHOLE, small_model(), apply(small_model(), WHOLE))
    assert "is there already" in nothing.value.problems[0].what


def test_something_new_that_is_there_in_another_form_is_not_taken_for_done() -> None:
    other = option(
        do("create-unit", unit={"id": "quays", "title": "Quays", "kind": "office", "part_of": who("docks")}), id="other"
    )
    both = option(UNIT, LINE, phases=PHASES)
    with pytest.raises(OptionError) as refused:
        carry_over(both, small_model(), apply(small_model(), other))
    assert any("'quays' already exists" in problem.what for problem in refused.value.problems)


def test_that_an_option_names_the_old_model_is_no_hindrance_of_a_rebase() -> None:
    about = small_model().about.model_copy(update={"id": "newer"})
    newer = small_model().model_copy(update={"about": about})
    assert rebase(WHOLE, small_model(), newer).ready
    assert carry_over(WHOLE, small_model(), newer).model == "newer"


def became(later: Model, chosen: Changeset = WHOLE) -> list[str]:
    return [change.became for change in find_drift(small_model(), chosen, later).changes]


def test_reality_followed_or_did_not() -> None:
    assert became(apply(small_model(), WHOLE)) == ["done", "done", "done"]
    assert became(small_model()) == ["not_done", "not_done", "not_done"]


def test_reality_went_another_way_or_is_not_told() -> None:
    assert became(changed(crane_lead={"reports_to": who("chief-pilot")}))[2] == "done_otherwise"
    assert became(changed(crane_lead={"reports_to": []}))[2] == "not_stated"
    posts = [post for post in small_model().posts if post.id != "crane-lead"]
    assert became(small_model().model_copy(update={"posts": tuple(posts)}))[2] == "not_stated"


def test_what_a_later_account_does_not_name_is_not_known_to_have_ended() -> None:
    close = option(do("close-unit", unit="cranes", moves=[{"what": "crane-lead", "to": "docks"}]))
    assert became(apply(small_model(), close), close) == ["done"]
    units = [unit for unit in small_model().units if unit.id != "cranes"]
    (change,) = find_drift(small_model(), close, small_model().model_copy(update={"units": tuple(units)})).changes
    assert {fact.thing: fact.became for fact in change.facts} == {"cranes": "not_stated", "crane-lead": "not_done"}


def test_a_change_of_several_things_may_be_done_in_part() -> None:
    both = option(do("transfer", responsibilities=["berths", "lifting"], **{"from": "dock-master"}, to="chief"))
    half = option(do("transfer", responsibilities=["berths"], **{"from": "dock-master"}, to="chief"))
    assert became(apply(small_model(), half), both) == ["done_in_part"]


def test_what_was_put_into_something_new_is_not_done_while_that_is_not_there() -> None:
    head = option(UNIT, do("set-head", unit="quays", to="chief"), phases=PHASES)
    assert became(small_model(), head) == ["not_done", "not_done"]
    assert became(apply(small_model(), head), head) == ["done", "done"]
    assert became(apply(small_model(), option(UNIT, phases=PHASES)), head) == ["done", "not_done"]
    other = option(UNIT, do("set-head", unit="quays", to="crane-lead"), phases=PHASES)
    assert became(apply(small_model(), other), head) == ["done", "done_otherwise"]


def test_a_new_title_is_no_drift_and_what_was_to_be_kept_is_looked_at() -> None:
    keep = option(do("keep", things=["crane-lead"]), do("set-line", post="dock-master", to="chief-pilot"))
    after = apply(small_model(), keep)
    renamed = apply(after, option(do("rename", thing="chief-pilot", title="Head of Pilots"), id="later"))
    assert became(renamed, keep) == ["done", "done"]
    moved = apply(after, option(do("move-post", post="crane-lead", in_unit="docks"), id="later"))
    assert became(moved, keep) == ["done_otherwise", "done"]


def test_a_question_is_nothing_that_a_model_can_show() -> None:
    assert became(small_model(), option(do("ask", question="Who?"))) == ["not_stated"]


def test_the_plan_of_an_option_that_undoes_tells_what_goes_back() -> None:
    told = plan(apply(small_model(), WHOLE), reverse(small_model(), WHOLE))
    steps = {(step.kind, step.thing.id, step.field) for step in told.steps}
    assert steps == {("closed", "quays", ""), ("moved", "cranes", "part_of"), ("moved", "crane-lead", "reports_to")}


# -- what is taken out and what is put back ----------------------------------------------------------------------------


def test_what_was_taken_out_is_made_again_as_it_was_whatever_it_names() -> None:
    before = small_model().model_dump(by_alias=True)
    posts = [each | {"mode": "proposed"} if each["id"] == "chief-pilot" else each for each in before["posts"]]
    owned = {"id": "safe-passage", "title": "Safe passage", "owner": who("chief-pilot", mode="proposed")}
    units = [each | {"pursues": []} for each in before["units"]]
    model = small_model(posts=posts, units=units, objectives=[owned])
    taken = option(do("withdraw", thing="safe-passage"))
    after = apply(model, taken)
    assert "safe-passage" not in after.by_id
    again = apply(after, reverse(model, taken))
    assert again.by_id["safe-passage"] == model.by_id["safe-passage"]


def test_what_is_taken_out_takes_nothing_from_under_the_rest_of_the_model() -> None:
    model = small_model(
        figures=[{"id": "tides", "title": "Tides", "about": "dredging", "value": 2, "unit": "tides a day"}],
        principles=[{"id": "lean", "title": "Lean", "about": ["dredging"], "untested": "It is a taste."}],
        processes=[{"id": "call", "title": "A call", "stages": [{"id": "berth", "title": "Berth"}]}],
        objectives=[{"id": "quick", "title": "Quick", "of_process": who("berth")}],
    )
    said = refusals(do("withdraw", thing="dredging"), do("withdraw", thing="call"), model=model)
    assert "'dredging' cannot be taken out: 'Tides' (tides) refers to it" in said
    assert "'dredging' cannot be taken out: 'Lean' (lean) refers to it" in said
    assert "'call' cannot be taken out: 'Quick' (quick) refers to it" in said


def test_another_change_of_what_is_taken_out_is_refused() -> None:
    said = refusals(
        do("withdraw", thing="crane-lead"),
        do("only", post="crane-lead", responsibilities=["lifting"], rest="unknown"),
    )
    assert "'Crane lead' (crane-lead) is taken out by change 1 of the same option" in said


def test_nothing_is_put_back_that_names_what_is_not_there() -> None:
    said = refusals(do("restore", thing="docks", was={"head": who("harbour-hand")}))
    assert "'Docks' (docks) cannot name 'harbour-hand' again: there is no such Post" in said
    said = refusals(do("restore", thing="docks", was={"head": who("pilots")}))
    assert "cannot name 'pilots' again: there is no such Post" in said
    said = refusals(do("restore-holders", post="chief", holdings=[{"person": "bo", "post": "chief"}]))
    assert "no Person has the id 'bo'" in said


def test_an_assessment_is_not_taken_out_since_no_option_makes_one() -> None:
    model = small_model(assessments=[{"id": "view", "title": "View", "holder": "Him"}])
    assert "'View' (view) is a Assessment, which does not fit here" in refusals(
        do("withdraw", thing="view"), model=model
    )
