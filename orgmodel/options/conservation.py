"""Nothing is lost in a move: what each closed or moved holder held, and has no known holder afterwards, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from orgmodel.graph import holds_on
from orgmodel.model import Model
from orgmodel.options.changes import AnyChange, Appoint
from orgmodel.options.changeset import Changeset
from orgmodel.options.closing import closed_by, closing_in
from orgmodel.options.destinations import Answer, find_destination
from orgmodel.options.held import Held, find_dependents, held_in
from orgmodel.options.left_behind import find_left_behind, find_left_over
from orgmodel.options.losses import Loss, Outcome, loss_of
from orgmodel.options.operands import Operand

Key = tuple[str, str, str, bool]


def conservation(model: Model, after: Model, changeset: Changeset) -> list[Loss]:
    """Everything held in the baseline by something that ended, moved or passed it on, without a known destination."""
    closings = [closing for closing in map(closing_in, changeset.changes) if closing]
    ended = {closing.ident for closing in closings}
    places = {who for closing in closings for move, _ in closing.moves for who in move.to.named}
    places |= {who for closing in closings for who in (*closing.heirs, *(closing.rest.named if closing.rest else ()))}
    held = _held_by(model, ended)
    over = {each.holder for each in held if _is_over(after, each.holder) and not _is_over(model, each.holder)}
    were, there = _holders(_held_by(model, ended | places)), _held_by(after, ended | places)
    now = _holders(each for each in there if each.holder not in over)
    still = {each for each in there if each.holder in over}
    groups: dict[Key, list[Held]] = defaultdict(list)
    for each in held:
        groups[_key(each)].append(each)
    losses: list[Loss] = []
    for key, group in groups.items():
        gone = [each for each in group if each.holder not in now[key]]
        if len(gone) <= len(now[key] - were[key]):
            gone = [each for each in gone if each in still]
        losses += _losses(after, changeset, gone, now[key])
    kept = [each for each in held if each.holder in now[_key(each)]]
    left = [*find_left_behind(model, after, changeset, kept), *find_left_over(model, after, changeset)]
    return sorted({*losses, *left})


def _key(held: Held) -> Key:
    """What is held, whoever holds it; what others have on a thing is another matter than what they hold."""
    return (*held.key, held.on)


def _held_by(model: Model, things: Iterable[str]) -> list[Held]:
    """Everything held in a model, and what others have on these things and on the stages in them."""
    inside = {stage.id for process in model.processes if process.id in things for stage in process.stages}
    records, found = list(model.labelled()), held_in(model)
    for ident in sorted({*things, *inside} & model.label_of.keys()):
        found += find_dependents(records, ident, model.label_of[ident], model.about.as_of)
    return found


def _losses(after: Model, changeset: Changeset, gone: list[Held], now: set[str]) -> Iterator[Loss]:
    """What of one thing has gone from those who held it, beyond what others came to hold of it."""
    if not gone or _is_over(after, gone[0].thing):
        return
    for each in gone:
        to, change = _find_destination(after, changeset, each)
        stays = each.spare and (to is None or to.state == "known") and not _is_over(after, each.holder)
        if (to is None or to.who not in now) and not stays:
            unsaid = each.spare and (change is None or (to is not None and to.state == "known"))
            outcome = "not_said" if unsaid else _outcome(to, change)
            yield loss_of(after, each, outcome, to, change or _ended_by(after, changeset, each.holder), changeset)


def _find_destination(after: Model, changeset: Changeset, held: Held) -> Answer:
    """Where a thing goes; what is on a stage may also be named where its process is closed.

    Where one that has something is itself handed on by that, such as a board by the unit that it scrutinises, the unit
    gives the board up.
    """
    found = find_destination(changeset, held)
    process = after.stage_process.get(held.holder)
    if found == (None, None) and process:
        return find_destination(changeset, replace(held, holder=process.id))
    if found == (None, None) and held.own:
        _, change = find_destination(changeset, replace(held, thing=held.holder, holder=held.thing, own=False))
        return None, change
    return found


def _ended_by(after: Model, changeset: Changeset, holder: str) -> AnyChange | None:
    """The change that ends a holder: of a stage, the one that ends its process."""
    process = after.stage_process.get(holder)
    ended = process.id if process else holder
    return next((change for change in changeset.changes if closed_by(change) == ended), None)


def _is_over(model: Model, ident: str) -> bool:
    record = model.by_id.get(ident)
    return record is None or not holds_on(record, model.about.as_of)


def _outcome(to: Operand | None, change: AnyChange | None) -> Outcome:
    if isinstance(change, Appoint):
        return "not_said"
    if change is not None and to is None:
        return "given_up"
    if to is None or to.state == "known":
        return "lost"
    return "redacted" if to.state == "redacted" else "unknown"


def _holders(held: Iterable[Held]) -> dict[Key, set[str]]:
    found: dict[Key, set[str]] = defaultdict(set)
    for each in held:
        found[_key(each)].add(each.holder)
    return found


__all__ = ["Loss", "Outcome", "conservation"]
