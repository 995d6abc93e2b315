"""What a model adds to the questions asked of it: principles, things ruled out, roles required, thresholds, waivers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from orgmodel.model.base import Cite, Day, Named, Record, Slug, Text, Whole


class Principle(Named):
    """A test of a structure that somebody asks for; `query` names the question that computes it, where one does.

    `about` are the things of which it is asked: rows of the query that are of other things do not count. Where no query
    can tell, `untested` says why.
    """

    held_by: Text | None = None
    query: Slug | None = None
    about: tuple[Slug, ...] = ()
    untested: Text | None = None


class RuledOut(Named):
    """A change that somebody rules out, why, and while what holds. Not a constraint unless a user says so.

    An option does it where it says so itself, where it is the `option` named here, or where a change with one of the
    `verbs` (any, where none is named) concerns one of the `things`. It is carried out all the same, and says so.
    """

    verdict: Literal["ruled_out", "asked_for"] = "ruled_out"
    by: Text
    why: Text
    while_: Text | None = Field(default=None, alias="while")
    option: Slug | None = None
    verbs: tuple[Slug, ...] = ()
    things: tuple[Slug, ...] = ()


class RequiredRole(Named):
    """A role that every unit of a kind should have served by between `at_least` and `at_most` posts."""

    role: Slug
    unit_kind: Slug | None = None
    unit: Slug | None = None
    at_least: Whole = 1
    at_most: Whole | None = None


class Threshold(Record):
    """Another value for a finding's threshold in this model, with the reason and the authority for it."""

    finding: Slug
    name: str
    value: int | float | str
    reason: Text
    authority: Text | None = None
    cites: tuple[Cite, ...] = ()


class Waiver(Record):
    """A finding that somebody has accepted: which row, why, who, and until when. It is still counted."""

    finding: Slug
    identity: dict[str, str]
    reason: Text
    accepted_by: Text
    review: Day
