"""What is supposed of a version is seen by who supposes it, as if it had been loaded, and by nobody else; nothing of it
stays. The same on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from orgmodel.errors import EngineError
from orgmodel.findings import FindingQuery
from orgmodel.findings.catalogue import parameters
from orgmodel.graph import Answering, Changes, Engine, Rebuilding, Rows, build_rows
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.model import Model
from tests.engines.building import answers, everything
from tests.engines.test_findings_equal_on_both import CATALOGUE
from tests.properties.replacing import replaced_pair

BOTH = [pytest.param("embedded", marks=pytest.mark.embedded), pytest.param("server", marks=pytest.mark.neo4j)]
SEEDS = [seed for seed in range(12) if Rebuilding(replaced_pair(seed)[0]).diff(replaced_pair(seed)[1])]
"""Models of which the changed one can be told by its changes."""


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def ident(engine: Engine, request: pytest.FixtureRequest) -> str:
    """An id that no other test uses, cleared away on the server."""
    return "random" if isinstance(engine, EmbeddedEngine) else request.getfixturevalue("model_id")


def changes_of(model: Model, changed: Model) -> Changes:
    changes = Rebuilding(model).diff(changed)
    assert changes is not None
    return changes


def in_words(found: dict[str, list[str]], version: str) -> dict[str, list[str]]:
    return {label: sorted(row.replace(version, "VERSION") for row in rows) for label, rows in found.items()}


def loaded_whole(engine: Engine, changed: Model) -> Rows:
    """The changed model, loaded beside the other."""
    rows = build_rows(changed.model_copy(update={"about": changed.about.model_copy(update={"id": f"{changed.id}+w"})}))
    engine.load(rows)
    return rows


@pytest.mark.parametrize("seed", SEEDS[:2])
def test_what_is_supposed_is_what_would_be_loaded_and_nothing_stays(seed: int, engine: Engine, ident: str) -> None:
    model, changed = replaced_pair(seed, ident)
    rows = build_rows(model)
    engine.load(rows)
    before = everything(engine, rows.model)
    whole = loaded_whole(engine, changed)

    def look(answering: Answering) -> dict[str, list[str]]:
        assert everything(engine, rows.model) == before, "others see it"
        return everything(answering, rows.model)

    with engine.supposing(rows) as suppose:
        seen = suppose(changes_of(model, changed), look)
        after = suppose(Changes(), lambda answering: everything(answering, rows.model))
    assert in_words(seen, rows.model) == in_words(everything(engine, whole.model), whole.model)
    assert seen != before
    assert after == before


@pytest.mark.parametrize("seed", SEEDS[:1])
def test_findings_give_what_they_give_of_the_model_loaded_whole(seed: int, engine: Engine, ident: str) -> None:
    model, changed = replaced_pair(seed, ident)
    rows, random = build_rows(model), Random(seed)
    engine.load(rows)
    whole = loaded_whole(engine, changed)
    several = random.sample(sorted(CATALOGUE), 8)  # all of them take minutes on the two engines

    def ask(answering: Answering, version: str) -> dict[str, list[str]]:
        found = {}
        for name in several:
            finding: FindingQuery = CATALOGUE[name]
            found[name] = answers(answering, finding.query, parameters(finding, changed, version, passes=True))
        return in_words(found, version)

    with engine.supposing(rows) as suppose:
        supposed = suppose(changes_of(model, changed), lambda answering: ask(answering, rows.model))
    assert supposed == ask(engine, whole.model)
    assert any(supposed.values())


def test_of_a_version_that_has_become_another_nothing_is_supposed(engine: Engine, ident: str) -> None:
    model, changed = replaced_pair(SEEDS[0], ident)
    rows = build_rows(model)
    engine.load(rows)
    nothing = Rows(rows.id, "gone")
    with engine.supposing(nothing) as suppose, pytest.raises(EngineError, match="is not as it was when this began"):
        suppose(changes_of(model, changed), lambda answering: None)


def test_what_fails_while_it_is_supposed_leaves_nothing_behind(engine: Engine, ident: str) -> None:
    model, changed = replaced_pair(SEEDS[0], ident)
    rows = build_rows(model)
    engine.load(rows)
    before = everything(engine, rows.model)
    with engine.supposing(rows) as suppose, pytest.raises(EngineError):
        suppose(changes_of(model, changed), lambda answering: answering.query("MATCH (n:Nothing) RETURN n.x +", {}))
    assert everything(engine, rows.model) == before
