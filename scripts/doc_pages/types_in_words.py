"""The type of a field, as people read it: `text`, `an id`, `a list of dates`, or the words that are allowed."""

import datetime as dt
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from orgmodel.model import Record, Slot, When

PLAIN = {str: "text", int: "whole number", float: "number", bool: "`true` or `false`", dt.date: "day", When: "date"}


def fields_of(cls: type[Record]) -> list[tuple[str, Any, FieldInfo]]:
    """The fields that a class adds to those it inherits: name as written, type with its constraints, and the field."""
    hints = get_type_hints(cls, include_extras=True)
    own = [(name, field) for name, field in cls.model_fields.items() if name in cls.__annotations__]
    return [(field.alias or name, hints[name], field) for name, field in own]


def slot_claim(type_: Any) -> type[Any] | None:
    """The class of claims in a slot, or None for what is no slot."""
    if isinstance(type_, type) and issubclass(type_, Slot):
        claim: type[Any] = type_.__pydantic_generic_metadata__["args"][0]
        return claim
    return None


def say_type(type_: Any) -> str:
    """A type in words."""
    origin, parts = get_origin(type_), get_args(type_)
    if origin is Annotated:
        return _say_constrained(parts)
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(say_type(part) for part in parts if part is not NoneType))
    if origin is Literal:
        return "one of " + ", ".join(f"`{part}`" for part in parts)
    if origin is tuple:
        return f"list: {say_type(parts[0])}"
    if origin is dict:
        return "mapping of text to text"
    if claim := slot_claim(type_):
        return f"slot of [{claim.__name__}](#{claim.__name__.lower()})"
    if isinstance(type_, type) and issubclass(type_, Record) and type_ is not When:
        return f"[{type_.__name__}](#{type_.__name__.lower()})"
    return PLAIN.get(type_, getattr(type_, "__name__", str(type_)))


def say_default(field: FieldInfo) -> str:
    """Whether a field has to be given, and what it is otherwise."""
    if field.is_required():
        return "required"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if value is None or value == () or isinstance(value, Record):
        return ""
    return ", ".join(f"`{part}`" for part in value) if isinstance(value, tuple) else f"`{value}`"


def _say_constrained(parts: tuple[Any, ...]) -> str:
    patterns = [mark.pattern for mark in parts[1:] if isinstance(mark, StringConstraints) and mark.pattern]
    if patterns:
        return "citation" if "#" in str(patterns[0]) else "id"
    return say_type(parts[0])
