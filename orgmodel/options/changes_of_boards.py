"""The verbs over boards: chair, members, attendance limit, rhythm, remit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from orgmodel.model import Slug
from orgmodel.model.base import Text
from orgmodel.options.change import Change
from orgmodel.options.operands import A_BOARD, A_MEMBER, TO_MEMBER, TO_POST, Amount, Operand


class Chair(Change):
    """Who chairs a board."""

    order = 2
    fields = ("chair",)
    do: Literal["chair"]
    board: Annotated[Slug, A_BOARD]
    to: Annotated[Operand, TO_POST]


class Members(Change):
    """Who joins a board, who leaves it, and whether the list is then the whole list."""

    order = 3
    fields = ("members",)
    do: Literal["members"]
    board: Annotated[Slug, A_BOARD]
    add: Annotated[tuple[Slug, ...], TO_MEMBER] = ()
    remove: Annotated[tuple[Slug, ...], A_MEMBER] = ()
    complete: bool | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Members:
        if not (self.add or self.remove or self.complete is not None):
            raise ValueError("say who to 'add' or 'remove', or whether the list is 'complete'")
        if both := set(self.add) & set(self.remove):
            raise ValueError(f"{', '.join(sorted(both))} cannot both join and leave")
        return self


class Limit(Change):
    """How many may attend a board at the most. Who then stays away is a question of its own."""

    order = 3
    fields = ("attendance",)
    do: Literal["limit"]
    board: Annotated[Slug, A_BOARD]
    at_most: Annotated[int, Field(ge=1)]


class Rhythm(Change):
    """How often a board meets in a year: a number, a range, or not known."""

    order = 3
    fields = ("meetings_per_year",)
    do: Literal["rhythm"]
    board: Annotated[Slug, A_BOARD]
    per_year: Amount


class Remit(Change):
    """What a board is for, in words, and whether it decides."""

    order = 3
    fields = ("remit", "decides")
    do: Literal["remit"]
    board: Annotated[Slug, A_BOARD]
    remit: Text
    decides: bool | None = None
