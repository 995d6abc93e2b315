"""Carries out what joins things: owner, and the slots of the model that no other verb is for."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from orgmodel.model import LINKS_BY_LABEL, AccountabilityClaim, Claim, Link, Process
from orgmodel.options.apply_structure import Handler, answer
from orgmodel.options.changes import HandOff, Owner, Unlink
from orgmodel.options.changes import Link as LinkChange
from orgmodel.options.claims import claim_class, retarget
from orgmodel.options.draft import Draft

VERB_OF_ITS_OWN = {
    ("Unit", "part_of"): "move-unit",
    ("Unit", "head"): "set-head",
    ("Post", "in_unit"): "move-post",
    ("Post", "reports_to"): "set-line",
    ("Post", "covered_by"): "cover",
    ("Post", "precedes_over"): "precedence",
    ("Subject", "precedence"): "precedence",
    ("Responsibility", "concerns"): "concern",
    ("Responsibility", "accountable"): "assign, transfer, share or release",
    ("Responsibility", "responsible"): "assign or transfer",
    ("Process", "owner"): "owner",
    ("DataSystem", "owner"): "owner",
    ("Objective", "owner"): "owner",
    ("Recommendation", "owner"): "owner",
    ("Board", "chair"): "chair",
    ("Board", "members"): "members",
}
"""Slots with rules of their own, and the verb that keeps them."""


def owner(draft: Draft, change: Owner) -> None:
    """Say who owns a thing; for a process, who answers for it from end to end in one chain."""
    if draft.label(change.thing) == "Process":
        new = AccountabilityClaim(who=change.to.who, state=change.to.state, chain=change.chain)
        answer(draft, change.thing, "owner", change.to, path="to", kind=change.chain, new=new)
    else:
        answer(draft, change.thing, "owner", change.to, path="to")


def link(draft: Draft, change: LinkChange) -> None:
    """Add one thing to a slot of another, in place of a silence or of what `instead_of` names."""
    found = _find_slot(draft, change.thing, change.slot)
    if found is None or not _fits(draft, found, change):
        return
    there = draft.current(change.thing, change.slot)
    if change.to.who and any(claim.who == change.to.who for claim in there):
        what = f"{draft.title(change.to.who)} is in '{change.slot}' of {draft.title(change.thing)} already"
        draft.complain(what, "leave the change out; it may have been applied already", "to")
    elif change.instead_of and all(claim.who != change.instead_of for claim in there):
        _not_there(draft, change.thing, change.slot, change.instead_of, "instead_of")
    elif other := [state for state in change.settles if all(claim.state != state for claim in there)]:
        what = f"'{change.slot}' of {draft.title(change.thing)} is not {other[0]} today, so nothing of it is settled"
        draft.complain(what, "leave it out of 'settles'", "settles")
    elif change.settles and change.to.who is None:
        what = f"who or what is in '{change.slot}' of {draft.title(change.thing)} is not known then either"
        draft.complain(what, "name one in 'to', or leave 'settles' out", "settles")
    elif draft.says(change.thing, change.slot, change.instead_of or change.to.who or ""):
        new = retarget(_claim(draft, change, there), change.to, draft.evidence)
        gone = ("none", "not_stated", *change.settles) if change.to.who else ("none",)
        draft.swap(
            change.thing,
            change.slot,
            lambda claim: claim.state in gone or (claim.who is not None and claim.who == change.instead_of),
            [new],
        )


def unlink(draft: Draft, change: Unlink) -> None:
    """Take one thing out of a slot of another."""
    if _find_slot(draft, change.thing, change.slot) is None:
        return
    there = draft.current(change.thing, change.slot)
    if all(claim.who != change.to for claim in there):
        _not_there(draft, change.thing, change.slot, change.to, "to")
    elif draft.says(change.thing, change.slot, change.to):
        others = [claim for claim in there if claim.who != change.to]
        if change.none and any(claim.who for claim in others):
            names = ", ".join(draft.title(claim.who) for claim in others if claim.who)
            draft.complain(f"'none: true' is said, and there is still {names}", "leave 'none' out", "none")
            return
        gone = next(claim for claim in there if claim.who == change.to)
        nothing = gone.model_copy(update=draft.evidence.as_fields() | {"who": None, "state": "none"})
        draft.swap(change.thing, change.slot, lambda claim: claim.who == change.to, [nothing] if change.none else [])


def hand_off(draft: Draft, change: HandOff) -> None:
    """Say what the two sides of a hand-off of a process have in common."""
    process = draft.get(change.process)
    assert isinstance(process, Process)
    there = [(each.before, each.after) for each in process.handoffs]
    if (change.before, change.after) not in there:
        what = f"{draft.title(change.process)} has no hand-off from '{change.before}' to '{change.after}'"
        draft.complain(what, f"it has: {', '.join(f'{one} > {other}' for one, other in there) or 'none'}", "before")
    elif draft.says(change.process, change.before, change.after):
        old = process.handoffs[there.index((change.before, change.after))]
        if any(getattr(old, name) != state for name, state in change.said.items()):
            new = old.model_copy(update=draft.evidence.as_fields() | change.said)
            handoffs = tuple(new if each is old else each for each in process.handoffs)
            draft.put(process.model_copy(update={"handoffs": handoffs}))


def _claim(draft: Draft, change: LinkChange, there: tuple[Claim, ...]) -> Claim:
    """The claim to be made: what it replaces about another thing, else a new one with the details given."""
    given = {name: getattr(change, name) for name in ("chain", "scope", "designated_by")}
    details: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    old = next((claim for claim in there if claim.who and claim.who == change.instead_of), None)
    if old is not None:
        return old.model_copy(update=details)
    return claim_class(draft.get(change.thing), change.slot)(state=change.to.state, who=change.to.who, **details)


def _find_slot(draft: Draft, thing: str, slot: str) -> Link | None:
    """The slot, or None with a complaint where the thing has none of that name or another verb is for it."""
    label = draft.label(thing) or ""
    slots = {link.field: link for link in LINKS_BY_LABEL.get(label, ())}
    if slot not in slots:
        near = difflib.get_close_matches(slot, slots, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"it has: {', '.join(sorted(slots)) or 'none'}"
        draft.complain(f"{draft.title(thing)} is a {label}, which has no slot '{slot}'", hint, "slot")
        return None
    if verb := VERB_OF_ITS_OWN.get((label, slot)):
        draft.complain(f"'{slot}' of a {label} has a verb of its own", f"use {verb}", "slot")
        return None
    return slots[slot]


def _fits(draft: Draft, slot: Link, change: LinkChange) -> bool:
    for ident in change.to.named:
        if draft.label(ident) not in slot.targets:
            what = f"{draft.title(ident)} is a {draft.label(ident)}, and '{change.slot}' cannot name one"
            draft.complain(what, f"name a {' or '.join(slot.targets)}", "to")
            return False
        if ident == change.thing:
            draft.complain(f"{draft.title(ident)} cannot be in '{change.slot}' of itself", "name another", "to")
            return False
    return _has_fields(draft, change)


def _has_fields(draft: Draft, change: LinkChange) -> bool:
    """Whether the details given are details that this slot has, and those that it needs are there."""
    fields = claim_class(draft.get(change.thing), change.slot).model_fields
    for name in ("chain", "scope", "designated_by"):
        given, field = getattr(change, name), fields.get(name)
        if given is not None and field is None:
            draft.complain(f"'{change.slot}' has no '{name}'", "leave it out", name)
            return False
        if given is None and field is not None and field.is_required() and change.instead_of is None:
            draft.complain(f"'{change.slot}' needs '{name}'", f"say who designates it, in '{name}'", "slot")
            return False
    return True


def _not_there(draft: Draft, thing: str, slot: str, ident: str, path: str) -> None:
    there = ", ".join(draft.title(claim.who) for claim in draft.current(thing, slot) if claim.who) or "nothing known"
    what = f"{draft.title(ident)} is not in '{slot}' of {draft.title(thing)}"
    draft.complain(what, f"there is: {there}; the change may have been applied already", path)


HANDLERS: Mapping[type, Handler] = {Owner: owner, LinkChange: link, Unlink: unlink, HandOff: hand_off}
