"""The verbs that change nothing and say something: what stays, and what is asked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from orgmodel.model import Slug
from orgmodel.model.base import Text
from orgmodel.options.change import Change
from orgmodel.options.operands import A_BODY, A_THING, Operand


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
