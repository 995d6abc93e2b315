"""What carrying out an option disturbs: units, posts, managers, staff and places, counted and by name.

What an option leaves open counts as something that could be, never as nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf
from typing import Literal

from orgmodel.graph import holds_on
from orgmodel.model import Model, Post, StaffGroup, Unit
from orgmodel.options.operands import Amount
from orgmodel.options.plan import Plan
from orgmodel.options.plan_posts import Action
from orgmodel.options.plan_values import Name
from orgmodel.options.quantity import Part, Quantity, not_given

Kind = Literal[
    "units_created", "units_closed", "units_moved", "posts_added", "posts_closed", "posts_moved", "posts_regraded",
    "posts_new_manager", "people_new_manager", "places_changed", "staff_moved",
]  # fmt: skip
KINDS: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]
OF_POSTS: dict[Kind, tuple[Action, str]] = {
    "posts_added": ("added", "in_unit"), "posts_closed": ("closed", ""), "posts_moved": ("moved", "in_unit"),
    "posts_regraded": ("regraded", "grade"), "posts_new_manager": ("new_manager", "reports_to"),
}  # fmt: skip
"""What becomes of a post, and the field whose silence leaves it open; what is added or closed is so in any case."""
CERTAIN = ("posts_added", "posts_closed")
WHOLE: tuple[Kind, ...] = ("units_moved", "units_closed")
"""What takes all its staff along."""
NO_PEOPLE = "Not given: the model has no data about people."


@dataclass(frozen=True)
class Disturbance:
    """One kind of disturbance: how much of it, what it falls on for certain, and what it could fall on."""

    kind: Kind
    quantity: Quantity
    things: tuple[Name, ...] = ()
    could: tuple[Name, ...] = ()
    unit: str = ""


def find_disruption(model: Model, after: Model, plan: Plan | None) -> tuple[Disturbance, ...]:
    """Every kind, also those of which there is none, in a settled order; without a plan nothing is disturbed."""
    if plan is None:
        return tuple(Disturbance(kind, Quantity()) for kind in KINDS)
    found = {each.kind: each for each in [*_units(model, after), *_posts(after, plan), *_places(model, after)]}
    found["people_new_manager"] = _people(model, after, found["posts_new_manager"])
    staff = list(_staff(model, after, plan, found))
    return tuple(each for kind in KINDS for each in (staff if kind == "staff_moved" else [found[kind]]))


def _counted(kind: Kind, things: Iterable[Name], could: Iterable[Name] = (), option: str = "") -> Disturbance:
    sure, open_ = tuple(sorted(things)), tuple(sorted(could))
    words = kind.replace("_", " ")
    parts = (
        Part(f"{option}:{kind}:{name.id}", f"Whether {name.title} is among {words}", 0, 1, frozenset({name.id}))
        for name in open_
    )
    return Disturbance(kind, Quantity(float(len(sure)), tuple(parts)), sure, open_)


def _units(model: Model, after: Model) -> Iterator[Disturbance]:
    old, new = _units_there(model), _units_there(after)
    names = {ident: Name(ident, (new.get(ident) or old[ident]).title) for ident in old.keys() | new.keys()}
    yield _counted("units_created", (names[ident] for ident in new.keys() - old.keys()))
    yield _counted("units_closed", (names[ident] for ident in old.keys() - new.keys()))
    moved: list[Name] = []
    open_: list[Name] = []
    for ident in old.keys() & new.keys():
        before, now = (_answers(of, unit, "part_of") for of, unit in ((model, old[ident]), (after, new[ident])))
        if before != now:
            (moved if now else open_).append(names[ident])
    yield _counted("units_moved", moved, open_, after.id)


def _posts(after: Model, plan: Plan) -> Iterator[Disturbance]:
    for kind, (action, field) in OF_POSTS.items():
        posts = [post for post in plan.posts if action in post.actions]
        open_ = {post.id for post in posts if kind not in CERTAIN and _is_open(after, plan, post.id, field)}
        sure, could = ([Name(p.id, p.title) for p in posts if (p.id in open_) is side] for side in (False, True))
        yield _counted(kind, sure, could, after.id)


def _is_open(after: Model, plan: Plan, ident: str, field: str) -> bool:
    """Whether the new answer is not known, so that it may be the old one again."""
    record = after.by_id[ident]
    if field == "grade":
        return isinstance(record, Post) and record.grade is None
    if _answers(after, record, field):
        return False
    candidates = {name.id for each in plan.unknowns if each.thing.id == ident for name in each.candidates}
    was = {name.id for step in plan.steps if (step.thing.id, step.field) == (ident, field) for name in step.before}
    return not candidates or bool(candidates & was)


def _places(model: Model, after: Model) -> Iterator[Disturbance]:
    """Posts and units of which another location is told, or whose location is left open."""
    sure: list[Name] = []
    open_: list[Name] = []
    for ident, record in after.by_id.items():
        old = model.by_id.get(ident)
        if isinstance(record, (Post, Unit)) and isinstance(old, (Post, Unit)) and holds_on(record, after.about.as_of):
            before, now = _answers(model, old, "located_in"), _answers(after, record, "located_in")
            if before != now:
                (sure if now else open_).append(Name(ident, record.title))
    yield _counted("places_changed", sure, open_, after.id)


def _people(model: Model, after: Model, managers: Disturbance) -> Disturbance:
    """How many people, never who: those who keep their post and get another manager."""
    if not model.holdings:
        key = f"{after.id}:people_new_manager"
        return Disturbance("people_new_manager", not_given(key, NO_PEOPLE))
    there = [{(h.post, h.person) for h in of.holdings if holds_on(h, of.about.as_of)} for of in (model, after)]
    held = there[0] & there[1]
    sure = {person for post, person in held if post in {name.id for name in managers.things}}
    could = {person for post, person in held if post in {name.id for name in managers.could}} - sure
    part = Part(f"{after.id}:people", "Who reports to somebody else", 0, len(could), _ids(managers.could))
    note = "Those who hold a post that the model names a holder of; posts without one are not among them."
    return Disturbance("people_new_manager", Quantity(float(len(sure)), (part,) if could else (), note))


def _staff(model: Model, after: Model, plan: Plan, found: dict[Kind, Disturbance]) -> Iterator[Disturbance]:
    """Staff who move, in each measure by itself: what the option counts, groups of staff, and what nobody counts."""
    counted: dict[str, list[Quantity]] = defaultdict(list)
    spoken: set[str] = set()
    for number, staffing in enumerate(plan.staffing):
        who = {name.id for name in (*staffing.giver, *staffing.to)}
        spoken |= who
        about = staffing.subject.title if staffing.subject else " and ".join(sorted(n.title for n in staffing.to))
        key = f"{after.id}:staff:{number}"
        counted[staffing.measure].append(amount_as_quantity(key, about or "the change", staffing.amount, who))
    ended = [name for kind in WHOLE for name in (*found[kind].things, *found[kind].could)]
    below = {name.id: _below(after, name.id) for name in ended}
    old_groups = {group.id: group for group in model.staff_groups}
    for group in after.staff_groups:
        old, homes = old_groups.get(group.id), _answers(after, group, "in_unit")
        if old and (_answers(model, old, "in_unit") != homes or any(homes & units for units in below.values())):
            counted["full-time equivalents"].append(_group(after, group))
            spoken |= _answers(model, old, "in_unit")
    silent = [name for name in ended if not (below[name.id] | {name.id}) & spoken]
    for measure, quantities in sorted(counted.items()):
        parts = tuple(part for each in quantities for part in each.parts)
        yield Disturbance("staff_moved", Quantity(sum(each.fixed for each in quantities), parts), unit=measure)
    if silent:
        why = "How many staff move with what closes or moves is not told"
        yield Disturbance("staff_moved", _uncounted(after, silent), (), tuple(sorted(silent)), why)
    elif not counted:
        yield Disturbance("staff_moved", Quantity())


def _uncounted(after: Model, silent: Iterable[Name]) -> Quantity:
    return Quantity(
        0.0,
        tuple(
            Part(f"{after.id}:staff-of:{name.id}", f"How many staff are in {name.title}", 0, inf, frozenset({name.id}))
            for name in silent
        ),
    )


def _below(model: Model, unit: str) -> frozenset[str]:
    """A unit and all below it."""
    found = {unit}
    while more := {
        each.id for each in model.units if each.id not in found and _answers(model, each, "part_of") & found
    }:
        found |= more
    return frozenset(found)


def _group(after: Model, group: StaffGroup) -> Quantity:
    if group.fte is None:
        part = Part(f"{after.id}:{group.id}", f"How many are in {group.title}", 0, inf, frozenset({group.id}))
        return Quantity(0.0, (part,))
    return Quantity(float(group.fte))


def amount_as_quantity(key: str, what: str, amount: Amount, things: Iterable[str] = ()) -> Quantity:
    """An amount of an option: a number, a range, or what is not known; never less than nought, never taken for it."""
    low, high = amount.at_least or 0.0, inf if amount.at_most is None else amount.at_most
    words = ", which is redacted" if amount.redacted else f", '{amount.words}'" if amount.words else ""
    part = Part(key, f"How much it is: {what}{words}", 0.0, high - low, frozenset(things))
    return Quantity(low, (part,) if part.span else ())


def _units_there(model: Model) -> dict[str, Unit]:
    return {unit.id: unit for unit in model.units if holds_on(unit, model.about.as_of)}


def _answers(model: Model, record: object, field: str) -> frozenset[str]:
    """Who fills a slot by name on the day."""
    claims = getattr(record, field).claims
    return frozenset(claim.who for claim in claims if claim.who and holds_on(claim, model.about.as_of))


def _ids(names: Iterable[Name]) -> frozenset[str]:
    return frozenset(name.id for name in names)
