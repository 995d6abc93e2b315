"""What people type, on a server: each wall with its attack, no people in reach, and the same answers as without one."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator

import pytest
from neo4j import GraphDatabase

from orgmodel.cli import main
from orgmodel.errors import EngineError
from orgmodel.graph import Table, build_rows
from orgmodel.graph.asking import Limits, RefusedError, StoppedError, hide_people
from orgmodel.graph.asking.embedded import EmbeddedAsker
from orgmodel.graph.asking.plans import check_server_plan
from orgmodel.graph.asking.server import ServerAsker
from orgmodel.graph.server import Reader, ServerEngine
from orgmodel.use_cases import list_examples, open_catalogue, open_model
from tests.engines import attacks
from tests.engines.building import comparable, delete_models, rows_of, rows_under
from tests.neo4j_server import Neo4jServer

QUICK = Limits(seconds=30, rows=5000)


@pytest.fixture(scope="module")
def ident(neo4j_server: Neo4jServer) -> Iterator[str]:
    """The example without its people on the shared server, on which other tests may have left some."""
    people = "MATCH (p:Person) RETURN collect(DISTINCT split(p.model, '@')[0])"
    with GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver, driver.session() as session:
        left = session.run(people).single(strict=True)[0]
    for model in left:
        delete_models(neo4j_server, model)
    ident = f"asked-{secrets.token_hex(4)}"
    yield ident
    delete_models(neo4j_server, ident)


@pytest.fixture(scope="module")
def asker(server: ServerEngine, ident: str) -> ServerAsker:
    """Somebody to ask on the server."""
    rows, _ = hide_people(rows_under(open_model("example").model, ident))
    server.load(rows)
    return ServerAsker(server, ident)


@pytest.mark.parametrize("name", attacks.SERVER)
def test_the_plan_refuses(name: str, asker: ServerAsker) -> None:
    query, said = attacks.SERVER[name]
    with pytest.raises(RefusedError) as refused:
        asker.ask(query, {}, QUICK)
    assert said in str(refused.value.problem)


def test_examples_answer_alike_on_both(asker: ServerAsker, ident: str) -> None:
    rows, _ = hide_people(rows_under(open_model("example").model, ident))
    embedded = EmbeddedAsker(rows)
    try:
        assert embedded.model == asker.model
        for example in list_examples():
            here, there = (each.ask(example.query, {}, QUICK) for each in (embedded, asker))
            assert here.rows
            assert comparable(Table(here.columns, here.rows)) == comparable(Table(there.columns, there.rows))
    finally:
        embedded.close()


def test_whatever_the_catalogue_asks_has_a_plan_that_is_allowed(server: ServerEngine) -> None:
    queries = [finding.query for finding in open_catalogue()]

    def check(reader: Reader) -> int:
        for query in queries:
            names = set(re.findall(r"\$(\w+)", query))
            check_server_plan(*reader.explain(query, dict.fromkeys(names, 1) | {"model": "x", "passes": True}))
        return len(queries)

    assert server.read(check, 600) > 30


def test_an_answer_ends_at_the_limit_of_rows_or_bytes(asker: ServerAsker) -> None:
    product = asker.ask("MATCH (a:Slot), (b:Slot), (c:Slot) RETURN a.id", {}, Limits(rows=7, seconds=30))
    assert (len(product.rows), product.stopped) == (7, "stopped at 7 rows: there are more")
    wide = asker.ask("UNWIND range(1, 50) AS x RETURN $text AS x", {"text": "x" * 100_000}, Limits(size=2**20))
    assert len(wide.rows) == 10
    assert "larger than 1 MB" in wide.stopped


def test_a_query_that_takes_too_long_is_ended_and_the_next_is_answered(asker: ServerAsker) -> None:
    with pytest.raises(StoppedError, match="took longer than it may"):
        asker.ask("MATCH (a:Slot), (b:Slot), (c:Slot) WHERE a.id + b.id = c.id RETURN count(*)", {}, Limits(seconds=1))
    assert asker.ask("RETURN 1", {}, QUICK).rows == ((1,),)


def test_a_query_that_cannot_be_read_says_where(asker: ServerAsker) -> None:
    with pytest.raises(RefusedError) as refused:
        asker.ask("MATCH (p:Post\n  RETURN p", {}, QUICK)
    assert str(refused.value.problem).startswith("query:2:3: the query cannot be read from 'RETURN p' on")
    with pytest.raises(RefusedError, match="not defined"):
        asker.ask("MATCH (p:Post) RETURN q", {}, QUICK)
    with pytest.raises(RefusedError, match="parameter"):
        asker.ask("MATCH (p:Post) RETURN p.id LIMIT $n", {}, QUICK)
    with pytest.raises(RefusedError):
        asker.ask("MATCH (p:Post) RETURN p.id LIMIT $n", {"n": "x"}, QUICK)


def test_nothing_is_run_while_the_server_holds_people(
    asker: ServerAsker, server: ServerEngine, neo4j_server: Neo4jServer
) -> None:
    other = f"people-{secrets.token_hex(4)}"
    server.load(rows_under(open_model("example").model, other))
    try:
        for query in ("MATCH (p:Person) RETURN p.title", "MATCH (u:Unit {model: $model}) RETURN u.title", "RETURN 1"):
            with pytest.raises(RefusedError, match="holds data about people"):
                asker.ask(query, {}, QUICK)
    finally:
        delete_models(neo4j_server, other)
    assert asker.ask("RETURN 1", {}, QUICK).rows == ((1,),)


def test_a_model_sees_its_own_version_as_model(
    asker: ServerAsker, server: ServerEngine, neo4j_server: Neo4jServer
) -> None:
    other = f"other-{secrets.token_hex(4)}"
    server.load(rows_of(other, 3))
    try:
        found = ServerAsker(server, other).ask("MATCH (p:Post {model: $model}) RETURN count(p)", {}, QUICK)
        assert found.rows == ((3,),)
    finally:
        delete_models(neo4j_server, other)


def test_a_model_that_is_not_loaded_says_how_to_load_it(server: ServerEngine) -> None:
    with pytest.raises(EngineError) as missing:
        ServerAsker(server, "never-loaded")
    assert "orgmodel load never-loaded --without-people" in str(missing.value.problem)


def test_the_commands_load_without_people_and_ask_the_server(
    ident: str, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    user, password = neo4j_server.auth
    monkeypatch.setenv("ORGMODEL_NEO4J_USER", user)
    monkeypatch.setenv("ORGMODEL_NEO4J_PASSWORD", password)
    at = ("--engine", neo4j_server.uri)
    count = "MATCH (p:Post {model: $model}) RETURN count(p) AS posts"
    delete_models(neo4j_server, "example")
    try:
        assert main(["query", "example", count, *at]) == 4
        assert "is not loaded in" in capfd.readouterr().err
        assert main(["load", "example", "--without-people", *at]) == 0
        assert "Hidden, not absent: data about people" in capfd.readouterr().out
        assert main(["query", "example", count, "--format", "json", *at]) == 0
        posts = len(build_rows(open_model("example").model).nodes["Post"])
        assert json.loads(capfd.readouterr().out)["rows"] == [[posts]]
        assert main(["query", "example", "MATCH (n) RETURN n", *at]) == 2
        assert "Name a label or a type" in capfd.readouterr().err
    finally:
        delete_models(neo4j_server, "example")
