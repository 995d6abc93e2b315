"""How claims are replaced in a slot. What is past, planned or disputed elsewhere in the slot is left as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from orgmodel.graph import holds_on
from orgmodel.model import AspectFact, Basis, Cite, Claim, Fact, Named, Record, Slot
from orgmodel.options.operands import Operand

AClaim = TypeVar("AClaim", bound=Claim)
ARecord = TypeVar("ARecord", bound=Record)
BECOMES_ACTUAL = ("planned", "proposed", "hypothetical")


@dataclass(frozen=True)
class Evidence:
    """What a changed fact rests on: the citations and the basis of the change that made it."""

    cites: tuple[Cite, ...]
    basis: Basis
    note: str | None = None

    def as_fields(self) -> dict[str, Any]:
        """The fields of a fact that say this; the rest of its evidence no longer applies."""
        fresh = {"mode": "actual", "held_by": None, "contested_by": (), "start": None, "until": None}
        return {"cites": self.cites, "basis": self.basis, "note": self.note} | fresh


def current(slot: Slot[AClaim], day: dt.date) -> tuple[AClaim, ...]:
    """The claims of a slot that are so on the day."""
    return tuple(claim for claim in slot.claims if holds_on(claim, day))


def retarget(claim: AClaim, to: Operand, evidence: Evidence) -> AClaim:
    """The same claim about another holder, or about one that is not known; the rest of what it says is kept."""
    update = evidence.as_fields() | {"who": to.who, "state": to.state}
    return claim.model_copy(update=update | {"note": to.note or evidence.note})


def replace(
    slot: Slot[AClaim], day: dt.date, drop: Callable[[AClaim], bool], add: Sequence[AClaim] = ()
) -> Slot[AClaim]:
    """The slot without those of its current claims that are to go, and with others added."""
    kept = tuple(claim for claim in slot.claims if not (holds_on(claim, day) and drop(claim)))
    return slot.model_copy(update={"claims": (*kept, *(claim for claim in add if claim not in kept))})


def same_answers(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether two sets of claims answer alike, whatever they rest on."""

    def answers(claims: Sequence[Claim]) -> list[tuple[str, ...]]:
        return sorted((claim.who or "", claim.state, "" if claim.who else claim.note or "") for claim in claims)

    return answers(one) == answers(other)


def claim_class(record: Named, field: str) -> type[Claim]:
    """The class of the claims in a slot of a record."""
    annotation: Any = type(record).model_fields[field].annotation
    found: type[Claim] = annotation.__pydantic_generic_metadata__["args"][0]
    return found


def made_actual(record: ARecord, evidence: Evidence) -> ARecord:
    """A record of the option as a fact of its model: proposed becomes actual; what cites nothing cites the change."""
    update = {name: _inside(value, evidence) for name, value in record if isinstance(value, (Record, tuple))}
    if isinstance(record, Fact):
        update["mode"] = "actual" if record.mode in BECOMES_ACTUAL else record.mode
        if isinstance(record, (Named, Claim, AspectFact)) and not record.cites:
            update |= {"cites": evidence.cites}
            update |= {"basis": evidence.basis} if record.basis == "stated" else {}
    return record.model_copy(update=update)


def _inside(value: Any, evidence: Evidence) -> Any:
    if isinstance(value, Record):
        return made_actual(value, evidence)
    if isinstance(value, tuple):
        return tuple(_inside(part, evidence) for part in value)
    return value
