"""Carries out what changes boards (chair, members, limit, rhythm, remit) and people in posts (appoint, cover)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgmodel.model import Board, Count, CoverClaim, Holding, MemberClaim, Post, Vacancy
from orgmodel.options.apply_structure import Handler, answer
from orgmodel.options.changes import Appoint, Chair, Cover, Limit, Members, Remit, Rhythm
from orgmodel.options.claims import retarget
from orgmodel.options.draft import Draft
from orgmodel.options.operands import Operand


def chair(draft: Draft, change: Chair) -> None:
    """Say who chairs a board."""
    answer(draft, change.board, "chair", change.to, path="to")


def members(draft: Draft, change: Members) -> None:
    """Let some join a board and others leave it."""
    there = {claim.who for claim in draft.current(change.board, "members")}
    for number, ident in enumerate(change.add):
        if ident in there:
            what = f"{draft.title(ident)} is a member of {draft.title(change.board)} already"
            draft.complain(what, "leave it out; the change may have been applied already", "add", number)
        elif draft.says(change.board, "members", ident):
            new = retarget(MemberClaim(who=ident), Operand(who=ident), draft.evidence)
            draft.swap(change.board, "members", lambda claim: claim.state == "none", [new])
    for number, ident in enumerate(change.remove):
        if ident not in there:
            what = f"{draft.title(ident)} is not known as a member of {draft.title(change.board)}"
            draft.complain(what, "leave it out; the change may have been applied already", "remove", number)
        elif draft.says(change.board, "members", ident):
            draft.swap(change.board, "members", lambda claim, ident=ident: claim.who == ident)  # type: ignore[misc]
    if change.complete is not None and draft.says(change.board, "members", "complete"):
        board = _board(draft, change.board)
        slot = board.members.model_copy(update={"complete": change.complete})
        draft.put(board.model_copy(update={"members": slot}))


def limit(draft: Draft, change: Limit) -> None:
    """Say how many may attend at the most."""
    _set(draft, change.board, "attendance", Count(state="known", at_most=change.at_most))


def rhythm(draft: Draft, change: Rhythm) -> None:
    """Say how often a board meets; words that give no number leave it unknown and are kept as a note."""
    said = change.per_year
    if any(number is not None and number % 1 for number in (said.at_least, said.at_most)):
        what = "a board meets a whole number of times in a year"
        draft.complain(what, "write a whole number, or a range", "per_year")
        return
    least, most = (None if number is None else int(number) for number in (said.at_least, said.at_most))
    count = Count(state="known", at_least=least, at_most=most) if said.known else Count()
    _set(draft, change.board, "meetings_per_year", count, said.words)


def remit(draft: Draft, change: Remit) -> None:
    """Say what a board is for, and whether it decides."""
    board = _board(draft, change.board)
    if draft.says(change.board, "remit"):
        decides = board.decides if change.decides is None else change.decides
        draft.put(board.model_copy(update={"remit": change.remit, "decides": decides}))


def appoint(draft: Draft, change: Appoint) -> None:
    """Let a person hold a post; who held it before has to leave it, share it, or be named in `instead_of`."""
    person, post = change.person.who, draft.title(change.post)
    there = {each.person for each in draft.holdings if each.post == change.post and each.mode == "actual"}
    others = there - {change.instead_of}
    again = "it may have been applied already"
    if change.instead_of and change.instead_of not in there:
        what = f"{draft.title(change.instead_of)} does not hold {post}"
        draft.complain(what, f"leave 'instead_of' out; {again}", "instead_of")
    elif person in there:
        draft.complain(f"{draft.title(person or '')} holds {post} already", f"leave the change out; {again}", "person")
    elif person and others and change.holding == "substantive":
        what = f"{post} is held by {', '.join(map(draft.title, sorted(others)))}"
        draft.complain(what, "say 'instead_of', or 'holding: job_share' if both are to hold it", "person")
    elif draft.says(change.post, "holder", person or ""):
        _seat(draft, change, person)


def cover(draft: Draft, change: Cover) -> None:
    """Let a post or a person stand in for a post."""
    if change.post in change.by.named:
        draft.complain(f"{draft.title(change.post)} cannot cover itself", "name another post, or a person", "by")
    elif any(change.by.who == claim.who for claim in draft.current(change.post, "covered_by") if claim.who):
        what = f"{draft.title(change.by.who or '')} covers {draft.title(change.post)} already"
        draft.complain(what, "leave the change out; it may have been applied already", "by")
    elif draft.says(change.post, "covered_by", change.by.who or ""):
        extra: dict[str, Any] = {"cover": change.cover, "due_end": change.due_end}
        new = retarget(CoverClaim(state="not_stated"), change.by, draft.evidence).model_copy(update=extra)
        draft.swap(change.post, "covered_by", lambda claim: claim.state in ("none", "not_stated"), [new])


def _seat(draft: Draft, change: Appoint, person: str | None) -> None:
    leaving = [each for each in draft.holdings if (each.post, each.person) == (change.post, change.instead_of)]
    staying = [each for each in draft.holdings if each not in leaving]
    past = [each.model_copy(update={"mode": "past"}) for each in leaving]
    evidence = draft.evidence.as_fields()
    if person is None:
        draft.hold([*staying, *past])
        return
    fields = {"holding": change.holding, "fte": change.fte, "start": change.start, "due_end": change.due_end}
    new = Holding(person=person, post=change.post).model_copy(update=evidence | fields)
    draft.hold([*staying, *past, new])
    post = draft.get(change.post)
    assert isinstance(post, Post)
    if post.occupancy.state == "vacant":
        filled = Vacancy(state="filled").model_copy(update=evidence)
        draft.put(post.model_copy(update={"occupancy": filled}))


def _set(draft: Draft, ident: str, field: str, count: Count, words: str | None = None) -> None:
    if draft.says(ident, field):
        said = count.model_copy(update=draft.evidence.as_fields() | ({"note": words} if words else {}))
        draft.put(draft.get(ident).model_copy(update={field: said}))


def _board(draft: Draft, ident: str) -> Board:
    board = draft.get(ident)
    assert isinstance(board, Board)
    return board


HANDLERS: Mapping[type, Handler] = {
    Chair: chair,
    Members: members,
    Limit: limit,
    Rhythm: rhythm,
    Remit: remit,
    Appoint: appoint,
    Cover: cover,
}
