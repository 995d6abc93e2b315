"""From an address to somebody to ask about one model: over a copy on disk, or on a server. Engines come late."""

from __future__ import annotations

from orgmodel.errors import UsageError
from orgmodel.graph.asking.hidden import Hidden, hide_people
from orgmodel.graph.asking.port import Asker
from orgmodel.graph.connect import connect
from orgmodel.graph.rows import Rows


def open_asker(rows: Rows, address: str = "embedded", **login: str | None) -> tuple[Asker, Hidden]:
    """Somebody to ask about a model, and what is hidden from them. On a server its current version is asked.

    Raises UsageError and EngineError as `connect` does, and EngineError where the server has not this model.
    """
    if address == "embedded":
        from orgmodel.graph.asking.embedded import EmbeddedAsker

        seen, hidden = hide_people(rows)
        return EmbeddedAsker(seen), hidden
    engine = connect(address, **login)
    try:
        from orgmodel.graph.asking.server import ServerAsker
        from orgmodel.graph.server import ServerEngine

        if not isinstance(engine, ServerEngine):
            raise UsageError(f"'{address}' is no address of a server")
        return ServerAsker(engine, rows.id), Hidden()
    except BaseException:
        engine.close()
        raise
