"""What is done to a server that others cannot share: wrong passwords, and killing it in the middle of a load.

The server is killed in the last test.
"""

import contextlib
import logging
import time
import traceback

import pytest

from orgmodel.errors import EngineError
from orgmodel.graph.connect import connect
from orgmodel.graph.server import ServerEngine
from orgmodel.graph.server_address import Login
from tests.engines.building import count_all, expected_counts, rows_of
from tests.neo4j_server import Neo4jServer

pytestmark = pytest.mark.neo4j

WRONG = "wrong-and-never-shown-42"


def test_no_password_says_where_one_is_looked_for(
    neo4j_own_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ORGMODEL_NEO4J_PASSWORD", raising=False)
    monkeypatch.delenv("ORGMODEL_NEO4J_PASSWORD_FILE", raising=False)
    with pytest.raises(EngineError) as raised:
        connect(neo4j_own_server.uri)
    assert "refuses the user or the password" in raised.value.problem.what
    assert "ORGMODEL_NEO4J_PASSWORD" in raised.value.problem.hint


def test_a_wrong_password_is_refused_then_the_account_is_locked_and_neither_shows_it(
    neo4j_own_server: Neo4jServer, caplog: pytest.LogCaptureFixture
) -> None:
    told = []
    with caplog.at_level(logging.DEBUG):
        for _ in range(4):
            with pytest.raises(EngineError) as raised:
                connect(neo4j_own_server.uri, neo4j_own_server.user, WRONG)
            told.append(raised.value)
    whats = [error.problem.what for error in told]
    server = f"the Neo4j server at {neo4j_own_server.uri}"
    assert whats[0] == f"{server} refuses the user or the password"
    assert whats[-1] == f"{server} has locked the user for a while, after too many wrong passwords"
    shown = "".join(line for error in told for line in traceback.format_exception(error))
    assert WRONG not in shown + repr(told) + caplog.text
    assert {error.exit_code for error in told} == {4}
    time.sleep(5.5)
    connect(neo4j_own_server.uri, *neo4j_own_server.auth).close()


def test_a_server_that_dies_in_the_middle_of_a_load_still_has_the_version_before(neo4j_own_server: Neo4jServer) -> None:
    first, second = rows_of("killed", 50), rows_of("killed", 100)
    engine = ServerEngine(
        neo4j_own_server.uri, Login(*neo4j_own_server.auth), lease_seconds=2, retry_seconds=1, batch=200
    )
    engine.load(first)

    def kill_half_way(done: int, total: int) -> None:
        if done * 2 > total:
            neo4j_own_server.kill()

    start = time.monotonic()
    with contextlib.closing(engine), pytest.raises(EngineError) as raised:
        engine.load(second, kill_half_way)
    assert time.monotonic() - start < 30
    assert f"Nothing is half done: readers still see {first.model}" in raised.value.problem.what
    again = neo4j_own_server.restart()
    try:
        with contextlib.closing(ServerEngine(again.uri, Login(*again.auth))) as after:
            assert after.current("killed") == first.model
            assert count_all(after, first.model) == expected_counts(first)
            assert 0 < sum(count_all(after, second.model)) < sum(expected_counts(second))
            assert after.load(second).written
            assert count_all(after, second.model) == expected_counts(second)
    finally:
        again.kill()
