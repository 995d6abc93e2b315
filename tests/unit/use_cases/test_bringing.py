"""Files of one's own are read in memory, without names unless asked, and what was looked at is what is written."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from orgmodel.errors import OrgmodelError, UsageError
from orgmodel.loading import load_model
from orgmodel.use_cases import bringing, find_model, open_engine
from orgmodel.use_cases.bringing import OrganogramRequest, TablesRequest

ORGANOGRAM = Path(__file__).parents[3] / "docs" / "guides" / "invented-organogram.csv"
Rows = Sequence[Sequence[str]]
HARBOUR: dict[str, Rows] = {
    "units": (("Title", "Part of", "Kind"), ("Harbour Board", "", "Board"), ("Works", "Harbour Board", "Group")),
    "unit_kinds": (("Title",), ("Board",), ("Group",)),
    "posts": (("Title", "Unit"), ("Chief", "Harbour Board"), ("Foreman", "Works")),
    "people": (("Title", "Invented"), ("Ada Invented", "yes")),
    "holdings": (("Person", "Post"), ("Ada Invented", "Chief")),
}


def tables(**changed: Rows) -> list[tuple[str, bytes]]:
    """The files of an invented harbour, as CSV."""
    files = []
    for name, rows in (HARBOUR | changed).items():
        out = io.StringIO()
        csv.writer(out).writerows(rows)
        files.append((f"{name}.csv", out.getvalue().encode()))
    return files


def request(folder: Path, **more: object) -> TablesRequest:
    return replace(TablesRequest(folder, "The tests", "2025-01-01", on_disk=True), **more)


def test_tables_become_a_model_and_nothing_is_on_the_disk_before_it_is_written(tmp_path: Path) -> None:
    asked = request(tmp_path / "harbour")
    brought = bringing.bring_tables(tables(), asked)
    model = bringing.load_brought(brought, "")
    assert model is not None
    assert [unit.title for unit in model.units] == ["Harbour Board", "Works"]
    assert model.about.account_of == "The tests"
    assert brought.counts[""] == {"posts added": 2, "unit kinds added": 2, "units added": 2}
    assert list(tmp_path.iterdir()) == []
    assert bringing.write_brought(brought, asked.folder, tables(), asked) == [asked.folder]
    assert load_model(asked.folder) == model


def test_names_of_people_come_along_only_when_asked(tmp_path: Path) -> None:
    without = bringing.bring_tables(tables(), request(tmp_path / "harbour"))
    assert "ada" not in str(without.models).casefold()
    with_names = bringing.bring_tables(tables(), request(tmp_path / "harbour", with_names=True))
    assert {path for path, text in with_names.models[""].items() if "ada-invented" in text} == {
        "people/.last-import.json",
        "people/imported-holdings.yaml",
        "people/imported-people.yaml",
    }


def test_a_folder_that_an_import_made_is_brought_up_to_date_and_what_was_seen_is_what_is_written(
    tmp_path: Path,
) -> None:
    asked = request(tmp_path / "harbour")
    bringing.write_brought(bringing.bring_tables(tables(), asked), asked.folder, tables(), asked)
    fewer = tables(posts=(("Title", "Unit"), ("Chief", "Harbour Board")))
    brought = bringing.bring_tables(fewer, asked)
    assert brought.updates
    assert brought.counts[""] == {"posts removed": 1}
    written = asked.folder / "imported" / "posts.yaml"
    written.write_text(written.read_text("utf-8").replace("title: Chief", "title: Head"), "utf-8")
    with pytest.raises(UsageError, match="has changed since this was read"):
        bringing.write_brought(brought, asked.folder, fewer, asked)
    assert "Foreman" in written.read_text("utf-8")
    bringing.write_brought(bringing.bring_tables(fewer, asked), asked.folder, fewer, asked)
    assert [post.title for post in load_model(asked.folder).posts] == ["Head"]


def test_what_both_sides_changed_is_a_remark_until_somebody_says_which(tmp_path: Path) -> None:
    asked = request(tmp_path / "harbour")
    bringing.write_brought(bringing.bring_tables(tables(), asked), asked.folder, tables(), asked)
    written = asked.folder / "imported" / "posts.yaml"
    text = written.read_text("utf-8")
    written.write_text(text.replace("title: Foreman", "title: Foreman\n  description: Ours"), "utf-8")
    theirs = tables(
        posts=(("Title", "Unit", "description"), ("Chief", "Harbour Board", ""), ("Foreman", "Works", "Theirs"))
    )
    brought = bringing.bring_tables(theirs, asked)
    (remark,) = brought.remarks
    assert remark.kind == bringing.CONFLICT
    assert "'Ours'" in remark.what
    assert "'Theirs'" in remark.what
    assert not brought.models
    kept = bringing.bring_tables(theirs, replace(asked, keep="theirs"))
    assert "Theirs" in kept.models[""]["imported/posts.yaml"]


def test_a_folder_that_no_import_made_is_never_written_to(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    asked = request(tmp_path)
    for brought in (
        bringing.bring_tables(tables(), asked),
        bringing.bring_organogram([(ORGANOGRAM.name, ORGANOGRAM.read_bytes())], OrganogramRequest()),
    ):
        with pytest.raises(UsageError, match="no import made it"):
            bringing.write_brought(brought, tmp_path, tables(), asked)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_without_a_disk_of_ones_own_no_folder_of_this_machine_is_looked_at(tmp_path: Path) -> None:
    asked = request(tmp_path / "harbour")
    bringing.write_brought(bringing.bring_tables(tables(), asked), asked.folder, tables(), asked)
    brought = bringing.bring_tables(tables(), replace(asked, on_disk=False))
    assert not brought.updates
    assert brought.counts[""]["posts added"] == 2


def test_the_archive_holds_one_folder_that_loads(tmp_path: Path) -> None:
    brought = bringing.bring_tables(tables(), request(tmp_path / "harbour", on_disk=False))
    with zipfile.ZipFile(io.BytesIO(bringing.render_zip(brought, "harbour"))) as archive:
        archive.extractall(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["harbour"]
    assert load_model(tmp_path / "harbour") == bringing.load_brought(brought, "")
    assert (tmp_path / "harbour" / "model.schema.json").exists()


def test_an_organogram_gives_a_model_a_snapshot_and_one_of_them_may_be_kept(tmp_path: Path) -> None:
    files = [(ORGANOGRAM.name, ORGANOGRAM.read_bytes())]
    brought = bringing.bring_organogram(files, OrganogramRequest())
    assert list(brought.models) == ["2011-03-31", "2011-09-30"]
    kinds = {remark.kind: remark.place.line for remark in brought.remarks}
    assert kinds["a post that reports to itself"] == 31
    only = bringing.keep_only(brought, "2011-09-30")
    with zipfile.ZipFile(io.BytesIO(bringing.render_zip(only, "lights"))) as archive:
        assert {name.split("/")[1] for name in archive.namelist()} == {"2011-09-30", "import-report.csv"}
    (written,) = bringing.write_brought(only, tmp_path / "lights")
    assert load_model(written) == bringing.load_brought(brought, "2011-09-30")
    assert bringing.write_brought(brought, tmp_path / "lights") == [tmp_path / "lights" / day for day in brought.models]


@pytest.mark.embedded
def test_a_model_that_is_nowhere_is_asked_the_questions_that_are_shipped(tmp_path: Path) -> None:
    nobody = (("Title", "Who is accountable"), ("Clearing wrecks", "nobody"))
    brought = bringing.bring_tables(tables(responsibilities=nobody), request(tmp_path / "harbour"))
    model = bringing.load_brought(brought, "")
    assert model is not None
    with open_engine() as engine:
        report = bringing.check_brought(model, engine)
    found = [row.sentence for row in report.rows if row.finding == "ownerless-responsibility" and row.verdict == "fail"]
    assert found == ["Nobody answers for Clearing wrecks in the line chain: the source says so."]


def test_what_has_to_be_put_right_leaves_nothing_to_write(tmp_path: Path) -> None:
    wrong = tables(posts=(("Title", "Unit"), ("Chief", "Harbour Bord")))
    brought = bringing.bring_tables(wrong, request(tmp_path / "harbour"))
    (remark,) = brought.remarks
    assert (remark.place.file, remark.place.line, remark.place.column) == ("posts.csv", 2, 2)
    assert remark.kind == bringing.HINDERS
    assert "'Harbour Bord'" in remark.what
    assert "Did you mean 'Harbour Board'?" in remark.hint
    assert not brought.models


def test_until_somebody_says_whose_account_it_is_it_can_only_be_looked_at(tmp_path: Path) -> None:
    brought = bringing.bring_tables(tables(), request(tmp_path / "harbour", account_of=" "))
    model = bringing.load_brought(brought, "")
    assert model is not None
    assert model.about.account_of == bringing.NOT_SAID
    assert not brought.said
    with pytest.raises(UsageError, match="whose account it is has not been said"):
        bringing.write_brought(brought, tmp_path / "harbour")


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([("a.csv", b"x"), ("a.csv", b"y")], "two of the files are called 'a.csv'"),
        ([("a.csv", b"x" * 900), ("b.csv", b"y" * 900)], "is the most that is read"),
        ([("a.csv", b"")], "empty"),
        ([("a.pdf", b"%PDF-1.4")], "the file is a PDF"),
        ([("noise.csv", bytes(range(1, 256)) * 3)], ""),
    ],
)
def test_files_that_cannot_be_used_say_so(files: list[tuple[str, bytes]], words: str, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(bringing, "MOST_BYTES", 1_000)
    with pytest.raises(OrgmodelError) as caught:
        bringing.bring_organogram(files, OrganogramRequest())
    assert any(words in problem.what for problem in caught.value.problems)


@pytest.mark.parametrize("written", ["", "  ", "/", "a\nb", "a\0b", "~nobody-of-that-name/x"])
def test_what_can_be_no_folder_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="no folder is named"):
        bringing.find_folder(written)


def test_a_folder_written_with_steps_up_has_a_name_of_its_own() -> None:
    assert bringing.find_folder("a/b/..").name == "a"


def test_a_free_folder_is_beside_a_model_and_never_among_those_that_are_shipped(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "harbour").mkdir()
    assert bringing.find_free(tmp_path / "mine", "new") == tmp_path / "new"
    assert bringing.find_free(tmp_path / "mine", "harbour") == tmp_path / "harbour-2"
    assert bringing.find_free(find_model("example").folder, "new") == tmp_path / "here" / "new"
