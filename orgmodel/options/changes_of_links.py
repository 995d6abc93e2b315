"""The verbs over what joins things: an owner, and any other slot of the model that no verb of its own is for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator

from orgmodel.model import Chain, Slug
from orgmodel.model.base import State, Text
from orgmodel.options.change import Change
from orgmodel.options.operands import A_PROCESS, A_STAGE, A_THING, AN_OWNED, TO_ANY, TO_BODY, Operand


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

    Where the model says nothing, or that there is nothing, what is named takes the place of that. Where the source is
    `unclear`, `redacted` or `open`, that stays beside it and the plan says so, unless it is named in `settles`.

    `slot` is the name of the field in the definitions, such as `uses`, `exchanges_with`, `sponsors`, `answers_to`,
    `can_use`, `pursues`, `conflicts_with`, `located_in`, `supports`, `deputies` or `performed_by`.
    """

    order = 4
    do: Literal["link"]
    thing: Annotated[Slug, A_THING]
    slot: str
    to: Annotated[Operand, TO_ANY]
    instead_of: Annotated[Slug | None, A_THING] = None
    settles: tuple[Literal["unclear", "redacted", "open"], ...] = ()
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


class HandOff(Change):
    """What the two sides of a hand-off are to have in common. `known` says that there is one, `none` that there is not.

    What a process says of its hand-offs counts before what follows from systems and owners, so that a change of those
    leaves it as it was until this is said.
    """

    order = 4
    fields = ("handoffs",)
    do: Literal["hand-off"]
    process: Annotated[Slug, A_PROCESS]
    before: Annotated[Slug, A_STAGE]
    after: Annotated[Slug, A_STAGE]
    shared_system: State | None = None
    shared_target: State | None = None
    common_owner: State | None = None

    @model_validator(mode="after")
    def _says_something(self) -> HandOff:
        if not self.said:
            raise ValueError("say what they have in common: 'shared_system', 'shared_target' or 'common_owner'")
        return self

    @property
    def said(self) -> dict[str, State]:
        """What is said of the hand-off, and nothing of what is left out."""
        each = {"shared_system": self.shared_system, "shared_target": self.shared_target}
        return {name: state for name, state in (each | {"common_owner": self.common_owner}).items() if state}
