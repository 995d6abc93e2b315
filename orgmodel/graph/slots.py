"""Slots as rows: for each question about a thing, the state of its answer, which is never null.

Accountability has one slot for each chain in which the model expects somebody, or in which something is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orgmodel.model import AccountabilityClaim, Claim, Model, Named, Responsibility, summarise_states

BASIS_ORDER = ("stated", "attributed", "inferred")
BY_CHAIN = {("Responsibility", "accountable"), ("Process", "owner")}


def slot_rows(
    model: Model,
    label: str,
    record: Named,
    name: str,
    claims: Sequence[Claim],
    complete: bool,
    labels: Mapping[str, str],
) -> Iterator[dict[str, Any]]:
    """The slot rows of one field of one record; `claims` are those that hold on the day."""
    if (label, name) not in BY_CHAIN:
        yield _row(label, record, name, "", claims, complete, expected=False, labels=labels)
        return
    expected = expected_chains(model, record)
    claimed = {claim.chain for claim in claims if isinstance(claim, AccountabilityClaim)}
    for chain in sorted(claimed | set(expected)):
        in_chain = [claim for claim in claims if isinstance(claim, AccountabilityClaim) and claim.chain == chain]
        yield _row(label, record, name, chain, in_chain, complete, expected=chain in expected, labels=labels)


def expected_chains(model: Model, record: Named) -> tuple[str, ...]:
    """The chains in which somebody should answer for a thing: its own list, or the model's."""
    own = record.expects if isinstance(record, Responsibility) else None
    return model.about.expects if own is None else own


def _row(
    label: str,
    record: Named,
    name: str,
    chain: str,
    claims: Sequence[Claim],
    complete: bool,
    *,
    expected: bool,
    labels: Mapping[str, str],
) -> dict[str, Any]:
    states = [claim.state for claim in claims]
    known = [claim for claim in claims if claim.who is not None]
    by_unit = (label, name) in BY_CHAIN and bool(known) and all(labels[claim.who or ""] == "Unit" for claim in known)
    if by_unit:
        states = [state for state in states if state != "known"] or ["not_stated"]
    ident = f"{record.id}.{name}" + (f".{chain}" if chain else "")
    return {
        "id": ident,
        "key": ident,
        "title": f"{record.title}: {name.replace('_', ' ')}",
        "owner": record.id,
        "owner_label": label,
        "name": name,
        "chain": chain,
        "state": summarise_states(states),
        "says_none": "none" in states,
        "says_unclear": "unclear" in states,
        "says_redacted": "redacted" in states,
        "complete": complete,
        "expected": expected,
        "by_unit": by_unit,
        "known": len(known),
        "cites": list(dict.fromkeys(cite for claim in claims for cite in claim.cites)),
        "basis": max((claim.basis for claim in claims), key=BASIS_ORDER.index, default="stated"),
        "contested": any(claim.contested_by for claim in claims),
    }
