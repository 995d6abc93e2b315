from pathlib import Path

import pytest

from tests.unit.loading.building import problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- id: clerk\n",
            (
                "1:1: the file must be a mapping of lists, but is a list | "
                "Start it with the name of a list, for example 'units:'."
            ),
        ),
        (
            "only words\n",
            (
                "1:1: the file must be a mapping of lists, but is 'only words' | "
                "Start it with the name of a list, for example 'units:'."
            ),
        ),
        ("posts: []\nunit: []\n", "2:1: unknown key 'unit' in the file | Did you mean 'units'?"),
        (
            "posts:\n",
            (
                "1:7: 'posts' must be a list, but is empty | "
                "Start each post on a line of its own with '- '; without any, write 'posts: []'."
            ),
        ),
        (
            "people: {id: bo}\n",
            (
                "1:9: 'people' must be a list, but is a mapping | "
                "Start each person on a line of its own with '- '; without any, write 'people: []'."
            ),
        ),
        (
            "title: Not model.yaml\n",
            (
                "1:1: unknown key 'title' in the file | Known keys: sources, passages, grades, "
                "unit_kinds, units, posts, staff_groups, people, holdings, responsibilities, subjects, processes, boards, data_systems, "
                "objectives, figures, levers, locations, decisions, recommendations, assessments, principles, ruled_out, "
                "required_roles, thresholds, waivers."
            ),
        ),
    ],
)
def test_files_that_are_no_mapping_of_lists(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text) == [f"tiny/more.yaml:{expected}"]


def test_empty_lists_are_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, "posts: []\nthresholds: []\n") == []


def test_more_problems_than_anybody_reads(tmp_path: Path) -> None:
    found = problems(tmp_path, "posts:\n" + "- word\n" * 20_000)

    assert found[0] == (
        ": there are more than 10,000 problems; the other records were not looked at | Mend these first."
    )
    assert found[1].startswith("tiny/more.yaml:2:3: post 1 must be a mapping, but is 'word'")
    assert len(found) == 10_002
