"""`who`, `sources`, `recommendations`, `diff`, `init`, and `check` without something, as they are typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, run_apart

Run = Callable[..., Answer]


def test_who_by_title_says_who_and_who_not(run: Run, folder: Path) -> None:
    answer = run("who", folder, "Dredging")
    assert answer.code == 0
    assert "nobody or nothing: the source says so" in answer.out
    assert "an invented review" in answer.out
    assert "not stated for that day" in run("who", folder, "Pilotage", "--on", "2019-01-01").out
    assert run("who", folder, "chief").code == 2
    assert run("who", folder, "dregding").err.count("dredging") == 1


def test_sources_and_facts_in_every_format(run: Run, folder: Path) -> None:
    for words in ((), ("--facts",)):
        for format_ in ("text", "json", "csv", "markdown"):
            assert run("sources", folder, *words, "--format", format_).code == 0
    facts = json.loads(run("sources", folder, "--facts", "--format", "json").out)["rows"]
    assert {"dredging", "pilotage"} <= {fact["thing"] for fact in facts}


def test_recommendations_of_a_model_without_any(run: Run, folder: Path) -> None:
    assert "has no recommendation" in run("recommendations", folder).out


def test_diff_names_what_only_one_speaks_of(run: Run, folder: Path) -> None:
    assert "The two are the same." in run("diff", folder, folder).out
    rows = json.loads(run("diff", folder, "example", "--format", "json").out)["rows"]
    assert ("only before", "dredging") in {(row["kind"], row["id"]) for row in rows}


@pytest.mark.embedded
def test_check_without_a_source_says_what_falls(run: Run, folder: Path) -> None:
    lists = (folder / "lists.yaml").read_text()
    cited = lists.replace("{state: none}", "{state: none, cites: [review#1]}")
    (folder / "lists.yaml").write_text(
        cited + "sources: [{id: review, title: Review, author: Nobody, paragraphs: 2}]\n"
    )
    answer = run("check", folder, "--without-source", "review")
    assert answer.code == 0, answer.err
    assert "Falls: we would not know. Dredging" in answer.out
    assert "Stands. Dredging" in run("check", folder, "--without-judgements").out
    assert "Its sources: review" in run("check", folder, "--without-source", "reveiw").err


def test_init_writes_a_model_that_checks_and_keeps_people_out_of_git(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "my-office"
    names = ("--organisation", 'The "Big": Office', "--account-of", "us & them", "--head", "{Chief}")
    assert run("init", mine, *names).code == 0
    assert run("check", mine).code == 0
    assert "/people/" in (mine / ".gitignore").read_text()
    again = run("init", mine, *names)
    assert again.code == 2
    assert "not empty" in again.err


def test_init_asks_nobody_where_nobody_is(tmp_path: Path) -> None:
    done = run_apart("init", str(tmp_path / "x"))
    assert done.returncode == 2
    assert "--organisation" in done.stderr
    assert not (tmp_path / "x").exists()
