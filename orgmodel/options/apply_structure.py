"""Carries out what changes units, posts and lines: create, rename, move, line, head, grade, requirement, staff."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from orgmodel.graph import holds_on
from orgmodel.model import Claim, LineClaim, Named, Post, Process, Unit
from orgmodel.options.changes import (
    Create,
    MovePost,
    MoveStaff,
    MoveUnit,
    Regrade,
    Rename,
    Require,
    SetHead,
    SetLine,
    Staff,
)
from orgmodel.options.claims import claim_class, current, made_actual, retarget, same_answers
from orgmodel.options.draft import Draft
from orgmodel.options.held import variety
from orgmodel.options.operands import Operand

Handler = Callable[[Draft, Any], None]


def create(draft: Draft, change: Create) -> None:
    """Add the record that the change holds."""
    record = change.record
    stages = [stage.id for stage in record.stages] if isinstance(record, Process) else []
    taken = [ident for ident in (record.id, *stages) if draft.find(ident) is not None]
    taken += [ident for ident in stages if ident == record.id or stages.count(ident) > 1]
    for ident in dict.fromkeys(taken):
        hint = "choose another id; or leave the change out if the option has been applied already"
        where = (change.record_field, "id") if ident == record.id else (change.record_field, "stages")
        draft.complain(f"'{ident}' already exists: {draft.title(ident)}", hint, *where)
    if not taken:
        draft.add(made_actual(record, draft.evidence))


def rename(draft: Draft, change: Rename) -> None:
    """Give a thing a new title and keep the old one as an alias."""
    record = draft.get(change.thing)
    if draft.says(change.thing, "title") and record.title != change.title:
        aliases = (*record.aliases, *((record.title,) if record.title not in record.aliases else ()))
        draft.put(record.model_copy(update={"title": change.title, "aliases": aliases}))


def move_unit(draft: Draft, change: MoveUnit) -> None:
    """Make a unit part of another, on that one's side of the boundary of the organisation."""
    before = [claim.who for claim in draft.current(change.unit, "part_of") if claim.who] or [change.unit]
    answer(draft, change.unit, "part_of", change.part_of, path="part_of")
    if change.part_of.who and change.part_of.who != change.unit:
        follow_outside(draft, change.unit, before, change.part_of.who)


def follow_outside(draft: Draft, unit: str, before: Iterable[str], parent: str) -> None:
    """Take a unit, and all that is below it, over the boundary of the organisation if its new parent is beyond it."""
    if all(_is_outside(draft, other) == _is_outside(draft, parent) for other in before):
        return
    units, _ = _units_and_posts(draft.labelled(), draft.day)
    for ident in sorted(_and_below(units, {unit}) - {parent}):
        draft.put(draft.get(ident).model_copy(update={"outside": _is_outside(draft, parent)}))


def move_post(draft: Draft, change: MovePost) -> None:
    """Put a post into another unit."""
    answer(draft, change.post, "in_unit", change.in_unit, path="in_unit")


def move_staff(draft: Draft, change: MoveStaff) -> None:
    """Put a staff group into another unit, or under another post."""
    for field, to in change.answers.items():
        answer(draft, change.staff_group, field, to, path=field)


def set_head(draft: Draft, change: SetHead) -> None:
    """Say which post heads a unit."""
    answer(draft, change.unit, "head", change.to, path="to")


def set_line(draft: Draft, change: SetLine) -> None:
    """Replace a post's lines of one kind."""
    new = LineClaim(kind=change.kind, **_answered(change.to))
    answer(draft, change.post, "reports_to", change.to, path="to", kind=change.kind, new=new)


def regrade(draft: Draft, change: Regrade) -> None:
    """Give a post another grade, or one that is not known."""
    post = draft.get(change.post)
    if draft.says(change.post, "grade"):
        note = change.grade.note or post.note
        draft.put(post.model_copy(update={"grade": change.grade.who, "grade_bound": change.bound, "note": note}))


def require(draft: Draft, change: Require) -> None:
    """Give a requirement to posts, and to all posts of units and below."""
    for ident in required_of(draft.labelled(), change.of, draft.day):
        post = draft.get(ident)
        assert isinstance(post, Post)
        if change.requirement not in post.requirements:
            draft.put(post.model_copy(update={"requirements": (*post.requirements, change.requirement)}))


def staff(draft: Draft, change: Staff) -> None:
    """Staff a subject from a unit or post; how many is not held in the model, only shown in the plan."""
    if change.subject is None:
        return
    claims = draft.current(change.subject, "staffing")
    there = {claim.who for claim in claims}
    new = retarget(Claim(**_answered(change.to)), change.to, draft.evidence)
    if new.who is None or new.who not in there:
        draft.swap(change.subject, "staffing", lambda claim: claim.who is None, [new])


def answer(
    draft: Draft, ident: str, field: str, to: Operand, *, path: str, kind: str = "", new: Claim | None = None
) -> None:
    """Let one slot of a thing have one answer in place of the current ones (of one kind, where there are kinds)."""
    if ident in to.named:
        draft.complain(f"{draft.title(ident)} cannot be its own {_PLAIN.get(field, field)}", "name another one", path)
        return
    if not draft.says(*(part for part in (ident, field, kind) if part)):
        return
    claim = new or claim_class(draft.get(ident), field)(**_answered(to))
    claim = retarget(claim, to, draft.evidence)
    before = [old for old in draft.current(ident, field) if variety(old) == kind]
    if not same_answers(before, [claim]):
        draft.swap(ident, field, lambda old: old in before, [claim])


def required_of(records: Iterable[tuple[str, Named]], of: Iterable[str], day: dt.date) -> list[str]:
    """The posts that a requirement falls on: those named, and those in the units named and below them."""
    units, posts = _units_and_posts(records, day)
    wanted = _and_below(units, of)
    return sorted(post for post, homes in posts.items() if post in wanted or homes & wanted)


def find_inside(records: Sequence[tuple[str, Named]], of: str, day: dt.date) -> list[str]:
    """A unit, the units that are below it, and the posts that are in any of them."""
    units, _ = _units_and_posts(records, day)
    return sorted({*_and_below(units, [of]), *required_of(records, [of], day)})


def _units_and_posts(
    records: Iterable[tuple[str, Named]], day: dt.date
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The units that each unit, and each post, is in."""
    units: dict[str, set[str]] = {}
    posts: dict[str, set[str]] = {}
    for _, record in records:
        if isinstance(record, Unit) and holds_on(record, day):
            units[record.id] = {claim.who for claim in current(record.part_of, day) if claim.who}
        if isinstance(record, Post) and holds_on(record, day):
            posts[record.id] = {claim.who for claim in current(record.in_unit, day) if claim.who}
    return units, posts


def _and_below(units: Mapping[str, set[str]], top: Iterable[str]) -> set[str]:
    """Units, and all that are below them, from the parents of each."""
    wanted = set(top)
    while below := {unit for unit, parents in units.items() if parents & wanted} - wanted:
        wanted |= below
    return wanted


def _is_outside(draft: Draft, ident: str) -> bool:
    record = draft.get(ident)
    return isinstance(record, Unit) and record.outside


def _answered(to: Operand) -> dict[str, Any]:
    return {"who": to.who, "state": to.state}


_PLAIN = {"part_of": "parent", "in_unit": "unit", "reports_to": "superior", "head": "head"}

HANDLERS: Mapping[type, Handler] = {
    **dict.fromkeys(Create.__subclasses__(), create),
    Rename: rename,
    MoveUnit: move_unit,
    MovePost: move_post,
    MoveStaff: move_staff,
    SetLine: set_line,
    SetHead: set_head,
    Regrade: regrade,
    Require: require,
    Staff: staff,
}
