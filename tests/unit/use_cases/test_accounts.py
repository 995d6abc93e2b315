"""Another account of the same organisation from files: a folder, a ZIP of one or tables, and what is wrong in them."""

import io
import zipfile
from pathlib import Path

import pytest

from orgmodel.errors import DefinitionError, ImportFileError, OrgmodelError, UsageError
from orgmodel.exchange.archive import MOST_FILES, read_archive
from orgmodel.loading import load_model
from orgmodel.use_cases import bring_account, list_accounts, open_account, open_model
from tests.app.models import write_model


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("accounts") / "tiny")


@pytest.fixture(scope="module")
def model(folder):
    return load_model(folder)


def files_of(folder: Path, within: str = "") -> list[tuple[str, bytes]]:
    """The files of a folder by path, as a browser hands them over."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [(f"{within}{path.relative_to(folder).as_posix()}", path.read_bytes()) for path in paths]


def pack(files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def test_a_folder_and_a_zip_of_it_are_the_same_account(folder, model):
    from_folder = bring_account(model, files_of(folder, "tiny/"))
    packed = pack([*files_of(folder, "deep/tiny/"), ("__MACOSX/deep/._model.yaml", b"\x00"), ("deep/.DS_Store", b"")])
    from_zip = bring_account(model, [("Later.ZIP", packed)])
    assert from_folder.model_dump() == from_zip.model_dump() == model.model_dump()


def test_everything_wrong_in_a_folder_is_said_with_its_file_and_line(folder, model):
    files = [
        (name, data.replace(b"who: top", b"who: topp").replace(b"who: matter", b"who: mater"))
        for name, data in files_of(folder)
    ]
    with pytest.raises(DefinitionError) as wrong:
        bring_account(model, files)
    said = [(Path(each.place.file).name, each.what) for each in wrong.value.problems]
    assert {name for name, _ in said} == {"units.yaml"}
    assert any("topp" in what for _, what in said)
    assert any("mater" in what for _, what in said)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ([], "no file was brought"),
        ([("a.zip", b"")], "it is no ZIP file that can be read"),
        ([("a.zip", b"PK\x03\x04 and then nothing")], "it is no ZIP file that can be read"),
        ([("a.zip", pack([("notes.txt", b"x")]))], "'a.zip' has no model.yaml"),
        ([("a.zip", pack([("../model.yaml", b"id: x")]))], "a path in it leads out of it: '../model.yaml'"),
        ([("a.zip", pack([("/etc/model.yaml", b"id: x")]))], "a path in it leads out of it: '/etc/model.yaml'"),
        ([("a.zip", pack([])), ("units.csv", b"Title")], "'a.zip' was brought with other files"),
        ([("one/model.yaml", b""), ("two/model.yaml", b"")], "'what was brought' holds 2 models: one, two"),
        ([("units.yaml", b"units: []")], "'what was brought' has no model.yaml"),
        ([("model.yaml", b"")], "model.yaml"),
        ([("model.yaml", b"\xff\xfe\x00")], "model.yaml"),
    ],
)
def test_files_that_are_no_account_are_refused_in_plain_words(files, says, model):
    with pytest.raises(OrgmodelError) as refused:
        bring_account(model, files)
    assert any(says in str(problem) for problem in refused.value.problems)


def test_a_zip_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    bomb = pack([("model.yaml", b"0" * 60_000_000)])
    assert len(bomb) < 100_000
    with pytest.raises(ImportFileError, match="60 MB together"):
        read_archive("bomb.zip", bomb)
    many = pack([(f"{number}.yaml", b"") for number in range(MOST_FILES + 1)])
    with pytest.raises(ImportFileError, match="2,001 files"):
        read_archive("many.zip", many)


def test_a_zip_that_says_less_than_it_holds_is_damaged():
    data = bytearray(pack([("model.yaml", b"0" * 60_000_000)]))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(mark) + at
        data[start : start + 4] = (10).to_bytes(4, "little")
    with pytest.raises(ImportFileError, match="no ZIP file that can be read"):
        read_archive("liar.zip", bytes(data))


def test_an_account_of_another_organisation_is_refused(folder, model):
    with pytest.raises(UsageError, match="'example' is about 'authority', and the option about 'top'"):
        open_account(model, "example")
    other = [(name, data.replace(b"organisation: top", b"organisation: low")) for name, data in files_of(folder)]
    with pytest.raises(UsageError, match="is about 'low'"):
        bring_account(model, other)


def test_tables_make_an_account_of_a_day_that_has_to_be_said(model):
    tables = [
        ("units.csv", b"Id,Title,Part of,Kind\ntop,Top,,Team\nlow,Lower team,top,Team\n"),
        ("unit_kinds.csv", b"Id,Title\nteam-kind,Team\n"),
        ("posts.csv", b"Id,Title,Unit\nboss,The boss,low\n"),
    ]
    later = bring_account(model, tables, "2025-01-01")
    assert (str(later.about.as_of), set(later.by_id) >= {"top", "low", "boss"}) == ("2025-01-01", True)
    with pytest.raises(UsageError, match="of which day it is has not been said"):
        bring_account(model, tables)
    broken = [("units.csv", b"Id,Title,Part of\ntop,Top,nowhere\n")]
    with pytest.raises(DefinitionError) as wrong:
        bring_account(model, broken, "2025-01-01")
    assert any("nowhere" in str(problem) for problem in wrong.value.problems)


def test_the_accounts_that_are_offered_are_the_others_of_the_same_organisation():
    offered = list_accounts(open_model("home-office-2023").model)
    assert [entry.id for entry in offered] == ["home-office-2007", "home-office-2012"]
    assert list_accounts(open_model("example").model) == []
