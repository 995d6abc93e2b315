"""The verbs over people in posts: who is appointed, and who stands in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from orgmodel.model import Slug, When
from orgmodel.model.base import Amount
from orgmodel.model.structure import HoldingBasis
from orgmodel.options.change import Change
from orgmodel.options.operands import A_PERSON, A_POST, TO_COVER, TO_PERSON, Operand


class Appoint(Change):
    """A person is to hold a post, perhaps instead of another. The person may be unknown."""

    order = 4
    passive = True
    fields = ("occupancy", "holder")
    do: Literal["appoint"]
    post: Annotated[Slug, A_POST]
    person: Annotated[Operand, TO_PERSON]
    instead_of: Annotated[Slug | None, A_PERSON] = None
    holding: HoldingBasis = "substantive"
    fte: Amount | None = None
    start: When | None = Field(default=None, alias="from")
    due_end: When | None = None


class Cover(Change):
    """A post, or a person, stands in for a post, and until when that is to last."""

    order = 4
    fields = ("covered_by",)
    do: Literal["cover"]
    post: Annotated[Slug, A_POST]
    by: Annotated[Operand, TO_COVER]
    cover: HoldingBasis = "acting_cover"
    due_end: When | None = None
