"""`query` as it is typed: every format, where the query comes from, refusals, limits and their exit codes."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, run_apart

Run = Callable[..., Answer]
GAPS = (
    "MATCH (r:Responsibility {model: $model})-[:HAS_SLOT]->(s:Slot {name: 'accountable', says_none: true}) RETURN r.id"
)
pytestmark = pytest.mark.embedded


def test_a_question_is_answered_in_every_format(run: Run, folder: Path) -> None:
    told = run("query", folder, GAPS)
    assert told.code == 0, told.err
    assert "dredging" in told.out
    assert "1 row." in told.out
    assert "Not the organisation's own statement." in " ".join(told.out.split())
    body = json.loads(run("query", folder, GAPS, "--format", "json").out)
    assert (body["columns"], body["rows"], body["stopped"]) == (["r.id"], [["dredging"]], None)
    assert body["version"].startswith("harbour@")
    header, row = csv.reader(io.StringIO(run("query", folder, GAPS, "--format", "csv").out))
    assert (header[0], row[0]) == ("r.id", "dredging")
    assert "| dredging |" in run("query", folder, GAPS, "--format", "markdown").out


def test_values_stay_text_in_every_format(run: Run, folder: Path) -> None:
    hostile = "=1+1 | <b>x</b>\x1b[31m"
    query = ("query", folder, "WITH $t AS t RETURN t", "--param", f"t={hostile}", "--format")
    assert "'=1+1" in run(*query, "csv").out
    assert r"\<b\>" in run(*query, "markdown").out
    assert "\x1b" not in run(*query, "text").out
    assert json.loads(run(*query, "json").out)["rows"] == [[hostile]]


def test_a_query_from_a_file_and_from_standard_input(run: Run, folder: Path, tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "gaps.cypher"
    file.write_text(f"// which\n{GAPS};\n", encoding="utf-8-sig")
    assert "dredging" in run("query", folder, "--file", file).out
    monkeypatch.setattr("sys.stdin", io.StringIO(GAPS))
    assert "dredging" in run("query", folder, "-").out
    assert run("query", folder, "--file", tmp_path / "absent").code == 2
    file.write_bytes(b"\xff\xfe\x00")
    assert "cannot be read" in run("query", folder, "--file", file).err
    assert "give a model and one query" in run("query", folder, GAPS, "--file", file).err


def test_rows_end_at_the_limit_and_say_so(run: Run, folder: Path) -> None:
    answer = run("query", folder, "UNWIND range(1, 9) AS x RETURN x", "--limit-rows", "4")
    assert answer.code == 0
    assert "4 rows." in answer.out
    assert "Stopped at 4 rows: there are more." in answer.out


def test_a_query_that_takes_too_long_ends_with_4(run: Run, folder: Path) -> None:
    slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = 7 RETURN count(*)"
    answer = run("query", folder, slow, "--timeout", "0.5")
    assert answer.code == 4
    assert "stopped after 0.5 seconds" in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("MATCH (p:Post) DETACH DELETE p",), "DETACH is refused"),
        (("MATCH (p:Psot) RETURN p",), "query:1:10: there is no label 'Psot'"),
        (("RETURN 1", "--param", "model=x"), "$model is given already"),
        (("RETURN 1", "--param", "nothing"), "'nothing' is no parameter"),
        (("RETURN 1", "--param", "a=1", "--param", "a=2"), "given twice"),
        (("RETURN $a", "--param", "a=null"), "cannot be passed on"),
        (("RETURN 1", "--timeout", "0"), "no time limit"),
        (("RETURN 1", "--timeout", "nan"), "no time limit"),
        (("RETURN 1", "--limit-rows", "0"), "no limit of rows"),
        ((), "give a model and one query"),
    ],
)
def test_what_is_refused_ends_with_2_and_says_why(words: tuple[str, ...], said: str, run: Run, folder: Path) -> None:
    answer = run("query", folder, *words)
    assert answer.code == 2
    assert said in answer.err
    assert answer.out == ""


def test_refusals_as_json_have_their_place(run: Run, folder: Path) -> None:
    (problem,) = json.loads(run("query", folder, "MATCH (p:Psot) RETURN p", "--format", "json").out)["problems"]
    assert (problem["line"], problem["column"]) == (1, 10)


def test_examples_are_printed_without_a_model(run: Run) -> None:
    told = run("query", "--examples")
    assert told.code == 0
    assert "MATCH" in told.out
    ids = [example["id"] for example in json.loads(run("query", "--examples", "--format", "json").out)["examples"]]
    assert "gaps" in ids
    assert all(f"{ident}: " in told.out for ident in ids)


def test_nothing_stays_behind(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    done = run_apart("query", str(folder), GAPS)
    assert done.returncode == 0, done.stderr
    assert list(scratch.iterdir()) == []
