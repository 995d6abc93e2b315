"""What an option says of one thing that somebody holds: which change speaks of it, and where that lets it go."""

from __future__ import annotations

from orgmodel.options.changes import (
    AnyChange,
    Appoint,
    Chair,
    Divide,
    Link,
    Members,
    MovePost,
    MoveStaff,
    MoveUnit,
    Only,
    Owner,
    Precedence,
    Release,
    Restore,
    RestoreHolders,
    SetHead,
    SetLine,
    Transfer,
    Unlink,
    Withdraw,
)
from orgmodel.options.changeset import Changeset
from orgmodel.options.closing import closing_in
from orgmodel.options.held import Held
from orgmodel.options.operands import Operand

Answer = tuple[Operand | None, AnyChange | None]
ONE_ANSWER = (SetLine, SetHead, MoveUnit, MovePost, Chair, Owner, Precedence)
"""Changes that give a slot one answer in place of what it has."""


def find_destination(changeset: Changeset, held: Held) -> Answer:
    """Where the option lets a thing go that a holder had, and in which change; None for both where it is silent.

    A change without a destination takes the thing away on purpose, or (appointing another) says nothing of it.
    """
    for change in sorted(changeset.changes, key=_takes_the_rest):
        if found := _said_by(change, held):
            return found[0], change
    return None, None


def _said_by(change: AnyChange, held: Held) -> tuple[Operand | None] | None:
    """The destination that a change gives a thing, in a tuple; None where the change does not speak of it."""
    closing = closing_in(change)
    if closing and closing.ident == held.holder:
        to = closing.destination(held.thing, held.field, held.kind)
        return (to,) if to else None
    match change:
        case SetLine() | SetHead() | MoveUnit() | MovePost() | Chair() | Owner() | Precedence() if _places(
            change, held
        ):
            return (_answer(change),)
        case MoveStaff() if held.thing == change.staff_group and held.field in change.answers:
            return (change.answers[held.field],)
        case Transfer() if _passes_on(change, held):
            return (change.to,)
        case Divide() if (held.thing, held.field, held.chain) == (change.responsibility, "accountable", change.chain):
            return (_open_part(change),)
        case Only() if (held.holder, held.field) == (change.post, "accountable"):
            return (change.rest,) if held.thing not in change.responsibilities else None
        case Link() if _replaces(change, held):
            return (change.to if not held.own else None,)
        case _ if _takes_away(change, held):
            return (None,)
        case _:
            return None


def _takes_away(change: AnyChange, held: Held) -> bool:
    match change:
        case Release():
            return (*held.key, held.holder) == (change.responsibility, "accountable", change.chain, change.giver)
        case Members():
            return (held.thing, held.field) == (change.board, "members") and held.holder in change.remove
        case Unlink():
            ends = (held.holder, held.thing) if held.own else (held.thing, held.holder)
            return (*ends, held.field) == (change.thing, change.to, change.slot)
        case Appoint():
            return (held.thing, held.field, held.holder) == (change.instead_of, "holding", change.post)
        case Restore():
            return held.field in change.sets and change.thing in (held.thing, held.holder)
        case RestoreHolders():
            return held.field == "holding" and held.holder == change.post
        case Withdraw():
            return change.thing in (held.holder, held.thing)
        case _:
            return False


def _takes_the_rest(change: AnyChange) -> bool:
    return isinstance(change, Only) or (isinstance(change, Transfer) and change.responsibilities.rest_of is not None)


def _places(change: AnyChange, held: Held) -> bool:
    """Whether a change gives a slot of this thing one answer: where it is, whom it reports to, who heads or owns it."""
    names = ("post", "unit", "board", "thing", "subject")
    thing = next((value for name in names if (value := getattr(change, name, None)) is not None), None)
    if isinstance(change, SetLine):
        return (held.thing, held.field, held.chain) == (change.post, "reports_to", change.kind)
    if isinstance(change, Owner) and held.chain:
        return (held.thing, held.field, held.chain) == (change.thing, "owner", change.chain)
    return thing == held.thing and held.field in change.sets and not held.own


def _passes_on(change: Transfer, held: Held) -> bool:
    """Whether a transfer speaks of this part of what the holder has, in this chain."""
    if held.field == "in_unit":
        return held.thing in change.posts
    part = change.part in ("both", held.field) and held.field in ("accountable", "responsible")
    giver = held.holder in (change.giver, change.responsibilities.rest_of)
    named = held.thing in change.responsibilities.ids or change.responsibilities.rest_of is not None
    return part and giver and named and held.chain == change.chain


def _replaces(change: Link, held: Held) -> bool:
    ends = (held.holder, held.thing) if held.own else (held.thing, held.holder)
    return (*ends, held.field) == (change.thing, change.instead_of, change.slot)


def _open_part(change: Divide) -> Operand:
    """What a division lets a responsibility become: a part that nobody is known for, where there is one."""
    owners = [part.to for part in change.parts] + ([change.rest] if isinstance(change.rest, Operand) else [])
    return next((owner for owner in owners if owner.who is None), owners[0])


def _answer(change: AnyChange) -> Operand:
    for name in ("part_of", "in_unit", "to"):
        if isinstance(value := getattr(change, name, None), Operand):
            return value
    raise TypeError(f"'{change.do}' gives no answer")
