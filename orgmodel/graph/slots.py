"""Slots as rows: for each question about a thing, the state of its answer, which is never null.

Accountability has one slot for each chain in which the model expects somebody, or in which something is claimed; the
roles of a unit have one for each role.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, get_args

from orgmodel.model import (
    AccountabilityClaim,
    Claim,
    Fact,
    Link,
    Model,
    Named,
    Responsibility,
    RoleClaim,
    Slot,
    State,
    Unit,
    summarise_states,
)

BASIS_ORDER = ("stated", "attributed", "inferred")
BY_CHAIN = {("Responsibility", "accountable"), ("Process", "owner")}
FACTS = {
    "Post": ("critical", "occupancy"),
    "Subject": ("priority",),
    "Board": ("attendance", "meetings_per_year"),
    "Responsibility": ("confirmation", "aspects"),
}
"""Fields that hold a fact with evidence of its own, which becomes a slot so that a verdict can rest on it; of the
aspects each does."""


def slot_rows(
    model: Model,
    label: str,
    record: Named,
    link: Link,
    slot: Slot[Claim],
    claims: Sequence[Claim],
    labels: Mapping[str, str],
) -> Iterator[dict[str, Any]]:
    """The slot rows of one field of one record; `claims` are those that hold on the day.

    Claims that name something that is not there that day are no answer, and are counted as `gone`; of reporting lines
    only those of line management.
    """
    build = partial(_row, label, record, link, slot, labels)
    if (label, link.field) in BY_CHAIN:
        expected = expected_chains(model, record)
        chains = {claim.chain for claim in claims if isinstance(claim, AccountabilityClaim)}
        for chain in sorted(chains | set(expected)):
            in_chain = [claim for claim in claims if getattr(claim, "chain", None) == chain]
            yield build(in_chain, chain=chain, expected=chain in expected)
    elif isinstance(record, Unit) and link.field == "roles":
        wanted = required_roles(model, record)
        roles = {claim.role for claim in claims if isinstance(claim, RoleClaim)}
        for role in sorted(roles | wanted):
            yield build(
                [claim for claim in claims if getattr(claim, "role", None) == role], role=role, expected=role in wanted
            )
    else:
        yield build(claims)


def fact_slots(record: Named, label: str, holds: Callable[[Fact], bool]) -> Iterator[dict[str, Any]]:
    """Slots for what a record says of itself as a fact with its own evidence: a designation, a count, an aspect."""
    for name, part, fact in _facts_of(record, label):
        if holds(fact):
            state = getattr(fact, "state", "known")
            row = _row(label, record, Link(label, name, "", ()), Slot(), {}, [], role=part)
            yield row | {
                "state": state if state in get_args(State) else "known",
                "says_none": state == "none",
                "says_unclear": state == "unclear",
                "says_redacted": state == "redacted",
                "cites": list(fact.cites),
                "basis": fact.basis,
                "contested": bool(fact.contested_by),
            }


def _facts_of(record: Named, label: str) -> Iterator[tuple[str, str, Fact]]:
    """The facts of a record by field; of the aspects, one for each."""
    for name in FACTS.get(label, ()):
        if isinstance(record, Responsibility) and name == "aspects":
            yield from ((name, fact.aspect, fact) for fact in record.aspect_facts)
        elif (fact := getattr(record, name)) is not None:
            yield name, "", fact


def required_roles(model: Model, unit: Unit) -> set[str]:
    """The roles that the model requires of a unit, by its id or its kind."""
    return {role.role for role in model.required_roles if unit.id == role.unit or unit.kind == role.unit_kind}


def expected_chains(model: Model, record: Named) -> tuple[str, ...]:
    """The chains in which somebody should answer for a thing: its own list, or the model's."""
    own = record.expects if isinstance(record, Responsibility) else None
    return model.about.expects if own is None else own


def _row(
    label: str,
    record: Named,
    link: Link,
    slot: Slot[Claim],
    labels: Mapping[str, str],
    claims: Sequence[Claim],
    *,
    chain: str = "",
    role: str = "",
    expected: bool = False,
) -> dict[str, Any]:
    here = [claim for claim in claims if claim.who is None or claim.who in labels]
    states = [claim.state for claim in here]
    known = [claim for claim in here if claim.who is not None]
    by_unit = (
        (label, link.field) in BY_CHAIN and bool(known) and all(labels[claim.who or ""] == "Unit" for claim in known)
    )
    if by_unit:
        states = [state for state in states if state != "known"] or ["not_stated"]
    ident = ".".join(part for part in (record.id, link.field, chain, role) if part)
    return {
        "id": ident,
        "key": ident,
        "title": f"{record.title}: {link.field.replace('_', ' ')}",
        "owner": record.id,
        "owner_label": label,
        "name": link.field,
        "chain": chain,
        "role": role,
        "state": summarise_states(states),
        "says_none": "none" in states,
        "says_unclear": "unclear" in states,
        "says_redacted": "redacted" in states,
        "complete": slot.complete,
        "expected": expected,
        "by_unit": by_unit,
        "known": len(known),
        "at_least": max(len(known), slot.at_least or 0),
        "gone": sum(claim not in here and getattr(claim, "kind", "line") == "line" for claim in claims),
        "cites": list(dict.fromkeys(cite for claim in here for cite in claim.cites)),
        "basis": max((claim.basis for claim in here), key=BASIS_ORDER.index, default="stated"),
        "contested": any(claim.contested_by for claim in here),
    }
