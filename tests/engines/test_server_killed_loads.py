"""Loaders killed at random moments: no reader ever sees a part of a version, and what is left over is cleared."""

import os
import pickle
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase

from orgmodel.graph import Rows
from orgmodel.graph.server import ServerEngine
from orgmodel.graph.server_address import Login
from tests.engines.building import count_all, expected_counts, rows_of
from tests.engines.keep_loading import BATCH, LEASE_SECONDS
from tests.neo4j_server import ROOT, Neo4jServer

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

KILLS = 20
READERS = 2
SECONDS_BETWEEN_READS = 0.05


class Reader(threading.Thread):
    """Reads version after version, as a person's questions would, and notes each that was not whole."""

    def __init__(self, engine: ServerEngine, ident: str, expected: dict[str, tuple[int, ...]]) -> None:
        super().__init__(daemon=True)
        self._engine, self._model_id, self._expected = engine, ident, expected
        self._end = threading.Event()
        self.whole, self.too_slow = 0, 0
        self.torn: list[str] = []
        self.seen: set[str] = set()

    def run(self) -> None:
        try:
            while not self._end.wait(SECONDS_BETWEEN_READS):
                self._read()
        except Exception as error:  # noqa: BLE001
            self.torn.append(repr(error))

    def _read(self) -> None:
        key = self._engine.current(self._model_id)
        assert key is not None
        found = count_all(self._engine, key)
        if found == self._expected[key]:
            self.whole += 1
            self.seen.add(key)
        elif self._is_kept(key):
            self.torn.append(f"{key}: {found} instead of {self._expected[key]}")
        else:
            self.too_slow += 1

    def _is_kept(self, key: str) -> bool:
        """Whether the version is still current or previous: two loads may have overtaken a reader on a busy machine."""
        cypher = "MATCH (m:Model {id: $id}) RETURN m.current AS current, m.previous AS previous"
        return key in self._engine.query(cypher, {"id": self._model_id}).rows[0]

    def end(self) -> None:
        """Stop after the present read."""
        self._end.set()
        self.join()


@pytest.fixture(scope="module")
def driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    """The server itself."""
    with GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as opened:
        yield opened


def versions_of(driver: Driver, ident: str) -> tuple[set[str], set[str]]:
    """The versions of which nodes exist, and those that are current or previous."""
    cypher = "MATCH (n:Slot) WHERE n.model STARTS WITH $begins RETURN collect(DISTINCT n.model) AS models"
    there = set(driver.execute_query(cypher, begins=f"{ident}@").records[0]["models"])
    there |= set(driver.execute_query(cypher.replace("Slot", "Post"), begins=f"{ident}@").records[0]["models"])
    model = driver.execute_query("MATCH (m:Model {id: $id}) RETURN m", id=ident).records[0]["m"]
    return there, {version for version in (model.get("current"), model.get("previous")) if version}


def seconds_of_a_load(engine: ServerEngine, versions: list[Rows]) -> float:
    """How long a load takes on this machine now, once the server has made its plans; the first version is current."""
    for rows in (versions[1], versions[2]):
        engine.load(rows)
    start = time.monotonic()
    engine.load(versions[0])
    return time.monotonic() - start


def kill_a_loader(server: Neo4jServer, file: Path, moment: float) -> None:
    """Start a process that loads without end, and kill it so long after it began."""
    secrets = {"ORGMODEL_NEO4J_USER": server.user, "ORGMODEL_NEO4J_PASSWORD": server.password}
    command = [sys.executable, "-m", "tests.engines.keep_loading", server.uri, str(file)]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), **secrets}, stdout=subprocess.PIPE
    ) as loader:
        assert loader.stdout is not None
        assert loader.stdout.readline() == b"ready\n"
        time.sleep(moment)
        assert loader.poll() is None
        loader.kill()


def test_no_reader_sees_a_torn_version_and_leftovers_are_cleared(
    neo4j_server: Neo4jServer, driver: Driver, model_id: str, tmp_path: Path
) -> None:
    versions = [rows_of(model_id, posts) for posts in (60, 65, 70, 75)]
    expected = {rows.model: expected_counts(rows) for rows in versions}
    file = tmp_path / "versions.pickle"
    file.write_bytes(pickle.dumps(versions[1:]))
    engine = ServerEngine(neo4j_server.uri, Login(*neo4j_server.auth), lease_seconds=LEASE_SECONDS, batch=BATCH)
    longest = LEASE_SECONDS + min(2 * seconds_of_a_load(engine, versions), 3.0)
    readers = [Reader(engine, model_id, expected) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    moments = random.Random(20230303)
    left_over = 0
    try:
        for _ in range(KILLS):
            kill_a_loader(neo4j_server, file, moments.uniform(0.1, longest))
            there, kept = versions_of(driver, model_id)
            left_over += bool(there - kept)
    finally:
        for reader in readers:
            reader.end()
    assert [torn for reader in readers for torn in reader.torn] == []
    whole = sum(reader.whole for reader in readers)
    assert whole > 5 * KILLS
    assert sum(reader.too_slow for reader in readers) <= whole / 20
    assert left_over >= KILLS / 4, "most kills should come in the middle of a load"
    assert set.union(*(reader.seen for reader in readers)) > {versions[0].model}
    check_cleared(engine, driver, versions, model_id)
    engine.close()


def check_cleared(engine: ServerEngine, driver: Driver, versions: list[Rows], model_id: str) -> None:
    """The next loads work, and only what is current, previous, or was previous until now is there after each."""
    time.sleep(LEASE_SECONDS + 0.1)
    for rows in versions[:2]:
        _, before = versions_of(driver, model_id)
        assert engine.load(rows).written or rows.model in before
        there, kept = versions_of(driver, model_id)
        assert kept <= there <= kept | before
        assert count_all(engine, rows.model) == expected_counts(rows)
