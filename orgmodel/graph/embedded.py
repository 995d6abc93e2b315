"""The embedded engine, LadybugDB in memory: built anew from the rows each time, with nothing to install or to run."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import ladybug
import pyarrow as pa

from orgmodel.errors import EngineError
from orgmodel.graph.port import Engine, Loaded, Progress, Table
from orgmodel.graph.rows import Row, Rows
from orgmodel.graph.schema import LABELS, RELATIONSHIPS, Properties

MIB = 2**20
TABLE_TYPES = {"text": "STRING", "integer": "INT64", "number": "DOUBLE", "yes_no": "BOOLEAN", "texts": "STRING[]"}
ARROW_TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "yes_no": pa.bool_(),
    "texts": pa.list_(pa.string()),
}


class EmbeddedEngine(Engine):
    """Several models and versions side by side in one bounded in-memory database. Safe to share between threads."""

    name = "embedded"

    def __init__(self, memory_mib: int = 512) -> None:
        self._lock = threading.Lock()
        self._current: dict[str, str] = {}
        self._database = ladybug.Database(":memory:", buffer_pool_size=memory_mib * MIB, max_db_size=4096 * MIB)
        self._connection = ladybug.Connection(self._database)
        for statement in table_statements():
            self._connection.execute(statement)

    def load(self, rows: Rows, progress: Progress | None = None) -> Loaded:
        nodes = sum(map(len, rows.nodes.values()))
        loaded = Loaded(rows.model, True, nodes, rows.count - nodes)
        with self._lock:
            if self._current.get(rows.id) == rows.model:
                return Loaded(rows.model, False, loaded.nodes, loaded.relationships)
            try:
                self._copy(rows)
            except RuntimeError as error:
                raise EngineError(f"the embedded engine could not load '{rows.id}': {error}") from error
            earlier = self._current.get(rows.id)
            self._current[rows.id] = rows.model
            if earlier:
                self._clear(earlier)
        if progress:
            progress(rows.count, rows.count)
        return loaded

    def _copy(self, rows: Rows) -> None:
        try:
            for label, group in rows.nodes.items():
                table = arrow_table(group, LABELS[label])
                self._connection.execute(f"COPY {label} FROM $batch", {"batch": table})
            for (type_, start, end), group in rows.relationships.items():
                ends: Properties = {"start": "text", "end": "text"}
                table = arrow_table(group, ends | RELATIONSHIPS[type_].properties)
                options = f" (from='{start}', to='{end}')" if len(RELATIONSHIPS[type_].ends) > 1 else ""
                self._connection.execute(f"COPY {type_} FROM $batch{options}", {"batch": table})
        except RuntimeError:
            self._clear(rows.model)
            raise

    def _clear(self, model: str) -> None:
        for label in LABELS:
            self._connection.execute(f"MATCH (n:{label} {{model: $model}}) DETACH DELETE n", {"model": model})

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        try:
            with self._lock:
                result = self._connection.execute(cypher, dict(parameters))
                if isinstance(result, list):
                    raise EngineError("the embedded engine refused a query: it holds several statements")
                columns, rows = result.get_column_names(), result.get_all()
        except RuntimeError as error:
            raise EngineError(f"the embedded engine refused a query: {error}") from error
        return Table(tuple(columns), tuple(tuple(row) for row in rows))

    def current(self, model_id: str) -> str | None:
        return self._current.get(model_id)

    def describe(self) -> str:
        return f"embedded LadybugDB {ladybug.__version__}, in memory"

    def close(self) -> None:
        with self._lock:
            self._connection.close()
            self._database.close()


def table_statements() -> list[str]:
    """The statements that declare every table of the schema."""
    statements = []
    for label, properties in LABELS.items():
        columns = ", ".join(f"{name} {TABLE_TYPES[type_]}" for name, type_ in properties.items())
        statements.append(f"CREATE NODE TABLE {label}({columns}, PRIMARY KEY(key))")
    for relationship in RELATIONSHIPS.values():
        ends = ", ".join(f"FROM {start} TO {end}" for start, end in relationship.ends)
        columns = ", ".join(f"{name} {TABLE_TYPES[type_]}" for name, type_ in relationship.properties.items())
        statements.append(f"CREATE REL TABLE {relationship.type}({ends}, {columns})")
    return statements


def arrow_table(rows: list[Row], properties: Properties) -> pa.Table:
    """Rows as a pyarrow table with an explicit schema: one column a property, nulls where a row has none."""
    fields = [pa.field(name, ARROW_TYPES[type_]) for name, type_ in properties.items()]
    columns = [
        pa.array([row[name] for row in rows], type=field.type) for name, field in zip(properties, fields, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=pa.schema(fields))
