"""From an address to an engine that answers: `embedded`, or a Neo4j server.

The engines are imported only when asked for, so that the package works without the Neo4j driver.
"""

from __future__ import annotations

import os

from orgmodel.errors import EngineError
from orgmodel.graph.port import Engine
from orgmodel.graph.server_address import find_login, read_address


def connect(
    address: str = "embedded",
    user: str | None = None,
    password: str | None = None,
    password_file: str | None = None,
) -> Engine:
    """An engine that answers. A user or password that is not given is looked for in the environment.

    Raises UsageError for an address that makes no sense, and EngineError for a server that does not answer.
    """
    if address == "embedded":
        from orgmodel.graph.embedded import EmbeddedEngine

        return EmbeddedEngine()
    place = read_address(address)
    login = find_login(user, password, password_file, os.environ)
    try:
        from orgmodel.graph.server import ServerEngine
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "neo4j":
            raise
        raise EngineError(
            "a Neo4j server needs the package 'neo4j', which is not installed",
            "Install it: pip install 'orgmodel[server]'",
        ) from None
    return ServerEngine(place.uri, login, place.database)
