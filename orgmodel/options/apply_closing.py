"""Carries out closing, and what must be true afterwards: nothing held is lost, and what is kept was not changed.

A closed post or unit stays in the model as a fact of the past, so that what was said of it still has its subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from orgmodel.model import LINKS_BY_LABEL, Claim
from orgmodel.options.apply_structure import Handler
from orgmodel.options.changes import Close, ClosePost, CloseUnit, Keep
from orgmodel.options.claims import retarget
from orgmodel.options.draft import Draft
from orgmodel.options.held import Held, find_held, variety
from orgmodel.options.operands import Move


def closed_by(change: object) -> str | None:
    """The id of what a change closes, or None."""
    match change:
        case CloseUnit():
            return change.unit
        case ClosePost():
            return change.post
        case _:
            return None


def close(draft: Draft, change: Close) -> None:
    """Move what is held to where the change says, then make the post or unit a thing of the past."""
    ident = closed_by(change) or ""
    if draft.get(ident).mode == "past":
        draft.complain(f"{draft.title(ident)} is closed already", "leave the change out")
        return
    if not draft.says(ident, "closing"):
        return
    held = [each for each in _all_held(draft) if each.holder == ident]
    for number, move in enumerate(change.moves):
        moved = _carry_out(draft, move, [each for each in held if each.thing == move.what], number)
        held = [each for each in held if each not in moved]
    _name_the_lost(draft, ident)
    draft.holdings = tuple(
        each.model_copy(update={"mode": "past"}) if each.post == ident else each for each in draft.holdings
    )
    draft.put(draft.get(ident).model_copy(update={"mode": "past"}))


def keep(draft: Draft, change: Keep) -> None:
    """See that nothing else in the option changes what is to be kept."""
    for ident in change.things:
        if ident in draft.touched:
            other = draft.touched[ident]
            what = f"{draft.title(ident)} is to be kept as it is, and is changed by change {other + 1}"
            draft.complain(what, "leave one of the two out", "things")


def _carry_out(draft: Draft, move: Move, held: list[Held], number: int) -> list[Held]:
    wanted = [each for each in held if move.held_as in (None, each.field, each.kind)]
    if not wanted:
        what = f"{draft.title(move.what)} is not held by what is closed"
        ways = ", ".join(sorted({each.kind for each in held}))
        hint = (
            f"it is held as: {ways}"
            if ways
            else "leave it out; it may be moved already by another line or change of the option"
        )
        draft.complain(what, hint, "moves", number, "what")
    for each in wanted:
        if each.field == "holding":
            _move_holder(draft, each, move, number)
        elif each.own:
            _move_own(draft, each, move, number)
        else:
            _move_claim(draft, each, move, number)
    return wanted


def _move_claim(draft: Draft, held: Held, move: Move, number: int) -> None:
    targets = _targets(draft, held)
    if held.thing in move.to.named:
        draft.complain(f"{draft.title(held.thing)} cannot be moved to itself", "name another", "moves", number, "to")
    elif _fits(draft, move, targets, number):
        claims = draft.current(held.thing, held.field)
        there = {(claim.who, variety(claim)) for claim in claims}
        new = [retarget(claim, move.to, draft.evidence) for claim in claims if _is(claim, held)]
        new = [claim for claim in new if claim.who is None or (claim.who, variety(claim)) not in there]
        draft.swap(held.thing, held.field, lambda claim: _is(claim, held), new)


def _move_own(draft: Draft, held: Held, move: Move, number: int) -> None:
    able = tuple(other for other, links in LINKS_BY_LABEL.items() if any(link.field == held.field for link in links))
    if not _fits(draft, move, able, number):
        return
    old = [claim for claim in draft.current(held.holder, held.field) if claim.who == held.thing]
    draft.swap(held.holder, held.field, lambda claim: claim.who == held.thing)
    if move.to.who and held.thing not in {claim.who for claim in draft.current(move.to.who, held.field)}:
        new = [claim.model_copy(update=draft.evidence.as_fields()) for claim in old]
        draft.swap(move.to.who, held.field, lambda claim: claim.state == "none", new)


def _move_holder(draft: Draft, held: Held, move: Move, number: int) -> None:
    if _fits(draft, move, ("Post",), number):
        for each in [each for each in draft.holdings if (each.person, each.post) == (held.thing, held.holder)]:
            others = tuple(other for other in draft.holdings if other is not each)
            new = each.model_copy(update=draft.evidence.as_fields() | {"post": move.to.who})
            past = each.model_copy(update={"mode": "past"})
            draft.holdings = (*others, past, *((new,) if move.to.who else ()))


def _fits(draft: Draft, move: Move, targets: tuple[str, ...], number: int) -> bool:
    for ident in move.to.named:
        if draft.label(ident) not in targets:
            what = f"{draft.title(ident)} is a {draft.label(ident)}, and cannot take {draft.title(move.what)}"
            draft.complain(what, f"name a {' or '.join(targets)}, or 'unknown'", "moves", number, "to")
            return False
    return True


def _name_the_lost(draft: Draft, ident: str) -> None:
    closing = {closed_by(change) for change in draft.option.changes}
    left = [each for each in _all_held(draft) if each.holder == ident and each.thing not in closing]
    for thing, group in groupby(left, key=lambda each: each.thing):
        ways = " and ".join(dict.fromkeys(f"{each.kind} ({each.chain})" if each.chain else each.kind for each in group))
        what = f"closing {draft.title(ident)} would lose {draft.title(thing)}, held as {ways}"
        draft.complain(what, f"add to 'moves': {{what: {thing}, to: ...}}, or 'to: unknown' if it is not known")


def _all_held(draft: Draft) -> list[Held]:
    return find_held(draft.labelled(), draft.holdings, draft.day)


def _targets(draft: Draft, held: Held) -> tuple[str, ...]:
    links = LINKS_BY_LABEL[draft.label(held.thing) or ""]
    return next(link.targets for link in links if link.field == held.field)


def _is(claim: Claim, held: Held) -> bool:
    return claim.who == held.holder and variety(claim) == held.chain


HANDLERS: Mapping[type, Handler] = {CloseUnit: close, ClosePost: close, Keep: keep}
