"""The verbs: one class for each kind of change, told apart by `do`. They say what is to be, and do nothing themselves.

A new verb is a class here, a line in `AnyChange`, and a function in one of the `apply_` modules.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from orgmodel.model import Basis, Chain, Cite, Post, Record, Responsibility, Slug, Unit, When
from orgmodel.model.base import Text
from orgmodel.model.structure import LineKind
from orgmodel.model.work import Axis, Sharing
from orgmodel.options.operands import (
    A_BODY,
    A_POST,
    A_RESPONSIBILITY,
    A_SUBJECT,
    A_THING,
    A_UNIT,
    TO_ANY,
    TO_BODY,
    TO_POST,
    TO_UNIT,
    Amount,
    Move,
    Operand,
    Ref,
    Which,
)

Part = Literal["accountable", "responsible", "both"]


class Change(Record):
    """What every change says besides its verb: why, on what evidence, in which phase and when.

    `order` is the turn in which verbs are carried out, so that the order of the list does not matter. A `passive`
    verb may leave the model as it is. `fields` are those of the records in the model that the verb sets.
    """

    order: ClassVar[int] = 5
    passive: ClassVar[bool] = False
    fields: ClassVar[tuple[str, ...]] = ()

    do: str
    because: Text
    cites: tuple[Cite, ...] = ()
    basis: Basis | None = None
    phase: Slug | None = None
    when: When | None = None
    note: Text | None = None


class CreateUnit(Change):
    """A new unit, as a whole record."""

    order = 0
    do: Literal["create-unit"]
    unit: Unit


class CreatePost(Change):
    """A new post, as a whole record."""

    order = 0
    do: Literal["create-post"]
    post: Post


class CreateResponsibility(Change):
    """A new responsibility, as a whole record."""

    order = 0
    do: Literal["create-responsibility"]
    responsibility: Responsibility


class Rename(Change):
    """A new title; the old one is kept as an alias, and the id stays."""

    order = 1
    fields = ("title", "aliases")
    do: Literal["rename"]
    thing: Annotated[Slug, A_THING]
    title: Text


class MoveUnit(Change):
    """A unit becomes part of another."""

    order = 2
    fields = ("part_of",)
    do: Literal["move-unit"]
    unit: Annotated[Slug, A_UNIT]
    part_of: Annotated[Operand, TO_UNIT]


class MovePost(Change):
    """A post goes to another unit. What it holds goes with it."""

    order = 2
    fields = ("in_unit",)
    do: Literal["move-post"]
    post: Annotated[Slug, A_POST]
    in_unit: Annotated[Operand, TO_UNIT]


class SetLine(Change):
    """To whom a post reports: all its lines of that kind are replaced by this one."""

    order = 2
    fields = ("reports_to",)
    do: Literal["set-line"]
    post: Annotated[Slug, A_POST]
    to: Annotated[Operand, TO_POST]
    kind: LineKind = "line"


class SetHead(Change):
    """Which post heads a unit."""

    order = 2
    fields = ("head",)
    do: Literal["set-head"]
    unit: Annotated[Slug, A_UNIT]
    to: Annotated[Operand, TO_POST]


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
    """Responsibilities pass from one to another: the accountability, the work, or both of what `from` has."""

    order = 4
    fields = ("accountable", "responsible")
    do: Literal["transfer"]
    responsibilities: Annotated[Which, Ref(("Responsibility", "Post", "Unit", "Board"))]
    giver: Annotated[Slug | None, A_BODY] = Field(default=None, alias="from")
    to: Annotated[Operand, TO_BODY]
    chain: Chain = "line"
    part: Part = "both"


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


class Require(Change):
    """Posts, or all the posts of a unit and below, are to meet a requirement."""

    order = 6
    passive = True
    fields = ("requirements",)
    do: Literal["require"]
    of: Annotated[tuple[Slug, ...], Ref(("Post", "Unit"))] = Field(min_length=1)
    requirement: Text


class Staff(Change):
    """More staff time on a subject or in a unit: how much, from where and to where may each be unknown."""

    order = 6
    passive = True
    fields = ("staffing",)
    do: Literal["staff"]
    amount: Amount
    measure: Text = "staff"
    giver: Annotated[Operand, A_BODY] = Field(default=Operand(state="not_stated"), alias="from")
    to: Annotated[Operand, TO_BODY] = Operand(state="not_stated")
    subject: Annotated[Slug | None, A_SUBJECT] = None


class CloseUnit(Change):
    """A unit ends. Each thing that it holds needs a destination, which may be `unknown`."""

    order = 8
    do: Literal["close-unit"]
    unit: Annotated[Slug, A_UNIT]
    moves: Annotated[tuple[Move, ...], TO_ANY] = ()


class ClosePost(Change):
    """A post ends. Each thing that it holds needs a destination, which may be `unknown`."""

    order = 8
    do: Literal["close-post"]
    post: Annotated[Slug, A_POST]
    moves: Annotated[tuple[Move, ...], TO_ANY] = ()


class Keep(Change):
    """Things are left as they are, on purpose."""

    order = 9
    passive = True
    do: Literal["keep"]
    things: Annotated[tuple[Slug, ...], A_THING] = Field(min_length=1)


class Ask(Change):
    """A question that the option leaves open, and who decides it."""

    order = 9
    passive = True
    do: Literal["ask"]
    question: Text
    decided_by: Annotated[Operand, A_BODY] = Operand(state="not_stated")
    about: Annotated[tuple[Slug, ...], A_THING] = ()


AnyChange = Annotated[
    CreateUnit
    | CreatePost
    | CreateResponsibility
    | Rename
    | MoveUnit
    | MovePost
    | SetLine
    | SetHead
    | Concern
    | Release
    | Transfer
    | Assign
    | Share
    | Require
    | Staff
    | CloseUnit
    | ClosePost
    | Keep
    | Ask,
    Field(discriminator="do"),
]
Close = CloseUnit | ClosePost
