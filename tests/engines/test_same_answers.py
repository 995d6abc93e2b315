"""Both engines hold the same after a load, and answer the same."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.server import ServerEngine
from orgmodel.loading import load_model
from orgmodel.model import Model
from tests.engines.building import comparable, everything, rows_under
from tests.neo4j_server import ROOT
from tests.properties.model_strategy import models

pytestmark = [pytest.mark.neo4j, pytest.mark.embedded]

SHIPPED = sorted(path.parent.name for path in ROOT.glob("definitions/*/model.yaml"))
GENERIC = {
    "what is silent": "MATCH (s:Slot {model: $model}) RETURN s.name AS name, s.state AS state, count(s) AS many",
    "who is above": """
        MATCH (p:Post {model: $model}) OPTIONAL MATCH way = (p)-[:REPORTS_TO*1..20 {kind: 'line'}]->(m:Post)
        RETURN p.key AS post, collect(DISTINCT m.key) AS above, max(length(way)) AS levels""",
    "what nobody answers for": """
        MATCH (r:Responsibility {model: $model}) WHERE NOT EXISTS { MATCH (:Post)-[:ACCOUNTABLE_FOR]->(r) }
        RETURN r.key AS responsibility""",
    "how many report": """
        MATCH (p:Post {model: $model}) RETURN p.key AS post, COUNT { MATCH (:Post)-[:REPORTS_TO]->(p) } AS reports,
        p.head AS head, p.grade_rank AS rank, p.fte AS fte, p.roles AS roles""",
    "what is inferred": """
        MATCH (n {model: $model})-[r:ACCOUNTABLE_FOR|RESPONSIBLE_FOR]->(t:Responsibility|Process)
        WHERE r.basis IN ['inferred', 'attributed'] OR r.contested
        RETURN n.key AS who, t.key AS what, r.cites AS cites, r.chain AS chain, coalesce(r.scope, '') AS scope""",
    "what is absent": "MATCH (n:Unit|Board {model: $model}) RETURN n.key AS key, n.kind AS kind, n.decides AS decides",
    "a date and a map": "RETURN date('2023-03-03') AS day, {one: 1, list: ['a', 'b']} AS map, $model AS model",
}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model_reads_back_the_same_to_the_last_property(
    name: str, embedded: EmbeddedEngine, server: ServerEngine, model_id: str
) -> None:
    rows = rows_under(load_model(ROOT / "definitions" / name), model_id)
    assert server.load(rows) == embedded.load(rows)
    assert everything(server, rows.model) == everything(embedded, rows.model)
    held = everything(server, rows.model)
    assert sum(map(len, held.values())) == rows.count


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(model=models())
def test_a_random_model_reads_back_the_same_and_is_answered_the_same(
    model: Model, embedded: EmbeddedEngine, server: ServerEngine, model_id: str
) -> None:
    rows = rows_under(model, model_id)
    server.load(rows)
    embedded.load(rows)
    assert everything(server, rows.model) == everything(embedded, rows.model)
    for question, cypher in GENERIC.items():
        told = [comparable(engine.query(cypher, {"model": rows.model})) for engine in (server, embedded)]
        assert told[0] == told[1], question


@pytest.mark.parametrize("question", GENERIC)
def test_a_generic_question_is_answered_the_same(
    question: str, embedded: EmbeddedEngine, server: ServerEngine, model_id: str
) -> None:
    rows = rows_under(load_model(ROOT / "definitions" / "example"), model_id)
    server.load(rows)
    embedded.load(rows)
    told = [engine.query(GENERIC[question], {"model": rows.model}) for engine in (server, embedded)]
    assert told[0].columns == told[1].columns
    assert comparable(told[0]) == comparable(told[1])
    assert told[0].rows


def test_values_come_back_as_pythons_own(server: ServerEngine, embedded: EmbeddedEngine) -> None:
    cypher = "RETURN 1 AS one, 1.0 AS decimal, true AS yes, ['a'] AS texts, date('2024-02-29') AS day, $words AS given"
    for engine in (server, embedded):
        row = engine.query(cypher, {"words": ["x"]}).dicts()[0]
        assert row == {
            "one": 1,
            "decimal": 1.0,
            "yes": True,
            "texts": ["a"],
            "day": dt.date(2024, 2, 29),
            "given": ["x"],
        }
        assert list(map(type, row.values())) == [int, float, bool, list, dt.date, list]


def test_a_whole_node_comes_back_as_a_mapping_with_every_declared_property(
    server: ServerEngine, embedded: EmbeddedEngine, model_id: str
) -> None:
    rows = rows_under(load_model(ROOT / "definitions" / "example"), model_id)
    server.load(rows)
    embedded.load(rows)
    cypher = "MATCH (p:Post {model: $model})-[r:REPORTS_TO]->(:Post) RETURN p, r"
    private = ("_ID", "_SRC", "_DST")
    told = []
    for engine in (server, embedded):
        table = engine.query(cypher, {"model": rows.model})
        told.append(
            sorted(
                repr([sorted((name, value) for name, value in part.items() if name not in private) for part in row])
                for row in table.rows
            )
        )
    assert told[0] == told[1]
