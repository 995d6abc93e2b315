"""Laws of carrying out options: whole or not at all, in any order, and losing nothing unnamed."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import assume, given, settings

from orgmodel.errors import OptionError
from orgmodel.model import LINKS_BY_LABEL, Model, Record, Slot
from orgmodel.options import (
    Changeset,
    apply,
    apply_changes,
    diff,
    find_drift,
    find_handover,
    plan,
    rebase,
    reverse,
)
from orgmodel.options.closing import closed_by
from orgmodel.options.held import held_in
from tests.properties.drawing_options import CHANGES_NOTHING, VERBS, all_verbs, option_over, organisation_of
from tests.properties.findings_strategy import seeds
from tests.properties.named_by_options import mentioned

SLOW = settings(max_examples=60, deadline=None, print_blob=True)
END = ("close-unit", "close-post", "close", "merge", "split")
FIXED = range(40)
"""Seeds of which it is known what is drawn from them."""


def drawn(seed: int, verbs: Sequence[str] = ()) -> tuple[Model, Changeset]:
    """A model and an option over it, the first change of which has one of the verbs, where any are given."""
    model = organisation_of(seed)
    return model, option_over(model, seed, most=2 if verbs else 4, verb=verbs[seed % len(verbs)] if verbs else None)


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
        (name, sorted(map(repr, value.claims)) if isinstance(value, Slot) else _plain(value)) for name, value in record
    ]


def _plain(value: Any) -> str:
    """A value as text, whatever class a record in it is of."""
    if isinstance(value, tuple):
        return str([_plain(part) for part in value])
    return repr(value.model_dump(warnings=False) if isinstance(value, Record) else value)


def carried_out(seed: int, verbs: Sequence[str] = ()) -> tuple[Model, Changeset, Model]:
    """A model, an option that can be carried out on it, and the option's model; others are not looked at."""
    model, option = drawn(seed, verbs)
    after = outcome(model, option)
    assume(after is not None)
    assert after is not None
    return model, option, after


# -- what is drawn ----------------------------------------------------------------------------------------------------


def test_every_verb_that_there_is_can_be_drawn_and_no_other() -> None:
    assert set(VERBS) == all_verbs()


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_is_carried_out_and_is_seen_in_the_model(verb: str) -> None:
    assert any(is_seen(seed, verb) for seed in FIXED) == (verb not in CHANGES_NOTHING)


def is_seen(seed: int, verb: str) -> bool:
    """Whether an option of one change with a verb can be carried out on the model of a seed, and changes it."""
    model = organisation_of(seed)
    option = option_over(model, seed, most=1, verb=verb)
    after = outcome(model, option)
    return after is not None and settled(after) != settled(model)


# -- whole or not at all ----------------------------------------------------------------------------------------------


@SLOW
@given(seeds())
def test_an_option_gives_a_valid_model_or_says_where_it_cannot_and_leaves_the_one_given(seed: int) -> None:
    model, option = drawn(seed)
    before = model.model_dump_json()
    after = outcome(model, option)
    assert model.model_dump_json() == before
    if after is not None:
        values = after.model_dump(by_alias=True)
        values["about"]["id"] = "random"
        assert settled(Model.model_validate(values)) == settled(after)
        return
    with pytest.raises(OptionError) as refused:
        apply(model, option)
    assert {str(problem.place) for problem in refused.value.problems} == {"option option"}
    assert all(problem.what for problem in refused.value.problems)


@SLOW
@given(seeds())
def test_nothing_in_the_outcome_names_what_is_not_there_or_is_of_another_kind(seed: int) -> None:
    _, _, after = carried_out(seed)
    dangling = [
        (record.id, link.field, claim.who)
        for label, record in after.labelled()
        for link in LINKS_BY_LABEL.get(label, ())
        for claim in getattr(record, link.field).known
        if after.label_of.get(claim.who) not in link.targets
    ]
    assert dangling == []
    assert {each.post for each in after.holdings} <= {post.id for post in after.posts}
    assert {each.person for each in after.holdings} <= {person.id for person in after.people}
    assert {each.about for each in after.figures} <= after.by_id.keys()
    assert {about for each in after.principles for about in each.about} <= after.by_id.keys()
    assert {each.unit for each in after.required_roles if each.unit} <= {unit.id for unit in after.units}


@SLOW
@given(seeds())
def test_the_order_of_the_changes_does_not_matter(seed: int) -> None:
    model, option = drawn(seed)
    turned = option.model_copy(update={"changes": option.changes[::-1]})
    rolled = option.model_copy(update={"changes": option.changes[1:] + option.changes[:1]})
    expected = settled(outcome(model, option))
    assert settled(outcome(model, turned)) == expected
    assert settled(outcome(model, rolled)) == expected


@SLOW
@given(seeds())
def test_options_that_share_nothing_can_be_applied_in_either_order(seed: int) -> None:
    model = organisation_of(seed)
    one, other = (option_over(model, seed + more, ident, most=1) for more, ident in ((1, "one"), (2, "other")))
    assume(not (mentioned(model, one) & mentioned(model, other)))
    first, second = outcome(model, one, other), outcome(model, other, one)
    assert settled(first) == settled(second)


@SLOW
@given(seeds())
def test_what_an_option_does_cannot_be_done_again(seed: int) -> None:
    _, option, after = carried_out(seed)
    assert outcome(after, option) is None
    assume(not all(change.passive for change in option.changes))
    assert outcome(after, option.model_copy(update={"id": "again"})) is None


# -- there and back ---------------------------------------------------------------------------------------------------


@SLOW
@given(seeds())
def test_an_option_is_its_difference_from_the_baseline(seed: int) -> None:
    model, _, after = carried_out(seed)
    assert apply_changes(model, diff(model, after)) == after


@SLOW
@given(seeds())
def test_undoing_an_option_gives_the_model_that_was(seed: int) -> None:
    model, option, after = carried_out(seed)
    assert settled(apply(after, reverse(model, option))) == settled(model)


@SLOW
@given(seeds())
def test_an_option_carried_out_is_done_and_one_that_is_not_is_not(seed: int) -> None:
    model, option, after = carried_out(seed)
    told = find_drift(model, option, after).changes
    assert {change.became for change in told} <= {"done", "not_stated"}
    assert rebase(option, model, model).ready


# -- nothing is lost without a word -----------------------------------------------------------------------------------


@SLOW
@given(seeds())
def test_what_has_no_holder_any_more_is_named_as_a_loss(seed: int) -> None:
    model, option, after = carried_out(seed)
    losses = plan(model, option).losses
    named = {(loss.thing, loss.kind) for loss in losses}
    held = {each.key for each in held_in(after)}
    gone = {ident for ident in model.by_id if ident not in after.by_id or after.by_id[ident].mode != "actual"}
    for each in held_in(model):
        if each.key not in held and each.thing not in gone and not (each.spare and each.holder not in gone):
            assert (each.thing, each.kind) in named
    assert not [loss for loss in losses if loss.outcome == "lost"]


@SLOW
@given(seeds())
def test_whatever_still_names_something_that_ended_is_told(seed: int) -> None:
    model, option, after = carried_out(seed, END)
    ended = {closed for change in option.changes if (closed := closed_by(change))}
    assume(ended)
    told = plan(model, option)
    named = {loss.thing for loss in told.losses} | {each.thing.id for each in told.still_said}
    for record, field in still_naming(after, ended):
        assert field == "succeeds" or record in named


@SLOW
@given(seeds())
def test_a_plan_names_every_record_that_differs(seed: int) -> None:
    model, option, after = carried_out(seed)
    told = {step.thing.id for step in plan(model, option).steps}
    changes = diff(model, after)
    assert {each.id for each in (*changes.added, *changes.removed, *changes.changed)} <= told


@SLOW
@given(seeds())
def test_what_passes_on_is_in_the_handover_and_whole_only_without_a_gap(seed: int) -> None:
    model, option, _ = carried_out(seed)
    sheet = find_handover(model, option)
    assert sheet.complete == all(line.given_up or (line.to and line.when and line.accepted) for line in sheet.lines)


def still_naming(model: Model, idents: set[str]) -> list[tuple[str, str]]:
    """Every record that is there today and names one of these in a claim of today, and in which slot."""
    return [
        (record.id, link.field)
        for label, record in model.labelled()
        if record.mode == "actual" and record.until is None
        for link in LINKS_BY_LABEL.get(label, ())
        for claim in getattr(record, link.field).known
        if claim.who in idents and claim.mode == "actual" and claim.until is None
    ]
