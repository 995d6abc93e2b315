"""The embedded engine, LadybugDB in memory: built anew from the rows each time, with nothing to install or to run."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import ladybug
import pyarrow as pa

from orgmodel.errors import EngineError
from orgmodel.graph.changes import Changes, apply_changes
from orgmodel.graph.port import Answering, Engine, Loaded, Progress, Suppose, Table
from orgmodel.graph.rows import Row, Rows
from orgmodel.graph.schema import LABELS, RELATIONSHIPS, Properties

T = TypeVar("T")
MIB = 2**20
LEAST_MIB, MOST_MIB = 2048, 6144
TABLE_TYPES = {"text": "STRING", "integer": "INT64", "number": "DOUBLE", "yes_no": "BOOLEAN", "texts": "STRING[]"}
ASKED_ON_ONE_CONNECTION = 50
"""How many queries a connection is kept for where the same are asked again and again; each takes a few megabytes."""
ARROW_TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "yes_no": pa.bool_(),
    "texts": pa.list_(pa.string()),
}


class EmbeddedEngine(Engine):
    """Several models side by side in one bounded in-memory database. Safe to share between threads.

    A load makes a new database of the current rows of every model and then lets go of the old one: a load that fails
    changes nothing, and memory stays that of one database. (Measured: each further COPY into tables that hold rows
    already takes a third of a gigabyte, however few the rows.)
    """

    name = "embedded"

    def __init__(self, memory_mib: int | None = None) -> None:
        self._lock = threading.Lock()
        self._memory = (memory_mib or usual_memory_mib()) * MIB
        self._rows: dict[str, Rows] = {}
        self._open = self._build({})

    def load(self, rows: Rows, progress: Progress | None = None) -> Loaded:
        loaded = self.load_many([rows])[0]
        if progress:
            progress(rows.count, rows.count)
        return loaded

    def load_many(self, many: Sequence[Rows]) -> list[Loaded]:
        with self._lock:
            return self._hold(many, self._rows | {rows.id: rows for rows in many})

    def load_alone(self, rows: Rows) -> Loaded:
        with self._lock:
            return self._hold([rows], {rows.id: rows})[0]

    def _hold(self, many: Sequence[Rows], wanted: dict[str, Rows]) -> list[Loaded]:
        """Hold the rows wanted, and say of those given whether they were new; nothing changes where it fails."""
        outcome = [_loaded(rows, self.current(rows.id) != rows.model) for rows in many]
        if _versions(wanted) != _versions(self._rows):
            earlier, self._open = self._open, self._build(wanted)
            self._rows = wanted
            _close(*earlier)
        return outcome

    def _build(self, wanted: dict[str, Rows]) -> tuple[ladybug.Database, ladybug.Connection]:
        database = ladybug.Database(":memory:", buffer_pool_size=self._memory, max_db_size=8192 * MIB)
        connection = ladybug.Connection(database)
        try:
            for statement in table_statements():
                connection.execute(statement)
            _copy(connection, list(wanted.values()))
        except RuntimeError as error:
            _close(database, connection)
            names = ", ".join(sorted(wanted))
            raise EngineError(f"the embedded engine could not load {names}; nothing was changed: {error}") from error
        return database, connection

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        # A connection keeps what each query took until it is closed, so each query has its own.
        with self._lock, contextlib.closing(ladybug.Connection(self._open[0])) as connection:
            return _execute(connection, cypher, parameters)

    @contextlib.contextmanager
    def supposing(self, rows: Rows) -> Iterator[Suppose]:
        database, connection = self._build({rows.id: rows})
        apart = _Apart(database, rows.model)
        try:
            yield apart
        finally:
            apart.close()
            _close(database, connection)

    def current(self, model_id: str) -> str | None:
        rows = self._rows.get(model_id)
        return rows.model if rows else None

    def describe(self) -> str:
        return f"embedded LadybugDB {ladybug.__version__}, in memory"

    def close(self) -> None:
        with self._lock:
            _close(*self._open)


class _Apart:
    """One version alone in a database of its own, of which some rows are others while it is asked.

    The changes are never committed. A statement that fails ends its transaction and what follows would stay, so
    nothing more is asked after that. (Measured: a query that a connection has run before takes half the time, and on
    one thread two thirds of what it takes on two.)
    """

    def __init__(self, database: ladybug.Database, model: str) -> None:
        self._database, self._model = database, model
        self._connection = ladybug.Connection(database, num_threads=1)
        self._asked = 0
        self._broken = False

    def __call__(self, changes: Changes, work: Callable[[Answering], T]) -> T:
        if self._broken:
            raise EngineError(f"{self._model} cannot be asked any more, since a statement failed before this one")
        if self._asked >= ASKED_ON_ONE_CONNECTION:
            self._connection.close()
            self._connection, self._asked = ladybug.Connection(self._database, num_threads=1), 0
        self._broken = True
        self._run("BEGIN TRANSACTION")
        apply_changes(lambda cypher, values: int(self._run(cypher, values).rows[0][0]), changes, self._model)
        found = work(self)
        self._run("ROLLBACK")
        self._broken = False
        return found

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        self._asked += 1
        return self._run(cypher, parameters)

    def close(self) -> None:
        self._connection.close()

    def _run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Table:
        return _execute(self._connection, cypher, parameters or {})


def _execute(connection: ladybug.Connection, cypher: str, parameters: Mapping[str, Any]) -> Table:
    try:
        result = connection.execute(cypher, dict(parameters))
        if isinstance(result, list):
            raise EngineError("the embedded engine refused a query: it holds several statements")
        columns, rows = result.get_column_names(), result.get_all()
    except RuntimeError as error:
        raise EngineError(f"the embedded engine refused a query: {error}") from error
    return Table(tuple(columns), tuple(tuple(row) for row in rows))


def write_database(path: Path, rows: Rows, memory_mib: int = 2048) -> None:
    """Write rows to a new database on disk, for somebody else to open. Raises EngineError where they cannot be."""
    try:
        database = ladybug.Database(str(path), buffer_pool_size=memory_mib * MIB, max_db_size=8192 * MIB)
        connection = ladybug.Connection(database)
        try:
            # One transaction, else each statement is written out by itself, which takes four times as long.
            for statement in ("BEGIN TRANSACTION", *table_statements()):
                connection.execute(statement)
            _copy(connection, [rows])
            connection.execute("COMMIT")
        finally:
            _close(database, connection)
    except RuntimeError as error:
        raise EngineError(
            f"a copy of {rows.model} could not be written to {path.parent}: {error}",
            "Check that there is room on the disk, and that TMPDIR names a folder that may be written to.",
        ) from error


def usual_memory_mib() -> int:
    """The most memory that the engine may come to use: half of the machine's, between 2 and 6 GiB.

    Little of it is ever used by a model of ordinary size; the findings over 10,000 posts need up to 3 GiB.
    """
    try:
        machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MIB
    except (AttributeError, ValueError, OSError):  # not said on this system
        return LEAST_MIB
    return max(LEAST_MIB, min(MOST_MIB, machine // 2))


def _versions(held: Mapping[str, Rows]) -> dict[str, str]:
    return {ident: rows.model for ident, rows in held.items()}


def _copy(connection: ladybug.Connection, many: Sequence[Rows]) -> None:
    """Copy rows in, one COPY for each table, since each takes memory that the number of rows hardly matters to."""
    for label in LABELS:
        nodes = [row for rows in many for row in rows.nodes.get(label, ())]
        if nodes:
            connection.execute(f"COPY {label} FROM $batch", {"batch": arrow_table(nodes, LABELS[label])})
    ends: Properties = {"start": "text", "end": "text"}
    for type_, relationship in RELATIONSHIPS.items():
        for start, end in relationship.ends:
            found = [row for rows in many for row in rows.relationships.get((type_, start, end), ())]
            if found:
                options = f" (from='{start}', to='{end}')" if len(relationship.ends) > 1 else ""
                batch = arrow_table(found, ends | relationship.properties)
                connection.execute(f"COPY {type_} FROM $batch{options}", {"batch": batch})


def _close(database: ladybug.Database, connection: ladybug.Connection) -> None:
    """Close a database, and give the memory that it freed back to the system, which the C library else keeps."""
    connection.close()
    database.close()
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def _loaded(rows: Rows, written: bool) -> Loaded:
    nodes = sum(map(len, rows.nodes.values()))
    return Loaded(rows.model, written, nodes, rows.count - nodes)


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
