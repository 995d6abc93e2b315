"""Laws of carrying out options: whole or not at all, in any order, and losing nothing unnamed."""

from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from orgmodel.errors import OptionError
from orgmodel.model import Model, Slot
from orgmodel.options import (
    Changeset,
    apply,
    apply_changes,
    conservation,
    diff,
    find_drift,
    find_handover,
    plan,
    rebase,
    reverse,
)
from orgmodel.options.changes import Adopt, Only
from orgmodel.options.closing import closing_in
from orgmodel.options.held import held_in
from tests.properties.model_strategy import models
from tests.properties.option_strategy import options

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def outcome(model: Model, *changesets: Changeset) -> Model | None:
    """The model after the options in turn, or None where one is refused."""
    try:
        for changeset in changesets:
            model = apply(model, changeset)
    except OptionError:
        return None
    return model


def settled(model: Model | None) -> Any:
    """A model without its id, and with lists and claims in an order that does not depend on who came first."""
    if model is None:
        return None
    names = [name for name in Model.model_fields if name != "about"]
    return {name: sorted(map(_settled_record, getattr(model, name)), key=repr) for name in names}


def _settled_record(record: Any) -> Any:
    return [
        (name, sorted(map(repr, value.claims)) if isinstance(value, Slot) else repr(value)) for name, value in record
    ]


@SLOW
@given(st.data(), models())
def test_an_option_leaves_the_model_given_as_it_was_and_gives_a_valid_one(data: st.DataObject, model: Model) -> None:
    before = model.model_dump_json()
    after = outcome(model, data.draw(options(model)))
    assert model.model_dump_json() == before
    if after is not None:
        values = after.model_dump(by_alias=True)
        values["about"]["id"] = "random"
        assert settled(Model.model_validate(values)) == settled(after)


@SLOW
@given(st.data(), models())
def test_the_order_of_the_changes_does_not_matter(data: st.DataObject, model: Model) -> None:
    option = data.draw(options(model))
    shuffled = data.draw(st.permutations(option.changes))
    other = option.model_copy(update={"changes": tuple(shuffled)})
    assert settled(outcome(model, option)) == settled(outcome(model, other))


@SLOW
@given(st.data(), models())
def test_options_that_share_nothing_can_be_applied_in_either_order(data: st.DataObject, model: Model) -> None:
    one, other = data.draw(options(model, "one", 2)), data.draw(options(model, "other", 2))
    assume(not (mentioned(model, one) & mentioned(model, other)))
    first, second = outcome(model, one, other), outcome(model, other, one)
    assert settled(first) == settled(second)


@SLOW
@given(st.data(), models())
def test_an_option_is_its_difference_from_the_baseline(data: st.DataObject, model: Model) -> None:
    after = outcome(model, data.draw(options(model)))
    if after is not None:
        assert apply_changes(model, diff(model, after)) == after


@SLOW
@given(st.data(), models())
def test_what_has_no_holder_any_more_is_named_as_a_loss(data: st.DataObject, model: Model) -> None:
    option = data.draw(options(model))
    after = outcome(model, option)
    assume(after is not None)
    assert after is not None
    named = {(loss.thing, loss.kind) for loss in conservation(model, after, option)}
    held = {each.key for each in held_in(after)}
    gone = {record.id for _, record in after.labelled() if record.mode != "actual"}
    for each in held_in(model):
        if each.key not in held and each.thing not in gone:
            assert (each.thing, each.kind) in named
    assert not [loss for loss in conservation(model, after, option) if loss.outcome == "lost"]


@SLOW
@given(st.data(), models())
def test_a_plan_names_every_record_that_differs(data: st.DataObject, model: Model) -> None:
    option = data.draw(options(model))
    after = outcome(model, option)
    assume(after is not None)
    assert after is not None
    told = {step.thing.id for step in plan(model, option).steps}
    changes = diff(model, after)
    assert {each.id for each in (*changes.added, *changes.changed)} <= told


@SLOW
@given(st.data(), models())
def test_an_option_applied_a_second_time_is_refused(data: st.DataObject, model: Model) -> None:
    option = data.draw(options(model))
    assert outcome(model, option, option) is None


@SLOW
@given(st.data(), models())
def test_undoing_an_option_gives_the_model_that_was(data: st.DataObject, model: Model) -> None:
    option = data.draw(options(model))
    after = outcome(model, option)
    assume(after is not None)
    assert after is not None
    assert settled(apply(after, reverse(model, option))) == settled(model)


@SLOW
@given(st.data(), models())
def test_what_passes_on_is_in_the_handover_and_whole_only_without_a_gap(data: st.DataObject, model: Model) -> None:
    option = data.draw(options(model))
    assume(outcome(model, option) is not None)
    sheet = find_handover(model, option)
    assert sheet.complete == all(line.given_up or (line.to and line.when and line.accepted) for line in sheet.lines)


@SLOW
@given(st.data(), models())
def test_an_option_carried_out_is_done_and_one_that_is_not_is_not(data: st.DataObject, model: Model) -> None:
    option = data.draw(options(model))
    after = outcome(model, option)
    assume(after is not None)
    assert after is not None
    told = find_drift(model, option, after).changes
    assert {change.became for change in told} <= {"done", "not_stated"}
    assert rebase(option, model, model).ready


def mentioned(model: Model, option: Changeset) -> set[str]:
    """Every id that an option names, its verbs and reasons aside, what it closes holds, and what it adopts names."""
    closed = {closing.ident for closing in map(closing_in, option.changes) if closing}
    closed |= {change.post for change in option.changes if isinstance(change, Only)}
    found = {each.thing for each in held_in(model) if each.holder in closed}
    adopts: list[Adopt] = [change for change in option.changes if isinstance(change, Adopt)]
    found |= {name for change in adopts for ident in change.things for name in _named_by(model.by_id[ident])}
    found |= {name for change in adopts for each in change.claims for name in _named_by(model.by_id[each.thing])}
    waiting: list[Any] = [change.model_dump(by_alias=True, exclude={"do", "because"}) for change in option.changes]
    while waiting:
        value = waiting.pop()
        waiting += (
            list(value.values()) if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else []
        )
        found |= {value} if isinstance(value, str) and value[-1:].isdigit() else set()
    return found


def _named_by(record: Any) -> set[str]:
    return {claim.who for _, slot in record if isinstance(slot, Slot) for claim in slot.claims if claim.who}
