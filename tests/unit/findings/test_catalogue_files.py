"""What is said of findings' files that are not whole: every problem, in words, with the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from orgmodel.errors import CatalogueError, Problem
from orgmodel.findings import load_catalogue
from tests.unit.findings.building import FRONT

QUERY = "MATCH (u:Unit {model: $model}) RETURN u.key AS unit, [] AS heads, 'pass' AS verdict, [u.key] AS evidence\n"


def write(folder: Path, front: dict[str, Any] | str, name: str = "unit-has-a-head.cypher", query: str = QUERY) -> None:
    text = front if isinstance(front, str) else yaml.safe_dump(front, sort_keys=False)
    (folder / name).write_text(f"/*\n{text.strip()}\n*/\n{query}", encoding="utf-8")


def problems(*folders: Path) -> list[Problem]:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folders)
    return list(caught.value.problems)


def test_a_whole_file_is_found_without_being_registered(tmp_path: Path) -> None:
    write(tmp_path, FRONT)
    (tmp_path / "README.md").write_text("Not a finding.", encoding="utf-8")
    [finding] = load_catalogue([tmp_path, tmp_path / "not-there"])
    assert finding.id == "unit-has-a-head"
    assert finding.identity == ("unit",)
    assert finding.query == QUERY
    assert finding.word("fail") == "Finding"


def test_no_front_matter(tmp_path: Path) -> None:
    (tmp_path / "bare.cypher").write_text(QUERY, encoding="utf-8")
    [problem] = problems(tmp_path)
    assert str(problem) == (
        "bare.cypher:1:1: the finding has no front matter\n"
        "    Begin the file with /* on a line, the YAML, and */ on a line; then write the query."
    )


def test_front_matter_without_a_query(tmp_path: Path) -> None:
    write(tmp_path, FRONT, query="")
    assert problems(tmp_path)[0].what == "the finding has no front matter"


def test_front_matter_that_is_not_yaml(tmp_path: Path) -> None:
    write(tmp_path, "title: Has it a head?\ncolumns: {unit: [")
    [problem] = problems(tmp_path)
    assert problem.what == "the front matter is not YAML"
    assert problem.place.file == "unit-has-a-head.cypher"
    assert problem.place.line == 3


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "old.cypher").write_bytes("/*\ntitle: Café?\n*/\nRETURN 1".encode("latin-1"))
    [problem] = problems(tmp_path)
    assert problem.what == "the file is not UTF-8 text"
    assert problem.hint == "Save it as UTF-8."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"why": None}, "why: Input should be a valid string"),
        ({"severity": "dreadful"}, "severity: Input should be 'high', 'medium', 'low' or 'info'"),
        ({"colour": "red"}, "'colour' is not a key that a finding has"),
        ({"columns": {"verdict": {"type": "text", "heading": "V", "identifies": True}}, "says": {}},
         "front matter: 'verdict' is a column that every finding has; do not declare it"),
        ({"columns": {"unit": {"type": "key", "heading": "Unit"}}, "says": {}},
         "front matter: no column has 'identifies: true', so that a row could not be told from another"),
        ({"order": ["-size"]}, "front matter: 'order' names the column 'size', which is not declared"),
        ({"says": {"fail": "{unit} is below {manager}."}},
         "front matter: 'says.fail' names the column 'manager', which is not declared"),
        ({"says": {"fail": "{unit"}}, "front matter: expected '}' before end of string"),
    ],
)  # fmt: skip
def test_front_matter_that_is_not_whole(tmp_path: Path, change: dict[str, Any], words: str) -> None:
    write(tmp_path, {**FRONT, **change})
    [problem] = problems(tmp_path)
    assert problem.what == words
    assert problem.hint == "See queries/README.md for the form."


def test_what_is_missing(tmp_path: Path) -> None:
    write(tmp_path, {key: value for key, value in FRONT.items() if key not in ("title", "population")})
    assert [problem.what for problem in problems(tmp_path)] == ["'population' is missing", "'title' is missing"]


def test_a_file_name_that_is_no_id(tmp_path: Path) -> None:
    write(tmp_path, FRONT, name="Unit Has A Head.cypher")
    assert problems(tmp_path)[0].what == "'id' must be words of small letters and digits, joined by hyphens"


def test_the_same_finding_in_two_folders(tmp_path: Path) -> None:
    for folder in (tmp_path / "shipped", tmp_path / "own"):
        folder.mkdir()
        write(folder, FRONT)
    [problem] = problems(tmp_path / "shipped", tmp_path / "own")
    assert problem.what == "two findings have the id 'unit-has-a-head'"


def test_the_problems_of_every_file_come_at_once(tmp_path: Path) -> None:
    write(tmp_path, {**FRONT, "version": "new"}, name="one.cypher")
    (tmp_path / "two.cypher").write_text("RETURN 1", encoding="utf-8")
    assert {problem.place.file for problem in problems(tmp_path)} == {"one.cypher", "two.cypher"}


def test_what_a_row_belongs_to_is_a_column_that_holds_ids(tmp_path: Path) -> None:
    write(tmp_path, {**FRONT, "belongs": ["unit", "heads"]})
    [finding] = load_catalogue([tmp_path])
    assert finding.about.belongs == ("unit", "heads")
    write(tmp_path, {**FRONT, "belongs": ["nowhere"]})
    [problem] = problems(tmp_path)
    assert "'belongs' names 'nowhere', which is no column of type 'key' or 'keys'" in problem.what
