"""What the two sides of a hand-off have in common: set, told, undone, and refused where there is no such hand-off."""

from typing import Any

import pytest
from pydantic import ValidationError

from orgmodel.model import Model
from orgmodel.options import apply, diff, plan, reverse
from orgmodel.options.changes import HandOff
from tests.unit.options.small import do, option, refusals, small_model, who

CHANGE = do("hand-off", process="call", before="berth", after="load", shared_system="known")


def calling() -> Model:
    """A ship's call in three stages, of whose first hand-off the clerk says that nothing is shared."""
    stages = [{"id": ident, "title": ident.title(), "performed_by": who("docks")} for ident in ("berth", "load", "pay")]
    handoffs: list[dict[str, Any]] = [
        {"before": "berth", "after": "load", "shared_system": "none", "shared_target": "none", "cites": ["report#3"]},
        {"before": "load", "after": "pay", "common_owner": "unclear", "cites": ["report#4"]},
    ]
    return small_model(processes=[{"id": "call", "title": "A call", "stages": stages, "handoffs": handoffs}])


def test_a_hand_off_gets_what_is_said_and_keeps_the_rest() -> None:
    first, second = apply(calling(), option(CHANGE)).processes[0].handoffs
    assert (first.shared_system, first.shared_target, first.common_owner) == ("known", "none", "not_stated")
    assert first.cites == ("report#7",)
    assert second == calling().processes[0].handoffs[1]


def test_the_plan_tells_the_hand_off_that_differs_and_no_other() -> None:
    (step,) = plan(calling(), option(CHANGE)).steps
    assert (step.kind, step.thing.id, step.field, step.number) == ("changed", "call", "handoffs", 1)
    assert step.words == (
        "before berth, after load, shared system none, shared target none, common owner not_stated",
        "before berth, after load, shared system known, shared target none, common owner not_stated",
    )


def test_it_is_undone() -> None:
    model = calling()
    undone = apply(apply(model, option(CHANGE)), reverse(model, option(CHANGE)))
    assert not diff(model, undone.model_copy(update={"about": model.about}))


def test_two_hand_offs_of_one_process_may_change_and_one_may_not_change_twice() -> None:
    other = do("hand-off", process="call", before="load", after="pay", common_owner="known")
    first, second = apply(calling(), option(CHANGE, other)).processes[0].handoffs
    assert (first.shared_system, second.common_owner) == ("known", "known")
    twice = do("hand-off", process="call", before="berth", after="load", shared_target="known")
    assert "two changes of one option decide the same" in refusals(CHANGE, twice, model=calling())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (do("hand-off", process="call", before="berth", after="pay", shared_system="known"), "has no hand-off from"),
        (do("hand-off", process="call", before="birth", after="load", shared_system="known"), "did you mean 'berth'"),
        (do("hand-off", process="docks", before="berth", after="load", shared_system="known"), "is a Unit"),
        (
            do("hand-off", process="call", before="berth", after="load", shared_system="none"),
            "leave everything as it is",
        ),
    ],
)
def test_what_cannot_be_said_of_a_hand_off_is_refused(change: dict[str, Any], words: str) -> None:
    assert words in refusals(change, model=calling())


def test_a_hand_off_needs_something_to_say() -> None:
    with pytest.raises(ValidationError, match="say what they have in common"):
        HandOff(do="hand-off", because="a test", process="call", before="berth", after="load")
