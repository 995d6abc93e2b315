"""Which classes, fields and words a place in a record admits: read from the pydantic classes, never listed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from orgmodel.model import Slot


def fields_at(root: type[BaseModel], path: tuple[str | int, ...]) -> dict[str, FieldInfo]:
    """The fields that the mapping at a validator's path may have, by the names they are written with."""
    classes = [root]
    for step in path:
        if isinstance(step, str):
            inner = [fields_of(owner)[step] for owner in classes if step in fields_of(owner)]
            classes = [found for field in inner for found in _classes_in(field.annotation)] or _tagged(classes, step)
    return {name: field for owner in classes for name, field in fields_of(owner).items()}


def fields_of(owner: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a class by the names they are written with."""
    return {field.alias or name: field for name, field in owner.model_fields.items()}


def is_list(field: FieldInfo) -> bool:
    """Whether a field is a list of plain values, or a list or nothing."""
    return any(get_origin(part) in (tuple, list) for part in _parts(field.annotation))


def is_slot(field: FieldInfo) -> bool:
    """Whether a field is a slot: a list of claims that may be silent."""
    return any(isinstance(part, type) and issubclass(part, Slot) for part in _parts(field.annotation))


def is_number(field: FieldInfo) -> bool:
    """Whether a field may be a number."""
    return any(part in (int, float) for part in _parts(field.annotation))


def _tagged(classes: list[type[BaseModel]], step: str) -> list[type[BaseModel]]:
    """A step that is no field is the tag of a union: the class of that name or discriminator, or else all of them."""
    named = [owner for owner in classes if owner.__name__ == step or step in _tags(owner)]
    return named or classes


def _tags(owner: type[BaseModel]) -> list[Any]:
    return [word for field in owner.model_fields.values() for word in get_args(field.annotation)]


def _parts(annotation: Any) -> tuple[Any, ...]:
    """The members of a union, or the annotation itself, without what is said of them beside their type."""
    if get_origin(annotation) in (tuple, list) or not get_args(annotation):
        return (annotation,)
    if get_origin(annotation) is Annotated:
        return _parts(get_args(annotation)[0])
    return tuple(part for member in get_args(annotation) for part in _parts(member))


def _classes_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _classes_in(part)
