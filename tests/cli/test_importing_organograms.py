"""`orgmodel import organogram`: what it prints, in each format, and what it refuses."""

import csv
import io
import json
from pathlib import Path

import pytest

from orgmodel.cli import main

FILE = str(Path(__file__).resolve().parents[2] / "docs" / "guides" / "invented-organogram.csv")


def test_text_counts_names_and_points_to_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "organogram", FILE, "--to", str(tmp_path / "new")]) == 0
    printed = capsys.readouterr().out
    assert "11 things to look at in the files:" in printed
    assert "1  posts that report in a circle (loop)" in printed
    assert f"Next: orgmodel check {tmp_path / 'new' / '2011-09-30'}" in printed


def test_json_and_csv_give_every_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "organogram", FILE, "--to", str(tmp_path / "a"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["format_version"]) == ("orgmodel import", 1)
    assert [each["day"] for each in found["snapshots"]] == ["2011-03-31", "2011-09-30"]
    assert main(["import", "organogram", FILE, "--to", str(tmp_path / "b"), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["kind"] for row in rows] == [each["kind"] for each in found["problems"]]
    assert {"kind": "number", "file": "invented-organogram.csv", "row": "34", "column": "15"}.items() <= rows[6].items()


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (["--format", "markdown"], 2, "this command has no 'markdown' output"),
        (["--snapshot", "Mar-99"], 2, "no row is of the snapshot 'Mar-99'"),
        (["--as-of", "someday"], 2, "'someday' is not a day"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    more: list[str], code: int, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "organogram", FILE, "--to", str(tmp_path / "new"), *more]) == code
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_ends_with_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "letter.csv"
    letter.write_bytes(b"%PDF-1.4")
    assert main(["import", "organogram", str(letter), "--to", str(tmp_path / "new")]) == 3
    assert "letter.csv: the file is a PDF, whatever its name" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
    assert main(["import", "organogram", str(tmp_path / "none.csv"), "--to", str(tmp_path / "new")]) == 2
