"""Draws changes that make something: a record of each kind that an option may create, named by nothing else yet."""

from __future__ import annotations

from typing import Any

from tests.properties.drawing_changes import Choosing, Drawer, Made


def _new(choosing: Choosing, kind: str, /, **fields: Any) -> Made:
    record = {"id": choosing.new_id(kind), "title": "New", **fields}
    if choosing.seldom(3):
        record |= {"mode": "proposed"}
    return {kind.replace("-", "_"): record}


def _who(choosing: Choosing, *lists: str, **more: Any) -> list[Made]:
    """A slot with a name out of some lists, a silence, or nothing."""
    idents = choosing.ids(*lists)
    if not idents or choosing.seldom(4):
        return choosing.one([[], [{"state": "none", **more}], [{"state": "unclear", **more}]])
    return [{"who": choosing.one(idents), **more}]


def _process(choosing: Choosing) -> Made:
    flow = choosing.new_id("process")
    stages = [{"id": f"{flow}{letter}", "title": "Step", "performed_by": _who(choosing, "units")} for letter in "ab"]
    handoffs = [{"before": f"{flow}a", "after": f"{flow}b"}]
    return {"process": {"id": flow, "title": "New", "stages": stages, "handoffs": handoffs}}


NEW_THINGS: dict[str, Drawer] = {
    "create-unit": lambda c: _new(c, "unit", kind="team", part_of=_who(c, "units"), uses=_who(c, "data_systems")),
    "create-post": lambda c: _new(c, "post", in_unit=_who(c, "units"), reports_to=_who(c, "posts")),
    "create-staff-group": lambda c: _new(c, "staff-group", in_unit=_who(c, "units"), fte=c.one([None, 2.5])),
    "create-responsibility": lambda c: _new(
        c, "responsibility", accountable=_who(c, "posts", chain=c.one(["line", "sro"]))
    ),
    "create-subject": lambda c: _new(c, "subject", part_of=_who(c, "subjects")),
    "create-process": _process,
    "create-board": lambda c: _new(c, "board", chair=_who(c, "posts"), members=_who(c, "posts", "units")),
    "create-data-system": lambda c: _new(c, "data-system", owner=_who(c, "units", "posts")),
    "create-objective": lambda c: _new(c, "objective", owner=_who(c, "units", "posts")),
    "create-lever": lambda c: _new(c, "lever", kind="other", acts_on=_who(c, "units")),
    "create-location": lambda c: _new(c, "location", part_of=_who(c, "locations")),
    "create-person": lambda c: _new(c, "person", invented=True),
}  # fmt: skip
"""How a change with each of these verbs is drawn."""
