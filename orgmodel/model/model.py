"""The whole of one organisation's account as one frozen value, and how to find things in it by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Self

from orgmodel.model.base import Chain, Day, Named, Record, Slug, Text
from orgmodel.model.evidence import Assessment, Passage, Source
from orgmodel.model.governance import Board, Decision, Lever, Location, Recommendation
from orgmodel.model.rules import Principle, RequiredRole, RuledOut, Threshold, Waiver
from orgmodel.model.structure import Grade, Holding, Person, Post, StaffGroup, Unit, UnitKind
from orgmodel.model.work import DataSystem, Figure, Objective, Process, Responsibility, Stage, Subject


class About(Record):
    """What `model.yaml` says: whose account this is, as of when, and of which organisation.

    `cites_required` makes a fact without a citation an error.
    """

    id: Slug
    title: Text
    account_of: Text
    as_of: Day
    marking: Text
    organisation: Slug
    description: Text | None = None
    expects: tuple[Chain, ...] = ("line",)
    asks_for_confirmation: bool = False
    cites_required: bool = False
    absent: tuple[Absent, ...] = ()


class Absent(Record):
    """A body that readers will look for and that the text does not name, so that we can say so."""

    names: tuple[Text, ...]
    note: Text


class Lists(Record):
    """The lists that a definitions file may hold. How they are cut into files is the writer's choice."""

    sources: tuple[Source, ...] = ()
    passages: tuple[Passage, ...] = ()
    grades: tuple[Grade, ...] = ()
    unit_kinds: tuple[UnitKind, ...] = ()
    units: tuple[Unit, ...] = ()
    posts: tuple[Post, ...] = ()
    staff_groups: tuple[StaffGroup, ...] = ()
    people: tuple[Person, ...] = ()
    holdings: tuple[Holding, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    subjects: tuple[Subject, ...] = ()
    processes: tuple[Process, ...] = ()
    boards: tuple[Board, ...] = ()
    data_systems: tuple[DataSystem, ...] = ()
    objectives: tuple[Objective, ...] = ()
    figures: tuple[Figure, ...] = ()
    levers: tuple[Lever, ...] = ()
    locations: tuple[Location, ...] = ()
    decisions: tuple[Decision, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    principles: tuple[Principle, ...] = ()
    ruled_out: tuple[RuledOut, ...] = ()
    required_roles: tuple[RequiredRole, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    waivers: tuple[Waiver, ...] = ()


LABELS: dict[str, str] = {
    "units": "Unit",
    "posts": "Post",
    "staff_groups": "StaffGroup",
    "people": "Person",
    "responsibilities": "Responsibility",
    "subjects": "Subject",
    "processes": "Process",
    "boards": "Board",
    "data_systems": "DataSystem",
    "objectives": "Objective",
    "levers": "Lever",
    "locations": "Location",
    "decisions": "Decision",
    "recommendations": "Recommendation",
    "assessments": "Assessment",
}
"""Which label the records of each list have. Stages live inside processes."""

OTHER_NAMED = ("grades", "unit_kinds", "figures", "principles", "ruled_out", "required_roles")


class Model(Lists):
    """A validated model: `about` and every list, frozen. Lookups are by id, and ids are unique across the lists."""

    about: About

    @property
    def id(self) -> str:
        """The id of the model; an option's is `model+option`."""
        return self.about.id

    def labelled(self) -> Iterator[tuple[str, Named]]:
        """Every record that is a node of the graph, with its label; stages follow their process."""
        for field, label in LABELS.items():
            for record in getattr(self, field):
                yield label, record
                if isinstance(record, Process):
                    yield from (("Stage", stage) for stage in record.stages)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy in which what was looked up before is forgotten, since it may no longer be so."""
        copy = super().model_copy(update=update, deep=deep)
        for name in set(copy.__dict__) - set(type(self).model_fields):
            del copy.__dict__[name]
        return copy

    @cached_property
    def by_id(self) -> dict[str, Named]:
        """Every record with an identity, by its id."""
        named: dict[str, Named] = {record.id: record for _, record in self.labelled()}
        for field in OTHER_NAMED:
            named.update({record.id: record for record in getattr(self, field)})
        return named

    @cached_property
    def label_of(self) -> dict[str, str]:
        """The graph label of each record that has one, by id."""
        return {record.id: label for label, record in self.labelled()}

    @cached_property
    def grade_rank(self) -> dict[str, int]:
        """The rank of each grade: 1 is the highest."""
        return {grade.id: rank for rank, grade in enumerate(self.grades, start=1)}

    @cached_property
    def kind_rank(self) -> dict[str, int]:
        """The rank of each kind of unit: 1 is the highest."""
        return {kind.id: rank for rank, kind in enumerate(self.unit_kinds, start=1)}

    @cached_property
    def stage_process(self) -> dict[str, Process]:
        """The process that each stage belongs to, by the stage's id."""
        return {stage.id: process for process in self.processes for stage in process.stages}

    def title_of(self, ident: str) -> str:
        """The title of a thing, or its id where nothing has that id."""
        record = self.by_id.get(ident)
        return record.title if record else ident


__all__ = ["LABELS", "OTHER_NAMED", "About", "Absent", "Lists", "Model", "Stage"]
