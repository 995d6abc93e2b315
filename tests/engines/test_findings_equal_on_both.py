"""Every finding of the catalogue gives the same rows on both engines: over the shipped models, and over random ones."""

import secrets
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from orgmodel.findings import FindingQuery, load_catalogue
from orgmodel.findings.catalogue import parameters
from orgmodel.graph import Engine, Rows
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.server import ServerEngine
from orgmodel.loading import load_model
from orgmodel.model import Model
from tests.engines.building import answers, delete_models, rows_under
from tests.neo4j_server import ROOT, Neo4jServer
from tests.properties.findings_strategy import model_of, seeds
from tests.properties.model_strategy import models

pytestmark = [pytest.mark.neo4j, pytest.mark.embedded]

SHIPPED = sorted(path.parent.name for path in ROOT.glob("definitions/*/model.yaml"))
KINDS = ("findings", "principles")
CATALOGUE = {finding.id: finding for finding in load_catalogue([ROOT / "queries" / kind for kind in KINDS])}


@pytest.fixture(scope="module")
def side_by_side(
    embedded: EmbeddedEngine, server: ServerEngine, neo4j_server: Neo4jServer
) -> Iterator[dict[str, tuple[Model, Rows]]]:
    """All shipped models, loaded next to each other into both engines."""
    loaded = {}
    prefix = f"test-{secrets.token_hex(4)}"
    for name in SHIPPED:
        model = load_model(ROOT / "definitions" / name)
        loaded[name] = model, rows_under(model, f"{prefix}-{model.id}")
    many = [rows for _, rows in loaded.values()]
    embedded.load_many(many)
    server.load_many(many)
    yield loaded
    delete_models(neo4j_server, prefix)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("ident", CATALOGUE)
def test_a_finding_gives_the_same_rows_over_a_shipped_model(
    ident: str,
    name: str,
    side_by_side: Mapping[str, tuple[Model, Rows]],
    embedded: EmbeddedEngine,
    server: ServerEngine,
) -> None:
    model, rows = side_by_side[name]
    finding = CATALOGUE[ident]
    with_passes = check_equal(finding, model, rows, embedded, server)
    population = embedded.query(finding.about.population, {"model": rows.model}).rows
    assert with_passes == sum(int(row[0]) for row in population)


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(model=models() | seeds().map(model_of))
def test_every_finding_gives_the_same_rows_over_a_random_model(
    model: Model, model_id: str, embedded: EmbeddedEngine, server: ServerEngine
) -> None:
    rows = rows_under(model, model_id)
    embedded.load(rows)
    server.load(rows)
    for finding in CATALOGUE.values():
        check_equal(finding, model, rows, embedded, server)


def check_equal(finding: FindingQuery, model: Model, rows: Rows, embedded: Engine, server: Engine) -> int:
    """Compare both engines with passes and without; returns how many rows there are with passes."""
    here: list[str] = []
    for passes in (False, True):
        values = parameters(finding, model, rows.model, passes)
        here, there = (answers(engine, finding.query, values) for engine in (embedded, server))
        assert here == there, f"{finding.id}, passes: {passes}"
    counted = [answers(engine, finding.about.population, {"model": rows.model}) for engine in (embedded, server)]
    assert counted[0] == counted[1], f"{finding.id}, population"
    return len(here)
