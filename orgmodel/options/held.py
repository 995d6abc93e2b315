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

LEFT_BY_THE_OWNER = {
    ("Post", "deputies"): "deputy",
    ("Post", "candidates"): "candidate",
    ("Post", "covered_by"): "cover",
    ("Post", "located_in"): "location",
    ("Post", "precedes_over"): "precedence over it",
    ("Unit", "located_in"): "location",
    ("Unit", "divides_by"): "division into areas",
    ("Unit", "works_with"): "body that it works with",
    ("Unit", "staffing"): "staff",
    ("Unit", "roles"): "post in a role",
}
"""Slots of a post or unit whose content is left over when it ends: it may be moved, and is named where it is not."""

MANY = 10
"""A slot that may name almost anything is a statement about it, and depends on nothing."""
NOT_DEPENDENT = ("about", "disputes", "succeeds", "implements")


@dataclass(frozen=True, order=True)
class Held:
    """One thing held: by whom, what, as what, and in which chain. `own` if the slot is the holder's.

    `spare` is what may be left over when the holder ends, and is then named; all else has to go somewhere.
    """

    thing: str
    field: str
    chain: str
    holder: str
    kind: str
    own: bool = False
    spare: bool = False

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


def find_dependents(records: Iterable[tuple[str, Named]], ident: str, label: str, day: dt.date) -> list[Held]:
    """What refers to a thing that is no body: who uses a data system, pursues an objective, concerns a subject."""
    found: list[Held] = []
    for owner, record in records:
        if holds_on(record, day):
            for link in LINKS_BY_LABEL.get(owner, ()):
                if label in link.targets and len(link.targets) < MANY and link.field not in NOT_DEPENDENT:
                    kind = f"{link.field.replace('_', ' ')} of {owner.lower()}"
                    found += [
                        _named(record, link, claim, kind) for claim in _known(record, link, day) if claim.who == ident
                    ]
    return sorted(set(found))


def is_on_it(link: Link) -> bool:
    """Whether a slot says what its owner has on a unit, which the unit does not hold: that it funds or inspects it."""
    statement = len(link.targets) >= MANY or link.field in NOT_DEPENDENT
    return "Unit" in link.targets and not statement and (link.label, link.field) not in HELD_BY_THE_NAMED


def _in_slot(record: Named, link: Link, day: dt.date) -> list[Held]:
    slot = (link.label, link.field)
    own = HELD_BY_THE_OWNER.get(link.field) if link.label in ("Unit", "Post", "Board") else None
    spare = LEFT_BY_THE_OWNER.get(slot)
    found: list[Held] = []
    for claim in _known(record, link, day):
        if slot in HELD_BY_THE_NAMED:
            found.append(_named(record, link, claim, HELD_BY_THE_NAMED[slot]))
        elif own:
            found.append(Held(claim.who or "", link.field, "", record.id, own, True))
        if spare:
            found.append(Held(claim.who or "", link.field, "", record.id, spare, True, True))
    return found


def _known(record: Named, link: Link, day: dt.date) -> list[Claim]:
    slot: Slot[Claim] = getattr(record, link.field)
    return [claim for claim in slot.known if holds_on(claim, day)]


def _named(record: Named, link: Link, claim: Claim, kind: str) -> Held:
    return Held(record.id, link.field, variety(claim), claim.who or "", kind)


def variety(claim: Claim) -> str:
    """The chain of an accountability, or the kind of a line: claims of different varieties do not compete."""
    found: str = getattr(claim, "chain", None) or getattr(claim, "kind", None) or ""
    return found
