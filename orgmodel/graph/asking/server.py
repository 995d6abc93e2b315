"""Asking a Neo4j server: one reading transaction, ended by the server in time, over a graph that holds no people.

A server's graph cannot be narrowed to what may be seen, so that nothing that is typed is run on one that holds data
about people; it is looked at before the query and after it, so that none comes in between.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from orgmodel.errors import EngineError
from orgmodel.graph.asking.hints import explain_server
from orgmodel.graph.asking.plans import check_server_plan
from orgmodel.graph.asking.port import Answer, Asker, Gathering, Limits, RefusedError
from orgmodel.graph.server import Reader, ServerEngine

PEOPLE = ("MATCH (p:Person) RETURN count(p)", "MATCH ()-[c:CANDIDATE_FOR]->() RETURN count(c)")


class ServerAsker(Asker):
    """The current version of one model on a server."""

    def __init__(self, engine: ServerEngine, ident: str) -> None:
        self._engine = engine
        current = engine.current(ident)
        if current is None:
            raise EngineError(
                f"'{ident}' is not loaded in {engine.describe()}",
                f"Load it, and leave out the data about people: orgmodel load {ident} --without-people.",
            )
        self.model = current

    def ask(self, cypher: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
        given = {"model": self.model} | dict(parameters)

        def work(reader: Reader) -> Answer:
            _check_people(reader)
            check_server_plan(*reader.explain(cypher, given))
            answer = _gather(reader.rows(cypher, given), limits)
            _check_people(reader)
            return answer

        try:
            return self._engine.read(work, limits.seconds)
        except EngineError as error:
            code, said = (str(getattr(error.__cause__, name, None) or "") for name in ("code", "message"))
            raise explain_server(code, said, cypher) or error from None

    def close(self) -> None:
        self._engine.close()


def _check_people(reader: Reader) -> None:
    if any(reader.count(cypher) for cypher in PEOPLE):
        raise RefusedError(
            "this server holds data about people, so that nothing that is typed is run on it",
            "Ask the embedded engine (--engine embedded), which leaves those out; or keep a server for asking, into "
            "which models are loaded with 'orgmodel load MODEL --without-people'.",
        )


def _gather(stream: Iterator[tuple[Any, ...]], limits: Limits) -> Answer:
    """The columns and rows, until there are as many as there may be."""
    gathering = Gathering(next(stream), limits)
    whole = all(gathering.add(row, len(json.dumps(row, default=str))) for row in stream)
    return gathering.answer(whole)
