"""The Cypher that keeps versions of models in a Neo4j server: schema, lease, clearing, batches, pointer.

Statements only; nothing here knows the driver, or in which order they run.

One `Model` node for each model id holds `current` and `previous` (the versions that readers may be at), `versions`
(every version of which nodes may exist) and the lease of whoever is loading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgmodel.graph.changes import as_held
from orgmodel.graph.rows import Ends, Row, Rows
from orgmodel.graph.schema import LABELS, RELATIONSHIPS, Properties

SCHEMA_NAMES = "SHOW INDEXES YIELD name RETURN collect(name) AS names"
AWAIT_INDEXES = "CALL db.awaitIndexes(60)"

CURRENT = "MATCH (m:Model {id: $id}) RETURN m.current AS current"

LOCK = "MERGE (m:Model {id: $id}) SET m.touched = $token"
"""Takes the write lock of the Model node until the transaction ends. What is read after it is what counts."""

TAKE = """
MATCH (m:Model {id: $id})
WITH m, datetime.realtime().epochMillis AS now
WITH m, now, m.lease IS NULL OR m.lease_until < now AS taken, m.lease_holder AS holder, m.lease_since AS since,
     m.lease_until - now AS milliseconds_left
SET m.lease = CASE WHEN taken THEN $token ELSE m.lease END,
    m.lease_until = CASE WHEN taken THEN now + $milliseconds ELSE m.lease_until END,
    m.lease_since = CASE WHEN taken THEN toString(datetime.realtime('Z')) ELSE m.lease_since END,
    m.lease_holder = CASE WHEN taken THEN $holder ELSE m.lease_holder END
RETURN taken, holder, since, milliseconds_left, m.current AS current, m.previous AS previous,
       coalesce(m.versions, []) AS versions
"""

RENEW = """
MATCH (m:Model {id: $id}) WHERE m.lease = $token
SET m.lease_until = datetime.realtime().epochMillis + $milliseconds
RETURN m.id AS id
"""

RELEASE = """
MATCH (m:Model {id: $id}) WHERE m.lease = $token
REMOVE m.lease, m.lease_until, m.lease_since, m.lease_holder
"""

RECORD = "MATCH (m:Model {id: $id}) SET m.versions = $versions"

FLIP = """
MATCH (m:Model {id: $id}) WHERE m.lease = $token
SET m.previous = m.current
SET m.current = $model, m.loaded_at = toString(datetime.realtime('Z')), m.loaded_by = m.lease_holder
REMOVE m.lease, m.lease_until, m.lease_since, m.lease_holder
RETURN m.current AS current
"""

Values = list[Any]
"""A row as it is sent: the values of its properties in the order of the schema, then the keys of its two ends."""

Chunk = tuple[str, list[Values]]
"""A creating statement, and the rows to run it with as `$rows`. It returns how many were `created`."""


def schema_statements() -> dict[str, str]:
    """The constraint on `key` and the index on `model` of each label, by their names in the server."""
    unique = "CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{property} IS UNIQUE"
    index = "CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{property})"
    wanted = [("Model", "id", unique)]
    wanted += [(label, "key", unique) for label in LABELS]
    wanted += [(label, "model", index) for label in LABELS]
    named = [(f"orgmodel_{label}_{property_}".lower(), label, property_, form) for label, property_, form in wanted]
    return {name: form.format(name=name, label=label, property=property_) for name, label, property_, form in named}


def clear_statement(label: str) -> str:
    """Deletes up to `$most` nodes of a label and version, with their relationships; returns how many `deleted`."""
    return (
        f"MATCH (n:{label} {{model: $model}}) WITH n LIMIT toInteger($most) DETACH DELETE n RETURN count(*) AS deleted"
    )


def batches(rows: Rows, most: int) -> Iterator[list[Chunk]]:
    """The rows as batches of up to `most`, nodes before relationships; a batch may hold chunks of several kinds."""
    batch: list[Chunk] = []
    room = most
    for statement, properties, group in _groups(rows):
        start = 0
        while start < len(group):
            taken = group[start : start + room]
            batch.append((statement, [_values(row, properties) for row in taken]))
            start, room = start + len(taken), room - len(taken)
            if not room:
                yield batch
                batch, room = [], most
    if batch:
        yield batch


def _groups(rows: Rows) -> Iterator[tuple[str, Properties, list[Row]]]:
    for label, nodes in rows.nodes.items():
        properties = LABELS[label]
        statement = f"UNWIND $rows AS row CREATE (n:{label} {_map(properties)}) RETURN count(n) AS created"
        yield statement, properties, nodes
    for ends, relationships in rows.relationships.items():
        properties = RELATIONSHIPS[ends[0]].properties
        yield _relate_statement(ends, properties), properties, relationships


def _relate_statement(ends: Ends, properties: Properties) -> str:
    type_, start, end = ends
    at = len(properties)
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{key: row[{at}]}}) MATCH (b:{end} {{key: row[{at + 1}]}}) "
        f"CREATE (a)-[r:{type_} {_map(properties)}]->(b) RETURN count(r) AS created"
    )


def _map(properties: Properties) -> str:
    """The properties as a map in Cypher; those that are null are not set."""
    return "{" + ", ".join(f"{name}: row[{place}]" for place, name in enumerate(properties)) + "}"


def _values(row: Row, properties: Properties) -> Values:
    """A row as lists are sent, which takes half the time of maps."""
    values = [as_held(row[name], type_) for name, type_ in properties.items()]
    return [*values, row["start"], row["end"]] if "start" in row else values
