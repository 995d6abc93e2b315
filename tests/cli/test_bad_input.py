"""Each kind of bad input: the documented exit code, a message of one screen that says what to do, no traceback."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import LISTS, OPTION, Answer

Run = Callable[..., Answer]
SCREEN = 24


def assert_told(answer: Answer, code: int, *words: str) -> None:
    """The code, each of the words, at most one screen, nothing on standard output, and no traceback."""
    assert answer.code == code, answer.err
    for word in words:
        assert word in answer.err
    assert len(answer.err.splitlines()) <= SCREEN
    assert "Traceback" not in answer.err
    assert answer.out == ""


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
BAD_TEXTS = {
    "unknown key": ("units: [{id: u, title: U, kind: group, headd: []}]", ["lists2.yaml:1:", "headd", "head"]),
    "wrong type": ("posts: [{id: p, title: P, fte: many}]", ["lists2.yaml:1:", "fte"]),
    "duplicate id": ("posts: [{id: chief, title: Another}]", ["chief", "lists.yaml"]),
    "duplicate key": ("posts:\n  - id: p\n    title: P\n    title: Q\n", ["lists2.yaml:4:", "title"]),
    "dangling reference": ("posts: [{id: p, title: P, reports_to: [{who: chef}]}]", ["chef", "chief"]),
    "cycle in part_of": (
        (
            "units:\n  - {id: a, title: A, kind: group, part_of: [{who: b}]}\n"
            "  - {id: b, title: B, kind: group, part_of: [{who: a}]}\n"
        ),
        ["part_of", "a"],
    ),
    "empty file": ("", ["lists2.yaml", "empty"]),
    "not YAML": ("units: [", ["lists2.yaml:"]),
    "alias bomb": (LAUGHS, ["lists2.yaml", "alias"]),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_bad_text_is_told_with_its_place(folder: Path, run: Run, name: str) -> None:
    text, words = BAD_TEXTS[name]
    (folder / "lists2.yaml").write_text(text)
    assert_told(run("check", folder), 3, *words)


def test_a_file_that_is_not_utf_8_is_named(folder: Path, run: Run) -> None:
    (folder / "lists2.yaml").write_bytes("posts: [{id: p, title: Café}]".encode("latin-1"))
    assert_told(run("check", folder), 3, "lists2.yaml", "UTF-8")


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, run: Run) -> None:
    outside = folder.parent / "outside.yaml"
    outside.write_text("posts: []")
    os.symlink(outside, folder / "lists2.yaml")
    assert_told(run("check", folder), 3, "lists2.yaml", "link")


def test_a_file_above_20_megabytes_is_refused(folder: Path, run: Run) -> None:
    with (folder / "lists2.yaml").open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    assert_told(run("check", folder), 3, "lists2.yaml", "20 MB", "CSV")


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    assert_told(run("check", tmp_path / "nowhere"), 3, "nowhere", "no such folder")


def test_an_unknown_model_names_the_nearest(run: Run) -> None:
    assert_told(run("check", "home-ofice-2023"), 2, "home-ofice-2023", "home-office-2023")


def test_an_unknown_id_names_the_nearest(run: Run, folder: Path) -> None:
    assert_told(run("explain", folder, "pilotge"), 2, "pilotge", "pilotage")


def test_an_unknown_option_names_the_known(run: Run, folder: Path) -> None:
    (folder / "options" / "close-pilots.yaml").write_text(
        OPTION.replace("changes:", "changes: []\nx_changes:").split("x_")[0]
    )
    assert_told(run("plan", folder, "close-pilot"), 2, "close-pilot", "close-pilots")


def test_an_option_on_a_post_that_does_not_exist(run: Run, folder: Path) -> None:
    (folder / "options" / "close-pilots.yaml").write_text(OPTION.replace("post: chief-pilot", "post: chief-pylot"))
    assert_told(run("plan", folder, "close-pilots"), 3, "close-pilots.yaml:", "chief-pylot", "chief-pilot")


def test_an_option_that_would_lose_a_responsibility(run: Run, folder: Path) -> None:
    (folder / "options" / "close-pilots.yaml").write_text(OPTION)
    for words in (("plan", folder, "close-pilots"), ("compare", folder, "--options", "close-pilots")):
        assert_told(run(*words), 3, "close-pilots.yaml:", "pilotage", "unknown")


def test_a_server_that_is_not_there(run: Run, folder: Path) -> None:
    answer = run("load", folder, "--engine", "neo4j://127.0.0.1:9", "--user", "neo4j")
    assert_told(answer, 4, "127.0.0.1:9")


def test_an_address_of_another_kind(run: Run, folder: Path) -> None:
    assert_told(run("check", folder, "--engine", "mysql://here"), 2, "mysql", "neo4j://")


def test_unknown_words_of_the_command_line(run: Run) -> None:
    assert_told(run("chekc"), 2, "chekc")
    assert_told(run("check"), 2, "MODEL")
    assert_told(run("check", "x", "--format", "pdf"), 2, "pdf")


def test_many_problems_fill_one_screen_and_json_gives_all(run: Run, folder: Path) -> None:
    lines = "".join(f"  - {{id: p{number}, title: P, grad: x}}\n" for number in range(40))
    (folder / "lists2.yaml").write_text(f"posts:\n{lines}")
    answer = run("check", folder)
    assert answer.code == 3
    assert "28 more" in answer.err
    told = run("check", folder, "--format", "json")
    assert told.code == 3
    assert told.out.count('"what"') == 40


def test_the_small_model_itself_is_whole(run: Run, folder: Path) -> None:
    answer = run("check", folder)
    assert answer.code == 1, answer.err
    assert "Nobody answers for Dredging" in answer.out
    assert LISTS.count("accountable") == 2
