"""Asks one question of many models at once, by leaving out that it begins at one of them, and tells the answers apart.

It holds where a query goes along relationships from where it begins; whoever asks has to see first that the query as
it is gives each case what it expects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

from orgmodel.findings import FindingQuery, run_finding
from orgmodel.findings.cases import Case, check_case, check_population
from orgmodel.findings.catalogue import parameters
from orgmodel.findings.run import EvidenceIndex
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.port import Engine, Loaded, Progress, Suppose, Table
from orgmodel.graph.rows import Rows

BEGINNING = re.compile(r"\{model: \$model(, )?")


@dataclass(frozen=True)
class Try:
    """A case with what it needs to be run: the evidence of its model, and how many the question is asked of."""

    case: Case
    index: EvidenceIndex
    population: int

    def notices(self, engine: Engine, finding: FindingQuery) -> bool:
        """Whether what comes out is not as the case expects."""
        outcome = run_finding(engine, self.case.model, self.case.rows.model, finding, self.index, passes=True)
        outcome = replace(outcome, population=self.population)
        return bool(check_case(self.case, outcome) or check_population(outcome))


def find_noticing(engine: EmbeddedEngine, finding: FindingQuery, tries: Iterable[Try]) -> list[Try] | None:
    """The cases that notice something where all are asked together; None where they cannot be."""
    query = BEGINNING.sub("{", finding.query).replace(" {}", "")
    keys = [name for name in finding.identity if finding.about.columns[name].type == "key"]
    if "$model" in query or finding.about.compute is not None or not keys:
        return None
    noticing = []
    for values, alike in _by_thresholds(finding, tries):
        answer = engine.query(query, values)
        column = answer.columns.index(keys[0])
        for each in alike:
            beginning = f"{each.case.rows.model}/"
            mine = tuple(row for row in answer.rows if str(row[column]).startswith(beginning))
            if each.notices(_Answered(Table(answer.columns, mine)), finding):
                noticing.append(each)
    return noticing


def _by_thresholds(finding: FindingQuery, tries: Iterable[Try]) -> Iterator[tuple[dict[str, Any], Sequence[Try]]]:
    """The cases in groups whose models set the same thresholds, each with the parameters of the query."""
    groups: dict[str, tuple[dict[str, Any], list[Try]]] = {}
    for each in tries:
        values = dict(parameters(finding, each.case.model, "", passes=True))
        del values["model"]
        groups.setdefault(repr(sorted(values.items())), (values, []))[1].append(each)
    yield from groups.values()


class _Answered(Engine):
    """One model's part of an answer that is there already. Of a population it says nothing."""

    name = "answered"

    def __init__(self, answer: Table) -> None:
        self._answer = answer

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        return self._answer if "passes" in parameters else Table(("population",), ((0,),))

    def load(self, rows: Rows, progress: Progress | None = None) -> Loaded:
        raise NotImplementedError

    def supposing(self, rows: Rows) -> AbstractContextManager[Suppose]:
        raise NotImplementedError

    def current(self, model_id: str) -> str | None:
        raise NotImplementedError

    def describe(self) -> str:
        return self.name

    def close(self) -> None:
        """Nothing is held."""
