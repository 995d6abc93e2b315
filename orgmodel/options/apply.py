"""Carries out an option on a model, as a whole or not at all; the model given is never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgmodel.errors import OptionError
from orgmodel.model import Model
from orgmodel.options import (
    apply_adopting,
    apply_boards,
    apply_closing,
    apply_dividing,
    apply_links,
    apply_responsibilities,
    apply_structure,
    apply_undoing,
)
from orgmodel.options.changes import Ask, Change
from orgmodel.options.changeset import Changeset
from orgmodel.options.check import check_cycles, check_option
from orgmodel.options.draft import Draft


def _leave(draft: Draft, change: Change) -> None:
    """A question changes nothing in the model; the plan shows it."""


HANDLERS: Mapping[type, apply_structure.Handler] = {
    **apply_adopting.HANDLERS,
    **apply_structure.HANDLERS,
    **apply_responsibilities.HANDLERS,
    **apply_dividing.HANDLERS,
    **apply_boards.HANDLERS,
    **apply_links.HANDLERS,
    **apply_undoing.HANDLERS,
    **apply_closing.HANDLERS,
    Ask: _leave,
}


def apply(model: Model, changeset: Changeset) -> Model:
    """The model of the option: id `<model>+<option>`, same day. Raises OptionError with every problem, located."""
    draft = Draft(model, changeset)
    check_option(draft)
    _stop_on_problems(draft)
    turns = sorted(range(len(changeset.changes)), key=lambda number: (changeset.changes[number].order, number))
    for draft.number in turns:
        _carry_out(draft)
    check_cycles(draft)
    apply_undoing.check_withdrawn(draft)
    apply_undoing.check_restored(draft)
    _stop_on_problems(draft)
    return draft.finished()


def apply_all(model: Model, changesets: Sequence[Changeset]) -> Model:
    """The model after several options, in the order given; see `combine` for what they ask of each other."""
    for changeset in changesets:
        model = apply(model, changeset)
    return model


def _carry_out(draft: Draft) -> None:
    change = draft.change
    before = draft.edits, len(draft.problems)
    HANDLERS[type(change)](draft, change)
    if not change.passive and (draft.edits, len(draft.problems)) == before:
        what = f"this change ({change.do}) would leave everything as it is"
        draft.complain(what, "leave it out, or say 'keep'; the option may have been applied already")


def _stop_on_problems(draft: Draft) -> None:
    if draft.problems:
        raise OptionError(draft.problems)
