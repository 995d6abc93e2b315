"""What an option leaves open or asks for: questions, answers that are not known, staff, requirements."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.model import Board, Claim, Model, Slot
from orgmodel.options.apply_adopting import tell_left
from orgmodel.options.apply_structure import required_of
from orgmodel.options.changes import (
    Adopt,
    AnyChange,
    Ask,
    Assign,
    Concern,
    Cover,
    Divide,
    Limit,
    Link,
    Members,
    Require,
    Rhythm,
    Staff,
    Transfer,
)
from orgmodel.options.changeset import Changeset
from orgmodel.options.claims import current
from orgmodel.options.held import variety
from orgmodel.options.operands import Amount, Operand, Which
from orgmodel.options.plan_values import Name, Question, Requirement, Staffing, Unknown, names_of


def tell_questions(after: Model, changeset: Changeset) -> Iterator[Question]:
    """What the option asks, and who decides."""
    for change in changeset.changes:
        if isinstance(change, Ask):
            decided, about = change.decided_by, names_of(after, change.about)
            names, known = names_of(after, decided.named), decided.state == "known"
            yield Question(change.question, names, known, about, change.because, change.cites or changeset.cites)


def tell_unknowns(after: Model, changeset: Changeset) -> Iterator[Unknown]:
    """Every part of every change that names nobody, or one of several, or no number."""
    for number, change in enumerate(changeset.changes, start=1):
        cites = change.cites or changeset.cites
        for path, operand in operands_of(change):
            if operand.state != "known":
                thing = _name(after, path[1] if len(path) > 1 else _subject(change))
                yield Unknown(thing, _part(change, path), operand.state, names_of(after, operand.one_of), number, cites)
        for ident, field, left in tell_left(after, change) if isinstance(change, Adopt) else ():
            yield Unknown(_name(after, ident), field, "proposed", names_of(after, left), number, cites)
        for part, state in _unknown_amounts(after, change):
            yield Unknown(_name(after, _subject(change)), part, state, (), number, cites)


def tell_silences(after: Model, changeset: Changeset) -> Iterator[Unknown]:
    """Where the option names somebody in a slot, and what the source leaves unclear there stays beside it."""
    for number, change in enumerate(changeset.changes, start=1):
        for ident, field, kind in _added_to(change):
            slot: Slot[Claim] = getattr(after.by_id[ident], field)
            silent = [claim for claim in current(slot, after.about.as_of) if claim.who is None]
            for state in sorted({claim.state for claim in silent if kind in ("", variety(claim))}):
                yield Unknown(_name(after, ident), field, state, (), number, change.cites or changeset.cites)


def _added_to(change: AnyChange) -> Iterator[tuple[str, str, str]]:
    """The slots to which a change adds somebody beside what is there: of which thing, which, and in which chain."""
    match change:
        case Link() if change.to.who:
            yield change.thing, change.slot, change.chain or ""
        case Assign() if change.to.who:
            yield change.responsibility, change.part, change.chain
        case Members() if change.add:
            yield change.board, "members", ""
        case Cover() if change.by.who:
            yield change.post, "covered_by", ""
        case Concern():
            yield change.responsibility, "concerns", ""
        case Staff() if change.subject and change.to.who:
            yield change.subject, "staffing", ""


def tell_staffing(after: Model, changeset: Changeset) -> Iterator[Staffing]:
    """Staff and money that come or go, as far as known."""
    for change in changeset.changes:
        cites = change.cites or changeset.cites
        if isinstance(change, Staff):
            giver, to = names_of(after, change.giver.named), names_of(after, change.to.named)
            subject = _name(after, change.subject) if change.subject else None
            yield Staffing(change.amount, change.measure, giver, to, subject, change.because, cites)
        if isinstance(change, Transfer):
            who = change.giver or change.responsibilities.rest_of
            giver, to = names_of(after, (who,) if who else ()), names_of(after, change.to.named)
            for amount, measure in ((change.fte, "full-time equivalents"), (change.budget, change.budget_unit)):
                if amount is not None:
                    yield Staffing(amount, measure, giver, to, None, change.because, cites)


def tell_requirements(after: Model, changeset: Changeset) -> Iterator[Requirement]:
    """What posts are to meet, and on which posts it falls."""
    for change in changeset.changes:
        if isinstance(change, Require):
            posts = required_of(after.labelled(), change.of, after.about.as_of)
            of, met = names_of(after, change.of), names_of(after, posts)
            yield Requirement(change.requirement, of, met, change.because, change.cites or changeset.cites)


def _unknown_amounts(after: Model, change: AnyChange) -> Iterator[tuple[str, str]]:
    """Numbers that a change leaves out, each with the state that it is in, and who stays away from a board that has
    more members than may attend."""
    if isinstance(change, Staff):
        yield from _left_out("amount_of_staff", change.amount)
    if isinstance(change, Rhythm):
        yield from _left_out("meetings_per_year", change.per_year)
    if isinstance(change, Transfer):
        for name in ("fte", "budget"):
            yield from _left_out(name, getattr(change, name))
    if isinstance(change, Limit):
        board = after.by_id[change.board]
        named = (
            {claim.who for claim in board.members.known if claim.mode == "actual"} if isinstance(board, Board) else ()
        )
        if len(named) > change.at_most:
            yield "who_no_longer_attends", "not_stated"


def _left_out(name: str, amount: Amount | None) -> Iterator[tuple[str, str]]:
    if amount is not None and not amount.known:
        yield name, "redacted" if amount.redacted else "not_stated"


def _name(model: Model, ident: str) -> Name:
    return Name(ident, model.title_of(ident))


def operands_of(change: AnyChange) -> Iterator[tuple[tuple[str, ...], Operand]]:
    """Every operand of a change, by the name of its field (and the thing moved, where a closing says so)."""
    if isinstance(change, Ask):
        return
    for name, value in change:
        alias = type(change).model_fields[name].alias or name
        if isinstance(value, Operand):
            yield (alias,), value
        for move in getattr(change, "moves", ()) if name == "moves" else ():
            yield ("to", move.what), move.to
        for part in change.parts if isinstance(change, Divide) and name == "parts" else ():
            yield (f"part '{part.scope}'",), part.to


def _part(change: AnyChange, path: tuple[str, ...]) -> str:
    """What an operand is for, in the words of the model: a superior, an accountability, a destination."""
    if isinstance(change, Staff):
        return f"staff_{path[0]}"
    if len(path) > 1:
        return "destination"
    if path[0] == "to" and isinstance(change, Assign | Transfer) and change.part != "both":
        return change.part
    return change.sets[0] if path[0] == "to" and change.sets else path[0]


def _subject(change: AnyChange) -> str:
    """The thing that a change is about; of a transfer of one responsibility, that one."""
    if isinstance(change, Transfer) and len(change.responsibilities.ids) == 1:
        return change.responsibilities.ids[0]
    for name in ("post", "staff_group", "unit", "board", "thing", "responsibility", "subject", "giver"):
        value = getattr(change, name, None)
        if isinstance(value, str):
            return value
    which, to = getattr(change, "responsibilities", None), getattr(change, "to", None)
    if isinstance(which, Which):
        return which.rest_of or ", ".join(which.ids)
    return (to.who or change.do) if isinstance(to, Operand) else change.do
