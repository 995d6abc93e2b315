"""What each post, unit and board holds, and could therefore lose: found in the links of a model, one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from orgmodel.graph import holds_on
from orgmodel.model import LINKS_BY_LABEL, Claim, Holding, Link, Model, Named, Slot

HELD_BY_THE_NAMED = {
    ("Unit", "head"): "unit that it heads",
    ("Unit", "part_of"): "unit in it",
    ("Unit", "answers_to"): "body that answers to it",
    ("Post", "in_unit"): "post in it",
    ("Post", "reports_to"): "report",
    ("Post", "answers_to"): "body that answers to it",
    ("Post", "covered_by"): "post that it covers",
    ("Post", "deputies"): "post that it deputises for",
    ("Post", "serves"): "post that serves it",
    ("StaffGroup", "in_unit"): "staff in it",
    ("StaffGroup", "reports_to"): "staff under it",
    ("Responsibility", "accountable"): "responsibility",
    ("Responsibility", "responsible"): "work",
    ("Responsibility", "supports"): "support",
    ("Responsibility", "consulted"): "consultation",
    ("Responsibility", "informed"): "information",
    ("Subject", "forums"): "subject that it scrutinises",
    ("Subject", "staffing"): "subject that it staffs",
    ("Subject", "precedence"): "precedence",
    ("Process", "owner"): "process",
    ("Stage", "performed_by"): "stage",
    ("DataSystem", "owner"): "data system",
    ("Objective", "owner"): "objective",
    ("Board", "in_unit"): "board in it",
    ("Board", "chair"): "chair",
    ("Board", "members"): "membership",
    ("Board", "sponsors"): "board that it sponsors",
    ("Board", "answers_to"): "body that answers to it",
    ("Decision", "decided_by"): "decision",
    ("Recommendation", "owner"): "recommendation",
    ("Recommendation", "addressed_to"): "recommendation addressed to it",
}
"""Slots of a thing that name who holds it, and what the thing is to its holder."""

HELD_BY_THE_OWNER = {
    "can_use": "lever",
    "pursues": "objective",
    "appoints": "appointment",
    "sponsors": "body that it sponsors",
    "funds": "body that it funds",
    "inspects": "body that it inspects",
    "uses": "data system in use",
    "scrutinises": "scrutiny",
}
"""Slots of a post, unit or board that name what it has."""


@dataclass(frozen=True, order=True)
class Held:
    """One thing held: by whom, what, as what, and in which chain. `own` if the slot is the holder's."""

    thing: str
    field: str
    chain: str
    holder: str
    kind: str
    own: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What is held, whoever holds it."""
        return self.thing, self.field, self.chain


def find_held(records: Iterable[tuple[str, Named]], holdings: Iterable[Holding], day: dt.date) -> list[Held]:
    """Everything held on a day by something, in things that are there on that day."""
    found: list[Held] = []
    for label, record in records:
        if holds_on(record, day):
            for link in LINKS_BY_LABEL.get(label, ()):
                found += _in_slot(record, link, day)
    found += [Held(h.person, "holding", "", h.post, "holder") for h in holdings if holds_on(h, day)]
    return sorted(set(found))


def held_in(model: Model) -> list[Held]:
    """Everything held in a model on its own day."""
    return find_held(model.labelled(), model.holdings, model.about.as_of)


def _in_slot(record: Named, link: Link, day: dt.date) -> list[Held]:
    kind = HELD_BY_THE_NAMED.get((link.label, link.field))
    own = kind is None and link.label in ("Unit", "Post", "Board") and link.field in HELD_BY_THE_OWNER
    if kind is None and not own:
        return []
    slot: Slot[Claim] = getattr(record, link.field)
    named = [claim for claim in slot.known if holds_on(claim, day)]
    if own:
        return [
            Held(claim.who or "", link.field, "", record.id, HELD_BY_THE_OWNER[link.field], True) for claim in named
        ]
    return [Held(record.id, link.field, variety(claim), claim.who or "", kind or "") for claim in named]


def variety(claim: Claim) -> str:
    """The chain of an accountability, or the kind of a line: claims of different varieties do not compete."""
    found: str = getattr(claim, "chain", None) or getattr(claim, "kind", None) or ""
    return found
