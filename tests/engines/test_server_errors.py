"""What a person reads when a server is not there, is no Neo4j, refuses, or is lost: soon, and never a password."""

import contextlib
import http.server
import logging
import socket
import threading
import time
import traceback
from collections.abc import Iterator

import pytest

from orgmodel.errors import EngineError
from orgmodel.graph.connect import connect
from orgmodel.graph.server import ServerEngine
from orgmodel.graph.server_address import Login
from tests.engines.building import count_all, expected_counts, rows_of
from tests.engines.tcp_proxy import CutProxy
from tests.neo4j_server import Neo4jServer

PASSWORD = "not-to-be-shown-0123"


@contextlib.contextmanager
def listening(answer: bytes | None) -> Iterator[int]:
    """A port at which something answers the same to everybody, or (None) accepts and says nothing."""
    listener = socket.create_server(("127.0.0.1", 0))
    held: list[socket.socket] = []

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                held.append(client)
                if answer is not None:
                    client.sendall(answer)
                    client.close()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        for opened in (listener, *held):
            opened.close()


def refused(address: str) -> EngineError:
    """The error of connecting, which must come within seconds and fit a screen."""
    start = time.monotonic()
    with pytest.raises(EngineError) as raised:
        connect(address, "ada", PASSWORD)
    assert time.monotonic() - start < 12
    told = "\n".join(traceback.format_exception(raised.value)) + repr(raised.value) + str(raised.value.problem)
    assert PASSWORD not in told
    assert len(str(raised.value.problem)) < 600
    assert raised.value.exit_code == 4
    return raised.value


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s"])
def test_nothing_at_the_port(scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    problem = refused(f"{scheme}://127.0.0.1:{port}").problem
    assert problem.what == f"the Neo4j server at {scheme}://127.0.0.1:{port}: nothing answers there"
    assert "7687" in problem.hint


def test_no_machine_of_that_name() -> None:
    assert "no machine of that name is known" in str(refused("neo4j://no-such-machine.invalid"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"SSH-2.0-OpenSSH_9\r\n", b"", None])
def test_something_that_is_not_neo4j_is_at_the_port(scheme: str, answer: bytes | None) -> None:
    with listening(answer) as port:
        problem = refused(f"{scheme}://127.0.0.1:{port}").problem
    assert "something is there, but it does not answer as Neo4j does" in problem.what
    assert "7474" in problem.hint


def test_a_web_server_is_at_the_port() -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        told = refused(f"bolt://127.0.0.1:{web.server_port}").problem.what
        web.shutdown()
    assert "does not answer as Neo4j does" in told


def test_encryption_is_asked_of_a_server_that_has_none(neo4j_server: Neo4jServer) -> None:
    problem = refused(neo4j_server.uri.replace("bolt://", "bolt+s://")).problem
    assert "no encrypted connection could be made" in problem.what
    assert "neo4j+s://" in problem.hint


def test_a_database_that_is_not_there(neo4j_server: Neo4jServer) -> None:
    engine = connect(f"{neo4j_server.uri}/elsewhere", *neo4j_server.auth)
    with contextlib.closing(engine), pytest.raises(EngineError, match=r"has no such database: .*elsewhere"):
        engine.current("any")


def test_routing_and_a_named_database_work(neo4j_server: Neo4jServer) -> None:
    address = neo4j_server.uri.replace("bolt://", "neo4j://")
    with contextlib.closing(connect(f"{address}/neo4j", *neo4j_server.auth)) as engine:
        assert engine.query("RETURN $x AS x", {"x": 1}).rows == ((1,),)
        assert engine.describe().startswith("Neo4j 5.26.")
        assert engine.describe().endswith(", database neo4j, as neo4j")


def test_user_and_password_are_found_in_the_environment(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORGMODEL_NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("ORGMODEL_NEO4J_PASSWORD", neo4j_server.password)
    connect(neo4j_server.uri).close()


def test_a_query_that_writes_is_refused(server: ServerEngine) -> None:
    with pytest.raises(EngineError, match="refused a query that writes"):
        server.query("CREATE (:Unit {key: 'x'})", {})
    assert server.query("MATCH (n:Unit {key: 'x'}) RETURN count(n) AS found", {}).rows == ((0,),)


def test_a_query_that_takes_too_long_is_stopped(neo4j_server: Neo4jServer) -> None:
    engine = ServerEngine(neo4j_server.uri, Login(*neo4j_server.auth), query_seconds=0.5)
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a * b) AS found"
    start = time.monotonic()
    with contextlib.closing(engine), pytest.raises(EngineError, match="took longer than it may"):
        engine.query(endless, {})
    assert time.monotonic() - start < 10


def test_a_query_with_a_mistake_is_explained_on_one_screen(server: ServerEngine) -> None:
    with pytest.raises(EngineError) as raised:
        server.query("RETRUN 1", {})
    assert "Invalid input 'RETRUN'" in str(raised.value)
    assert len(str(raised.value.problem)) < 700


def test_notifications_are_not_shown(
    server: ServerEngine, caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder
) -> None:
    with caplog.at_level(logging.INFO):
        server.query("MATCH (n:NoSuchLabel)-[:NO_SUCH]->(m), (o) WHERE n.nothing = 1 RETURN m.none AS x LIMIT 1", {})
    assert caplog.messages == []
    assert not recwarn.list


def test_the_password_is_never_shown_or_logged(neo4j_server: Neo4jServer, caplog: pytest.LogCaptureFixture) -> None:
    login = Login(*neo4j_server.auth)
    with caplog.at_level(logging.DEBUG):
        engine = ServerEngine(neo4j_server.uri, login)
        engine.query("RETURN 1 AS one", {})
        shown = [repr(login), str(login), repr(engine), str(engine), engine.describe(), repr(engine._driver)]
        shown += [repr(value) for value in vars(engine).values()]
        engine.close()
    assert caplog.text
    assert neo4j_server.password not in caplog.text
    assert neo4j_server.password not in "".join(shown)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_a_connection_that_is_cut_in_the_middle_of_a_load_leaves_the_version_before(
    share: float, neo4j_server: Neo4jServer, server: ServerEngine, model_id: str
) -> None:
    first, second = rows_of(model_id, 50), rows_of(model_id, 60)
    proxy = CutProxy(int(neo4j_server.uri.rpartition(":")[2]))
    cut = ServerEngine(proxy.uri, Login(*neo4j_server.auth), lease_seconds=1, retry_seconds=1, batch=200)
    try:
        cut.load(first)
        proxy.cut_after(int(share * proxy.relayed * second.count / first.count))
        start = time.monotonic()
        with pytest.raises(EngineError) as raised:
            cut.load(second)
        assert time.monotonic() - start < 20
        what, hint = raised.value.problem.what, raised.value.problem.hint
        assert f"the load of '{model_id}' was interrupted: the connection to the Neo4j server at {proxy.uri}" in what
        assert f"Nothing is half done: readers still see {first.model}" in what
        assert "Load again" in hint
        assert server.current(model_id) == first.model
        assert count_all(server, first.model) == expected_counts(first)
        proxy.mend()
        time.sleep(1.1)
        assert cut.load(second).written
    finally:
        cut.close()
        proxy.close()
    assert server.current(model_id) == second.model
    assert count_all(server, second.model) == expected_counts(second)


def test_a_connection_that_is_cut_under_a_query_says_so_and_the_next_one_works(neo4j_server: Neo4jServer) -> None:
    proxy = CutProxy(int(neo4j_server.uri.rpartition(":")[2]))
    engine = ServerEngine(proxy.uri, Login(*neo4j_server.auth), retry_seconds=1)
    try:
        proxy.cut_after(0)
        with pytest.raises(EngineError, match=r"the connection to the Neo4j server at .* was lost"):
            engine.query("RETURN 1 AS one", {})
        proxy.mend()
        assert engine.query("RETURN 1 AS one", {}).rows == ((1,),)
    finally:
        engine.close()
        proxy.close()
