"""Engines for the tests in this folder: the embedded one, and one on the Neo4j server that the whole run shares."""

import secrets
from collections.abc import Iterator

import pytest

from orgmodel.graph.connect import connect
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.server import ServerEngine
from tests.engines.building import delete_models
from tests.neo4j_server import Neo4jServer


@pytest.fixture(scope="module")
def embedded() -> Iterator[EmbeddedEngine]:
    """An embedded engine for a module of tests; the tests load models of their own ids."""
    engine = EmbeddedEngine()
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def server(neo4j_server: Neo4jServer) -> Iterator[ServerEngine]:
    """An engine on the shared server, with small batches so that a load takes several."""
    engine = connect(neo4j_server.uri, *neo4j_server.auth)
    assert isinstance(engine, ServerEngine)
    yield engine
    engine.close()


@pytest.fixture
def model_id(neo4j_server: Neo4jServer) -> Iterator[str]:
    """An id that no other test uses; whatever is on the shared server under it is deleted afterwards."""
    ident = f"test-{secrets.token_hex(4)}"
    yield ident
    delete_models(neo4j_server, ident)
