"""What a decision paper is given: plain values, so that it need not know where these come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from orgmodel.answers import RecommendationLine
from orgmodel.model import Assessment, Model, Passage
from orgmodel.options import Changeset, Comparison, Handover
from orgmodel.options.beside import Beside
from orgmodel.pictures import StructurePicture
from orgmodel.render.view import ReportView


class DrawnView(Protocol):
    """The structure today (None where it is only drawn beside each option), in each option, and all options in one,
    for a page and for a slide; each None where it could not be read."""

    @property
    def today(self) -> StructurePicture | None: ...
    @property
    def options(self) -> Sequence[StructurePicture | None]: ...
    @property
    def together(self) -> StructurePicture | None: ...
    @property
    def slide(self) -> StructurePicture | None: ...


class BriefView(Protocol):
    """A checked model beside options; options, their sides, comparisons, models and handovers are in the same order."""

    @property
    def model(self) -> Model: ...
    @property
    def report(self) -> ReportView: ...
    @property
    def options(self) -> Sequence[Changeset]: ...
    @property
    def beside(self) -> Beside: ...
    @property
    def comparison(self) -> Comparison: ...
    @property
    def models(self) -> Sequence[Model]: ...
    @property
    def handovers(self) -> Sequence[Handover]: ...
    @property
    def drawn(self) -> DrawnView: ...
    @property
    def recommendations(self) -> Sequence[RecommendationLine]: ...
    @property
    def assessments(self) -> Sequence[Assessment]: ...
    @property
    def withheld(self) -> Sequence[Passage]: ...
    @property
    def withheld_elsewhere(self) -> int: ...
