"""The verbs over units and posts: move, line, head, regrade, and what posts are to meet."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from orgmodel.model import Slug
from orgmodel.model.base import Text
from orgmodel.model.structure import LineKind
from orgmodel.options.change import Change
from orgmodel.options.operands import A_POST, A_STAFF_GROUP, A_THING, A_UNIT, TO_GRADE, TO_POST, TO_UNIT, Operand, Ref


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


class MoveStaff(Change):
    """Staff who are counted and not listed go to another unit, or work under another post, or both."""

    order = 2
    do: Literal["move-staff"]
    staff_group: Annotated[Slug, A_STAFF_GROUP]
    in_unit: Annotated[Operand | None, TO_UNIT] = None
    reports_to: Annotated[Operand | None, TO_POST] = None

    @model_validator(mode="after")
    def _goes_somewhere(self) -> MoveStaff:
        if not self.answers:
            raise ValueError("say where the staff go: 'in_unit', or under whom they work: 'reports_to', or both")
        return self

    @property
    def answers(self) -> dict[str, Operand]:
        """What the change says of each slot of the staff group, by the name of the slot."""
        given = {"in_unit": self.in_unit, "reports_to": self.reports_to}
        return {field: to for field, to in given.items() if to is not None}

    @property
    def sets(self) -> tuple[str, ...]:
        return tuple(self.answers)


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
