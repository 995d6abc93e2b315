"""The verbs that end things: close, merge, split. Each thing that what ends still holds needs a destination."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from orgmodel.model import Record, Slug
from orgmodel.options.change import Change
from orgmodel.options.operands import A_CLOSABLE, A_HELD, A_POST, A_UNIT, TO_UNIT, Move, Operand


class CloseUnit(Change):
    """A unit ends. Each thing that it holds needs a destination, which may be `unknown`.

    What others have on it (who funds or inspects it, levers on it) may have one, and is named where it has none.
    """

    order = 8
    do: Literal["close-unit"]
    unit: Annotated[Slug, A_UNIT]
    moves: tuple[Move, ...] = ()


class ClosePost(Change):
    """A post ends. Each thing that it holds needs a destination, which may be `unknown`.

    What others have on it, such as a role in a unit, may have one, and is named where it has none.
    """

    order = 8
    do: Literal["close-post"]
    post: Annotated[Slug, A_POST]
    moves: tuple[Move, ...] = ()


class Close(Change):
    """Another thing ends: board, process, data system, objective, lever, subject, responsibility, place, staff group.

    What a board holds, and what refers to any of the others, needs a destination, which may be `unknown`. What others
    have on a board, such as who funds it, may have one, and is named where it has none.
    """

    order = 8
    do: Literal["close"]
    thing: Annotated[Slug, A_CLOSABLE]
    moves: tuple[Move, ...] = ()


class Merge(Change):
    """A unit ends: what it holds, and others have on it, goes to another, apart from what `moves` sends elsewhere."""

    order = 8
    fields = ("succeeds",)
    do: Literal["merge"]
    unit: Annotated[Slug, A_UNIT]
    into: Annotated[Slug, TO_UNIT]
    moves: tuple[Move, ...] = ()


class PartTaken(Record):
    """What one of the units that a split makes takes with it."""

    to: Annotated[Slug, TO_UNIT]
    takes: Annotated[tuple[Slug, ...], A_HELD] = Field(min_length=1)


class Split(Change):
    """What a unit holds is shared out among units. What no part takes goes to `rest`, which may be the unit itself.

    Without `rest` the parts have to take everything, and the unit ends.
    """

    order = 8
    fields = ("succeeds",)
    do: Literal["split"]
    unit: Annotated[Slug, A_UNIT]
    into: tuple[PartTaken, ...] = Field(min_length=1)
    rest: Annotated[Operand | None, TO_UNIT] = None
