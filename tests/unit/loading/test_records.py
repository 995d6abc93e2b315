from pathlib import Path

import pytest

from tests.unit.loading.building import problems

HINT = "Give one of the two another id: ids are unique in a model."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "posts: [{id: chief, title: Chief}]",
            ("1:14: the id 'chief' is used twice: here for a post, and for a post at tiny/base.yaml:8:8"),
        ),
        (
            "people: [{id: office, title: Office}]",
            ("1:15: the id 'office' is used twice: here for a person, and for a unit at tiny/base.yaml:6:8"),
        ),
        (
            "principles: [{id: low, title: Low}]",
            ("1:19: the id 'low' is used twice: here for a principle, and for a grade at tiny/base.yaml:3:40"),
        ),
        (
            "units: [{id: report, title: R, kind: team}]",
            ("1:14: the id 'report' is used twice: here for a unit, and for a source at tiny/base.yaml:2:8"),
        ),
        (
            "processes: [{id: p, title: P, stages: [{id: p, title: S}]}]",
            ("1:45: the id 'p' is used twice: here for a stage, and for a process at tiny/more.yaml:1:18"),
        ),
    ],
)
def test_an_id_that_is_used_twice(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text) == [f"tiny/more.yaml:{expected} | {HINT}"]


def test_an_id_that_is_used_three_times(tmp_path: Path) -> None:
    assert problems(tmp_path, "posts:\n- {id: a, title: A}\n- {id: a, title: A}\n- {id: a, title: A}\n") == [
        f"tiny/more.yaml:{line}:8: the id 'a' is used twice: here for a post, and for a post at "
        f"tiny/more.yaml:2:8 | {HINT}"
        for line in (3, 4)
    ]
