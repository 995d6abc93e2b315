import datetime as dt
import time
from pathlib import Path

import pytest

from orgmodel.errors import DefinitionError
from orgmodel.loading import load_model, read_about
from tests.unit.loading.building import BASE, FULL, MODEL, lines, load, problems, show, write


def test_a_whole_model_is_loaded(tmp_path: Path) -> None:
    model = load_model(write(tmp_path, {"all.yaml": FULL}))

    assert (model.id, model.about.as_of) == ("tiny", dt.date(2023, 3, 3))
    assert [post.id for post in model.posts] == ["chief"]
    assert model.responsibilities[0].accountable.known[0].who == "chief"
    assert model.grade_rank == {"high": 1, "low": 2}
    assert model.passages[0].paragraph == "4"
    assert model.label_of["kindle"] == "Stage"


def test_model_yaml_may_hold_lists(tmp_path: Path) -> None:
    model = load_model(write(tmp_path, {}, model=MODEL + BASE))

    assert [unit.id for unit in model.units] == ["office"]


def test_how_definitions_are_cut_into_files_never_matters(tmp_path: Path) -> None:
    whole = load_model(write(tmp_path / "a", {"all.yaml": FULL}))
    lists = FULL.split("\nposts:")
    cut = load_model(write(tmp_path / "b", {"z.yml": lists[0] + "\n", "deep/er/a.yaml": "posts:" + lists[1]}))

    assert cut == whole


def test_a_list_follows_the_names_of_its_files_and_then_its_own_order(tmp_path: Path) -> None:
    unit = "{{id: {0}, title: U, kind: team}}".format
    model = load(
        tmp_path,
        {
            "b.yaml": f"units: [{unit('b2')}, {unit('b1')}]",
            "people/c.yaml": f"units: [{unit('c1')}]",
            "a.yaml": f"units: [{unit('a1')}]",
        },
    )

    assert [found.id for found in model.units] == ["a1", "b2", "b1", "office", "c1"]


def test_options_queries_hidden_and_other_files_are_not_read(tmp_path: Path) -> None:
    model = load(
        tmp_path,
        {
            "options/merge.yaml": "id: merge",
            "queries/own.yaml": "x: 1",
            ".draft/a.yaml": "x: 1",
            ".a.yaml": "x: 1",
            "README.md": "# Words",
            "picture.png": b"\x00\xff",
            "people/options/more.yaml": "people: [{id: bo, title: Bo}]",
        },
    )

    assert [person.id for person in model.people] == ["ann", "bo"]


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    found = lines(
        write(
            tmp_path,
            {
                "base.yaml": BASE,
                "a.yaml": "posts: [{id: clerk}]",
                "b.yaml": "units:\n- {id: attic, title: Attic, kind: temm}\n",
                "c.yaml": "posts: [",
                "d.csv": "id,title\n",
            },
            model=MODEL.replace("2023-03-03", "2023-02-31"),
        )
    )

    assert [line.split(": ")[0] for line in found] == [
        "tiny/a.yaml:1:9",
        "tiny/c.yaml:2:1",
        "tiny/d.csv",
        "tiny/model.yaml:4:8",
    ]


def test_without_one_of_the_files_nothing_is_called_missing(tmp_path: Path) -> None:
    found = problems(
        tmp_path, "units: [{id: attic, title: Attic, kind: team, part_of: [{who: cellar}]}]\n---\nunits: []"
    )

    assert found == [
        "tiny/more.yaml:2:1: a second document starts here ('---') | Write each document into a file of its own.",
    ]


@pytest.mark.parametrize("name", ["grades", "unit_kinds"])
def test_ranks_are_given_in_one_file(tmp_path: Path, name: str) -> None:
    line = {"grades": 3, "unit_kinds": 4}[name]

    assert problems(tmp_path, f"{name}: [{{id: middle, title: Middle}}]") == [
        (
            f"tiny/more.yaml:1:1: '{name}' are given here and at tiny/base.yaml:{line}:1, but their order is their rank | "
            "Put all of them into one file."
        ),
    ]


def test_findings_are_not_problems(tmp_path: Path) -> None:
    model = load(
        tmp_path,
        {
            "line.yaml": """\
posts:
- {id: a, title: A, reports_to: [{who: b}]}
- {id: b, title: B, reports_to: [{who: a}], occupancy: {state: closed}}
- {id: c, title: C, reports_to: [{who: c}]}
- {id: d, title: D, reports_to: [{who: b}]}
- {id: top, title: Top, reports_to: [{state: none}]}
- {id: other-top, title: Other top, reports_to: [{state: none}]}
"""
        },
    )

    assert len(model.posts) == 7


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert lines(tmp_path / "nowhere") == [
        (
            f"{tmp_path}/nowhere: there is no such folder | "
            "Name a folder that holds 'model.yaml'; 'orgmodel init' makes one."
        ),
    ]


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    assert lines(tmp_path / "file")[0].startswith(f"{tmp_path}/file: this is not a folder | ")


def test_model_yaml_is_missing(tmp_path: Path) -> None:
    assert lines(write(tmp_path, {"base.yaml": BASE}, model=None)) == [
        (
            "tiny/model.yaml: the file is missing: it says whose account this is, of which day and organisation | "
            "Write it with id, title, account_of, as_of, marking and organisation; 'orgmodel init' makes one."
        ),
    ]


def test_a_folder_with_nothing_but_model_yaml(tmp_path: Path) -> None:
    assert lines(write(tmp_path, {})) == [
        (
            "tiny: the folder holds nothing but 'model.yaml' | "
            "Add a file with a list, for example 'units.yaml' with 'units:' in it."
        ),
    ]


def test_about_is_read_alone(tmp_path: Path) -> None:
    assert read_about(write(tmp_path, {"broken.yaml": "["})).title == "A tiny office"


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (
            None,
            (
                "tiny/model.yaml: the file is missing: it says whose account this is, of which day and organisation | "
                "Write it with id, title, account_of, as_of, marking and organisation; 'orgmodel init' makes one."
            ),
        ),
        (
            MODEL + "markings: none\n",
            "tiny/model.yaml:7:1: unknown key 'markings' in the file | Did you mean 'marking'?",
        ),
        (
            "id: [",
            (
                "tiny/model.yaml:2:1: this is not YAML: a value or a closing bracket is missing before this place | "
                "Close every '[' with ']' and every '{' with '}'."
            ),
        ),
    ],
)
def test_about_alone_is_whole_or_refused(tmp_path: Path, model: str | None, expected: str) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE}, model)

    with pytest.raises(DefinitionError) as raised:
        read_about(tiny)

    assert [show(problem) for problem in raised.value.problems] == [expected]


def test_about_has_its_problems_too(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as raised:
        read_about(write(tmp_path, {}, model=MODEL.replace("as_of: 2023-03-03\n", "") + "as_off: 2023-03-03\n"))

    assert [show(problem) for problem in raised.value.problems] == [
        "tiny/model.yaml:1:1: 'as_of' is missing in model 'tiny' | Add 'as_of:'.",
        "tiny/model.yaml:6:1: unknown key 'as_off' in the file | Did you mean 'as_of'?",
    ]


def test_a_model_of_ten_thousand_posts_takes_seconds(tmp_path: Path) -> None:
    posts = "".join(
        f"- id: p{number}\n  title: Post {number}\n  grade: low\n  in_unit: [{{who: office, cites: [report#1]}}]\n"
        f"  reports_to: [{{who: p{number // 7}}}]\n"
        for number in range(10_000)
    )
    folder = write(tmp_path, {"base.yaml": BASE, "posts.yaml": "posts:\n" + posts})
    started = time.process_time()

    assert len(load_model(folder).posts) == 10_001
    assert time.process_time() - started < 20


def test_ten_thousand_problems_take_seconds(tmp_path: Path) -> None:
    posts = "".join(f"- {{id: p{n}, title: P, grade: lo{n}, in_unit: [{{who: unit-{n}}}]}}\n" for n in range(10_000))
    started = time.process_time()

    assert len(problems(tmp_path, "posts:\n" + posts)) == 20_000
    assert time.process_time() - started < 20
