"""What is done with an option once it is written: taking a part, undoing, moving to a newer account, handing over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from orgmodel.errors import UsageError
from orgmodel.model import Model
from orgmodel.options import (
    Changeset,
    Drift,
    Handover,
    Plan,
    Rebase,
    apply,
    carry_over,
    find_drift,
    find_handover,
    plan,
    rebase,
    required_model,
    reverse,
    take_part,
)
from orgmodel.use_cases.changing import find_option
from orgmodel.use_cases.checking import find_id
from orgmodel.use_cases.opening import Opened


def prepare_option(opened: Opened, name: str, only: Sequence[str] = (), back: bool = False) -> tuple[Model, Changeset]:
    """The model that an option builds on, and the option: all of it or `only` some changes or phases, or its undoing.

    Raises UsageError where there is no such option, and OptionError where a part needs what is left out.
    """
    option = find_option(opened, name)
    model = required_model(opened.model, option, opened.options)
    if only:
        option = take_part(option, only)
    return (apply(model, option), reverse(model, option)) if back else (model, option)


def plan_prepared(model: Model, option: Changeset) -> Plan:
    """What a prepared option changes, named; nothing is applied."""
    return plan(model, option)


def write_option(option: Changeset, text: str, path: Path) -> Path:
    """Write an option's text to a file that is not there yet. Raises UsageError where it is, or cannot be written."""
    if path.exists():
        raise UsageError(f"'{path}' is there already", "Name another file; nothing is overwritten.")
    if path.stem != option.id:
        raise UsageError(f"'{path.name}' is no name for option '{option.id}'", f"Call the file '{option.id}.yaml'.")
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"'{path}' cannot be written: {error.strerror}", "Name a file in a folder that is there."
        ) from error
    return path


def rebase_option(old: Opened, name: str, new: Model) -> Rebase:
    """An option of one account on another, newer one: what conflicts and what is done already; nothing is picked."""
    option = find_option(old, name)
    return rebase(option, required_model(old.model, option, old.options), new)


def carry_option(old: Opened, name: str, new: Model) -> Changeset:
    """An option written for another account, without the changes that are done there already. Raises OptionError with
    everything that conflicts or is in the way, and UsageError where nothing of it is left to do."""
    option = find_option(old, name)
    return carry_over(option, required_model(old.model, option, old.options), new)


def drift_option(opened: Opened, name: str, later: Model) -> Drift:
    """Whether a later account followed an option, change by change; raises UsageError where it is of an earlier day."""
    option = find_option(opened, name)
    model = required_model(opened.model, option, opened.options)
    if later.about.as_of < model.about.as_of:
        days = f"{later.about.as_of} is before {model.about.as_of}"
        raise UsageError(f"'{later.id}' is no later account: {days}", "Name an account of a later day.")
    return find_drift(model, option, later)


def hand_over(opened: Opened, name: str, about: str | None = None) -> Handover:
    """What passes on in an option, or what of it concerns one post, unit, board or person (by id or title)."""
    model, option = prepare_option(opened, name)
    if about is None:
        return find_handover(model, option)
    ident = about if about in option.created else find_id(opened, about)
    label = model.label_of.get(ident) or option.created.get(ident)
    if label not in ("Post", "Unit", "Board", "Person"):
        raise UsageError(f"'{about}' holds nothing that could be handed over", "Name a post, unit, board or person.")
    return find_handover(model, option, ident)
