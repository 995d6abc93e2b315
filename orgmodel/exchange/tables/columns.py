"""What one column of a table means: the field that it fills, what may stand in it, and the headings it goes by.

All but the plain words is read from the model's classes, so that a field can never mean two things.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from orgmodel.loading.fields import fields_of, is_list, is_number, is_slot
from orgmodel.loading.lists import CLASSES
from orgmodel.loading.meanings import meaning_of
from orgmodel.loading.references import PLAIN
from orgmodel.model import LABELS, LINKS_BY_LABEL, AspectFact, Designation, When

Kind = Literal["text", "texts", "slot", "reference", "number", "date", "word", "yes", "designation", "rank"]


@dataclass(frozen=True)
class Column:
    """A column of the table of one list. `path` is the field, with a dot where it lies within another.

    `targets` are the labels of what a reference may name; `words` the closed list of words, as the model has them.
    """

    heading: str
    path: str
    kind: Kind
    meaning: str = ""
    names: tuple[str, ...] = ()
    example: str = ""
    targets: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    needed: bool = False
    is_day: bool = False

    @property
    def field(self) -> str:
        """The field of the record that the column fills or is a part of."""
        return self.path.partition(".")[0]

    @property
    def known_as(self) -> Iterator[str]:
        """Every heading that the column is known by."""
        yield from (self.heading, self.path, *self.names)


@dataclass(frozen=True)
class Wording:
    """What only people can say of a column: its heading, the field, other headings, an example, and a hint."""

    heading: str
    path: str
    names: tuple[str, ...] = ()
    example: str = ""
    says: str = ""


@dataclass(frozen=True)
class Table:
    """The table of one list: what its sheet is called, other names for it, and the columns that a newcomer needs."""

    list: str
    title: str
    says: str
    columns: tuple[Column, ...]
    names: tuple[str, ...] = field(default=())


RANK = Column(
    "Rank",
    "rank",
    "rank",
    "1 is the highest. Without a number, the order of the rows is the rank.",
    ("order", "level"),
    example="1",
)


def build_column(name: str, wording: Wording) -> Column:
    """A column of a list, with its kind, targets and words as the field of the model has them."""
    cls: Any = CLASSES[name]
    owner, info = cls, None
    for step in wording.path.split("."):
        owner, info = (_class_in(info.annotation), None) if info else (owner, None)
        info = fields_of(owner)[step]
    assert info is not None
    label, first = LABELS.get(name, name), wording.path.partition(".")[0]
    return Column(
        wording.heading,
        wording.path,
        _kind(info, first, label) if "." not in wording.path else _plain_kind(info),
        wording.says or meaning_of(cls, first),
        wording.names,
        wording.example,
        _targets(label, first),
        _words(info.annotation),
        info.is_required() and "." not in wording.path,
        _is_day(info.annotation),
    )


def other_columns(name: str) -> dict[str, Column]:
    """A column for each field of a list that fits into a cell, under the field's own name."""
    fields = fields_of(CLASSES[name])
    fitting = [field for field, info in fields.items() if _fits(info)]
    return {field: build_column(name, Wording(field, field)) for field in fitting}


def _kind(info: FieldInfo, field: str, label: str) -> Kind:
    if is_slot(info):
        return "slot"
    if field in dict(PLAIN.get(label, ())) and not is_list(info):
        return "reference"
    return _plain_kind(info)


def _plain_kind(info: FieldInfo) -> Kind:
    members = list(_members(info.annotation))
    if Designation in members:
        return "designation"
    if When in members or dt.date in members:
        return "date"
    if _words(info.annotation) and not is_list(info):
        return "word"
    if bool in members:
        return "yes"
    if is_list(info):
        return "texts"
    return "number" if is_number(info) else "text"


def _fits(info: FieldInfo) -> bool:
    """Whether a field is no record, or list of records, of its own."""
    records = [part for part in _members(info.annotation) if isinstance(part, type) and issubclass(part, BaseModel)]
    return is_slot(info) or all(part in (When, Designation, AspectFact) for part in records)


def _targets(label: str, field: str) -> tuple[str, ...]:
    for link in LINKS_BY_LABEL.get(label, ()):
        if link.field == field:
            return link.targets
    return dict(PLAIN.get(label, ())).get(field, ())


def _words(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    return next((words for part in get_args(annotation) if (words := _words(part))), ())


def _members(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated or get_args(annotation):
        for part in get_args(annotation):
            yield from _members(part)
    else:
        yield annotation


def _is_day(annotation: Any) -> bool:
    return dt.date in set(_members(annotation))


def _class_in(annotation: Any) -> type[BaseModel]:
    return next(part for part in _members(annotation) if isinstance(part, type) and issubclass(part, BaseModel))
