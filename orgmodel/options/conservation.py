"""Nothing is lost in a move: what each closed or moved holder held, and has no known holder afterwards, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from orgmodel.graph import holds_on
from orgmodel.model import Claim, Model, Slot, Unit
from orgmodel.options.changes import (
    AnyChange,
    Appoint,
    Keep,
    Members,
    MovePost,
    MoveUnit,
    Release,
    Restore,
    RestoreHolders,
    Staff,
    Unlink,
    Withdraw,
)
from orgmodel.options.changeset import Changeset
from orgmodel.options.closing import closing_in
from orgmodel.options.destinations import find_destination
from orgmodel.options.held import Held, find_dependents, held_in
from orgmodel.options.operands import Operand

Outcome = Literal["unknown", "redacted", "given_up", "lost", "not_said"]
Key = tuple[str, str, str]
GIVES_UP = (Release, Members, Unlink, Restore, RestoreHolders, Withdraw)
"""Changes that take something from its holder on purpose."""


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
    """Everything held in the baseline by something that ended, moved or passed it on, without a known destination."""
    closings = [closing for closing in map(closing_in, changeset.changes) if closing]
    ended = {closing.ident for closing in closings}
    places = {who for closing in closings for move, _ in closing.moves for who in move.to.named}
    held, now = _held_by(model, ended), _holders(_held_by(after, ended | places))
    groups: dict[Key, list[Held]] = defaultdict(list)
    for each in held:
        groups[each.key].append(each)
    losses = [loss for key, group in groups.items() for loss in _losses(after, changeset, group, now.get(key, set()))]
    left = [*_left_behind(model, after, changeset, held), *_left_over(model, after, changeset, held)]
    return sorted({*losses, *left})


def _held_by(model: Model, things: Iterable[str]) -> list[Held]:
    """Everything held in a model, and what refers to these things, as far as they are no bodies."""
    others = [ident for ident in sorted(things) if model.label_of.get(ident) not in (None, "Unit", "Post", "Board")]
    found = [
        each
        for ident in others
        for each in find_dependents(model.labelled(), ident, model.label_of[ident], model.about.as_of)
    ]
    return [*held_in(model), *found]


def _losses(after: Model, changeset: Changeset, before: list[Held], now: set[str]) -> Iterator[Loss]:
    gone = [each for each in before if each.holder not in now]
    came = now - {each.holder for each in before}
    thing = after.by_id.get(before[0].thing)
    if thing is None or not holds_on(thing, after.about.as_of) or len(gone) <= len(came):
        return
    for each in gone:
        to, change = find_destination(changeset, each)
        spare = each.spare and to is None
        if (to is None or to.who not in now) and not (spare and not _is_over(after, each.holder)):
            yield _loss(after, each, "not_said" if spare else _outcome(to, change), to, change, changeset)


def _is_over(model: Model, ident: str) -> bool:
    record = model.by_id.get(ident)
    return record is None or not holds_on(record, model.about.as_of)


def _outcome(to: Operand | None, change: AnyChange | None) -> Outcome:
    if isinstance(change, GIVES_UP):
        return "given_up"
    if isinstance(change, Appoint):
        return "not_said"
    if to is None or to.state == "known":
        return "lost"
    return "redacted" if to.state == "redacted" else "unknown"


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


def _left_over(model: Model, after: Model, changeset: Changeset, held: Iterable[Held]) -> Iterator[Loss]:
    """Staff and money of what ends, counted in figures that nothing in the option speaks of."""
    staffed = {who for change in changeset.changes if isinstance(change, Staff) for who in change.giver.named}
    for change in changeset.changes:
        closing = closing_in(change)
        if closing is None or closing.stays or closing.ident in staffed or closing.rest is not None:
            continue
        for figure in model.figures:
            if figure.about == closing.ident and figure.kind == "actual" and holds_on(figure, model.about.as_of):
                each = Held(figure.id, "about", "", closing.ident, f"figure ({figure.unit})", spare=True)
                yield _loss(after, each, "not_said", None, change, changeset)


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
        label=after.label_of.get(held.thing, "Figure" if held.field == "about" else ""),
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
