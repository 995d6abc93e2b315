"""The server that the other tests of Neo4j rely on is a real one, answers, and keeps its data over a restart."""

import pytest
from neo4j import GraphDatabase

from tests.neo4j_server import Neo4jServer

pytestmark = pytest.mark.neo4j


def test_shared_server_answers_and_is_a_community_server(neo4j_server: Neo4jServer) -> None:
    with GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
        component = driver.execute_query("CALL dbms.components() YIELD versions, edition").records[0]
    assert component["edition"] == "community"
    assert component["versions"][0].startswith("5.26.")


def test_own_server_is_another_one_and_keeps_its_data_when_killed(
    neo4j_server: Neo4jServer, neo4j_own_server: Neo4jServer
) -> None:
    assert neo4j_own_server.uri != neo4j_server.uri
    with GraphDatabase.driver(neo4j_own_server.uri, auth=neo4j_own_server.auth) as driver:
        driver.execute_query("CREATE (:Kept)")
    neo4j_own_server.kill()
    again = neo4j_own_server.restart()
    try:
        with GraphDatabase.driver(again.uri, auth=again.auth) as driver:
            kept = driver.execute_query("MATCH (k:Kept) RETURN count(k) AS kept").records[0]["kept"]
    finally:
        again.kill()
    assert kept == 1
