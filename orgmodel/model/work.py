"""What the organisation is for: responsibilities, the subjects they concern, processes, data systems and objectives."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from orgmodel.model.base import Chain, Claim, Fact, Named, Number, Record, Slot, Slug, State, Text, When
from orgmodel.model.structure import Designation, SystemUse

Aspect = Literal["policy", "operations", "funding", "legislation", "oversight", "data", "corporate"]
Sharing = Literal["sole", "shared", "divided"]
Axis = Literal["vertical", "horizontal"]


class SubjectClaim(Claim):
    """That a responsibility concerns a subject, as a whole or in part."""

    extent: Literal["whole", "part"] = "part"


class AccountabilityClaim(Claim):
    """That a post, unit or board answers for something, in one chain and for one scope.

    `sharing` says whether it answers alone (sole), with others for all of it (shared, which wants a reason), or for a
    part (divided). `axis` tells the lead across commands (horizontal) from the head of a command (vertical).
    """

    chain: Chain = "line"
    scope: Text | None = None
    sharing: Sharing = "sole"
    axis: Axis = "vertical"
    reason: Text | None = None


class Confirmation(Fact):
    """Whether the holder has confirmed a responsibility, and when that is to be looked at again."""

    state: State = "not_stated"
    confirmed: When | None = None
    review_by: When | None = None


class AspectFact(Fact):
    """That a responsibility is policy, operations and so on, with evidence of its own."""

    aspect: Aspect


class Responsibility(Named):
    """An outcome that somebody should answer for. `expects` lists the chains in which the model expects one.

    An aspect that is only named is known as the responsibility is, from the same passages.
    """

    aspects: tuple[Aspect | AspectFact, ...] = ()
    expects: tuple[Chain, ...] | None = None
    scope: Text | None = None
    concerns: Slot[SubjectClaim] = Slot()
    accountable: Slot[AccountabilityClaim] = Slot()
    responsible: Slot[AccountabilityClaim] = Slot()
    supports: Slot[Claim] = Slot()
    consulted: Slot[Claim] = Slot()
    informed: Slot[Claim] = Slot()
    data: Slot[SystemUse] = Slot()
    confirmation: Confirmation = Confirmation()

    @model_validator(mode="after")
    def _each_aspect_once(self) -> Responsibility:
        named = [fact.aspect for fact in self.aspect_facts]
        twice = next((aspect for aspect in named if named.count(aspect) > 1), None)
        if twice:
            raise ValueError(f"the aspect '{twice}' stands twice; write each once")
        return self

    @property
    def aspect_facts(self) -> tuple[AspectFact, ...]:
        """Every aspect with what it rests on, those that are only named with the evidence of the responsibility."""
        own = {name: getattr(self, name) for name in ("cites", "basis", "mode", "held_by", "contested_by")}
        return tuple(
            aspect if isinstance(aspect, AspectFact) else AspectFact(aspect=aspect, **own) for aspect in self.aspects
        )


class Subject(Named):
    """What responsibilities are about. A subject may have several parents and may overlap others."""

    code: Text | None = None
    priority: Designation | None = None
    part_of: Slot[Claim] = Slot()
    overlaps: Slot[Claim] = Slot()
    forums: Slot[Claim] = Slot()
    staffing: Slot[Claim] = Slot()
    precedence: Slot[Claim] = Slot()


class Stage(Named):
    """One step of a process, with the units that do it and the systems that they use."""

    performed_by: Slot[Claim] = Slot()
    uses: Slot[SystemUse] = Slot()


class Handoff(Fact):
    """That one stage follows another, and what the two share."""

    before: Slug
    after: Slug
    shared_system: State = "not_stated"
    shared_target: State = "not_stated"
    common_owner: State = "not_stated"


class Process(Named):
    """A flow of work through stages. `owner` is the post that answers for all of it from end to end."""

    concerns: Slot[SubjectClaim] = Slot()
    owner: Slot[AccountabilityClaim] = Slot()
    stages: tuple[Stage, ...] = ()
    handoffs: tuple[Handoff, ...] = ()
    all_stages_known: bool = False


class DataSystem(Named):
    """An information system (not "the immigration system", which is an organisation)."""

    owner: Slot[Claim] = Slot()
    exchanges_with: Slot[Claim] = Slot()
    succeeds: Slot[Claim] = Slot()


class ConflictClaim(Claim):
    """That two objectives pull apart, as somebody designates it."""

    designated_by: Text


class Objective(Named):
    """What a unit is trying to achieve, or a target it works to."""

    concerns: Slot[SubjectClaim] = Slot()
    owner: Slot[Claim] = Slot()
    conflicts_with: Slot[ConflictClaim] = Slot()
    of_process: Slot[Claim] = Slot()


class Range(Record):
    """A number known as an interval, either end of which may be open."""

    low: Number | None = None
    high: Number | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Range:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"'low' ({self.low}) is above 'high' ({self.high})")
        return self


class Figure(Named):
    """A number about a thing: staff, money, volumes, with its unit, period and whether it happened."""

    about: Slug
    value: Number | Range | None = None
    state: State = "known"
    unit: Text
    period: Text | None = None
    kind: Literal["actual", "forecast", "target"] = Field(default="actual")
