"""What stays behind when something moves or ends and the option says nothing of it: reports, systems, figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from orgmodel.graph import holds_on
from orgmodel.model import Claim, Model, Slot, StaffGroup, Unit
from orgmodel.options.apply_structure import find_inside
from orgmodel.options.changes import AnyChange, Keep, MovePost, MoveUnit, Staff, Transfer
from orgmodel.options.changeset import Changeset
from orgmodel.options.closing import closing_in
from orgmodel.options.held import Held
from orgmodel.options.losses import Loss, loss_of

STAYS_BEHIND = ("uses", "located_in")
"""What a unit or post uses where it is, and may have to leave there when it moves."""


def find_left_behind(model: Model, after: Model, changeset: Changeset, held: Iterable[Held]) -> Iterator[Loss]:
    """What a moved post still has in the unit that it left, to whom the head of a moved unit still reports, and what
    systems and places both use as before.
    """
    kept = {thing for change in changeset.changes if isinstance(change, Keep) for thing in change.things}
    by_holder: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        if each.thing not in kept:
            by_holder[each.holder].append(each)
    told: set[Held] = set()
    for change in changeset.changes:
        for post in _posts_moved(change):
            left = _places(model, post) - _places(after, post)
            for each in by_holder[post]:
                if each.thing in left or _places(after, each.thing) & left:
                    yield loss_of(after, each, "not_said", None, change, changeset)
        if isinstance(change, MoveUnit):
            left = _places(model, change.unit) - _places(after, change.unit)
            yield from _old_superiors(after, changeset, change, left, by_holder)
        for each in _gone_along(model, after, change, by_holder):
            if each not in told:
                told.add(each)
                yield loss_of(after, each, "not_said", None, change, changeset)


def _posts_moved(change: AnyChange) -> tuple[str, ...]:
    if isinstance(change, Transfer):
        return change.posts
    return (change.post,) if isinstance(change, MovePost) else ()


def _gone_along(
    model: Model, after: Model, change: AnyChange, by_holder: Mapping[str, Sequence[Held]]
) -> Iterator[Held]:
    """The systems and places that what moves, and all in it, uses as before: whether it still does is not said."""
    for mover in (change.unit,) if isinstance(change, MoveUnit) else _posts_moved(change):
        if _places(model, mover) != _places(after, mover):
            for ident in {mover, *find_inside(list(model.labelled()), mover, model.about.as_of)}:
                yield from (each for each in by_holder[ident] if each.own and each.field in STAYS_BEHIND)


def find_left_over(model: Model, after: Model, changeset: Changeset) -> Iterator[Loss]:
    """Staff and money of what ends, counted in figures or in a staff group, that nothing in the option speaks of."""
    staffed = {who for change in changeset.changes if isinstance(change, Staff) for who in change.giver.named}
    for change in changeset.changes:
        closing = closing_in(change)
        if closing is None or closing.stays or closing.ident in staffed or closing.rest is not None:
            continue
        group = model.by_id.get(closing.ident)
        if isinstance(group, StaffGroup) and not staffed & {
            claim.who for claim in (*group.in_unit.known, *group.reports_to.known)
        }:
            count = "not counted" if group.fte is None else f"{group.fte:g} full-time equivalents"
            each = Held(group.id, "fte", "", group.id, f"staff ({count})", spare=True)
            yield loss_of(after, each, "not_said", None, change, changeset)
        for figure in model.figures:
            if figure.about == closing.ident and figure.kind == "actual" and holds_on(figure, model.about.as_of):
                each = Held(figure.id, "about", "", closing.ident, f"figure ({figure.unit})", spare=True)
                yield loss_of(after, each, "not_said", None, change, changeset)


def _old_superiors(
    after: Model, changeset: Changeset, change: MoveUnit, left: set[str], by_holder: dict[str, list[Held]]
) -> Iterator[Loss]:
    unit = after.by_id[change.unit]
    heads = {claim.who for claim in unit.head.known} if isinstance(unit, Unit) else set()
    for superior, all_held in by_holder.items():
        for each in all_held:
            if each.field == "reports_to" and each.thing in heads and _places(after, superior) & left:
                yield loss_of(after, each, "not_said", None, change, changeset)


def _places(model: Model, ident: str) -> set[str]:
    """Where a unit, a post or a board is today."""
    record = model.by_id.get(ident)
    slot: Slot[Claim] | None = record.part_of if isinstance(record, Unit) else getattr(record, "in_unit", None)
    claims = slot.known if slot else ()
    return {claim.who for claim in claims if claim.who and holds_on(claim, model.about.as_of)}
