"""The bricks that every record is made of: facts, dates that may be bounds, claims, and slots that may be silent.

Silence has kinds (none, unclear, not stated, redacted), and this module is the one place that says what they are.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError


def _read_day(value: Any) -> Any:
    """A day from text, written as 2023-03-03 and in no other way: a number would be taken for seconds since 1970."""
    if not isinstance(value, (str, int, float)):
        return value
    text = str(value)
    try:
        return dt.date.fromisoformat(text if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else "")
    except ValueError:
        raise PydanticCustomError("date_parsing", "not a day of the calendar") from None


def _refuse_truth(value: Any) -> Any:
    """True and false are not the numbers 1 and 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("float_type", "not a number")
    return value


Number = Annotated[float, BeforeValidator(_refuse_truth)]
Amount = Annotated[float, Field(ge=0), BeforeValidator(_refuse_truth)]
Whole = Annotated[int, Field(ge=0), BeforeValidator(_refuse_truth)]
Day = Annotated[dt.date, BeforeValidator(_read_day)]
Paragraph = Annotated[str, BeforeValidator(lambda value: str(value) if type(value) is int else value)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Cite = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+#[A-Za-z0-9.-]+$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]

State = Literal["known", "open", "none", "unclear", "not_stated", "redacted"]
Basis = Literal["stated", "attributed", "inferred"]
Mode = Literal["actual", "past", "planned", "proposed", "hypothetical"]
Chain = Literal["ministerial", "accounting_officer", "line", "sro", "statutory", "operational"]


class Record(BaseModel):
    """Something read from definitions. Frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)


class When(Record):
    """A date that may be known only as a bound: it lies strictly `after` and strictly `before` the days given.

    Written as a day, a month, a year, or a mapping of `after` and `before`. "For more than a year" on 3 March 2023 is
    `{before: 2022-03-03}`.
    """

    on: Day | None = None
    after: Day | None = None
    before: Day | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, int):
            value = str(value)
        if isinstance(value, str):
            return _when_from_text(value)
        return value

    @model_validator(mode="after")
    def _has_a_bound(self) -> When:
        if self.on is None and self.after is None and self.before is None:
            raise ValueError("a date needs a day, a month, a year, or 'after' or 'before'")
        if self.after == dt.date.max or self.before == dt.date.min:
            raise ValueError("no day lies after 9999-12-31 or before 0001-01-01")
        if self.after and self.before and not self.after < self.before:
            raise ValueError(f"'after' ({self.after}) must be earlier than 'before' ({self.before})")
        return self

    @property
    def earliest(self) -> dt.date | None:
        """The first day that it can be, or None when no bound is known."""
        return self.on or (self.after + dt.timedelta(days=1) if self.after else None)

    @property
    def latest(self) -> dt.date | None:
        """The last day that it can be, or None when no bound is known."""
        return self.on or (self.before - dt.timedelta(days=1) if self.before else None)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core)
        text = {"type": "string", "description": "A day, a month or a year: 2022-03-03, 2022-03 or 2022."}
        return {"anyOf": [text, {"type": "integer", "description": "A year."}, handler.resolve_ref_schema(schema)]}


def _when_from_text(text: str) -> dict[str, Any]:
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?", text)
    if match is None:
        return {"on": text}
    year, month = int(match[1]), int(match[2] or 1)
    if not 2 <= year <= 9998:
        raise ValueError(f"the year {match[1]} is out of reach: write one from 0002 to 9998")
    if not 1 <= month <= 12:
        raise ValueError(f"'{text}' is not a month: write it as 2022-03")
    first = dt.date(year, month, 1)
    following = dt.date(year + month // 12, month % 12 + 1, 1) if match[2] else dt.date(year + 1, 1, 1)
    return {"after": first - dt.timedelta(days=1), "before": following}


class Fact(Record):
    """What every statement carries: where it comes from, how it is known, whether it is so today, and who disputes it.

    `basis` is stated, attributed (the source reports that others say so; `held_by` says who) or inferred (ours).
    `mode` is actual unless said otherwise; only actual facts make findings.
    """

    cites: tuple[Cite, ...] = ()
    basis: Basis = "stated"
    mode: Mode = "actual"
    held_by: Text | None = None
    contested_by: tuple[Text, ...] = ()
    start: When | None = Field(default=None, alias="from")
    until: When | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _dates_in_order(self) -> Fact:
        first = self.start.earliest if self.start else None
        last = self.until.latest if self.until else None
        if first and last and last < first:
            raise ValueError(f"'until' ({last}) is before 'from' ({first})")
        return self


class Named(Fact):
    """A thing with an identity. The id is a stable slug, unique in the model; renaming or moving never changes it."""

    id: Slug
    title: Text
    aliases: tuple[Text, ...] = ()
    description: Text | None = None
    not_in_source: bool = False


class Claim(Fact):
    """One statement about a slot: who or what fills it, or which kind of silence the source gives."""

    who: Slug | None = None
    state: State = "known"

    @model_validator(mode="after")
    def _who_fits_state(self) -> Claim:
        if self.state == "known" and self.who is None:
            raise ValueError("a claim needs 'who', or a 'state' of none, unclear, not_stated, redacted or open")
        if self.state != "known" and self.who is not None:
            raise ValueError(f"a claim in state '{self.state}' cannot also name 'who' ({self.who}); write two claims")
        return self


AnyClaim = TypeVar("AnyClaim", bound=Claim, covariant=True)


class Slot(Record, Generic[AnyClaim]):
    """Everything claimed about one question (who heads it, who answers for it). Nothing claimed means not stated.

    Written as a list of claims, or as a mapping of `claims` with `complete: true` when the list is the whole list, or
    with `at_least` when the source says how many there are at the least, named or not.
    """

    claims: tuple[AnyClaim, ...] = ()
    complete: bool = False
    at_least: int | None = Field(default=None, ge=0)

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        return {"claims": value} if isinstance(value, (list, tuple)) else value

    @property
    def state(self) -> State:
        """The one state of the slot, never null.

        An explicit none wins, then unclear; silence beside known claims makes the list open.
        """
        return summarise_states([claim.state for claim in self.claims])

    @property
    def known(self) -> tuple[AnyClaim, ...]:
        """The claims that name somebody or something."""
        return tuple(claim for claim in self.claims if claim.who is not None)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        whole = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [whole["properties"]["claims"], whole]}


def summarise_states(states: list[State]) -> State:
    """The state of a slot from the states of its claims; an empty list is not stated."""
    for decisive in ("none", "unclear"):
        if decisive in states:
            return decisive
    if not states:
        return "not_stated"
    if "known" in states:
        return "known" if set(states) == {"known"} else "open"
    return "open" if "open" in states else "redacted" if "redacted" in states else "not_stated"
