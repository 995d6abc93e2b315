"""The verbs over what joins things: an owner, and any other slot of the model that no verb of its own is for."""

from __future__ import annotations

from typing import Annotated, Literal

from orgmodel.model import Chain, Slug
from orgmodel.model.base import Text
from orgmodel.options.change import Change
from orgmodel.options.operands import A_THING, AN_OWNED, TO_ANY, TO_BODY, Operand


class Owner(Change):
    """Who owns a process from end to end, a data system, an objective or a recommendation."""

    order = 2
    fields = ("owner",)
    do: Literal["owner"]
    thing: Annotated[Slug, AN_OWNED]
    to: Annotated[Operand, TO_BODY]
    chain: Chain = "line"


class Link(Change):
    """One more thing in a slot of another, or `instead_of` what is there: what it uses, sponsors, pursues, can use.

    `slot` is the name of the field in the definitions, such as `uses`, `exchanges_with`, `sponsors`, `answers_to`,
    `can_use`, `pursues`, `conflicts_with`, `located_in`, `supports`, `deputies` or `performed_by`.
    """

    order = 4
    do: Literal["link"]
    thing: Annotated[Slug, A_THING]
    slot: str
    to: Annotated[Operand, TO_ANY]
    instead_of: Annotated[Slug | None, A_THING] = None
    chain: Chain | None = None
    scope: Text | None = None
    designated_by: Text | None = None

    @property
    def sets(self) -> tuple[str, ...]:
        return (self.slot,)


class Unlink(Change):
    """One thing leaves a slot of another, on purpose; `none: true` says that nothing is then left there."""

    order = 3
    do: Literal["unlink"]
    thing: Annotated[Slug, A_THING]
    slot: str
    to: Annotated[Slug, A_THING]
    none: bool = False

    @property
    def sets(self) -> tuple[str, ...]:
        return (self.slot,)
