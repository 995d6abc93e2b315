"""An option: a changeset over one model, with its standing, its reasons, its benefits and its phases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, PrivateAttr, model_validator

from orgmodel.errors import Place
from orgmodel.model import Basis, Cite, Post, Record, Responsibility, Slug, Unit, When
from orgmodel.model.base import Text
from orgmodel.options.changes import AnyChange, CreatePost, CreateResponsibility, CreateUnit
from orgmodel.options.operands import Operand

Standing = Literal["offered", "recommended", "preferred", "ruled_out"]
Path = tuple[str | int, ...]


class Benefit(Record):
    """What the option is said to bring: a measure, where it stands today, and who answers for reaching it."""

    measure: Text
    baseline: Text | None = None
    owner: Operand = Operand(state="not_stated")
    cites: tuple[Cite, ...] = ()


class Phase(Record):
    """A step in carrying out the option."""

    id: Slug
    title: Text
    start: When | None = Field(default=None, alias="from")
    until: When | None = None


class Changeset(Record):
    """One option. `by` says who offers, recommends, prefers or rules it out, and `decided_by` who decides."""

    id: Slug
    title: Text
    model: Slug
    because: Text
    cites: tuple[Cite, ...] = ()
    basis: Basis = "stated"
    standing: Standing = "offered"
    by: Text | None = None
    why: Text | None = None
    decided_by: Operand = Operand(state="not_stated")
    includes: tuple[Slug, ...] = ()
    requires: tuple[Slug, ...] = ()
    excludes: tuple[Slug, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    phases: tuple[Phase, ...] = ()
    changes: tuple[AnyChange, ...] = ()
    _places: Mapping[Path, Place] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _standing_has_a_holder(self) -> Changeset:
        if self.standing != "offered" and self.by is None:
            raise ValueError(f"an option that is {self.standing.replace('_', ' ')} needs 'by': who says so")
        if self.standing == "ruled_out" and self.why is None:
            raise ValueError("an option that is ruled out needs 'why'")
        return self

    @property
    def created(self) -> dict[str, str]:
        """The label of each thing that the option creates, by id."""
        return {record.id: type(record).__name__ for record in map(created_by, self.changes) if record}

    @property
    def places(self) -> Mapping[Path, Place]:
        """Where each part was written, as far as known."""
        return self._places

    def located(self, places: Mapping[Path, Place]) -> Changeset:
        """The same option, which knows where in a file each of its parts was written."""
        copy = self.model_copy()
        copy._places = dict(places)
        return copy

    def place(self, *path: str | int) -> Place:
        """Where a part of the option was written: the nearest place known, else the option's id."""
        for length in range(len(path), -1, -1):
            if found := self._places.get(path[:length]):
                return found
        return Place(f"option {self.id}")


def created_by(change: AnyChange) -> Unit | Post | Responsibility | None:
    """The record that a change creates, or None."""
    match change:
        case CreateUnit():
            return change.unit
        case CreatePost():
            return change.post
        case CreateResponsibility():
            return change.responsibility
        case _:
            return None
