"""What each post, unit and board holds, and could therefore lose: found in the links of a model, one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from orgmodel.graph import holds_on
from orgmodel.model import LINKS_BY_LABEL, Claim, Holding, Link, Model, Named, Slot
from orgmodel.model.links import BODIES

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
    ("Post", "serves"): "unit or post that it serves",
    ("Board", "purpose"): "purpose",
    ("Unit", "located_in"): "location",
    ("Unit", "divides_by"): "division into areas",
    ("Unit", "works_with"): "body that it works with",
    ("Unit", "staffing"): "staff",
    ("Unit", "roles"): "post in a role",
}
"""Slots of a post, unit or board whose content is left over when it ends: it may be moved, and is named where not."""

ON_IT = {
    ("Unit", "staffing"): "unit that it staffs",
    ("Unit", "roles"): "unit for which it has a role",
    ("Post", "candidates"): "post that it is a candidate for",
    ("Post", "precedes_over"): "post that decides over it",
    ("Lever", "acts_on"): "lever on it",
    ("Unit", "works_with"): "unit that works with it",
}
"""How some slots of others read from a unit, post or board that they name. The rest is made of the slot's name."""

MANY = 10
"""A slot that may name almost anything is a statement about it, and depends on nothing."""
NOT_DEPENDENT = ("about", "disputes", "succeeds", "implements")


@dataclass(frozen=True, order=True)
class Held:
    """One thing held: by whom, what, as what, and in which chain. `own` if the slot is the holder's.

    `spare` is what may be left over when the holder ends, and is then named; all else has to go somewhere. `on` is what
    others have on the holder: the slot is theirs, and the thing is its owner.
    """

    thing: str
    field: str
    chain: str
    holder: str
    kind: str
    own: bool = False
    spare: bool = False
    on: bool = False

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
    """What refers to a thing and is not held by it: who uses a system, has a lever on a unit, funds or inspects it.

    What others have on a unit, post or board may be left over when that ends; what is of any other thing may not.
    """
    found: list[Held] = []
    for owner, record in records:
        if holds_on(record, day) and record.id != ident:
            for link in LINKS_BY_LABEL.get(owner, ()):
                if depends_on(link, label):
                    found += [
                        _on(record, link, claim, label) for claim in _known(record, link, day) if claim.who == ident
                    ]
    return sorted(set(found))


def find_held_by(
    records: Sequence[tuple[str, Named]], holdings: Iterable[Holding], ident: str, label: str, day: dt.date
) -> list[Held]:
    """All that one thing holds, if it is a unit, post or board, and all that others have on it."""
    held = find_held(records, holdings, day) if label in BODIES else []
    return [*(each for each in held if each.holder == ident), *find_dependents(records, ident, label, day)]


def is_statement(link: Link) -> bool:
    """Whether a slot only says something of what it names, such as what a recommendation concerns."""
    return len(link.targets) >= MANY or link.field in NOT_DEPENDENT


def depends_on(link: Link, label: str) -> bool:
    """Whether a slot may name things of this kind, and its owner would have to go without when one of them ends."""
    held = label in BODIES and (link.label, link.field) in HELD_BY_THE_NAMED
    return label in link.targets and not is_statement(link) and not held


def _in_slot(record: Named, link: Link, day: dt.date) -> list[Held]:
    slot = (link.label, link.field)
    own = HELD_BY_THE_OWNER.get(link.field) if link.label in BODIES else None
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


def _on(record: Named, link: Link, claim: Claim, label: str) -> Held:
    of = link.label.lower()
    words = link.field.replace("_", " ")
    if label not in BODIES:
        return _named(record, link, claim, f"{words} of {of}")
    kind = ON_IT.get((link.label, link.field), f"{of} that {words} it")
    return replace(_named(record, link, claim, kind), spare=True, on=True)


def variety(claim: Claim) -> str:
    """The chain of an accountability, or the kind of a line: claims of different varieties do not compete."""
    found: str = getattr(claim, "chain", None) or getattr(claim, "kind", None) or ""
    return found
