from pathlib import Path

import pytest

from tests.unit.loading.building import load, problems

EMPTY = "the file is empty | Delete it, or write one of the lists into it, for example 'units:'."
DEEP = (
    "lists and mappings are nested more than 64 deep | "
    "Definitions need eight levels at most: look for brackets that are never closed."
)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "null", "~\n", "--- # nothing\n...\n"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == [f"tiny/more.yaml:1:1: {EMPTY}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "units:\n  - {id: a\n",
            ("3:1: this is not YAML: a mapping in '{ }' is not closed | Add the '}' or the ',' that is missing."),
        ),
        (
            "units:\n- id: a\n  title: A: B\n",
            (
                "3:11: this is not YAML: a ':' stands where no key can be | "
                "Check the indentation, and put text that holds ': ' in quotes."
            ),
        ),
        (
            "units:\n\t- id: a\n",
            (
                "2:1: this is not YAML: a character stands here that means something else in YAML | "
                "Indent with spaces, not tabs, and put text that starts with @, `, % or a tab in quotes."
            ),
        ),
        (
            "units:\n- title: @home\n",
            (
                "2:10: this is not YAML: a character stands here that means something else in YAML | "
                "Indent with spaces, not tabs, and put text that starts with @, `, % or a tab in "
                "quotes."
            ),
        ),
        (
            "units:\n- id: a\n   title: b\n",
            (
                "3:9: this is not YAML: a ':' stands where no key can be | "
                "Check the indentation, and put text that holds ': ' in quotes."
            ),
        ),
        ("units: 'abc\n", ("2:1: this is not YAML: a quotation mark is opened and never closed | Close the quotes.")),
        (
            "units:\n- id: a\n titel\n- id: b\n",
            (
                "3:2: this is not YAML: the indentation or the quotes are broken "
                "before this place | "
                "Keys of one mapping start in the same column; text with quotes in it goes in quotes as a whole."
            ),
        ),
        (
            "units:\n- id: a\n  titel\n- id: b\n",
            ("4:1: this is not YAML: a ':' is missing after a key | Write 'key: value'; check the indentation."),
        ),
        (
            "units:\n- title: 'It's'\n",
            (
                "2:14: this is not YAML: the indentation or the quotes are broken before this "
                "place | "
                "Keys of one mapping start in the same column; text with quotes in it goes in quotes as a whole."
            ),
        ),
        (
            'units: "a\\q"\n',
            (
                "1:10: this is not YAML: a '\\' in double quotes is followed by something unknown | "
                "Write '\\\\', or use single quotes."
            ),
        ),
    ],
)
def test_text_that_is_not_yaml(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text) == [f"tiny/more.yaml:{expected}"]


def test_several_documents_in_one_file(tmp_path: Path) -> None:
    assert problems(tmp_path, "---\nunits: []\n---\nposts: []\n") == [
        "tiny/more.yaml:3:1: a second document starts here ('---') | Write each document into a file of its own.",
    ]


def test_a_key_that_is_written_twice(tmp_path: Path) -> None:
    assert problems(tmp_path, "posts:\n- id: clerk\n  title: Clerk\n  title: Clerk\nposts: []\n") == [
        "tiny/more.yaml:4:3: the key 'title' is written twice: first at tiny/more.yaml:3:3 | Keep one of the two.",
        "tiny/more.yaml:5:1: the key 'posts' is written twice: first at tiny/more.yaml:1:1 | Keep one of the two.",
    ]


def test_what_is_dropped_with_a_second_key_is_not_called_missing(tmp_path: Path) -> None:
    text = "posts: []\nposts: [{id: clerk, title: C}]\nholdings: [{person: ann, post: clerk}]\n"

    assert [line.split(" |")[0] for line in problems(tmp_path, text)] == [
        "tiny/more.yaml:2:1: the key 'posts' is written twice: first at tiny/more.yaml:1:1",
    ]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("1", "'1'"),
        ("true", "'true'"),
        ("~", "'null'"),
        ("[a]", "here, a list or a mapping,"),
        ("{a: b}", "here, a list or a mapping,"),
        ("1.5", "'1.5'"),
    ],
)
def test_a_key_that_is_not_text(tmp_path: Path, key: str, name: str) -> None:
    assert problems(tmp_path, f"posts: []\n? {key}\n: 3\n") == [
        f"tiny/more.yaml:2:3: the key {name} is not text | Write the key as a word, or put it in quotes.",
    ]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("!!python/object/apply:os.system", "!!python/object/apply:os.system"),
        ("!!str", "!!str"),
        ("!own", "!own"),
        ("!!binary", "!!binary"),
    ],
)
def test_tags_are_refused(tmp_path: Path, tag: str, name: str) -> None:
    assert problems(tmp_path, f"posts:\n- {{id: clerk, title: {tag} clerk}}") == [
        f"tiny/more.yaml:2:22: the tag '{name}' is not allowed: definitions are plain data | Delete the tag.",
    ]


def test_tags_on_lists_are_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, "posts: !!python/tuple []\nunits: !!map\n  a: 1\n")[:1] == [
        "tiny/more.yaml:1:8: the tag '!!python/tuple' is not allowed: definitions are plain data | Delete the tag.",
    ]


def test_aliases_stand_for_what_they_name(tmp_path: Path) -> None:
    model = load(
        tmp_path,
        {
            "more.yaml": "posts:\n- {id: a, title: &t A post, in_unit: &u [{who: office}]}\n"
            "- {id: b, title: *t, in_unit: *u}\n"
        },
    )

    assert model.posts[2].in_unit == model.posts[1].in_unit
    assert model.posts[2].title == "A post"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "posts: *a",
            (
                "1:8: the alias '*a' stands for nothing | "
                "Mark what it stands for with '&a', further up in the same file."
            ),
        ),
        ("posts: &a [*a]", "1:12: the alias '*a' is used inside what it stands for | Delete the alias."),
        ("posts: &a\n  b: {c: *a}", "2:10: the alias '*a' is used inside what it stands for | Delete the alias."),
    ],
)
def test_aliases_that_stand_for_nothing(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text) == [f"tiny/more.yaml:{expected}"]


def test_an_alias_bomb(tmp_path: Path) -> None:
    layers = zip("abcdefghi", "bcdefghij", strict=True)
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in layers
    )

    assert problems(tmp_path, bomb) == [
        (
            "tiny/more.yaml:6:8: the aliases ('*e') of this file unfold to more than 100,000 values | "
            "Write the values out, or use fewer aliases."
        ),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("units: " + "[" * 100_000, id="lists never closed"),
        pytest.param("units: " + "[" * 100_000 + "]" * 100_000, id="lists"),
        pytest.param("units: " + "{a: " * 100_000, id="mappings"),
        pytest.param("- " * 100_000, id="dashes"),
        pytest.param("? " * 100_000, id="question marks"),
        pytest.param("\n".join(" " * depth + "a:" for depth in range(500)), id="indentation"),
        pytest.param("\n".join(" " * depth + "a:" for depth in range(65)) + " [1]", id="one too many"),
    ],
)
def test_deep_nesting(tmp_path: Path, text: str) -> None:
    assert [line.split(": ", 1)[1] for line in problems(tmp_path, text)] == [DEEP]


def test_nesting_as_deep_as_may_be(tmp_path: Path) -> None:
    text = "\n".join(" " * depth + "a:" for depth in range(64))

    assert [line.split(" |")[0] for line in problems(tmp_path, text)] == [
        "tiny/more.yaml:1:1: unknown key 'a' in the file",
    ]


def test_nesting_through_aliases(tmp_path: Path) -> None:
    text = (
        "a0: &a0 "
        + "[" * 40
        + "]" * 40
        + "\n"
        + "".join(f"a{n}: &a{n} " + "[" * 40 + f"*a{n - 1}" + "]" * 40 + "\n" for n in range(1, 100))
    )

    assert [line.split(": ", 1)[1] for line in problems(tmp_path, text)] == [DEEP]


def test_more_values_than_anybody_writes(tmp_path: Path) -> None:
    assert problems(tmp_path, "posts: [" + "a, " * 1_000_000 + "]") == [
        (
            "tiny/more.yaml:1:3000006: the file holds more than 1,000,000 values | "
            "Put long tables into CSV files named after their list, and cut them into several."
        ),
    ]
