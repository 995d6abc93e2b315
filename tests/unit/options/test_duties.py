"""Who gains and loses which responsibilities, by reasoning over the small model."""

from typing import Any

from orgmodel.options import apply
from orgmodel.options.duties import DutyShift, find_duty_shifts
from tests.unit.options.small import do, option, small_model


def shifts(*changes: dict[str, Any], within: bool = False) -> dict[str, DutyShift]:
    model = small_model()
    found = find_duty_shifts(model, apply(model, option(*changes)))
    return {shift.holder.id: shift for shift in found if shift.within is within}


MOVE = do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="crane-lead", part="accountable")


def test_what_passes_on_is_lost_by_one_and_gained_by_the_other_with_its_paragraphs() -> None:
    found = shifts(MOVE)
    assert set(found) == {"dock-master", "crane-lead"}
    (lost,), (gained,) = found["dock-master"].loses, found["crane-lead"].gains
    assert [name.id for name in lost.others] == ["crane-lead"]
    assert ([name.id for name in gained.others], gained.cites, gained.part) == (
        ["dock-master"],
        ("report#7",),
        "accountable",
    )


def test_before_and_then_are_all_that_a_holder_has() -> None:
    shift = shifts(MOVE)["dock-master"]
    assert [name.id for name in shift.before] == ["berths", "lifting"]
    assert [name.id for name in shift.after] == ["berths"]


def test_a_unit_with_its_posts_shifts_only_where_something_leaves_it() -> None:
    assert set(shifts(MOVE, within=True)) == {"docks", "cranes"}
    inside = do("transfer", responsibilities=["berths"], **{"from": "docks"}, to="dock-master", part="responsible")
    assert shifts(inside, within=True) == {}
    assert set(shifts(inside)) == {"docks", "dock-master"}


def test_a_post_that_moves_takes_what_it_answers_for_to_its_new_unit() -> None:
    found = shifts(do("move-post", post="chief-pilot", in_unit="docks"), within=True)
    assert [duty.thing.id for duty in found["docks"].gains] == ["pilotage"]
    assert [duty.thing.id for duty in found["pilots"].loses] == ["pilotage"]
    assert shifts(do("move-post", post="chief-pilot", in_unit="docks")) == {}


def test_what_goes_to_nobody_known_is_lost_and_gained_by_nobody() -> None:
    found = shifts(do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="unknown"))
    (lost,) = found["dock-master"].loses
    assert (set(found), lost.others, lost.ends) == ({"dock-master"}, (), False)


def test_a_unit_that_answers_by_itself_is_told_once() -> None:
    passes = do("transfer", responsibilities=["berths"], **{"from": "docks"}, to="pilots", part="responsible")
    assert set(shifts(passes)) == {"docks", "pilots"}
    assert shifts(passes, within=True) == {}


def test_nothing_shifts_between_a_model_and_itself() -> None:
    assert find_duty_shifts(small_model(), small_model()) == ()
