from pathlib import Path

import pytest

from tests.unit.loading.building import BASE, load, problems

SAVE = "Save it as UTF-8: every editor offers this under 'Save as' or 'Encoding'."


def test_a_byte_that_is_not_utf8(tmp_path: Path) -> None:
    assert problems(tmp_path, b"units:\n# caf" + b"\xe9\n") == [
        "tiny/more.yaml:2:6: the file is not UTF-8: byte 13 of it is 0xE9, which means nothing there | " + SAVE,
    ]


def test_places_count_characters_and_not_bytes(tmp_path: Path) -> None:
    assert problems(tmp_path, "# £ é ".encode() + b"\xff") == [
        "tiny/more.yaml:1:7: the file is not UTF-8: byte 9 of it is 0xFF, which means nothing there | " + SAVE,
    ]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_other_encodings_are_named(tmp_path: Path, encoding: str, name: str) -> None:
    assert problems(tmp_path, BASE.encode(encoding)) == [
        f"tiny/more.yaml:1:1: the file is written in {name}, not in UTF-8 | {SAVE}",
    ]


def test_a_utf8_mark_at_the_start_is_no_problem(tmp_path: Path) -> None:
    model = load(tmp_path, {"more.yaml": b"\xef\xbb\xbfposts: [{id: caf, title: Caf\xc3\xa9}]"})

    assert model.title_of("caf") == "Café"


@pytest.mark.parametrize(
    ("byte", "name"),
    [
        ("\0", "a NUL character"),
        ("\x1b", "the control character U+001B"),
        ("\x7f", "the control character U+007F"),
        ("\x9b", "the control character U+009B"),
        ("￾", "the control character U+FFFE"),
    ],
)
@pytest.mark.parametrize("file", ["more.yaml", "posts.csv"])
def test_control_characters(tmp_path: Path, byte: str, name: str, file: str) -> None:
    hint = "Delete the character."
    if byte == "\0":
        hint += f" Where there are many, the file is UTF-16: s{SAVE[1:]}"

    assert problems(tmp_path, f"id,title\nab{byte}", file) == [
        f"tiny/{file}:2:3: the file holds {name}, which is not text | {hint}",
    ]


@pytest.mark.parametrize(
    ("escape", "name"),
    [
        (r"\0", "a NUL character"),
        (r"\x1b", "the control character U+001B"),
        (r"\uFFFF", "the control character U+FFFF"),
    ],
)
def test_control_characters_written_as_escapes(tmp_path: Path, escape: str, name: str) -> None:
    assert problems(tmp_path, f'posts:\n- {{id: clerk, title: "Cl{escape}erk"}}') == [
        f"tiny/more.yaml:2:22: this text holds {name} | Delete the character.",
    ]
