"""The boxes, the jobs and the people: units, posts, holdings, and the ordered grades and kinds they are named by."""

from __future__ import annotations

from typing import Literal

from orgmodel.model.base import Amount, Chain, Claim, Fact, Named, Slot, Slug, State, Text, When, Whole

LineKind = Literal["line", "dotted", "statutory"]
HoldingBasis = Literal["substantive", "temporary_promotion", "acting_cover", "interim", "job_share", "loan"]
PostKind = Literal["official", "minister", "adviser", "board_member", "elected", "statutory", "other"]
Level = Literal["department", "agency", "force", "local"]
Occupancy = Literal["filled", "vacant", "closed", "not_stated", "unclear", "redacted"]


class Grade(Named):
    """A grade. The order in the file is the order of rank: the first is the highest."""


class UnitKind(Named):
    """A kind of unit (group, command, team). The order in the file is the order of rank: the first is the highest.

    `level` says at which level of government units of the kind stand; left out, that of what a unit is in counts.
    """

    level: Level | None = None


class Designation(Fact):
    """That somebody calls a thing a priority, or critical. Without one, nothing is assumed."""

    value: bool
    designated_by: Text


class PrincipalClaim(Claim):
    """To whom a body or a post answers in the end, in one chain and for one scope."""

    chain: Chain = "statutory"
    scope: Text | None = None


class LineClaim(Claim):
    """A reporting line to another post: line management, dotted or statutory."""

    kind: LineKind = "line"


class CoverClaim(Claim):
    """A post whose holder stands in for another post. `due_end` is when that was to end; `until`, when it did."""

    cover: HoldingBasis = "acting_cover"
    due_end: When | None = None


class CandidateClaim(Claim):
    """A person who could take a post, and in how many months: an interval."""

    months_to_ready_min: Whole | None = None
    months_to_ready_max: Whole | None = None
    interim: bool = False


class RoleClaim(Claim):
    """A post that fulfils a role for a unit."""

    role: Slug


class SystemUse(Claim):
    """The use of a data system, and whether the same thing has to be entered in another as well."""

    keyed_twice: bool = False


class Unit(Named):
    """A part of the organisation, or a body outside it (`outside: true`).

    `principal` says that answering ends there, as it does with a parliament. `roles` says which posts fulfil which role
    for the unit, or that nobody does. `level` stands where the unit's kind is one of several levels.
    """

    kind: Slug
    level: Level | None = None
    outside: bool = False
    principal: bool = False
    time_limited: bool = False
    part_of: Slot[Claim] = Slot()
    head: Slot[Claim] = Slot()
    answers_to: Slot[PrincipalClaim] = Slot()
    sponsors: Slot[Claim] = Slot()
    funds: Slot[Claim] = Slot()
    inspects: Slot[Claim] = Slot()
    located_in: Slot[Claim] = Slot()
    divides_by: Slot[Claim] = Slot()
    works_with: Slot[Claim] = Slot()
    uses: Slot[SystemUse] = Slot()
    pursues: Slot[Claim] = Slot()
    can_use: Slot[Claim] = Slot()
    staffing: Slot[Claim] = Slot()
    end_date: Slot[Claim] = Slot()
    roles: Slot[RoleClaim] = Slot()
    succeeds: Slot[Claim] = Slot()


class Vacancy(Fact):
    """Whether a post is filled, since when, and how often filling it was tried."""

    state: Occupancy = "not_stated"
    since: When | None = None
    attempts: Whole | None = None


class Post(Named):
    """A job, apart from whoever holds it. `grade_bound: at_least` says that the source gives only a floor.

    `reference` is what a published list calls it; two posts of one reference are a fault of the list. `profession` is
    the professional or occupational group.
    """

    kind: PostKind = "official"
    grade: Slug | None = None
    grade_bound: Literal["exact", "at_least"] = "exact"
    fte: Amount | None = None
    reference: Text | None = None
    profession: Text | None = None
    roles: tuple[Slug, ...] = ()
    requirements: tuple[Text, ...] = ()
    critical: Designation | None = None
    occupancy: Vacancy = Vacancy()
    in_unit: Slot[Claim] = Slot()
    reports_to: Slot[LineClaim] = Slot()
    answers_to: Slot[PrincipalClaim] = Slot()
    covered_by: Slot[CoverClaim] = Slot()
    deputies: Slot[Claim] = Slot()
    candidates: Slot[CandidateClaim] = Slot()
    serves: Slot[Claim] = Slot()
    appoints: Slot[Claim] = Slot()
    can_use: Slot[Claim] = Slot()
    located_in: Slot[Claim] = Slot()
    precedes_over: Slot[Claim] = Slot()
    succeeds: Slot[Claim] = Slot()
    other_responsibilities: State = "not_stated"


class StaffGroup(Named):
    """Staff who are counted and not listed one by one: so many of one grade and job, in a unit, under a post.

    `fte` is in full-time equivalents, as a published list of junior posts gives it.
    """

    grade: Slug | None = None
    fte: Amount | None = None
    profession: Text | None = None
    in_unit: Slot[Claim] = Slot()
    reports_to: Slot[Claim] = Slot()


class Person(Named):
    """A person. Personal data: kept in a folder of its own, and in shipped models always invented."""

    invented: bool = False
    meets: tuple[Text, ...] = ()
    does_not_meet: tuple[Text, ...] = ()


class Holding(Fact):
    """That a person holds a post, on what basis and for how much of their time.

    `due_end` is when it was to end, where it is temporary; `until`, when it did.
    """

    person: Slug
    post: Slug
    holding: HoldingBasis = "substantive"
    due_end: When | None = None
    fte: Amount | None = None
