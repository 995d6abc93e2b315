"""The verbs over who answers for what, and who does the work."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from orgmodel.model import Chain, Record, Slug
from orgmodel.model.base import Text
from orgmodel.model.work import Axis, Sharing
from orgmodel.options.change import Change
from orgmodel.options.operands import (
    A_BODY,
    A_POST,
    A_RESPONSIBILITY,
    A_SUBJECT,
    TO_BODY,
    TO_POST,
    Amount,
    Operand,
    Which,
)

Part = Literal["accountable", "responsible", "both"]
UNKNOWN = Operand(state="not_stated")


class Concern(Change):
    """A responsibility concerns a subject, as a whole or in part."""

    order = 3
    fields = ("concerns",)
    do: Literal["concern"]
    responsibility: Annotated[Slug, A_RESPONSIBILITY]
    subject: Annotated[Slug, A_SUBJECT]
    extent: Literal["whole", "part"] = "part"


class Release(Change):
    """Somebody gives up an accountability, on purpose and for a reason; where nobody is left, nobody answers."""

    order = 3
    fields = ("accountable",)
    do: Literal["release"]
    responsibility: Annotated[Slug, A_RESPONSIBILITY]
    giver: Annotated[Slug, A_BODY] = Field(alias="from")
    chain: Chain = "line"
    reason: Text | None = None


class Transfer(Change):
    """Responsibilities pass from one to another: the accountability, the work, or both of what `from` has.

    `posts` go along to the unit that takes over; `fte` and `budget` say how much does, as far as that is known.
    """

    order = 4
    fields = ("accountable", "responsible")
    do: Literal["transfer"]
    responsibilities: Which
    giver: Annotated[Slug | None, A_BODY] = Field(default=None, alias="from")
    to: Annotated[Operand, TO_BODY]
    chain: Chain = "line"
    part: Part = "both"
    posts: Annotated[tuple[Slug, ...], A_POST] = ()
    fte: Amount | None = None
    budget: Amount | None = None
    budget_unit: Text = "pounds a year"

    @property
    def sets(self) -> tuple[str, ...]:
        return (*self.fields, "in_unit") if self.posts else self.fields


class Assign(Change):
    """Somebody is to answer for a responsibility, or to do its work, where nobody is known to."""

    order = 5
    fields = ("accountable", "responsible")
    do: Literal["assign"]
    responsibility: Annotated[Slug, A_RESPONSIBILITY]
    to: Annotated[Operand, TO_BODY]
    chain: Chain = "line"
    part: Literal["accountable", "responsible"] = "accountable"
    scope: Text | None = None
    sharing: Sharing = "sole"
    axis: Axis = "vertical"
    reason: Text | None = None


class Share(Change):
    """One more answers for all of a thing, beside those who do already; this needs a reason."""

    order = 6
    fields = ("accountable",)
    do: Literal["share"]
    responsibility: Annotated[Slug, A_RESPONSIBILITY]
    to: Annotated[Operand, TO_BODY]
    chain: Chain = "line"
    reason: Text | None = None


class PartOfIt(Record):
    """One part of a divided responsibility: which part, in words, and who answers for it."""

    scope: Text
    to: Annotated[Operand, TO_BODY]


class Divide(Change):
    """A responsibility is cut into parts, each with an owner. What the parts leave is said: in `rest`, or `nothing`."""

    order = 5
    fields = ("accountable",)
    do: Literal["divide"]
    responsibility: Annotated[Slug, A_RESPONSIBILITY]
    parts: tuple[PartOfIt, ...] = Field(min_length=2)
    rest: Annotated[Literal["nothing"] | Operand | None, TO_BODY] = None
    chain: Chain = "line"
    reason: Text | None = None


class Only(Change):
    """A post has these and nothing else. Where the others that it has today go is said in `rest`."""

    order = 7
    fields = ("accountable", "other_responsibilities")
    do: Literal["only"]
    post: Annotated[Slug, A_POST]
    responsibilities: Annotated[tuple[Slug, ...], A_RESPONSIBILITY] = ()
    concerning: Annotated[Slug | None, A_SUBJECT] = None
    rest: Annotated[Operand | None, TO_BODY] = None

    @model_validator(mode="after")
    def _says_what(self) -> Only:
        if not self.responsibilities and self.concerning is None:
            raise ValueError("say what the post keeps: 'responsibilities', or a subject in 'concerning'")
        return self


class Precedence(Change):
    """Who decides where two lines meet: a post on a subject, or over other posts."""

    order = 6
    fields = ("precedence", "precedes_over")
    do: Literal["precedence"]
    to: Annotated[Operand, TO_POST]
    subject: Annotated[Slug | None, A_SUBJECT] = None
    over: Annotated[tuple[Slug, ...], A_POST] = ()

    @model_validator(mode="after")
    def _says_over_what(self) -> Precedence:
        if self.subject is None and not self.over:
            raise ValueError("say on which 'subject' it decides, or 'over' which posts")
        if self.over and self.to.who is None:
            raise ValueError("'over' needs one post that decides; leave it out where that is not known")
        return self


class Staff(Change):
    """More staff time on a subject or in a unit: how much, from where and to where may each be unknown."""

    order = 6
    passive = True
    fields = ("staffing",)
    do: Literal["staff"]
    amount: Amount
    measure: Text = "staff"
    giver: Annotated[Operand, A_BODY] = Field(default=UNKNOWN, alias="from")
    to: Annotated[Operand, TO_BODY] = UNKNOWN
    subject: Annotated[Slug | None, A_SUBJECT] = None
