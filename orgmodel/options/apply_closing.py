"""Carries out closing, merging and splitting, and what must be true afterwards: nothing held is lost.

What has ended stays in the model as a fact of the past, so that what was said of it still has its subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from orgmodel.graph import holds_on
from orgmodel.model import LINKS_BY_LABEL, Claim, Process
from orgmodel.options.apply_structure import Handler, follow_outside
from orgmodel.options.changes import AnyChange, Close, ClosePost, CloseUnit, Keep, Merge, Split
from orgmodel.options.claims import retarget
from orgmodel.options.closing import Closing, Path, closed_by, closing_in
from orgmodel.options.draft import Draft
from orgmodel.options.held import Held, depends_on, find_held_by, variety
from orgmodel.options.operands import Move, Operand


def close(draft: Draft, change: AnyChange) -> None:
    """Move what is held to where the change says, then make what ends a thing of the past."""
    closing = closing_in(change)
    assert closing is not None
    ident = closing.ident
    if draft.get(ident).mode == "past":
        draft.complain(f"{draft.title(ident)} is closed already", "leave the change out")
        return
    if not draft.says(ident, "closing"):
        return
    held = _held_by(draft, ident)
    ends = {closed_by(other) for other in draft.option.changes} | {ident}
    for move, path in closing.moves:
        if move.what in ends:
            what = f"{draft.title(move.what)} is to go on from {draft.title(ident)}, and ends with the same option"
            draft.complain(what, "leave it out: it needs no destination", *path)
            continue
        moved = _carry_out(draft, move, [each for each in held if each.thing == move.what], path)
        held = [each for each in held if each not in moved]
    if closing.rest and not closing.stays:
        _move_the_rest(draft, closing.rest, held)
    if not closing.stays:
        _end(draft, ident)


def merge(draft: Draft, change: Merge) -> None:
    """Let a unit end in another, which takes all that it holds, and all that others have on it, and succeeds it."""
    if change.unit == change.into:
        draft.complain(f"{draft.title(change.unit)} cannot be merged with itself", "name another unit", "into")
        return
    close(draft, change)
    _turn_to(draft, change.unit, change.into)
    _succeed(draft, change.unit, (change.into,))


def split(draft: Draft, change: Split) -> None:
    """Share out what a unit holds; what no part takes has to be said."""
    closing = closing_in(change)
    assert closing is not None
    for number, part in enumerate(change.into):
        if part.to == change.unit:
            what = f"{draft.title(change.unit)} cannot be a part of its own split"
            draft.complain(what, f"to leave it there, say 'rest: {change.unit}'", "into", number, "to")
            return
    if change.rest is None and (left := _left_over(draft, change.unit, closing)):
        for thing in left:
            what = f"splitting {draft.title(change.unit)} leaves {draft.title(thing)} over"
            draft.complain(what, "let one of the parts take it, or say in 'rest' where all else goes")
        return
    close(draft, change)
    _succeed(draft, change.unit, closing.heirs)


def keep(draft: Draft, change: Keep) -> None:
    """See that nothing else in the option changes what is to be kept."""
    for ident in change.things:
        if ident in draft.touched:
            other = draft.touched[ident]
            what = f"{draft.title(ident)} is to be kept as it is, and is changed by change {other + 1}"
            draft.complain(what, "leave one of the two out", "things")


def _left_over(draft: Draft, unit: str, closing: Closing) -> list[str]:
    """What a unit holds and no part of its split takes, apart from what ends with the same option."""
    gone = {move.what for move, _ in closing.moves} | {closed_by(other) for other in draft.option.changes}
    held = [each.thing for each in _held_by(draft, unit) if not each.spare and each.thing not in gone]
    return list(dict.fromkeys(held))


def _end(draft: Draft, ident: str) -> None:
    _name_the_lost(draft, ident)
    draft.hold([each.model_copy(update={"mode": "past"}) if each.post == ident else each for each in draft.holdings])
    for one in (*_stages(draft, ident), ident):
        draft.put(draft.get(one).model_copy(update={"mode": "past"}))


def _turn_to(draft: Draft, ident: str, heir: str) -> None:
    """Let what others still have on a unit that merges be on its heir, apart from what ends with the same option."""
    closing = {closed_by(change) for change in draft.option.changes}
    for label, record in list(draft.labelled()):
        fields = [
            link.field
            for link in LINKS_BY_LABEL.get(label, ())
            if depends_on(link, "Unit") and record.id not in closing and holds_on(record, draft.day)
        ]
        for field in fields:
            old = [claim for claim in draft.current(record.id, field) if claim.who == ident]
            there = {claim.who for claim in draft.current(record.id, field)} | {record.id}
            new = [retarget(claim, Operand(who=heir), draft.evidence) for claim in old if heir not in there]
            draft.swap(record.id, field, lambda claim: claim.who == ident, new)


def _succeed(draft: Draft, ident: str, heirs: tuple[str, ...]) -> None:
    for heir in heirs:
        if ident not in {claim.who for claim in draft.current(heir, "succeeds")}:
            new = retarget(Claim(who=ident), Operand(who=ident), draft.evidence)
            draft.swap(heir, "succeeds", lambda claim: claim.who is None, [new])


def _move_the_rest(draft: Draft, rest: Operand, held: list[Held]) -> None:
    """All else that a merged or split unit holds, apart from what ends with the same option."""
    closing = {closed_by(change) for change in draft.option.changes}
    for each in held:
        if each.spare and (rest.who is None or each.thing == rest.who or not _can_go(draft, each, rest)):
            continue
        if each.thing in rest.named:
            what = f"{draft.title(each.thing)} is {each.kind} of what would be merged into it"
            draft.complain(what, "move it first, with a change of its own, or name another destination", "into")
        elif each.thing not in closing:
            _move(draft, each, Move(what=each.thing, to=rest), ())


def _carry_out(draft: Draft, move: Move, held: list[Held], path: Path) -> list[Held]:
    wanted = [each for each in held if move.held_as in (None, each.field, each.kind)]
    if not wanted:
        what = f"{draft.title(move.what)} is not held by what is closed"
        ways = ", ".join(sorted({each.kind for each in held}))
        hint = (
            f"it is held as: {ways}"
            if ways
            else "leave it out; it may be moved already by another line or change of the option"
        )
        draft.complain(what, hint, *path)
    able = [each for each in wanted if not each.on or move.held_as or _can_go(draft, each, move.to)]
    for each in able or wanted:
        _move(draft, each, move, path)
    return able or wanted


def _can_go(draft: Draft, held: Held, to: Operand) -> bool:
    """Whether what others have on a thing may be on another: what is funded is a unit or a board, and no post."""
    return not held.on or all(draft.label(ident) in _targets(draft, held) for ident in to.named)


def _move(draft: Draft, held: Held, move: Move, path: Path) -> None:
    if held.field == "holding":
        _move_holder(draft, held, move, path)
    elif held.own:
        _move_own(draft, held, move, path)
    else:
        _move_claim(draft, held, move, path)


def _move_claim(draft: Draft, held: Held, move: Move, path: Path) -> None:
    targets = _targets(draft, held)
    if held.thing in move.to.named:
        draft.complain(f"{draft.title(held.thing)} cannot be moved to itself", "name another", *_to(path))
    elif _fits(draft, move, targets, path):
        claims = draft.current(held.thing, held.field)
        there = {(claim.who, variety(claim)) for claim in claims}
        new = [retarget(claim, move.to, draft.evidence) for claim in claims if _is(claim, held)]
        new = [claim for claim in new if claim.who is None or (claim.who, variety(claim)) not in there]
        draft.swap(held.thing, held.field, lambda claim: _is(claim, held), new)
        if held.field == "part_of" and move.to.who:
            follow_outside(draft, held.thing, [held.holder], move.to.who)


def _move_own(draft: Draft, held: Held, move: Move, path: Path) -> None:
    able = tuple(other for other, links in LINKS_BY_LABEL.items() if any(link.field == held.field for link in links))
    if held.thing in move.to.named:
        draft.complain(f"{draft.title(held.thing)} cannot be moved to itself", "name another", *_to(path))
    elif _fits(draft, move, able, path):
        old = [claim for claim in draft.current(held.holder, held.field) if claim.who == held.thing]
        draft.swap(held.holder, held.field, lambda claim: claim.who == held.thing)
        if move.to.who and held.thing not in {claim.who for claim in draft.current(move.to.who, held.field)}:
            new = [claim.model_copy(update=draft.evidence.as_fields()) for claim in old]
            draft.swap(move.to.who, held.field, lambda claim: claim.state == "none", new)


def _move_holder(draft: Draft, held: Held, move: Move, path: Path) -> None:
    if _fits(draft, move, ("Post",), path):
        for each in [each for each in draft.holdings if (each.person, each.post) == (held.thing, held.holder)]:
            others = tuple(other for other in draft.holdings if other is not each)
            new = each.model_copy(update=draft.evidence.as_fields() | {"post": move.to.who})
            past = each.model_copy(update={"mode": "past"})
            draft.hold((*others, past, *((new,) if move.to.who else ())))


def _fits(draft: Draft, move: Move, targets: tuple[str, ...], path: Path) -> bool:
    for ident in move.to.named:
        if draft.label(ident) not in targets:
            what = f"{draft.title(ident)} is a {draft.label(ident)}, and cannot take {draft.title(move.what)}"
            draft.complain(what, f"name a {' or '.join(targets)}, or 'unknown'", *_to(path))
            return False
    return True


def _name_the_lost(draft: Draft, ident: str) -> None:
    closing = {closed_by(change) for change in draft.option.changes}
    left = [each for each in _held_by(draft, ident) if not each.spare and each.thing not in closing]
    for thing, group in groupby(left, key=lambda each: each.thing):
        ways = " and ".join(dict.fromkeys(f"{each.kind} ({each.chain})" if each.chain else each.kind for each in group))
        what = f"closing {draft.title(ident)} would lose {draft.title(thing)}, held as {ways}"
        draft.complain(what, f"add to 'moves': {{what: {thing}, to: ...}}, or 'to: unknown' if it is not known")


def _held_by(draft: Draft, ident: str) -> list[Held]:
    """What a thing holds, and what others have on it; for a process, on its stages as well."""
    records = list(draft.labelled())
    whole = [(ident, draft.label(ident) or ""), *((stage, "Stage") for stage in _stages(draft, ident))]
    return [each for one, label in whole for each in find_held_by(records, draft.holdings, one, label, draft.day)]


def _stages(draft: Draft, ident: str) -> list[str]:
    process = draft.get(ident)
    return [stage.id for stage in process.stages] if isinstance(process, Process) else []


def _targets(draft: Draft, held: Held) -> tuple[str, ...]:
    links = LINKS_BY_LABEL[draft.label(held.thing) or ""]
    return next(link.targets for link in links if link.field == held.field)


def _to(path: Path) -> Path:
    """Where the destination of a move is written, beside the thing moved."""
    return (*path[:2], "to") if path else ("into",)


def _is(claim: Claim, held: Held) -> bool:
    return claim.who == held.holder and variety(claim) == held.chain


HANDLERS: Mapping[type, Handler] = {
    CloseUnit: close,
    ClosePost: close,
    Close: close,
    Merge: merge,
    Split: split,
    Keep: keep,
}
