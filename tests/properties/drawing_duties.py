"""Draws changes of who answers for what, who does the work, and who has the last word."""

from __future__ import annotations

from tests.properties.drawing_changes import CHAINS, Choosing, Drawer, Made


def _transfer(choosing: Choosing) -> Made:
    held = choosing.held("accountable", "responsible")
    to = choosing.operand(choosing.bodies())
    if choosing.seldom(4):
        which: object = {"rest_of": held.holder}
        made: Made = {}
    else:
        which, made = [held.thing], {"from": held.holder}
    if choosing.seldom(5):
        made |= {"fte": choosing.amount()}
    return made | {"responsibilities": which, "to": to, "chain": held.chain}


def _share(choosing: Choosing) -> Made:
    held = choosing.held("accountable")
    return {"responsibility": held.thing, "chain": held.chain, "to": choosing.operand(choosing.bodies())}


def _release(choosing: Choosing) -> Made:
    held = choosing.held("accountable")
    return {"responsibility": held.thing, "chain": held.chain, "from": held.holder}


def _assign(choosing: Choosing) -> Made:
    made = {"responsibility": choosing.thing("responsibilities"), "to": choosing.operand(choosing.bodies())}
    return made | {"chain": choosing.one(CHAINS), "part": choosing.one(["accountable", "responsible"])}


def _divide(choosing: Choosing) -> Made:
    parts = [{"scope": scope, "to": choosing.operand(choosing.bodies())} for scope in ("north", "south")]
    rest = "nothing" if choosing.seldom(3) else choosing.operand(choosing.bodies())
    return {"responsibility": choosing.thing("responsibilities"), "parts": parts, "rest": rest}


def _only(choosing: Choosing) -> Made:
    kept: Made = {"responsibilities": [choosing.thing("responsibilities")]}
    if choosing.seldom(3):
        kept = {"concerning": choosing.thing("subjects")}
    return kept | {"post": choosing.thing("posts"), "rest": choosing.operand(choosing.bodies())}


def _precedence(choosing: Choosing) -> Made:
    posts = choosing.ids("posts")
    if choosing.seldom(3):
        return {"to": choosing.one(posts), "over": [choosing.one(posts)]}
    return {"subject": choosing.thing("subjects"), "to": choosing.operand(posts)}


DUTIES: dict[str, Drawer] = {
    "concern": lambda c: {
        "responsibility": c.thing("responsibilities"), "subject": c.thing("subjects"),
        "extent": c.one(["whole", "part"]),
    },
    "release": lambda c: _release(c) | {"reason": "a test"},
    "transfer": _transfer,
    "assign": _assign,
    "share": lambda c: _share(c) | {"reason": "a test"},
    "divide": _divide,
    "only": _only,
    "precedence": _precedence,
    "staff": lambda c: {
        "amount": c.amount(), "from": c.operand(c.bodies()), "to": c.operand(c.ids("units", "posts")),
        "subject": c.one([None, *c.ids("subjects")]),
    },
}  # fmt: skip
"""How a change with each of these verbs is drawn."""
