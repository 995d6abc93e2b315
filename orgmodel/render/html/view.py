"""What the page is given: plain values, so that it need not know where these come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from orgmodel.answers import Answer, PassageLine, RecommendationLine
from orgmodel.errors import Problem
from orgmodel.findings import FindingQuery
from orgmodel.model import Model, Process, Responsibility
from orgmodel.options import Comparison
from orgmodel.render.view import ReportView


class AskedView(Protocol):
    """One responsibility or process with who answers for all of it."""

    @property
    def about(self) -> Responsibility | Process: ...
    @property
    def answers(self) -> Sequence[Answer]: ...


class PageView(Protocol):
    """A checked model with its answers, its options, and the model that each option gives, in the same order."""

    @property
    def model(self) -> Model: ...
    @property
    def report(self) -> ReportView: ...
    @property
    def catalogue(self) -> Sequence[FindingQuery]: ...
    @property
    def comparison(self) -> Comparison: ...
    @property
    def models(self) -> Sequence[Model]: ...
    @property
    def not_applied(self) -> Sequence[tuple[str, Sequence[Problem]]]: ...
    @property
    def not_compared(self) -> Sequence[str]: ...
    @property
    def asked(self) -> Sequence[AskedView]: ...
    @property
    def passages(self) -> Sequence[PassageLine]: ...
    @property
    def recommendations(self) -> Sequence[RecommendationLine]: ...
