"""From an address to an engine: what is accepted and refused, where a password may stand, and no driver at all."""

import sys
from pathlib import Path

import pytest

from orgmodel.errors import EngineError, UsageError
from orgmodel.graph.connect import connect
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.server_address import Address, Login, find_login, read_address


def test_embedded_is_the_default() -> None:
    for engine in (connect(), connect("embedded", "ada", "unused")):
        assert isinstance(engine, EmbeddedEngine)
        engine.close()


@pytest.mark.parametrize(
    ("address", "uri", "database"),
    [
        ("neo4j://host", "neo4j://host:7687", None),
        ("neo4j://host:7700", "neo4j://host:7700", None),
        ("neo4j://host:7700/people", "neo4j://host:7700", "people"),
        ("neo4j+s://id.databases.example.org/", "neo4j+s://id.databases.example.org:7687", None),
        ("neo4j+ssc://host/a.b-c", "neo4j+ssc://host:7687", "a.b-c"),
        ("bolt://127.0.0.1:7687", "bolt://127.0.0.1:7687", None),
        ("bolt+s://[::1]:7688/x", "bolt+s://[::1]:7688", "x"),
    ],
)
def test_the_address_of_a_server_is_read(address: str, uri: str, database: str | None) -> None:
    assert read_address(address) == Address(uri, database)


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("http://host:7474", "'http://' is not an address of an engine"),
        ("postgresql://host", "'postgresql://' is not an address of an engine"),
        ("NEO4J://host", "'NEO4J://' is not an address of an engine"),
        ("kuzu", "there is no engine 'kuzu'"),
        ("", "there is no engine ''"),
        ("host:7687", "there is no engine 'host:7687'"),
        ("neo4j://", "is not a host, a port and a database"),
        ("neo4j://host:port", "is not a host, a port and a database"),
        ("neo4j://host:0", "is not a host, a port and a database"),
        ("neo4j://host:99999", "is not a host, a port and a database"),
        ("neo4j://host/one/two", "is not a host, a port and a database"),
        ("neo4j://host?policy=x", "is not a host, a port and a database"),
        ("neo4j://ho st", "is not a host, a port and a database"),
    ],
)
def test_an_address_that_makes_no_sense_is_a_mistake_in_use(address: str, what: str) -> None:
    with pytest.raises(UsageError) as raised:
        connect(address)
    assert what in raised.value.problem.what
    assert "neo4j://host:7687" in raised.value.problem.hint


@pytest.mark.parametrize(
    "address",
    [
        "neo4j://ada:s3cr3t@host",
        "neo4j://ada@host",
        "bolt://ada:s3/cr3t@host:7687",
        "ada:s3cr3t@host",
        "bolt://a:s3cr3t",
    ],
)
def test_a_password_in_the_address_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(UsageError) as raised:
        connect(address)
    told = str(raised.value.problem) + repr(raised.value)
    assert "s3" not in told
    if "@" in address:
        assert "the address holds a user or a password" in told
        assert "ORGMODEL_NEO4J_PASSWORD" in told


def test_user_and_password_come_from_options_then_from_the_environment(tmp_path: Path) -> None:
    file, other = tmp_path / "password", tmp_path / "other"
    file.write_text("from-file\n")
    other.write_text("from-environments-file\r\n")
    environ = {"ORGMODEL_NEO4J_USER": "grace", "ORGMODEL_NEO4J_PASSWORD": "from-environment"}
    in_file = {"ORGMODEL_NEO4J_PASSWORD_FILE": str(other)}
    assert find_login("ada", "given", str(file), environ) == Login("ada", "given")
    assert find_login(None, None, str(file), environ) == Login("grace", "from-file")
    assert find_login(None, None, None, environ | in_file) == Login("grace", "from-environment")
    assert find_login(None, None, None, in_file) == Login("neo4j", "from-environments-file")
    assert find_login(None, None, None, {}) == Login("neo4j", "")


def test_a_password_file_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    told = {}
    for name in ("missing", "empty", "bytes", "."):
        with pytest.raises(UsageError) as raised:
            find_login(None, None, str(tmp_path / name), {})
        told[name] = raised.value.problem.what
    assert "cannot be read: No such file or directory" in told["missing"]
    assert "is empty" in told["empty"]
    assert "cannot be read: it is not text in UTF-8" in told["bytes"]
    assert "cannot be read: Is a directory" in told["."]


def test_a_login_never_shows_its_password() -> None:
    login = Login("ada", "s3cr3t")
    assert "s3cr3t" not in f"{login} {login!r}"


def test_without_the_driver_a_server_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "neo4j", None)
    monkeypatch.delitem(sys.modules, "orgmodel.graph.server", raising=False)
    with pytest.raises(EngineError) as raised:
        connect("neo4j://host", "ada", "unused")
    assert raised.value.problem.what == "a Neo4j server needs the package 'neo4j', which is not installed"
    assert raised.value.problem.hint == "Install it: pip install 'orgmodel[server]'"
    connect("embedded").close()
