"""Hand-offs from unit to unit on the way of a process, counted by reasoning over a very small organisation."""

from typing import Any

import pytest

from orgmodel.answers.handoffs import measure_handoffs
from tests.unit.options.small import small_model, who


def flow(*performers: list[dict[str, Any]], **more: Any) -> list[tuple[float | None, float | None, int | None]]:
    """The measure of a process whose stages are done by these, one after the other."""
    stages = [
        {"id": f"stage-{number}", "title": f"Stage {number}", "performed_by": each}
        for number, each in enumerate(performers)
    ]
    process = {"id": "flow", "title": "Flow", "stages": stages, "all_stages_known": True} | more
    return [(found.low, found.high, found.of) for found in measure_handoffs(small_model(processes=[process]))]


@pytest.mark.parametrize(
    ("performers", "expected"),
    [
        (("pilots", "docks", "docks"), (1, 1, 2)),
        (("pilots", "docks", "pilots"), (2, 2, 2)),
        (("pilots", "chief-pilot"), (0, 0, 1)),
        (("pilots", "dock-master"), (1, 1, 1)),
    ],
)
def test_a_step_between_units_counts_and_a_post_is_in_its_unit(performers: tuple[str, ...], expected: Any) -> None:
    assert flow(*(who(each) for each in performers)) == [expected]


def test_a_stage_that_nobody_is_told_to_do_could_cross_on_either_side() -> None:
    assert flow(who("pilots"), [], who("docks")) == [(0, 2, 2)]


def test_a_stage_that_both_share_is_no_hand_off() -> None:
    assert flow(who("pilots", "docks"), who("docks")) == [(0, 0, 1)]


def test_where_stages_may_be_missing_there_is_no_upper_bound() -> None:
    assert flow(who("pilots"), who("docks"), all_stages_known=False) == [(1, None, 1)]


def test_the_steps_that_the_model_tells_of_are_counted_and_no_others() -> None:
    steps = [{"before": "stage-0", "after": "stage-2"}]
    assert flow(who("pilots"), who("docks"), who("pilots"), handoffs=steps) == [(0, 0, 1)]


def test_a_process_of_one_stage_hands_nothing_over() -> None:
    assert flow(who("pilots")) == []
