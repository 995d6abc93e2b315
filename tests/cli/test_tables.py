"""`template`, `import table` and `export xlsx` as they are typed: what they print, write and end with."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from orgmodel.cli import main
from tests.cli.conftest import Answer

Run = Callable[..., Answer]
UNITS = "Title,Part of\nPort,\nPilots,Port\n"
DUTIES = "Title,Who is accountable\nPilotage,Pilots\n"


@pytest.fixture
def tables(tmp_path: Path) -> list[Path]:
    """Two small tables in a folder."""
    paths = [tmp_path / "units.csv", tmp_path / "responsibilities.csv"]
    for path, text in zip(paths, (UNITS, DUTIES), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_tables_become_a_folder_that_check_reads(run: Run, tmp_path: Path, tables: list[Path]) -> None:
    made = run("import", "table", *tables, "--to", tmp_path / "port", "--account-of", "me", "--marking", "Invented")
    assert (made.code, made.err) == (0, "")
    assert "units: 2 added" in made.out
    assert "Marking: Invented" in run("check", tmp_path / "port").out.replace("\n", " ")
    assert (tmp_path / "port" / "schema.json").exists()
    again = run("import", "table", *tables, "--to", tmp_path / "port")
    assert again.out.startswith("Nothing has changed since the last import.")


def test_every_problem_is_said_and_nothing_is_written(run: Run, tmp_path: Path, tables: list[Path]) -> None:
    tables[1].write_text("Title,Who is accountable\n" + "".join(f"Duty {n},Nemo {n}\n" for n in range(15)))
    answer = run("import", "table", *tables, "--to", tmp_path / "port", "--account-of", "me")
    assert answer.code == 3
    assert answer.err.startswith("15 problems in the tables; nothing was written\n")
    assert not (tmp_path / "port").exists()
    every = run("import", "table", *tables, "--to", tmp_path / "port", "--account-of", "me", "--format", "json")
    assert len(json.loads(every.out)["problems"]) == 15


def test_without_a_terminal_it_is_said_what_is_missing(run: Run, tmp_path: Path, tables: list[Path]) -> None:
    answer = run("import", "table", *tables, "--to", tmp_path / "port")
    assert answer.code == 3
    assert "nobody has said whose account it will be" in answer.err
    assert "--account-of" in answer.err


def test_a_conflict_ends_with_3_until_a_side_is_kept(run: Run, tmp_path: Path, tables: list[Path]) -> None:
    folder = tmp_path / "port"
    run("import", "table", *tables, "--to", folder, "--account-of", "me")
    path = folder / "imported" / "responsibilities.yaml"
    path.write_text(path.read_text("utf-8").replace("who: pilots", "who: port"), encoding="utf-8")
    tables[1].write_text(DUTIES.replace("Pilots", "nobody"))
    answer = run("import", "table", *tables, "--to", folder)
    assert answer.code == 3
    assert "the last import had 'pilots'; the folder has 'port'" in answer.err
    assert "the table has 'none'" in answer.err
    assert run("import", "table", *tables, "--to", folder, "--keep", "theirs").code == 0
    assert "state: none" in path.read_text("utf-8")


def test_a_mapping_is_written_and_then_read(run: Run, tmp_path: Path, tables: list[Path]) -> None:
    tables[1].write_text("Title,Answers\nPilotage,Pilots\n")
    mapping = tmp_path / "mapping.yaml"
    common = ("import", "table", *tables, "--to", tmp_path / "port", "--account-of", "me")
    assert "--write-mapping FILE" in run(*common).err
    written = run(*common, "--write-mapping", mapping)
    assert written.code == 0
    assert "Nothing was imported" in written.out
    assert run(*common, "--write-mapping", mapping).code == 2
    lines = mapping.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if '"Answers"' in line)
    lines[at] = '      "Answers": accountable'
    mapping.write_text("\n".join(lines), encoding="utf-8")
    assert run(*common, "--mapping", mapping).code == 0
    assert "who: pilots" in (tmp_path / "port/imported/responsibilities.yaml").read_text("utf-8")


def test_templates_are_written_once_and_never_over_something(run: Run, tmp_path: Path) -> None:
    assert run("template", "--to", tmp_path / "mine.xlsx").code == 0
    again = run("template", "--to", tmp_path / "mine.xlsx")
    assert (again.code, "is there already" in again.err) == (2, True)
    listed = run("template", "--to", tmp_path / "csv", "--format", "csv").out
    assert "units.csv" in listed
    assert (tmp_path / "csv" / "units.csv").read_bytes().startswith(b"\xef\xbb\xbfTitle,")


@pytest.mark.embedded
def test_a_model_goes_out_as_a_workbook_and_comes_back(run: Run, tmp_path: Path, folder: Path) -> None:
    book = tmp_path / "all.xlsx"
    assert run("export", "xlsx", folder, "--to", book).code == 0
    assert run("import", "table", book, "--to", tmp_path / "back").code == 0
    assert run("check", tmp_path / "back").out == run("check", folder).out
    refused = run("export", "xlsx", folder, "--to", book, "--with-people", "--withhold", "x")
    assert refused.code == 2


def test_without_the_libraries_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert main(["template", "--to", str(tmp_path / "x.xlsx")]) == 2
    assert "pip install 'orgmodel[exchange]'" in capsys.readouterr().err
    assert main(["template", "--to", str(tmp_path / "csv"), "--format", "csv"]) == 0
