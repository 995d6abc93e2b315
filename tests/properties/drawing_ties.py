"""Draws changes of boards and of what joins things: owners, links, hand-offs."""

from __future__ import annotations

from orgmodel.model import LABELS, LINKS_BY_LABEL
from orgmodel.options.apply_links import VERB_OF_ITS_OWN
from tests.properties.drawing_changes import Choosing, Drawer, Made

LIST_OF = {label: name for name, label in LABELS.items()}
DETAILS = {"conflicts_with": {"designated_by": "X"}}
NOT_BY_LINK = ("roles",)
"""Slots in which a claim needs more than a link can say."""


def _is_free(label: str, field: str) -> bool:
    """Whether a slot has no verb of its own."""
    return (label, field) not in VERB_OF_ITS_OWN and field not in NOT_BY_LINK


def _members(choosing: Choosing) -> Made:
    if choosing.seldom(2):
        held = choosing.held("members")
        return {"board": held.thing, "remove": [held.holder]}
    joining = choosing.thing("posts", "units", "people")
    return {"board": choosing.thing("boards"), "add": [joining], "complete": choosing.one([None, True, False])}


def _link(choosing: Choosing) -> Made:
    """One more in a slot of a thing, in place of one that is there now and then."""
    if choosing.seldom(3):
        thing, field, claim = choosing.claim(_is_free)
        label = choosing.model.label_of[thing]
        made: Made = {"thing": thing, "instead_of": claim.who}
    else:
        thing = choosing.thing("units", "posts", "boards", "levers", "data_systems", "objectives", "subjects")
        label = choosing.model.label_of[thing]
        field = choosing.one([link.field for link in LINKS_BY_LABEL[label] if _is_free(label, link.field)])
        made = {"thing": thing, **DETAILS.get(field, {})}
        silent = {claim.state for claim in getattr(choosing.model.by_id[thing], field).claims if claim.mode == "actual"}
        made |= {"settles": sorted(silent & {"unclear", "redacted", "open"})} if choosing.seldom(2) else {}
    targets = next(link.targets for link in LINKS_BY_LABEL[label] if link.field == field)
    named = choosing.ids(*(LIST_OF[target] for target in targets if target in LIST_OF))
    return made | {"slot": field, "to": choosing.operand(named)}


def _unlink(choosing: Choosing) -> Made:
    thing, field, claim = choosing.claim(_is_free)
    return {"thing": thing, "slot": field, "to": claim.who, "none": choosing.seldom(2)}


def _hand_off(choosing: Choosing) -> Made:
    found = [(process.id, each) for process in choosing.model.processes for each in process.handoffs]
    process, each = choosing.one(found)
    said = {choosing.one(["shared_system", "shared_target", "common_owner"]): choosing.one(["known", "none"])}
    return {"process": process, "before": each.before, "after": each.after, **said}


TIES: dict[str, Drawer] = {
    "chair": lambda c: {"board": c.thing("boards"), "to": c.operand(c.ids("posts"))},
    "members": _members,
    "limit": lambda c: {"board": c.thing("boards"), "at_most": c.random.randint(1, 9)},
    "rhythm": lambda c: {"board": c.thing("boards"), "per_year": c.amount()},
    "remit": lambda c: {"board": c.thing("boards"), "remit": f"Said by {c.prefix}", "decides": c.one([None, True])},
    "owner": lambda c: {
        "thing": c.thing("processes", "data_systems", "objectives", "recommendations"), "to": c.operand(c.bodies())
    },
    "link": _link,
    "unlink": _unlink,
    "hand-off": _hand_off,
}  # fmt: skip
"""How a change with each of these verbs is drawn."""
