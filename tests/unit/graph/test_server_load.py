"""The steps of a load, against a stand-in for the server that can be cut at any of them."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest

from orgmodel.errors import EngineError
from orgmodel.graph import LABELS, build_rows
from orgmodel.graph.server_errors import ConnectionLostError
from orgmodel.graph.server_load import Run, VersionLoader
from orgmodel.graph.server_statements import FLIP, LOCK, RELEASE, RENEW, TAKE, batches, schema_statements
from tests.unit.graph.building import model, post

T = TypeVar("T")
LOST = ConnectionLostError("the connection to the server was lost")
UNKNOWN = ConnectionLostError("the connection to the server was lost", unknown_outcome=True)


class Script:
    """Stands in for a server: notes the statements of each transaction, and raises in the transaction asked for."""

    def __init__(self, current: str | None = None, fail_at: int = 0, error: Exception = LOST) -> None:
        self.transactions: list[list[str]] = []
        self._current, self._fail_at, self._error = current, fail_at, error

    def __call__(self, work: Callable[[Run], T]) -> T:
        self.transactions.append([])
        outcome = work(self._run)
        if len(self.transactions) == self._fail_at:
            raise self._error
        return outcome

    def _run(self, cypher: str, values: dict[str, Any]) -> list[dict[str, Any]]:
        self.transactions[-1].append(cypher)
        if cypher == TAKE:
            return [{"taken": True, "current": self._current, "previous": None, "versions": ["small@old"]}]
        counted = "deleted" if "deleted" in cypher else "created"
        return [{counted: len(values.get("rows", ()))}]


@pytest.fixture
def rows() -> Iterator[Any]:
    """The rows of a small model."""
    return build_rows(model(posts=[post("a", in_unit=[{"who": "org"}]), post("b", reports_to=[{"who": "a"}])]))


def load(rows: Any, script: Script) -> bool:
    """Load in batches of twenty rows."""
    return VersionLoader(script, rows, lease_seconds=30, batch=20).load()


def test_every_writing_transaction_takes_the_lock_and_checks_the_lease_before_it_writes(rows: Any) -> None:
    script = Script()
    assert load(rows, script)
    first, *held, last = script.transactions
    assert first == [LOCK, TAKE]
    assert last == [LOCK, FLIP]
    assert len(held) > 2
    for statements in held:
        assert statements[:2] == [LOCK, RENEW]
        assert statements[-1] == RENEW


def test_nothing_is_written_when_somebody_made_the_same_version_current_in_the_meantime(rows: Any) -> None:
    script = Script(current=rows.model)
    assert not load(rows, script)
    assert script.transactions == [[LOCK, TAKE], [RELEASE]]


def test_a_connection_that_is_lost_says_that_nothing_is_half_done_wherever_it_happens(rows: Any) -> None:
    whole = Script()
    load(rows, whole)
    for step in range(2, len(whole.transactions) + 1):
        with pytest.raises(EngineError, match="Nothing is half done: readers still see small@before") as raised:
            load(rows, Script("small@before", fail_at=step))
        assert "Load again" in raised.value.problem.hint


def test_a_flip_whose_outcome_is_unknown_says_that_readers_see_one_or_the_other(rows: Any) -> None:
    whole = Script()
    load(rows, whole)
    with pytest.raises(EngineError, match=f"readers see either small@before or {rows.model}"):
        load(rows, Script("small@before", len(whole.transactions), UNKNOWN))
    with pytest.raises(EngineError, match="readers still see small@before"):
        load(rows, Script("small@before", len(whole.transactions) - 1, UNKNOWN))


def test_a_model_that_has_no_version_yet_is_told_so(rows: Any) -> None:
    with pytest.raises(EngineError, match="readers see no version of 'small' yet"):
        load(rows, Script(fail_at=3))


def test_any_other_failure_gives_the_lease_back(rows: Any) -> None:
    script = Script(fail_at=3, error=EngineError("refused"))
    with pytest.raises(EngineError, match="refused"):
        load(rows, script)
    assert script.transactions[-1] == [RELEASE]


@pytest.mark.parametrize("most", [1, 2, 7, 20, 1000])
def test_batches_hold_every_row_once_nodes_first_and_never_more_than_asked(rows: Any, most: int) -> None:
    made = list(batches(rows, most))
    sizes = [sum(len(chunk) for _, chunk in batch) for batch in made]
    assert sum(sizes) == rows.count
    assert all(size == most for size in sizes[:-1])
    assert 0 < sizes[-1] <= most
    relates = ["MATCH" in statement for batch in made for statement, _ in batch]
    assert relates == sorted(relates)


def test_what_is_sent_is_in_the_order_of_the_schema_with_decimals_for_numbers(rows: Any) -> None:
    rows.nodes["Post"][0]["fte"] = 1
    (statement, sent) = next(chunk for batch in batches(rows, 100) for chunk in batch if "(n:Post " in chunk[0])
    place = list(LABELS["Post"]).index("fte")
    assert f"fte: row[{place}]" in statement
    assert [len(values) for values in sent] == [len(LABELS["Post"])] * 2
    assert (sent[0][place], type(sent[0][place]), sent[1][place]) == (1.0, float, None)


def test_each_label_has_a_constraint_and_an_index_with_names_of_their_own() -> None:
    statements = schema_statements()
    assert (
        "CREATE CONSTRAINT orgmodel_post_key IF NOT EXISTS FOR (n:Post) REQUIRE n.key IS UNIQUE" in statements.values()
    )
    assert "CREATE INDEX orgmodel_post_model IF NOT EXISTS FOR (n:Post) ON (n.model)" in statements.values()
    assert all(name in statement for name, statement in statements.items())
