"""How versions live on a server: loaded whole or not at all, side by side, by one loader at a time."""

import threading
import time
from collections.abc import Iterator

import pytest
from neo4j import Driver, GraphDatabase

from orgmodel.errors import EngineError
from orgmodel.graph import LABELS, Rows
from orgmodel.graph.server import ServerEngine
from orgmodel.graph.server_address import Login
from orgmodel.graph.server_statements import LOCK, TAKE, schema_statements
from tests.engines.building import count_all, expected_counts, organisation, rows_of, rows_under
from tests.neo4j_server import Neo4jServer

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    """The server itself, to see what an engine does not show."""
    with GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as opened:
        yield opened


@pytest.fixture(scope="module")
def hasty(neo4j_server: Neo4jServer) -> Iterator[ServerEngine]:
    """An engine of small batches and a short lease, so that a load takes several transactions."""
    engine = ServerEngine(neo4j_server.uri, Login(*neo4j_server.auth), lease_seconds=1, batch=100)
    yield engine
    engine.close()


def versions_on(driver: Driver, model_id: str) -> set[str]:
    """Every version of which a node exists."""
    found: set[str] = set()
    for label in LABELS:
        cypher = f"MATCH (n:{label}) WHERE n.model STARTS WITH $begins RETURN collect(DISTINCT n.model) AS models"
        found |= set(driver.execute_query(cypher, begins=f"{model_id}@").records[0]["models"])
    return found


def pointer(driver: Driver, model_id: str) -> dict[str, object]:
    """The Model node."""
    return dict(driver.execute_query("MATCH (m:Model {id: $id}) RETURN m", id=model_id).records[0]["m"])


def take_lease(driver: Driver, model_id: str, milliseconds: int) -> None:
    """Take the lease as another loader would, and leave it."""
    lease = {"id": model_id, "token": "another", "milliseconds": milliseconds, "holder": "ada@elsewhere, process 7"}
    with driver.session() as session, session.begin_transaction() as transaction:
        transaction.run(LOCK, lease)
        assert transaction.run(TAKE, lease).single(strict=True)["taken"]
        transaction.commit()


def test_constraints_and_indexes_are_made_once(
    server: ServerEngine, hasty: ServerEngine, driver: Driver, model_id: str
) -> None:
    server.load(rows_of(model_id, 2))
    names = driver.execute_query(
        "SHOW INDEXES YIELD name, state RETURN collect(name) AS names, collect(state) AS states"
    )
    assert set(schema_statements()) <= set(names.records[0]["names"])
    assert set(names.records[0]["states"]) == {"ONLINE"}
    hasty.load(rows_of(model_id, 3))
    after = driver.execute_query("SHOW INDEXES YIELD name RETURN count(name) AS many").records[0]["many"]
    assert after == len(names.records[0]["names"])


def test_a_model_that_nobody_loaded_has_no_version(server: ServerEngine) -> None:
    assert server.current("never-loaded") is None


def test_loading_the_same_again_writes_nothing(server: ServerEngine, driver: Driver, model_id: str) -> None:
    rows = rows_of(model_id, 20)
    first = server.load(rows)
    before = pointer(driver, model_id)
    second = server.load(rows)
    assert (first.written, second.written) == (True, False)
    assert (first.model, first.nodes, first.relationships) == (second.model, second.nodes, second.relationships)
    assert first.nodes + first.relationships == rows.count
    assert pointer(driver, model_id) == before
    assert count_all(server, rows.model) == expected_counts(rows)


def test_the_version_before_stays_and_older_ones_are_cleared(
    hasty: ServerEngine, driver: Driver, model_id: str
) -> None:
    loads = [rows_of(model_id, posts) for posts in (10, 20, 30, 40)]
    for rows in loads:
        hasty.load(rows)
        assert hasty.current(model_id) == rows.model
    assert pointer(driver, model_id)["previous"] == loads[2].model
    assert count_all(hasty, loads[2].model) == expected_counts(loads[2])
    assert count_all(hasty, loads[3].model) == expected_counts(loads[3])
    assert loads[0].model not in versions_on(driver, model_id)


def test_going_back_to_the_version_before_only_turns_the_pointer(
    hasty: ServerEngine, driver: Driver, model_id: str
) -> None:
    first, second = rows_of(model_id, 10), rows_of(model_id, 20)
    hasty.load(first)
    hasty.load(second)
    told: list[tuple[int, int]] = []
    assert hasty.load(first, lambda done, total: told.append((done, total))).written
    assert told == []
    assert hasty.current(model_id) == first.model
    assert pointer(driver, model_id)["previous"] == second.model
    assert count_all(hasty, first.model) == expected_counts(first)


def test_progress_ends_at_the_number_of_rows(hasty: ServerEngine, model_id: str) -> None:
    rows = rows_of(model_id, 30)
    told: list[tuple[int, int]] = []
    hasty.load(rows, lambda done, total: told.append((done, total)))
    assert told[-1] == (rows.count, rows.count)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len(told) == -(-rows.count // 100)


def test_models_side_by_side_do_not_leak(hasty: ServerEngine, model_id: str) -> None:
    option = rows_under(organisation(model_id, 13), f"{model_id}+merge")
    loads = [rows_of(model_id, 5), rows_of(f"{model_id}-b", 9), option]
    for rows in loads:
        hasty.load(rows)
    for rows in loads:
        assert hasty.current(rows.id) == rows.model
        assert count_all(hasty, rows.model) == expected_counts(rows)


def test_a_held_lease_refuses_a_second_loader_and_says_who_and_since_when(
    server: ServerEngine, driver: Driver, model_id: str
) -> None:
    first = rows_of(model_id, 3)
    server.load(first)
    take_lease(driver, model_id, 60_000)
    with pytest.raises(EngineError) as raised:
        server.load(rows_of(model_id, 4))
    problem = raised.value.problem
    assert f"'{model_id}' is being loaded by ada@elsewhere, process 7, since 20" in problem.what
    assert "its lease ends by itself within" in problem.hint
    assert raised.value.exit_code == 4
    assert server.current(model_id) == first.model
    assert pointer(driver, model_id)["lease"] == "another"
    server.load(rows_of(f"{model_id}-other", 2))


def test_a_stale_lease_is_taken_over(server: ServerEngine, driver: Driver, model_id: str) -> None:
    server.load(rows_of(model_id, 3))
    take_lease(driver, model_id, 200)
    time.sleep(0.3)
    rows = rows_of(model_id, 4)
    assert server.load(rows).written
    assert server.current(model_id) == rows.model
    assert "lease" not in pointer(driver, model_id)


def test_a_loader_that_slept_past_its_lease_writes_nothing_more(
    hasty: ServerEngine, driver: Driver, model_id: str
) -> None:
    first, second = rows_of(model_id, 3), rows_of(model_id, 40)
    hasty.load(first)

    def sleep_at_first_batch(done: int, total: int) -> None:
        if done == 100:
            time.sleep(1.2)
            take_lease(driver, model_id, 60_000)

    with pytest.raises(EngineError, match="made no progress for 1 seconds, and another load took over"):
        hasty.load(second, sleep_at_first_batch)
    assert hasty.current(model_id) == first.model
    assert count_all(hasty, second.model) != expected_counts(second)
    assert pointer(driver, model_id)["lease"] == "another"


def test_of_many_loaders_at_once_one_loads_and_the_others_are_refused(hasty: ServerEngine, model_id: str) -> None:
    loads = [rows_of(model_id, posts) for posts in (60, 61, 62, 63)]
    start = threading.Barrier(len(loads))
    written: list[str] = []
    refused: list[str] = []

    def load(rows: Rows) -> None:
        start.wait()
        try:
            written.append(hasty.load(rows).model)
        except EngineError as error:
            refused.append(str(error))

    threads = [threading.Thread(target=load, args=(rows,)) for rows in loads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert written
    assert len(written) + len(refused) == len(loads)
    assert all("is being loaded by" in text for text in refused)
    current = next(rows for rows in loads if rows.model == hasty.current(model_id))
    assert current.model in written
    assert count_all(hasty, current.model) == expected_counts(current)


def test_a_load_that_fails_leaves_the_version_before_and_gives_the_lease_back(
    hasty: ServerEngine, driver: Driver, model_id: str
) -> None:
    first, broken = rows_of(model_id, 10), rows_of(model_id, 11)
    hasty.load(first)
    ends = ("REPORTS_TO", "Post", "Post")
    broken.relationships[ends][3]["end"] = "nobody"
    with pytest.raises(EngineError, match="1 of 10 rows have an end that does not exist"):
        hasty.load(broken)
    assert hasty.current(model_id) == first.model
    assert "lease" not in pointer(driver, model_id)
    assert count_all(hasty, first.model) == expected_counts(first)
    whole = rows_of(model_id, 11)
    assert whole.model == broken.model
    assert hasty.load(whole).written
    assert count_all(hasty, whole.model) == expected_counts(whole)


def test_two_things_of_one_key_are_refused(hasty: ServerEngine, model_id: str) -> None:
    broken = rows_of(model_id, 4)
    broken.nodes["Post"].append(broken.nodes["Post"][0])
    with pytest.raises(EngineError, match="refused a row whose key exists already"):
        hasty.load(broken)
    assert hasty.current(model_id) is None


def test_an_interruption_by_the_user_gives_the_lease_back(hasty: ServerEngine, driver: Driver, model_id: str) -> None:
    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    rows = rows_of(model_id, 40)
    with pytest.raises(KeyboardInterrupt):
        hasty.load(rows, interrupt)
    assert hasty.current(model_id) is None
    assert "lease" not in pointer(driver, model_id)
    assert hasty.load(rows).written
