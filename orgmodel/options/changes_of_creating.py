"""The verbs that add a thing to the model: one for each kind that an option may need."""

from __future__ import annotations

from typing import ClassVar, Literal

from orgmodel.model import (
    Board,
    DataSystem,
    Lever,
    Location,
    Named,
    Objective,
    Person,
    Post,
    Process,
    Responsibility,
    StaffGroup,
    Subject,
    Unit,
)
from orgmodel.options.change import Change


class Create(Change):
    """What the verbs that create have in common: the record is in the field that is called after its kind."""

    order: ClassVar[int] = 0

    @property
    def record_field(self) -> str:
        """The name of the field that holds the record."""
        return self.do.removeprefix("create-").replace("-", "_")

    @property
    def record(self) -> Named:
        """The record to be created."""
        found: Named = getattr(self, self.record_field)
        return found


class CreateUnit(Create):
    """A new unit, as a whole record; `outside: true` for a body outside the organisation."""

    do: Literal["create-unit"]
    unit: Unit


class CreatePost(Create):
    """A new post, as a whole record."""

    do: Literal["create-post"]
    post: Post


class CreateStaffGroup(Create):
    """New staff who are counted and not listed one by one, as a whole record."""

    do: Literal["create-staff-group"]
    staff_group: StaffGroup


class CreateResponsibility(Create):
    """A new responsibility, as a whole record."""

    do: Literal["create-responsibility"]
    responsibility: Responsibility


class CreateSubject(Create):
    """A new subject, as a whole record."""

    do: Literal["create-subject"]
    subject: Subject


class CreateProcess(Create):
    """A new process with its stages, as a whole record."""

    do: Literal["create-process"]
    process: Process


class CreateBoard(Create):
    """A new board, as a whole record."""

    do: Literal["create-board"]
    board: Board


class CreateDataSystem(Create):
    """A new data system, as a whole record."""

    do: Literal["create-data-system"]
    data_system: DataSystem


class CreateObjective(Create):
    """A new objective, as a whole record."""

    do: Literal["create-objective"]
    objective: Objective


class CreateLever(Create):
    """A new lever, as a whole record."""

    do: Literal["create-lever"]
    lever: Lever


class CreateLocation(Create):
    """A new location, as a whole record."""

    do: Literal["create-location"]
    location: Location


class CreatePerson(Create):
    """A new person, as a whole record. Personal data: keep such an option with the other data on people."""

    do: Literal["create-person"]
    person: Person
