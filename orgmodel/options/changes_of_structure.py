"""The verbs over units and posts: move, line, head, regrade, and what posts are to meet."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from orgmodel.model import Slug
from orgmodel.model.base import Text
from orgmodel.model.structure import LineKind
from orgmodel.options.change import Change
from orgmodel.options.operands import A_POST, A_THING, A_UNIT, TO_GRADE, TO_POST, TO_UNIT, Operand, Ref


class Rename(Change):
    """A new title; the old one is kept as an alias, and the id stays."""

    order = 1
    fields = ("title", "aliases")
    do: Literal["rename"]
    thing: Annotated[Slug, A_THING]
    title: Text


class MoveUnit(Change):
    """A unit becomes part of another.

    Where that is beyond the boundary of the organisation, the unit and all below it are then outside it, or inside.
    """

    order = 2
    fields = ("part_of", "outside")
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


class Regrade(Change):
    """Another grade for a post. `bound: at_least` says that the grade is only a floor."""

    order = 1
    fields = ("grade", "grade_bound")
    do: Literal["regrade"]
    post: Annotated[Slug, A_POST]
    grade: Annotated[Operand, TO_GRADE]
    bound: Literal["exact", "at_least"] = "exact"


class Require(Change):
    """Posts, or all the posts of a unit and below, are to meet a requirement."""

    order = 6
    passive = True
    fields = ("requirements",)
    do: Literal["require"]
    of: Annotated[tuple[Slug, ...], Ref(("Post", "Unit"))] = Field(min_length=1)
    requirement: Text
