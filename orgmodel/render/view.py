"""What the renderers are given: plain values, so that they need not know where these come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from orgmodel.errors import Problem
from orgmodel.findings import Finding, FindingQuery, Outcome
from orgmodel.findings.paths import Path
from orgmodel.findings.stories import Story
from orgmodel.findings.thresholds import ThresholdEffect
from orgmodel.model import Named
from orgmodel.model.statements import Statement


class ReportView(Protocol):
    """A report: what was found in one version of one model."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def engine(self) -> str: ...
    @property
    def standing(self) -> str: ...
    @property
    def marking(self) -> str: ...
    @property
    def outcomes(self) -> Sequence[Outcome]: ...
    @property
    def problems(self) -> Sequence[Problem]: ...


class ThingView(Protocol):
    """A thing with all that is said about it."""

    @property
    def label(self) -> str: ...
    @property
    def record(self) -> Named: ...
    @property
    def statements(self) -> Sequence[Statement]: ...
    @property
    def cites(self) -> Sequence[str]: ...
    @property
    def findings(self) -> Sequence[Finding]: ...
    @property
    def leaves(self) -> int | None: ...


class ExplanationView(Protocol):
    """The answer to a question about a finding or a thing."""

    @property
    def standing(self) -> str: ...
    @property
    def finding(self) -> FindingQuery | None: ...
    @property
    def outcome(self) -> Outcome | None: ...
    @property
    def thing(self) -> ThingView | None: ...
    @property
    def thresholds(self) -> Sequence[ThresholdEffect]: ...
    @property
    def paths(self) -> Sequence[Path]: ...
    @property
    def stories(self) -> Sequence[Story]: ...
