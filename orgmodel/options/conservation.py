"""Nothing is lost in a move: what each closed or moved holder held, and has no known holder afterwards, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from orgmodel.graph import holds_on
from orgmodel.model import Claim, Model, Slot, Unit
from orgmodel.options.apply_closing import closed_by
from orgmodel.options.changes import AnyChange, Keep, MovePost, MoveUnit, Release, SetHead, SetLine, Transfer
from orgmodel.options.changeset import Changeset
from orgmodel.options.held import Held, held_in
from orgmodel.options.operands import Operand

Outcome = Literal["unknown", "redacted", "given_up", "lost", "not_said"]
Key = tuple[str, str, str]


@dataclass(frozen=True, order=True)
class Loss:
    """One thing without a known destination: what it is to its holder, whose it was, and what the option says of it.

    `unknown` and `redacted`: the option says that this is not known, perhaps with `candidates`; `given_up`: on
    purpose; `not_said`: the holder moved and keeps what it left behind; `lost`: nothing was said at all.
    """

    thing: str
    title: str
    label: str
    kind: str
    chain: str
    holders: tuple[str, ...]
    outcome: Outcome
    candidates: tuple[str, ...] = ()
    because: str = ""
    cites: tuple[str, ...] = ()


def conservation(model: Model, after: Model, changeset: Changeset) -> list[Loss]:
    """Everything held in the baseline by something that closed, moved or passed it on, without a known destination."""
    held, now = held_in(model), _holders(held_in(after))
    groups: dict[Key, list[Held]] = defaultdict(list)
    for each in held:
        groups[each.key].append(each)
    losses = [loss for key, group in groups.items() for loss in _losses(after, changeset, group, now.get(key, set()))]
    return sorted({*losses, *_left_behind(model, after, changeset, held)})


def _losses(after: Model, changeset: Changeset, before: list[Held], now: set[str]) -> Iterator[Loss]:
    gone = [each for each in before if each.holder not in now]
    came = now - {each.holder for each in before}
    thing = after.by_id.get(before[0].thing)
    if thing is None or not holds_on(thing, after.about.as_of) or len(gone) <= len(came):
        return
    for each in gone:
        to, change = _destination(changeset, each)
        if to is None or to.who not in now:
            yield _loss(after, each, _outcome(to, change), to, change, changeset)


def _outcome(to: Operand | None, change: AnyChange | None) -> Outcome:
    if isinstance(change, Release):
        return "given_up"
    if to is None or to.state == "known":
        return "lost"
    return "redacted" if to.state == "redacted" else "unknown"


def _destination(changeset: Changeset, held: Held) -> tuple[Operand | None, AnyChange | None]:
    """What the option says of the thing that a holder had, and in which change."""
    for change in sorted(changeset.changes, key=_takes_the_rest):
        match change:
            case Transfer() if _passes_on(change, held):
                if held.thing in change.responsibilities.ids or change.responsibilities.rest_of:
                    return change.to, change
            case Release(responsibility=thing, giver=giver, chain=chain):
                if (*held.key, held.holder) == (thing, "accountable", chain, giver):
                    return None, change
            case SetLine() | SetHead() | MoveUnit() | MovePost() if _places_anew(change, held):
                return _answer(change), change
            case _ if closed_by(change) == held.holder:
                for move in getattr(change, "moves", ()):
                    if move.what == held.thing and move.held_as in (None, held.field, held.kind):
                        return move.to, change
    return None, None


def _takes_the_rest(change: AnyChange) -> bool:
    return isinstance(change, Transfer) and change.responsibilities.rest_of is not None


def _places_anew(change: SetLine | SetHead | MoveUnit | MovePost, held: Held) -> bool:
    """Whether a change says where this thing is, whom it reports to or who heads it."""
    thing = change.post if isinstance(change, (SetLine, MovePost)) else change.unit
    same_kind = not isinstance(change, SetLine) or change.kind == held.chain
    return thing == held.thing and held.field in change.fields and same_kind


def _passes_on(change: Transfer, held: Held) -> bool:
    """Whether a transfer speaks of this part of what the holder has, in this chain."""
    part = change.part in ("both", held.field) and held.field in change.fields and held.chain == change.chain
    return part and held.holder in (change.giver, change.responsibilities.rest_of)


def _answer(change: SetLine | SetHead | MoveUnit | MovePost) -> Operand:
    match change:
        case MoveUnit():
            return change.part_of
        case MovePost():
            return change.in_unit
        case _:
            return change.to


def _left_behind(model: Model, after: Model, changeset: Changeset, held: Iterable[Held]) -> Iterator[Loss]:
    """What a moved post still has in the unit that it left, and to whom the head of a moved unit still reports."""
    kept = {thing for change in changeset.changes if isinstance(change, Keep) for thing in change.things}
    now = _holders(held_in(after))
    by_holder: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        if each.holder in now.get(each.key, set()) and each.thing not in kept:
            by_holder[each.holder].append(each)
    for change in changeset.changes:
        if isinstance(change, MovePost):
            left = _places(model, change.post) - _places(after, change.post)
            for each in by_holder[change.post]:
                if each.thing in left or _places(after, each.thing) & left:
                    yield _loss(after, each, "not_said", None, change, changeset)
        if isinstance(change, MoveUnit):
            left = _places(model, change.unit) - _places(after, change.unit)
            yield from _old_superiors(after, changeset, change, left, by_holder)


def _old_superiors(
    after: Model, changeset: Changeset, change: MoveUnit, left: set[str], by_holder: dict[str, list[Held]]
) -> Iterator[Loss]:
    unit = after.by_id[change.unit]
    heads = {claim.who for claim in unit.head.known} if isinstance(unit, Unit) else set()
    for superior, all_held in by_holder.items():
        for each in all_held:
            if each.field == "reports_to" and each.thing in heads and _places(after, superior) & left:
                yield _loss(after, each, "not_said", None, change, changeset)


def _loss(
    after: Model, held: Held, outcome: Outcome, to: Operand | None, change: AnyChange | None, changeset: Changeset
) -> Loss:
    return Loss(
        thing=held.thing,
        title=after.title_of(held.thing),
        label=after.label_of.get(held.thing, ""),
        kind=held.kind,
        chain=held.chain,
        holders=(held.holder,),
        outcome=outcome,
        candidates=to.one_of if to else (),
        because=change.because if change else "",
        cites=(change.cites or changeset.cites) if change else (),
    )


def _places(model: Model, ident: str) -> set[str]:
    """Where a unit, a post or a board is today."""
    record = model.by_id.get(ident)
    slot: Slot[Claim] | None = record.part_of if isinstance(record, Unit) else getattr(record, "in_unit", None)
    claims = slot.known if slot else ()
    return {claim.who for claim in claims if claim.who and holds_on(claim, model.about.as_of)}


def _holders(held: Iterable[Held]) -> dict[Key, set[str]]:
    found: dict[Key, set[str]] = defaultdict(set)
    for each in held:
        found[each.key].add(each.holder)
    return found
