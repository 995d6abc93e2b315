"""Draws changes that end things, keep them, ask about them, and put them back."""

from __future__ import annotations

from orgmodel.model import Slot
from orgmodel.options.held import Held, find_held_by
from tests.properties.drawing_changes import Choosing, Drawer, Made

CLOSABLE = (
    "boards", "processes", "data_systems", "objectives", "levers", "subjects", "responsibilities", "locations",
    "staff_groups",
)  # fmt: skip
WITHDRAWN = (*CLOSABLE, "units", "posts", "people")


def on_it(choosing: Choosing, ident: str) -> list[Held]:
    """All that a thing has, and others have on it, and on its stages."""
    model = choosing.model
    stages = [stage.id for process in model.processes if process.id == ident for stage in process.stages]
    found: list[Held] = []
    for one in (ident, *stages):
        records = list(model.labelled())
        found += find_held_by(records, model.holdings, one, model.label_of[one], model.about.as_of)
    return found


def _moves(choosing: Choosing, ident: str) -> list[Made]:
    """A destination for each thing that has to go somewhere, or for all but one; for the rest of it now and then."""
    held = sorted({(each.thing, each.kind) for each in on_it(choosing, ident) if not each.spare or choosing.seldom(2)})
    if held and choosing.seldom(8):
        held.pop()
    label = choosing.model.label_of[ident]
    lists = {"Unit": ["units"], "Post": ["posts"], "Board": ["boards", "posts"]}.get(label) or [_list(choosing, ident)]
    others = [other for other in choosing.ids(*lists) if other != ident]
    return [{"what": thing, "held_as": kind, "to": choosing.operand(others)} for thing, kind in held]


def _list(choosing: Choosing, ident: str) -> str:
    return next(name for name in WITHDRAWN if any(each.id == ident for each in getattr(choosing.model, name)))


def _close_unit(choosing: Choosing) -> Made:
    unit = choosing.thing("units")
    return {"unit": unit, "moves": _moves(choosing, unit)}


def _close_post(choosing: Choosing) -> Made:
    post = choosing.thing("posts")
    return {"post": post, "moves": _moves(choosing, post)}


def _close(choosing: Choosing) -> Made:
    thing = choosing.thing(choosing.one(CLOSABLE))
    return {"thing": thing, "moves": _moves(choosing, thing)}


def _merge(choosing: Choosing) -> Made:
    return {"unit": choosing.thing("units"), "into": choosing.thing("units")}


def _split(choosing: Choosing) -> Made:
    """A part for another unit, and a rest that stays, goes to another, is unknown or is not said."""
    unit, other = choosing.thing("units"), choosing.thing("units")
    held = sorted({each.thing for each in on_it(choosing, unit)} - {other})
    takes = held if choosing.seldom(4) else held[: choosing.random.randint(1, 2)]
    rest = choosing.one([unit, choosing.thing("units"), "unknown", None])
    return {"unit": unit, "into": [{"to": other, "takes": takes or [unit]}], "rest": rest}


def _restore(choosing: Choosing) -> Made:
    """A title as it was, or a slot that was empty."""
    thing = choosing.thing("units", "posts", "responsibilities", "boards", "staff_groups")
    slots = [name for name, slot in choosing.model.by_id[thing] if isinstance(slot, Slot) and slot.claims]
    if slots and choosing.seldom(2):
        return {"thing": thing, "was": {choosing.one(slots): []}}
    return {"thing": thing, "was": {"title": f"Called so before {choosing.prefix}"}}


def _restore_holders(choosing: Choosing) -> Made:
    post = choosing.thing("posts")
    holdings = [] if choosing.seldom(2) else [{"person": choosing.thing("people"), "post": post}]
    return {"post": post, "holdings": holdings}


ENDINGS: dict[str, Drawer] = {
    "close-unit": _close_unit,
    "close-post": _close_post,
    "close": _close,
    "merge": _merge,
    "split": _split,
    "keep": lambda c: {"things": [c.thing("units", "posts", "data_systems", "locations")]},
    "ask": lambda c: {"question": "Who?", "about": [c.thing("units", "posts", "subjects")]},
    "restore": _restore,
    "restore-holders": _restore_holders,
    "withdraw": lambda c: {"thing": c.thing(c.one(WITHDRAWN))},
}
"""How a change with each of these verbs is drawn."""
