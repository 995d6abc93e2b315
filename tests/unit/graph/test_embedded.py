"""The embedded engine: bounded, replaced whole by the next version, and as it was when a load fails."""

import contextlib
import resource
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from orgmodel.errors import EngineError
from orgmodel.graph import LABELS, RELATIONSHIPS, Rows, build_rows
from orgmodel.graph.embedded import EmbeddedEngine, table_statements
from tests.unit.graph.building import model, post

pytestmark = pytest.mark.embedded

POSTS = "MATCH (p:Post {model: $model}) RETURN p.id AS id"
NODES = "MATCH (n) RETURN DISTINCT n.model AS model"


@pytest.fixture
def engine() -> Iterator[EmbeddedEngine]:
    """An empty engine."""
    with contextlib.closing(EmbeddedEngine()) as opened:
        yield opened


def rows_with(*posts: str, ident: str = "small") -> Rows:
    """The rows of a model with these posts."""
    return build_rows(model(about={"id": ident}, posts=[post(name, in_unit=[{"who": "org"}]) for name in posts]))


def found(engine: EmbeddedEngine, key: str) -> set[str]:
    """The ids of the posts of a version."""
    return {row[0] for row in engine.query(POSTS, {"model": key}).rows}


def test_a_load_makes_the_version_current_and_says_what_it_wrote(engine: EmbeddedEngine) -> None:
    rows = rows_with("a", "b")
    told: list[tuple[int, int]] = []
    loaded = engine.load(rows, lambda done, total: told.append((done, total)))
    assert (loaded.model, loaded.written) == (rows.model, True)
    assert loaded.nodes + loaded.relationships == rows.count
    assert told == [(rows.count, rows.count)]
    assert engine.current("small") == rows.model
    assert engine.current("another") is None


def test_loading_the_same_again_writes_nothing(engine: EmbeddedEngine) -> None:
    engine.load(rows_with("a"))
    assert not engine.load(rows_with("a")).written


def test_the_next_version_replaces_the_one_before_and_leaves_other_models(engine: EmbeddedEngine) -> None:
    other, first, second = rows_with("x", ident="other"), rows_with("a"), rows_with("a", "b")
    for rows in (other, first, second):
        engine.load(rows)
    assert found(engine, second.model) == {"a", "b"}
    assert found(engine, other.model) == {"x"}
    assert {row[0] for row in engine.query(NODES, {}).rows} == {other.model, second.model}


def test_several_models_are_loaded_at_once(engine: EmbeddedEngine) -> None:
    many = [rows_with("a"), rows_with("x", ident="other")]
    engine.load(many[0])
    assert [loaded.written for loaded in engine.load_many(many)] == [False, True]
    assert [found(engine, rows.model) for rows in many] == [{"a"}, {"x"}]


def test_a_model_loaded_alone_lets_go_of_the_others(engine: EmbeddedEngine) -> None:
    kept, other = rows_with("a"), rows_with("x", ident="other")
    engine.load_many([kept, other])
    assert not engine.load_alone(kept).written
    assert (engine.current(kept.id), engine.current("other")) == (kept.model, None)
    assert {row[0] for row in engine.query(NODES, {}).rows} == {kept.model}
    assert engine.load_alone(other).written
    assert engine.current(kept.id) is None


def test_a_load_that_fails_leaves_the_version_before(engine: EmbeddedEngine) -> None:
    first, broken = rows_with("a"), rows_with("a", "b")
    engine.load(first)
    broken.relationships[("IN_UNIT", "Post", "Unit")][0]["end"] = "nobody"
    with pytest.raises(EngineError, match="could not load small; nothing was changed") as raised:
        engine.load(broken)
    assert raised.value.exit_code == 4
    assert engine.current("small") == first.model
    assert found(engine, first.model) == {"a"}
    whole = rows_with("a", "b")
    engine.load(whole)
    assert found(engine, whole.model) == {"a", "b"}


def test_two_things_of_one_key_are_refused(engine: EmbeddedEngine) -> None:
    broken = rows_with("a")
    broken.nodes["Post"].append(broken.nodes["Post"][0])
    with pytest.raises(EngineError, match="could not load small"):
        engine.load(broken)
    assert engine.current("small") is None


@pytest.mark.parametrize("cypher", ["RETRUN 1", "MATCH (n:NoSuch) RETURN n", "RETURN 1 AS one; RETURN 2 AS two"])
def test_a_query_that_makes_no_sense_is_an_error_of_the_engine(engine: EmbeddedEngine, cypher: str) -> None:
    with pytest.raises(EngineError, match="the embedded engine refused a query"):
        engine.query(cypher, {"model": "x"})


def test_several_statements_are_refused_with_parameters_or_without(engine: EmbeddedEngine) -> None:
    for parameters in ({}, {"model": "x"}):
        with pytest.raises(EngineError, match="refused"):
            engine.query("MATCH (n:Unit) RETURN n.id AS id; MATCH (n:Post) RETURN n.id AS id", parameters)


def test_many_threads_share_an_engine_while_versions_change(engine: EmbeddedEngine) -> None:
    versions = [rows_with(*(f"p{number}" for number in range(size))) for size in (3, 5, 7)]
    sizes = {rows.model: len(rows.nodes["Post"]) for rows in versions}
    engine.load(versions[0])
    wrong: list[object] = []

    def read() -> None:
        for _ in range(30):
            rows = engine.query("MATCH (p:Post) RETURN p.model AS model, count(p) AS many", {}).rows
            if [sizes[key] for key, _ in rows] != [many for _, many in rows] or len(rows) != 1:
                wrong.append(rows)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for rows in versions[1:]:
        engine.load(rows)
    for thread in threads:
        thread.join()
    assert wrong == []


def test_many_engines_and_reloads_stay_within_bounds() -> None:
    """Without bounds each database would reserve most of the memory; twelve reloads must not add up either."""
    with contextlib.closing(EmbeddedEngine()) as first, contextlib.closing(EmbeddedEngine()) as second:
        first.load(rows_with("a"))
        second.load(rows_with("a"))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number in range(12):
            first.load(rows_with("a", f"b{number}"))
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 1_000_000, f"{grown} KiB"


def test_every_label_and_relationship_has_its_table() -> None:
    statements = "\n".join(table_statements())
    assert all(f"CREATE NODE TABLE {label}(" in statements for label in LABELS)
    assert all(f"CREATE REL TABLE {type_}(" in statements for type_ in RELATIONSHIPS)


def test_it_says_what_it_is(engine: EmbeddedEngine) -> None:
    assert engine.describe().startswith("embedded LadybugDB 0.")


def test_many_different_queries_do_not_fill_the_memory() -> None:
    """Whatever a query took is given back with its answer; a long one takes tens of MiB."""
    text = (Path(__file__).parents[3] / "queries" / "findings" / "handoff-gap.cypher").read_text(encoding="utf-8")
    engine = EmbeddedEngine(memory_mib=256)
    engine.load(build_rows(model(posts=[post("a")])))
    for number in range(12):
        assert engine.query(f"{text}\n// {number}", {"model": "m", "passes": True, "missing": 1}).rows == ()
    engine.close()
