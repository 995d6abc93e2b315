"""A folder that an import writes: whole or not at all, and never over anybody's own work."""

from pathlib import Path

import pytest

from orgmodel.errors import DefinitionError, ImportFileError, UsageError
from orgmodel.exchange.import_folder import write_folder
from orgmodel.use_cases.importing import read_days, read_organogram, write_import
from tests.unit.exchange.organograms import INVENTED

TEXTS = {"a/model.yaml": "id: a\n", "report.csv": "kind\n"}


def nothing(folder: Path) -> None:
    """A check that finds nothing."""


def everything(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_all_texts_are_there_and_nothing_beside_the_folder(tmp_path: Path) -> None:
    write_folder(tmp_path / "deep" / "new", TEXTS, nothing)
    found = everything(tmp_path / "deep" / "new")
    assert {name: found[name] for name in TEXTS} == TEXTS
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["new"]


def test_when_the_check_fails_nothing_is_left(tmp_path: Path) -> None:
    def refuse(folder: Path) -> None:
        raise DefinitionError([])

    with pytest.raises(DefinitionError):
        write_folder(tmp_path / "new", TEXTS, refuse)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(UsageError, match="is there already"):
        write_folder(tmp_path / "mine", TEXTS, nothing)
    with pytest.raises(UsageError, match="no import made it"):
        write_folder(tmp_path / "mine", TEXTS, nothing, replace=True)
    assert list((tmp_path / "mine").iterdir()) == []


def test_what_an_import_made_is_replaced_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", TEXTS, nothing)
    write_folder(tmp_path / "new", {"b.txt": "b"}, nothing, replace=True)
    assert set(everything(tmp_path / "new")) == {"b.txt", ".orgmodel-import.json"}
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda folder: (folder / "own.yaml").write_text("x"), "'own.yaml' was added since the import"),
        (lambda folder: (folder / "report.csv").write_text("x"), "'report.csv' was changed since the import"),
        (lambda folder: (folder / "report.csv").unlink(), "'report.csv' was deleted since the import"),
        (lambda folder: (folder / ".orgmodel-import.json").write_text("[]"), "no import made it"),
    ],
)
def test_what_somebody_worked_on_is_not_replaced(tmp_path: Path, change: object, words: str) -> None:
    write_folder(tmp_path / "new", TEXTS, nothing)
    change(tmp_path / "new")  # type: ignore[operator]
    before = everything(tmp_path / "new")
    with pytest.raises(UsageError, match=words):
        write_folder(tmp_path / "new", {"b.txt": "b"}, nothing, replace=True)
    assert everything(tmp_path / "new") == before


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(UsageError, match="is not a folder"):
        write_folder(tmp_path / "link", TEXTS, nothing, replace=True)


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="cannot be written"):
        write_folder(tmp_path / "file" / "new", TEXTS, nothing)


def test_an_import_leaves_a_report_of_every_problem_beside_the_models(tmp_path: Path) -> None:
    found = read_organogram([(INVENTED.name, INVENTED.read_bytes())])
    folders = write_import(found, tmp_path / "models")
    assert [folder.name for folder in folders] == ["2011-03-31", "2011-09-30"]
    header, *rows = (tmp_path / "models" / "import-report.csv").read_text("utf-8").splitlines()
    assert header == "kind,file,row,column,what,hint"
    assert len(rows) == len(found.problems) > 0
    assert rows[1].startswith("reference-reused,invented-organogram.csv,25,3,'HL13' was the reference of this closed")


def test_days_are_given_for_all_files_or_for_one() -> None:
    days = read_days(["2011-09-30", "b.csv=2012-03-31"], ["a.csv", "b.csv"])
    assert {name: str(day) for name, day in days.items()} == {"": "2011-09-30", "b.csv": "2012-03-31"}
    with pytest.raises(UsageError, match=r"no file given is called 'c\.csv'"):
        read_days(["c.csv=2012-03-31"], ["a.csv"])
    with pytest.raises(UsageError, match="'soon' is not a day"):
        read_days(["soon"], ["a.csv"])


def test_an_import_without_a_row_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError):
        write_import(read_organogram([("a.csv", b"x,y\n1,2\n")]), tmp_path / "models")
    assert list(tmp_path.iterdir()) == []
