"""What a change may name: one thing, one of several, or something that is not known; and amounts that may be words.

What is open stays open: nothing here ever picks one of several candidates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from orgmodel.model import Record, Slug
from orgmodel.model.base import Text
from orgmodel.model.links import ANYTHING, BODIES, LINKS_BY_LABEL

WORDS = {"unknown": "not_stated", "redacted": "redacted"}
NAMED = (*ANYTHING, "Person", "StaffGroup")


@dataclass(frozen=True)
class Ref:
    """Marks a field of a change as holding ids, and says of what kind; `destination` if things end up there."""

    labels: tuple[str, ...]
    destination: bool = False


A_UNIT, A_POST, A_RESPONSIBILITY, A_SUBJECT = (Ref((x,)) for x in ("Unit", "Post", "Responsibility", "Subject"))
A_STAFF_GROUP = Ref(("StaffGroup",))
A_BOARD, A_PERSON, A_PROCESS, A_STAGE = (Ref((x,)) for x in ("Board", "Person", "Process", "Stage"))
TO_UNIT, TO_POST, TO_BODY, TO_ANY = (Ref(x, True) for x in (("Unit",), ("Post",), BODIES, NAMED))
TO_GRADE, TO_PERSON, TO_COVER = (Ref(x, True) for x in (("Grade",), ("Person",), ("Post", "Person")))
A_BODY, A_THING, A_HELD = Ref(BODIES), Ref(NAMED), Ref((*LINKS_BY_LABEL, "Person"))
A_CREATED = Ref(
    (
        *("Unit", "Post", "StaffGroup", "Responsibility", "Subject", "Process", "Stage", "Board", "DataSystem"),
        *("Objective", "Lever", "Location", "Person"),
    )
)
AN_OWNED = Ref(("Process", "DataSystem", "Objective", "Recommendation"))
A_CLOSABLE = Ref(
    ("Board", "Process", "DataSystem", "Objective", "Lever", "Subject", "Responsibility", "Location", "StaffGroup")
)
MEMBERS = ("Post", "Unit", "Person")
A_MEMBER, TO_MEMBER = Ref(MEMBERS), Ref(MEMBERS, True)


class Operand(Record):
    """One id; or `one_of` several, of which the source does not say which; or the words `unknown` or `redacted`."""

    who: Slug | None = None
    one_of: tuple[Slug, ...] = ()
    state: Literal["known", "not_stated", "redacted"] = "known"

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"state": WORDS[value]} if value in WORDS else {"who": value}
        if isinstance(value, dict) and "one_of" in value:
            return {"state": "not_stated"} | value
        return value

    @model_validator(mode="after")
    def _is_one_thing(self) -> Operand:
        if (self.state == "known") != (self.who is not None):
            raise ValueError("name one id, or 'unknown', or 'redacted', or 'one_of' with several ids")
        if self.one_of and (len(set(self.one_of)) < 2 or self.state == "redacted"):
            raise ValueError("'one_of' needs at least two different ids, and none of a redacted answer")
        return self

    @property
    def named(self) -> tuple[str, ...]:
        """Every id that it mentions, candidates included."""
        return (self.who,) if self.who else self.one_of

    @property
    def note(self) -> str | None:
        """What a claim says of the candidates; None where there are none."""
        return f"One of {', '.join(sorted(self.one_of))}: which is not stated." if self.one_of else None

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = {"type": "string", "description": "An id, or 'unknown', or 'redacted'."}
        return {"anyOf": [text, handler.resolve_ref_schema(handler(core))]}


class Which(Record):
    """Which responsibilities: a list of ids, or all else that a post or unit holds, perhaps only on one subject."""

    ids: Annotated[tuple[Slug, ...], A_RESPONSIBILITY] = ()
    rest_of: Annotated[Slug | None, A_BODY] = None
    concerning: Annotated[Slug | None, A_SUBJECT] = None

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        return {"ids": value} if isinstance(value, (list, tuple)) else value

    @model_validator(mode="after")
    def _is_one_form(self) -> Which:
        if bool(self.ids) == (self.rest_of is not None):
            raise ValueError("give a list of ids, or 'rest_of' with the post or unit that holds them, and not both")
        if self.concerning and not self.rest_of:
            raise ValueError("'concerning' narrows 'rest_of'; with a list of ids it has no meaning")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        whole = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [whole["properties"]["ids"], whole]}


class Amount(Record):
    """How many or how much: a number, a range, words of the source ("many more"), redacted, or not stated."""

    at_least: float | None = Field(default=None, ge=0)
    at_most: float | None = Field(default=None, ge=0)
    words: Text | None = None
    redacted: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return {"at_least": value, "at_most": value}
        if isinstance(value, str):
            return {"redacted": WORDS[value] == "redacted"} if value in WORDS else {"words": value}
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Amount:
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise ValueError(f"'at_least' ({self.at_least}) is above 'at_most' ({self.at_most})")
        if self.redacted and (self.known or self.words):
            raise ValueError("it is redacted and given; leave out 'redacted', or what is given")
        return self

    @property
    def known(self) -> bool:
        """Whether any number is given."""
        return self.at_least is not None or self.at_most is not None

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        whole = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [{"type": "number"}, {"type": "string"}, whole]}


class Move(Record):
    """Where one thing goes that a closed post or unit held. `held_as` tells apart the ways in which it is held."""

    what: Annotated[Slug, A_HELD]
    to: Annotated[Operand, TO_ANY]
    held_as: str | None = None


def ids_in(value: Any) -> Iterator[str]:
    """Every id in the value of a field that is marked with Ref."""
    match value:
        case str():
            yield value
        case Operand():
            yield from value.named
        case Which():
            yield from (*value.ids, *((value.rest_of,) if value.rest_of else ()))
        case tuple():
            for part in value:
                yield from ids_in(part)
