"""Draws changes of units, posts, staff and people: where they are, whom they report to, what they are called."""

from __future__ import annotations

from orgmodel.model import Slot
from tests.properties.drawing_changes import Choosing, Drawer, Made

RENAMED = ("units", "posts", "subjects", "boards", "staff_groups", "recommendations")


def _move_staff(choosing: Choosing) -> Made:
    made: Made = {"staff_group": choosing.thing("staff_groups")}
    where = choosing.one([("in_unit",), ("reports_to",), ("in_unit", "reports_to")])
    lists = {"in_unit": "units", "reports_to": "posts"}
    return made | {field: choosing.operand(choosing.ids(lists[field])) for field in where}


def _appoint(choosing: Choosing) -> Made:
    """Somebody in a post: mostly in place of one who is there, else beside."""
    here = [each for each in choosing.model.holdings if each.mode == "actual"]
    person = choosing.operand(choosing.ids("people"))
    if here and not choosing.seldom(3):
        leaving = choosing.one(here)
        return {"post": leaving.post, "person": person, "instead_of": leaving.person}
    return {"post": choosing.thing("posts"), "person": person, "holding": choosing.one(["substantive", "job_share"])}


def _adopt(choosing: Choosing) -> Made:
    """Something proposed, or a slot of something that is there in which something is proposed."""
    model = choosing.model
    things = [record.id for _, record in model.labelled() if record.mode == "proposed" and record.id in _whole(model)]
    slots = [
        f"{record.id}.{name}"
        for _, record in model.labelled()
        if record.mode == "actual"
        for name, slot in record
        if isinstance(slot, Slot) and any(claim.mode == "proposed" for claim in slot.claims)
    ]
    if slots and (not things or choosing.seldom(2)):
        return {"claims": [choosing.one(slots)]}
    return {"things": [choosing.one(things)]}


def _whole(model: object) -> set[str]:
    """The things that are in no other."""
    return {
        record.id
        for name, records in model
        if isinstance(records, tuple)
        for record in records
        if hasattr(record, "id")
    }  # type: ignore[attr-defined]


MOVES: dict[str, Drawer] = {
    "adopt": _adopt,
    "rename": lambda c: {"thing": c.thing(*RENAMED), "title": f"Renamed by {c.prefix}"},
    "move-unit": lambda c: {"unit": c.thing("units"), "part_of": c.operand(c.ids("units"))},
    "move-post": lambda c: {"post": c.thing("posts"), "in_unit": c.operand(c.ids("units"))},
    "move-staff": _move_staff,
    "set-line": lambda c: {
        "post": c.thing("posts"), "to": c.operand(c.ids("posts")), "kind": c.one(["line", "line", "dotted"])
    },
    "set-head": lambda c: {"unit": c.thing("units"), "to": c.operand(c.ids("posts"))},
    "regrade": lambda c: {"post": c.thing("posts"), "grade": c.operand(["high", "middle", "low"])},
    "require": lambda c: {"of": [c.thing("posts", "units")], "requirement": f"Asked by {c.prefix}"},
    "appoint": _appoint,
    "cover": lambda c: {"post": c.thing("posts"), "by": c.operand(c.ids("posts", "people"))},
}  # fmt: skip
"""How a change with each of these verbs is drawn."""
