"""Every finding on its own named cases: what must fail, must stay silent, or cannot be known. On both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from orgmodel.graph.connect import connect
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.port import Engine
from tests.findings.cases import Case, check_case, check_population, read_all_cases
from tests.findings.running import ask, load_together, shipped_questions, without_unread_slots
from tests.neo4j_server import Neo4jServer

CASES = read_all_cases()
CATALOGUE = shipped_questions()
EACH_CASE = pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
EACH_CASE_BY_FINDING = pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=pytest.mark.xdist_group(case.finding), id=case.label) for case in CASES],
)
"""The cases of a finding go to one worker, which puts their models into one engine."""


@pytest.fixture(scope="module")
def embedded() -> Iterator[Callable[[str], Engine]]:
    """The embedded engine of a finding, in which the models of all its cases lie side by side; one at a time."""
    engines: dict[str, Engine] = {}

    def find_engine(finding: str) -> Engine:
        if finding not in engines:
            close_all()
            engines[finding] = EmbeddedEngine()
            engines[finding].load_many([case.rows for case in CASES if case.finding == finding])
        return engines[finding]

    def close_all() -> None:
        while engines:
            engines.popitem()[1].close()

    yield find_engine
    close_all()


@pytest.fixture(scope="module")
def server(neo4j_server: Neo4jServer) -> Iterator[Engine]:
    """A Neo4j server in which the models of all cases lie side by side."""
    engine = connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    load_together(engine, [without_unread_slots(case.rows, CATALOGUE[case.finding]) for case in CASES])
    yield engine
    engine.close()


@pytest.mark.embedded
@EACH_CASE_BY_FINDING
def test_case_on_the_embedded_engine(case: Case, embedded: Callable[[str], Engine]) -> None:
    outcome = ask(embedded(case.finding), CATALOGUE[case.finding], case.model, case.rows, passes=True)
    assert check_case(case, outcome) == []
    assert check_population(outcome) == []


@pytest.mark.neo4j
@EACH_CASE
def test_case_on_a_server_gives_the_same_rows(case: Case, embedded: Callable[[str], Engine], server: Engine) -> None:
    finding = CATALOGUE[case.finding]
    here = ask(embedded(case.finding), finding, case.model, case.rows, passes=True)
    there = ask(server, finding, case.model, case.rows, passes=True)
    assert there == here
