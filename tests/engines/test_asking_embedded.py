"""What people type, on the embedded engine: each wall with the attack that it is for, and what is read rightly."""

from __future__ import annotations

import hashlib
import json
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orgmodel.errors import EngineError
from orgmodel.graph import build_rows
from orgmodel.graph.asking import Limits, RefusedError, StoppedError, check_words, embedded
from orgmodel.graph.asking.embedded import EmbeddedAsker
from orgmodel.graph.asking.vocabulary import check_names
from orgmodel.use_cases import AskingDesk, list_examples, open_asking, open_model
from tests.engines import attacks

pytestmark = pytest.mark.embedded
SLOW = "MATCH (a:Slot),(b:Slot),(c:Slot) WHERE a.id + b.id = c.id RETURN count(*)"
QUICK = Limits(seconds=20)


@pytest.fixture(scope="module")
def desk() -> Iterator[AskingDesk]:
    """The example, with its invented people hidden, shared by every test here."""
    opened = open_asking(open_model("example"))
    assert isinstance(opened.asker, EmbeddedAsker)
    (file,) = opened.asker.folder.glob("graph*")
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    yield opened
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before, "an attack has changed the copy"
    opened.close()
    assert not file.parent.exists()


@pytest.fixture(scope="module")
def asker(desk: AskingDesk) -> EmbeddedAsker:
    """The process's side, without the walls before it."""
    assert isinstance(desk.asker, EmbeddedAsker)
    return desk.asker


@pytest.mark.parametrize("name", attacks.WORDS)
def test_words_refuse(name: str) -> None:
    query, said = attacks.WORDS[name]
    with pytest.raises(RefusedError) as refused:
        check_names(query, check_words(query))
    assert said in str(refused.value.problem)


@pytest.mark.parametrize("name", attacks.EMBEDDED)
def test_the_process_refuses_by_itself(name: str, asker: EmbeddedAsker, tmp_path: Path) -> None:
    query, said = attacks.EMBEDDED[name]
    with pytest.raises(RefusedError) as refused:
        asker.ask(query.format(folder=tmp_path), {}, QUICK)
    assert said in str(refused.value.problem)
    assert list(tmp_path.iterdir()) == []


def test_a_question_is_answered_with_what_is_in_the_model(desk: AskingDesk) -> None:
    posts = build_rows(desk.opened.model).nodes["Post"]
    asked = desk.ask("MATCH (p:Post {model: $model}) RETURN p.id AS id, p.title AS title;", limits=QUICK)
    assert asked.answer.columns == ("id", "title")
    assert sorted(asked.answer.rows) == sorted((row["id"], row["title"]) for row in posts)
    assert asked.answer.stopped == ""


@pytest.mark.parametrize("name", [example.id for example in list_examples()])
def test_the_examples_run(name: str, desk: AskingDesk) -> None:
    (query,) = (example.query for example in list_examples() if example.id == name)
    assert desk.ask(query, limits=QUICK).answer.rows


def test_what_is_typed_sees_no_people_and_says_how_many_there_are(desk: AskingDesk) -> None:
    rows = build_rows(desk.opened.model)
    names = [row["title"] for row in rows.nodes["Person"]]
    many = Limits(seconds=60, rows=100_000)
    seen = [desk.ask(query, limits=many) for query in ("MATCH (n) RETURN n", "MATCH (a)-[r]->(b) RETURN r")]
    assert all(not asked.answer.stopped and asked.answer.rows for asked in seen)
    told = json.dumps([asked.answer.rows for asked in seen])
    assert names
    assert [name for name in names if name in told] == []
    assert f"Person {len(names)}" in str(seen[0].hidden)
    assert "not absent" in str(seen[0].hidden)


def test_a_parameter_is_a_value_and_never_a_part_of_the_query(desk: AskingDesk) -> None:
    hostile = "x' RETURN 1; MATCH (p) DETACH DELETE p //"
    asked = desk.ask("WITH $name AS name RETURN name", {"name": hostile}, QUICK)
    assert asked.answer.rows == ((hostile,),)
    assert desk.ask("UNWIND $ids AS i RETURN i", {"ids": [1, 2]}, QUICK).answer.rows == ((1,), (2,))


@pytest.mark.parametrize("value", [None, {"a": 1}, [1, "a"], [None], [[1]], 2**70, object()])
def test_a_parameter_of_a_wrong_kind_is_refused(value: Any, desk: AskingDesk) -> None:
    with pytest.raises(Exception, match="'n' has a value that cannot be passed on"):
        desk.ask("RETURN $n", {"n": value})


def test_a_parameter_of_a_wrong_kind_for_its_place_is_said(desk: AskingDesk) -> None:
    with pytest.raises(RefusedError, match="must be a non-negative integer"):
        desk.ask("MATCH (p:Post) RETURN p.id LIMIT $n", {"n": "x"}, QUICK)
    with pytest.raises(RefusedError, match=r"\$n has no value"):
        desk.ask("MATCH (p:Post) RETURN p.id LIMIT $n", {}, QUICK)
    with pytest.raises(Exception, match="given already"):
        desk.ask("RETURN $model", {"model": "another@1"})


def test_a_query_that_cannot_be_read_says_where(desk: AskingDesk) -> None:
    with pytest.raises(RefusedError) as refused:
        desk.ask("MATCH (p:Post\n  RETURN p", limits=QUICK)
    assert str(refused.value.problem).startswith("query:2:3: the query cannot be read from 'RETURN p' on")
    with pytest.raises(RefusedError, match="nothing is called 'q' here"):
        desk.ask("MATCH (p:Post) RETURN q", limits=QUICK)
    with pytest.raises(RefusedError, match="what it is asked of has no property 'author'"):
        desk.ask("MATCH (p:Post) RETURN p.author", limits=QUICK)


def test_a_query_that_takes_too_long_is_ended_and_the_next_is_answered(
    desk: AskingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def note(*words: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(real(*words, **options))
        assert options["env"].keys() <= {"SYSTEMROOT"}
        assert list(Path(options["cwd"]).iterdir()) == []
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", note)
    began = time.monotonic()
    with pytest.raises(StoppedError, match="stopped after 1 seconds"):
        desk.ask(SLOW, limits=Limits(seconds=1))
    assert time.monotonic() - began < 30
    assert started[0].poll() is not None
    assert desk.ask("RETURN 1", limits=QUICK).answer.rows == ((1,),)


def test_no_more_than_some_are_asked_at_once_and_a_place_is_given_back(
    desk: AskingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "SECONDS_TO_WAIT", 0.1)
    monkeypatch.setattr(desk.asker, "_room", threading.BoundedSemaphore(1))
    for _ in range(2):
        with pytest.raises(RefusedError):
            desk.ask("MATCH (p:Post) RETURN q", limits=QUICK)
    with desk.asker._place(), pytest.raises(EngineError, match="too many questions"):  # type: ignore[attr-defined]
        desk.ask("RETURN 1", limits=QUICK)
    assert desk.ask("RETURN 1", limits=QUICK).answer.rows == ((1,),)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a:Post)-[:REPORTS_TO*]-(b) RETURN count(*)",
        "MATCH p = (a)-[*1..30]-(b) RETURN p",
        "RETURN repeat('x', 1000000000) AS x",
        "UNWIND range(1, 1000000) AS x RETURN repeat('x', 100000) AS x",
    ],
)
def test_what_has_no_end_or_no_size_is_stopped(query: str, desk: AskingDesk) -> None:
    with pytest.raises(StoppedError):
        desk.ask(query, limits=Limits(seconds=2))


def test_an_answer_ends_at_the_limit_of_rows_or_bytes(desk: AskingDesk) -> None:
    product = desk.ask("MATCH (a:Slot), (b:Slot), (c:Slot) RETURN a.id, b.id, c.id", limits=Limits(rows=7, seconds=20))
    assert len(product.answer.rows) == 7
    assert product.answer.stopped == "stopped at 7 rows: there are more"
    exactly = desk.ask("UNWIND range(1, 7) AS x RETURN x", limits=Limits(rows=7, seconds=20)).answer
    assert (len(exactly.rows), exactly.stopped) == (7, "")
    wide = desk.ask("UNWIND range(1, 50) AS x RETURN repeat('x', 100000) AS x", limits=Limits(size=2**20, seconds=20))
    assert len(wide.answer.rows) == 10  # ten times 100,000 characters and a little is below 2^20, eleven times is not
    assert "larger than 1 MB" in wide.answer.stopped
    with pytest.raises(StoppedError, match="one row of the answer is larger than 1 MB"):
        desk.ask("RETURN repeat('x', 2000000) AS x", limits=Limits(size=2**20, seconds=20))
