"""How the organisation is steered and what can be done: boards, levers, places, decisions and recommendations."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from orgmodel.model.base import Claim, Fact, Named, Slot, State, Text, When, Whole

LeverKind = Literal[
    "grant_conditions",
    "statutory_requirement",
    "inspection",
    "appointment",
    "legislation",
    "convening",
    "targets",
    "other",
]


class Count(Fact):
    """How many, as an interval, or which kind of silence."""

    state: State = "not_stated"
    at_least: Whole | None = None
    at_most: Whole | None = None

    @model_validator(mode="after")
    def _state_fits_numbers(self) -> Count:
        if self.state == "known" and self.at_least is None and self.at_most is None:
            raise ValueError("a count in state 'known' needs 'at_least' or 'at_most'")
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise ValueError(f"'at_least' ({self.at_least}) is above 'at_most' ({self.at_most})")
        return self


class MemberClaim(Claim):
    """A seat on a board."""

    role: Text | None = None


class Board(Named):
    """A board or forum. `decides` is None where the source does not say whether it decides."""

    decides: bool | None = None
    attendance: Count = Count()
    meetings_per_year: Count = Count()
    remit: Text | None = None
    in_unit: Slot[Claim] = Slot()
    chair: Slot[Claim] = Slot()
    members: Slot[MemberClaim] = Slot()
    scrutinises: Slot[Claim] = Slot()
    purpose: Slot[Claim] = Slot()
    answers_to: Slot[Claim] = Slot()
    sponsors: Slot[Claim] = Slot()
    succeeds: Slot[Claim] = Slot()


class Lever(Named):
    """What a post can use on a body that it does not manage."""

    kind: LeverKind
    acts_on: Slot[Claim] = Slot()


class Location(Named):
    """A place, or a way of dividing the country into areas."""

    kind: Literal["place", "division"] = "place"
    part_of: Slot[Claim] = Slot()


class Decision(Named):
    """Something decided, or to be decided, and by whom."""

    decided_by: Slot[Claim] = Slot()
    concerns: Slot[Claim] = Slot()
    implements: Slot[Claim] = Slot()


class Recommendation(Named):
    """What the source recommends, to whom, and what came of it."""

    addressed_to: Slot[Claim] = Slot()
    owner: Slot[Claim] = Slot()
    concerns: Slot[Claim] = Slot()
    response: State = "not_stated"
    response_text: Text | None = None
    due: When | None = None
    options: tuple[str, ...] = ()
    changes_structure: bool = False
