"""Every finding over several models that lie side by side: what it returns is whole, and of its own model alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from orgmodel.findings import Finding, FindingQuery, Outcome, index_evidence, run_finding
from orgmodel.findings.catalogue import parameters
from orgmodel.findings.run import EvidenceIndex, plain
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.port import Engine
from orgmodel.graph.rows import Rows, build_rows
from orgmodel.loading import load_model
from orgmodel.model import Model
from tests.catalogue.renaming import rename, renamed_ids
from tests.findings.running import shipped_questions
from tests.properties.findings_strategy import model_of

SHIPPED = Path(__file__).parents[2] / "definitions" / "home-office-2023"
CATALOGUE = list(shipped_questions().values())
EACH = pytest.mark.parametrize("finding", CATALOGUE, ids=[finding.id for finding in CATALOGUE])

pytestmark = pytest.mark.embedded


@dataclass(frozen=True)
class Loaded:
    """A model in an engine: its rows, and its evidence by key."""

    model: Model
    rows: Rows
    index: EvidenceIndex

    def ask(self, engine: Engine, finding: FindingQuery) -> Outcome:
        return run_finding(engine, self.model, self.rows.model, finding, self.index, passes=True)


@dataclass(frozen=True)
class Side:
    """Models side by side in one engine, each with its twin under other ids; and one of them alone in another."""

    engine: Engine
    alone: Engine
    pairs: tuple[tuple[Loaded, Loaded, dict[str, str]], ...]
    asked: dict[tuple[str, str], Outcome]

    def ask(self, loaded: Loaded, finding: FindingQuery) -> Outcome:
        """What a finding says of a model, asked once for all tests."""
        question = (finding.id, loaded.rows.model)
        if question not in self.asked:
            self.asked[question] = loaded.ask(self.engine, finding)
        return self.asked[question]


@pytest.fixture(scope="module")
def side() -> Iterator[Side]:
    models = [load_model(SHIPPED), model_of(12, "random-a"), model_of(31, "random-b")]
    pairs = []
    for model in models:
        names = renamed_ids(model)
        pairs.append((_built(model), _built(rename(model, names, f"{model.id}-renamed")), names))
    engine, alone = EmbeddedEngine(), EmbeddedEngine()
    engine.load_many([loaded.rows for first, second, _ in pairs for loaded in (first, second)])
    alone.load(pairs[1][0].rows)
    yield Side(engine, alone, tuple(pairs), {})
    engine.close()
    alone.close()


def _built(model: Model) -> Loaded:
    rows = build_rows(model)
    return Loaded(model, rows, index_evidence(rows))


@EACH
def test_the_population_is_the_rows_with_passes(finding: FindingQuery, side: Side) -> None:
    for loaded, twin, _ in side.pairs:
        for each in (loaded, twin):
            outcome = side.ask(each, finding)
            assert outcome.population == len(outcome.rows)
            assert len({row.identity for row in outcome.rows}) == len(outcome.rows)


@EACH
def test_other_ids_change_no_verdict(finding: FindingQuery, side: Side) -> None:
    for loaded, twin, names in side.pairs:
        before, after = side.ask(loaded, finding), side.ask(twin, finding)
        expected = sorted((_told(row, names), row.verdict, row.basis) for row in before.rows)
        assert sorted((_told(row, {}), row.verdict, row.basis) for row in after.rows) == expected


def _told(row: Finding, names: Mapping[str, str]) -> list[str]:
    """An identity under other names. Which of a pair comes first hangs on its names, and is no matter."""
    return sorted(names.get(value, value) for _, value in row.identity)


@EACH
def test_models_beside_it_make_no_difference(finding: FindingQuery, side: Side) -> None:
    loaded = side.pairs[1][0]
    assert side.ask(loaded, finding) == loaded.ask(side.alone, finding)


@EACH
def test_all_evidence_is_known_and_of_the_model(finding: FindingQuery, side: Side) -> None:
    for loaded, _, _ in side.pairs:
        key = loaded.rows.model
        table = side.engine.query(finding.query, parameters(finding, loaded.model, key, passes=True))
        for row in table.dicts():
            named = {plain(item, key) for item in row["evidence"] if item}
            assert named
            assert named <= set(loaded.index)


@EACH
def test_every_row_reads_as_a_sentence(finding: FindingQuery, side: Side) -> None:
    for loaded, _, _ in side.pairs:
        for row in side.ask(loaded, finding).rows:
            assert row.verdict == "pass" or row.sentence
            assert "None" not in row.sentence
            assert "{" not in row.sentence
