"""The verbs that put back what was. They are written by `reverse`, and can be read, edited and taken in part."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from orgmodel.model import Holding, Slug
from orgmodel.options.change import Change
from orgmodel.options.operands import A_CREATED, A_POST, A_THING


class Restore(Change):
    """Fields of a record as they were, written as in the definitions."""

    order = 1
    do: Literal["restore"]
    thing: Annotated[Slug, A_THING]
    was: dict[str, Any] = Field(min_length=1)

    @property
    def sets(self) -> tuple[str, ...]:
        return tuple("start" if name == "from" else name for name in self.was)


class RestoreHolders(Change):
    """Who held a post, as it was."""

    order = 1
    fields = ("holder",)
    do: Literal["restore-holders"]
    post: Annotated[Slug, A_POST]
    holdings: tuple[Holding, ...]


class Withdraw(Change):
    """A thing that an option created is taken out again, as if it had never been. Nothing may refer to it any more."""

    order = 2
    do: Literal["withdraw"]
    thing: Annotated[Slug, A_CREATED]
