"""What a field of a thing says, in words that can be compared across models: by id, with one title for each id."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from orgmodel.graph import holds_on
from orgmodel.model import Claim, Model, Named, Record, Slot
from orgmodel.options.held import variety

Told = tuple[str, ...]
Titles = Callable[[str], str]
EVIDENCE = ("cites", "basis", "mode", "held_by", "contested_by", "note")


def titles_of(*models: Model) -> Titles:
    """The title of each thing in the first of several models that has it, so that a new title is no difference."""
    return lambda ident: next((model.title_of(ident) for model in models if ident in model.by_id), ident)


def say_field(record: Named, field: str, model: Model, titles: Titles) -> Told:
    """What a field says on the model's day: the things in a slot, silences in brackets, else the value."""
    value: Any = getattr(record, field)
    if isinstance(value, Slot):
        claims: tuple[Claim, ...] = value.claims
        return tuple(sorted({_say_claim(claim, titles) for claim in claims if holds_on(claim, model.about.as_of)}))
    if isinstance(value, tuple):
        return tuple(_say_part(part, model, titles) for part in value)
    return say_value(value)


def say_value(value: Any) -> Told:
    """A value that is no slot: text, a number, a list of words, or a count without what it rests on."""
    if isinstance(value, Record):
        return tuple(f"{name.replace('_', ' ')} {part}" for name, part in value if part and name not in EVIDENCE)
    if isinstance(value, tuple):
        return tuple(part if isinstance(part, str) else ", ".join(say_value(part)) for part in value)
    return () if value is None else (str(value),)


def _say_part(part: Any, model: Model, titles: Titles) -> str:
    """One entry of a list: a stage of a process with what its slots say, else its value."""
    if not isinstance(part, Named):
        return ", ".join(say_value(part))
    slots = ((name, say_field(part, name, model, titles)) for name, value in part if isinstance(value, Slot))
    said = "; ".join(f"{name.replace('_', ' ')}: {' and '.join(told)}" for name, told in slots if told)
    return f"{part.title} [{part.id}]" + (f", {said}" if said else "")


def _say_claim(claim: Claim, titles: Titles) -> str:
    silence = claim.note if claim.state == "not_stated" and claim.note else claim.state.replace("_", " ")
    parts = [f"{titles(claim.who)} [{claim.who}]" if claim.who else f"({silence})", variety(claim).replace("_", " ")]
    parts += [str(getattr(claim, name, None) or "") for name in ("scope", "extent", "role")]
    sharing = getattr(claim, "sharing", "sole")
    return ", ".join(part for part in [*parts, "" if sharing == "sole" else sharing] if part)
