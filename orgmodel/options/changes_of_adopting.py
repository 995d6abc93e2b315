"""The verb that carries out what the model itself holds as proposed or planned, without describing it again."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import model_validator

from orgmodel.model import Record, Slug
from orgmodel.options.change import Change
from orgmodel.options.operands import A_THING


class AdoptedSlot(Record):
    """A slot of a thing that is there already, in which something is proposed. May be written as `thing.slot`."""

    thing: Annotated[Slug, A_THING]
    slot: str

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            thing, dot, slot = value.partition(".")
            if not dot or not slot:
                raise ValueError("write it as 'thing.slot', such as 'harbour-board.chair'")
            return {"thing": thing, "slot": slot}
        return value


class Adopt(Change):
    """Things that the model holds as proposed or planned become actual, with what is proposed in them.

    What is said in them of something that stays a proposal is not adopted, and the plan names it. `claims` adopts what
    is proposed of things that are there already, slot by slot: a silence there gives way, and whoever is named stays
    beside it unless another change moves them. Everything adopted keeps its own passages.
    """

    order = 0
    do: Literal["adopt"]
    things: Annotated[tuple[Slug, ...], A_THING] = ()
    claims: tuple[AdoptedSlot, ...] = ()

    @model_validator(mode="after")
    def _adopts_something(self) -> Adopt:
        if not self.things and not self.claims:
            raise ValueError("name what is adopted, in 'things' or 'claims'")
        return self
