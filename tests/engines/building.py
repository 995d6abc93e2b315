"""What the tests of engines share: small organisations of any size, everything that is in a graph, rows to compare."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from neo4j import GraphDatabase

from orgmodel.graph import LABELS, RELATIONSHIPS, Answering, Engine, Rows, Table, build_rows
from orgmodel.model import Model
from tests.neo4j_server import Neo4jServer

ABOUT = {
    "title": "A line of posts",
    "account_of": "a test",
    "as_of": dt.date(2024, 1, 1),
    "marking": "invented",
    "organisation": "unit-0",
}
COUNTS = (
    "MATCH (n:Unit {model: $model}) RETURN count(n) AS found",
    "MATCH (n:Post {model: $model}) RETURN count(n) AS found",
    "MATCH (n:Slot {model: $model}) RETURN count(n) AS found",
    "MATCH (:Post {model: $model})-[r:IN_UNIT]->(:Unit) RETURN count(r) AS found",
    "MATCH (:Post {model: $model})-[r:REPORTS_TO]->(:Post) RETURN count(r) AS found",
    "MATCH (:Post {model: $model})-[r:HAS_SLOT]->(:Slot) RETURN count(r) AS found",
)
"""What a reader counts of one version."""


def organisation(ident: str, posts: int, title: str = "Post") -> Model:
    """One unit, and posts of which each reports to the one before it."""
    return Model.model_validate(
        {
            "about": {**ABOUT, "id": ident},
            "unit_kinds": [{"id": "team", "title": "Team"}],
            "units": [{"id": "unit-0", "title": "The unit", "kind": "team", "head": [{"who": "post-0"}]}],
            "posts": [
                {
                    "id": f"post-{number}",
                    "title": f"{title} {number}",
                    "fte": 1,
                    "in_unit": [{"who": "unit-0"}],
                    "reports_to": [{"who": f"post-{number - 1}"}] if number else [{"state": "none"}],
                }
                for number in range(posts)
            ],
        }
    )


def rows_of(ident: str, posts: int, title: str = "Post") -> Rows:
    """The rows of such an organisation."""
    return build_rows(organisation(ident, posts, title))


def rows_under(model: Model, ident: str) -> Rows:
    """The rows of a model under an id of this test's own."""
    return build_rows(model.model_copy(update={"about": model.about.model_copy(update={"id": ident})}))


def count_all(engine: Engine, key: str) -> tuple[int, ...]:
    """The counts that a reader sees of one version."""
    return tuple(engine.query(cypher, {"model": key}).rows[0][0] for cypher in COUNTS)


def expected_counts(rows: Rows) -> tuple[int, ...]:
    """The same counts, taken from the rows."""
    nodes = {label: len(group) for label, group in rows.nodes.items()}
    ends = {ends: len(group) for ends, group in rows.relationships.items()}
    return (
        nodes.get("Unit", 0),
        nodes.get("Post", 0),
        nodes.get("Slot", 0),
        ends.get(("IN_UNIT", "Post", "Unit"), 0),
        ends.get(("REPORTS_TO", "Post", "Post"), 0),
        ends.get(("HAS_SLOT", "Post", "Slot"), 0),
    )


def delete_models(server: Neo4jServer, begins: str) -> None:
    """Delete from a shared server every model whose id begins like this."""
    with GraphDatabase.driver(server.uri, auth=server.auth) as driver, driver.session() as session:
        session.run(
            "MATCH (n) WHERE n.model STARTS WITH $begins OR n:Model AND n.id STARTS WITH $begins "
            "CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS",
            begins=begins,
        ).consume()


def everything(engine: Answering, key: str) -> dict[str, list[str]]:
    """All that an engine holds of one version: each property of each node, and of each relationship with its ends."""
    found = {}
    for label, properties in LABELS.items():
        returned = ", ".join(f"n.{name} AS {name}" for name in properties)
        found[label] = comparable(
            engine.query(f"MATCH (n:{label} {{model: $model}}) RETURN {returned}", {"model": key})
        )
    for type_, relationship in RELATIONSHIPS.items():
        returned = ", ".join(f"r.{name} AS {name}" for name in relationship.properties)
        cypher = f"MATCH (a)-[r:{type_}]->(b) WHERE r.model = $model RETURN a.key AS start, b.key AS end, {returned}"
        found[type_] = comparable(engine.query(cypher.replace("AS end", "AS end_"), {"model": key}))
    return found


def comparable(table: Table) -> list[str]:
    """Rows in one order whatever the engine's, with lists sorted. True is not 1, and 1 is not 1.0."""
    return sorted(repr({name: settled(value) for name, value in row.items()}) for row in table.dicts())


def settled(value: Any) -> Any:
    """A value with its lists in one order."""
    if isinstance(value, list):
        return sorted((settled(part) for part in value), key=repr)
    if isinstance(value, Mapping):
        return {name: settled(part) for name, part in sorted(value.items())}
    return value


def answers(engine: Answering, cypher: str, values: Mapping[str, Any]) -> list[str]:
    """The rows of a query as text, in one order, with lists sorted and whole numbers as integers."""
    return sorted(
        repr({name: settled(plain_number(value)) for name, value in sorted(row.items())})
        for row in engine.query(cypher, values).dicts()
    )


def plain_number(value: Any) -> Any:
    """A whole number as an integer: the embedded engine adds integers up to a decimal."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
