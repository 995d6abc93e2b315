"""The shared engine: a Neo4j server, reached through its driver. The only module that knows the driver.

How versions are loaded is in `server_load`, the Cypher for it in `server_statements`, the words for what goes wrong
in `server_errors`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, ManagedTransaction, Session, unit_of_work
from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from orgmodel.errors import EngineError
from orgmodel.graph.changes import Changes, apply_changes
from orgmodel.graph.port import Answering, Engine, Loaded, Progress, Suppose, Table
from orgmodel.graph.rows import Rows
from orgmodel.graph.schema import LABELS, RELATIONSHIPS
from orgmodel.graph.server_address import Login
from orgmodel.graph.server_errors import OLDEST, ConnectionLostError, refusal, unreachable
from orgmodel.graph.server_load import Run, VersionLoader, loaded
from orgmodel.graph.server_statements import AWAIT_INDEXES, CURRENT, SCHEMA_NAMES, schema_statements

T = TypeVar("T")
SECONDS_TO_CONNECT = 5.0
SECONDS_TO_WRITE = 120.0

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else it writes to the screen what we raise anyway


class ServerEngine(Engine):
    """Versions of many models in one Neo4j server that others use too. Safe to share between threads."""

    name = "neo4j"

    def __init__(
        self,
        uri: str,
        login: Login,
        database: str | None = None,
        *,
        query_seconds: float = 60.0,
        lease_seconds: float = 30.0,
        retry_seconds: float = 5.0,
        batch: int = 5000,
    ) -> None:
        self._where = f"the Neo4j server at {uri}"
        self._user, self._database = login.user, database
        self._query_seconds, self._lease_seconds, self._batch = query_seconds, lease_seconds, batch
        self._has_schema = False
        self._driver = _open_driver(uri, login, retry_seconds)
        try:
            self._version = self._greet()
        except BaseException:
            self._driver.close()
            raise

    def load(self, rows: Rows, progress: Progress | None = None) -> Loaded:
        if self.current(rows.id) == rows.model:
            return loaded(rows, written=False)
        self._make_schema()
        loader = VersionLoader(self._write, rows, self._lease_seconds, self._batch)
        return loaded(rows, loader.load(progress))

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        @unit_of_work(timeout=self._query_seconds)
        def ask(transaction: ManagedTransaction) -> Table:
            return _Transaction(transaction).query(cypher, parameters)

        with self._in_words(), self._session(READ_ACCESS) as session:
            return session.execute_read(ask)

    @contextmanager
    def supposing(self, rows: Rows) -> Iterator[Suppose]:
        def suppose(changes: Changes, work: Callable[[Answering], T]) -> T:
            return self._suppose(rows.model, changes, work)

        yield suppose

    def _suppose(self, model: str, changes: Changes, work: Callable[[Answering], T]) -> T:
        """Do work in a writing transaction that is never committed. While it lasts, the rows changed are locked."""
        found: list[T] = []

        @unit_of_work(timeout=SECONDS_TO_WRITE)
        def suppose(transaction: ManagedTransaction) -> None:
            asking = _Transaction(transaction)
            apply_changes(lambda cypher, values: int(asking.query(cypher, values).rows[0][0]), changes, model)
            found.append(work(asking))
            raise _TakenBackError

        with self._in_words(), self._session(WRITE_ACCESS) as session, suppress(_TakenBackError):
            session.execute_write(suppose)
        return found[-1]

    def current(self, model_id: str) -> str | None:
        table = self.query(CURRENT, {"id": model_id})
        return table.rows[0][0] if table.rows else None

    def describe(self) -> str:
        database = f", database {self._database}" if self._database else ""
        return f"Neo4j {self._version}: {self._where}{database}, as {self._user}"

    def close(self) -> None:
        self._driver.close()

    def read(self, work: Callable[[Reader], T], seconds: float) -> T:
        """Run work in one reading transaction, which the server ends after some seconds."""

        @unit_of_work(timeout=seconds)
        def read(transaction: ManagedTransaction) -> T:
            return work(Reader(transaction))

        with self._in_words(), self._session(READ_ACCESS) as session:
            return session.execute_read(read)

    def _greet(self) -> str:
        """Connect, and return the server's version. Raises EngineError for whatever stands in the way."""
        try:
            agent = self._driver.get_server_info().agent
        except Neo4jError as error:
            raise refusal(self._where, error.code or "", error.message or "") from None
        except (DriverError, OSError) as error:
            raise unreachable(self._where, error) from None
        return check_version(self._where, agent)

    def _make_schema(self) -> None:
        """Make the constraints and indexes that are not there yet. Once for each engine; harmless when repeated."""
        if self._has_schema:
            return
        there = set(self._write(lambda run: run(SCHEMA_NAMES, {}))[0]["names"])
        missing = [statement for name, statement in schema_statements().items() if name not in there]
        if missing:
            self._write(lambda run: [run(statement, {}) for statement in missing])
            self._write(lambda run: run(AWAIT_INDEXES, {}))
        self._has_schema = True

    def _write(self, work: Callable[[Run], T]) -> T:
        """Run work in one writing transaction. What fails before the commit was sent is tried again for seconds."""

        @unit_of_work(timeout=SECONDS_TO_WRITE)
        def write(transaction: ManagedTransaction) -> T:
            return work(lambda cypher, values: transaction.run(cypher, values).data())

        with self._in_words(), self._session(WRITE_ACCESS) as session:
            return session.execute_write(write)

    def _session(self, mode: str) -> Session:
        # The shared bookmarks keep the reads of one engine in order, also over the members of a cluster: a query
        # never sees less than the pointer that was resolved before it.
        bookmarks = self._driver.execute_query_bookmark_manager
        return self._driver.session(database=self._database, default_access_mode=mode, bookmark_manager=bookmarks)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Raise what the driver raises as an EngineError for people."""
        try:
            yield
        except Neo4jError as error:
            raise refusal(self._where, error.code or "", error.message or "") from error
        except (DriverError, OSError) as error:
            raise ConnectionLostError(
                f"the connection to {self._where} was lost",
                "Ask again when the server answers.",
                unknown_outcome=isinstance(error, IncompleteCommit),
            ) from error


class _TakenBackError(Exception):
    """Makes the driver roll back a transaction whose work is done."""


class _Transaction:
    """Queries inside one open transaction."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        result = self._transaction.run(cypher, dict(parameters))
        return Table(tuple(result.keys()), tuple(tuple(map(_plain, record.values())) for record in result))


class Reader:
    """What can be done inside one reading transaction: see a query's plan, and take its rows one by one."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def explain(self, cypher: str, parameters: Mapping[str, Any]) -> tuple[dict[str, Any], str | None]:
        """The plan of a query that is not run, and its type: `r` for one that only reads."""
        summary = self._transaction.run(f"EXPLAIN\n{cypher}", dict(parameters)).consume()
        return dict(summary.plan or {}), summary.query_type

    def rows(self, cypher: str, parameters: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        """First the names of the columns, then each row. What is not taken is never sent whole."""
        result = self._transaction.run(cypher, dict(parameters))
        yield tuple(result.keys())
        for record in result:
            yield tuple(map(_plain, record.values()))

    def count(self, cypher: str) -> int:
        """The number that a query returns."""
        return int(self._transaction.run(cypher).single(strict=True)[0])


def _open_driver(uri: str, login: Login, retry_seconds: float) -> Driver:
    return GraphDatabase.driver(
        uri,
        auth=(login.user, login.password) if login.password else None,
        connection_timeout=SECONDS_TO_CONNECT,
        connection_acquisition_timeout=SECONDS_TO_CONNECT,
        max_transaction_retry_time=retry_seconds,
        notifications_min_severity="OFF",
        warn_notification_severity="OFF",
        telemetry_disabled=True,
        user_agent="orgmodel",
    )


def check_version(where: str, agent: str) -> str:
    """The version in what a server calls itself (`Neo4j/5.26.10`); raises EngineError where it is too old."""
    match = re.match(r"Neo4j/v?(?P<version>(\d+)\.(\d+)\S*)", agent)
    if match is None:
        raise EngineError(f"{where} calls itself '{agent[:80]}'", "A Neo4j server is needed.")
    if (int(match[2]), int(match[3])) < OLDEST:
        needed = f"{OLDEST[0]}.{OLDEST[1]}"
        raise EngineError(
            f"{where} is Neo4j {match['version']}, which is too old", f"Neo4j {needed} or later is needed."
        )
    return match["version"]


def _plain(value: Any) -> Any:
    """A value as the embedded engine gives it: nodes, relationships and paths as mappings, dates as Python's own."""
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, Node):
        label = next((label for label in LABELS if label in value.labels), "")
        return {"_LABEL": label} | _properties(value, LABELS.get(label, {}))
    if isinstance(value, Relationship):
        known = RELATIONSHIPS.get(value.type)
        return {"_LABEL": value.type} | _properties(value, known.properties if known else {})
    if isinstance(value, Path):
        return {"_NODES": [_plain(node) for node in value.nodes], "_RELS": [_plain(one) for one in value.relationships]}
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, (Date, DateTime, Time)):
        return value.to_native()
    return str(value) if isinstance(value, Duration) else value


def _properties(value: Node | Relationship, declared: Mapping[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(declared) | {name: _plain(part) for name, part in value.items()}
