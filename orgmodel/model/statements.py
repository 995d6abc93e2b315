"""Everything that a model says about one thing, as statements that a person can read, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.model.base import Claim, Fact, Named, Slot
from orgmodel.model.links import LINKS_BY_LABEL
from orgmodel.model.model import Model
from orgmodel.model.work import Responsibility

SILENCE = {
    "none": "nobody or nothing: the source says so",
    "unclear": "not clear to the people concerned: the source says so",
    "not_stated": "not stated",
    "redacted": "redacted",
    "open": "and others that the source does not name",
}
"""How each kind of silence is said."""

CHAINS = {
    "ministerial": "ministerial chain",
    "accounting_officer": "accounting officer chain",
    "line": "line chain",
    "sro": "senior responsible owner chain",
    "statutory": "statutory chain",
    "operational": "operational chain",
}

PHRASES: dict[tuple[str, str], tuple[str, str]] = {
    ("Unit", "part_of"): ("part of", "has the part"),
    ("Unit", "head"): ("headed by", "heads"),
    ("Post", "in_unit"): ("in", "has the post"),
    ("StaffGroup", "in_unit"): ("work in", "has the staff"),
    ("StaffGroup", "reports_to"): ("work under", "has under it"),
    ("Board", "in_unit"): ("in", "has the board"),
    ("Post", "reports_to"): ("reports to", "has reporting to it"),
    ("Post", "covered_by"): ("covered by", "covers"),
    ("Responsibility", "concerns"): ("concerns", "is the concern of"),
    ("Responsibility", "accountable"): ("accountable", "answers for"),
    ("Responsibility", "responsible"): ("work done by", "does the work of"),
    ("Process", "owner"): ("accountable from end to end", "answers from end to end for"),
    ("Process", "concerns"): ("concerns", "is the concern of"),
    ("Stage", "performed_by"): ("done by", "does the stage"),
    ("Subject", "part_of"): ("part of", "has the part"),
    ("Board", "chair"): ("chaired by", "chairs"),
    ("Board", "members"): ("has as a member", "is a member of"),
    ("Assessment", "about"): ("is about", "is judged in"),
}
"""How a slot reads from the side of its owner, and from the other side. Others are read from the field's name."""


@dataclass(frozen=True)
class Statement:
    """One thing said: the phrase, what it names (an id) or the kind of silence, its details and its evidence."""

    phrase: str
    other: str | None
    text: str
    details: tuple[str, ...]
    fact: Fact


def statements_about(model: Model, ident: str) -> list[Statement]:
    """What the model says of a thing: its own slots first, then what others say of it."""
    record = model.by_id[ident]
    label = model.label_of.get(ident)
    own = list(_own(model, label, record)) if label else []
    return own + list(_incoming(model, ident))


def own_slots(model: Model, ident: str) -> list[tuple[str, Slot[Claim]]]:
    """The slots of a thing that anything is claimed about, by field."""
    label = model.label_of.get(ident)
    record = model.by_id[ident]
    slots = [(link.field, getattr(record, link.field)) for link in LINKS_BY_LABEL.get(label or "", ())]
    return [(field, slot) for field, slot in slots if slot.claims]


def _own(model: Model, label: str, record: Named) -> Iterator[Statement]:
    if isinstance(record, Responsibility):
        for fact in record.aspect_facts:
            yield Statement("counted as", None, fact.aspect, () if fact.mode == "actual" else (fact.mode,), fact)
    for link in LINKS_BY_LABEL.get(label, ()):
        slot: Slot[Claim] = getattr(record, link.field)
        phrase = PHRASES.get((label, link.field), (link.field.replace("_", " "), ""))[0]
        for claim in slot.claims:
            yield _statement(model, phrase, claim.who, claim)
        if not slot.claims and link.field in ("accountable", "owner", "head", "reports_to"):
            yield Statement(phrase, None, SILENCE["not_stated"], (), Fact())


def _incoming(model: Model, ident: str) -> Iterator[Statement]:
    for label, record in model.labelled():
        for link in LINKS_BY_LABEL.get(label, ()):
            slot: Slot[Claim] = getattr(record, link.field)
            phrase = PHRASES.get((label, link.field), ("", f"{link.field.replace('_', ' ')} of"))[1]
            for claim in slot.known:
                if claim.who == ident:
                    yield _statement(model, phrase, record.id, claim)


def _statement(model: Model, phrase: str, other: str | None, claim: Claim) -> Statement:
    text = model.title_of(other) if other else SILENCE[claim.state]
    return Statement(phrase, other, text, tuple(_details(claim)), claim)


def _details(claim: Claim) -> Iterator[str]:
    chain = getattr(claim, "chain", None)
    if chain:
        yield CHAINS[chain]
    for name in ("scope", "kind", "sharing", "extent", "axis", "role", "reason", "cover"):
        value = getattr(claim, name, None)
        if value and value not in ("sole", "vertical", "line"):
            yield f"{name}: {str(value).replace('_', ' ')}"
    if claim.mode != "actual":
        yield claim.mode


def every_cite(model: Model, ident: str) -> tuple[str, ...]:
    """Every citation of a thing, of its own record and of each statement about it."""
    cites = list(model.by_id[ident].cites)
    for statement in statements_about(model, ident):
        cites += statement.fact.cites
    return tuple(dict.fromkeys(cites))


__all__ = ["CHAINS", "SILENCE", "Statement", "every_cite", "own_slots", "statements_about"]
