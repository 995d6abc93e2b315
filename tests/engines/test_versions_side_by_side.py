"""Versions that are asked side by side on a server give what the embedded engine gives of each loaded whole, and only
the first of them is ever loaded."""

from __future__ import annotations

import pytest

from orgmodel.findings import versions
from orgmodel.findings.versions import run_versions
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.server import ServerEngine
from tests.unit.findings.test_versions import ASKED, as_versions, loaded_whole, options, whole_loads

pytestmark = [pytest.mark.neo4j, pytest.mark.embedded]


def test_versions_on_a_server_give_what_each_gives_loaded_whole(
    server: ServerEngine, embedded: EmbeddedEngine, model_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = whole_loads(monkeypatch)
    monkeypatch.setattr(versions, "LOT", 2)
    models = [each.model_copy(update={"about": each.about.model_copy(update={"id": model_id})}) for each in options()]
    given = as_versions(models)
    found = run_versions(server, given, ASKED, lambda title: None)
    assert loaded == []
    assert server.current(model_id) == given[0].rows.model
    assert found == loaded_whole(embedded, given, ASKED)
    assert any(row.evidence for outcome in found[1] for row in outcome.rows)
