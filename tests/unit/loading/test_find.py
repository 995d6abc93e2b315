from pathlib import Path

import pytest

from orgmodel.errors import DefinitionError
from orgmodel.loading import DiskFiles, find_models, read_document, read_documents, read_options
from tests.unit.loading.building import MODEL, show, write


def test_models_are_found_in_a_folder_and_in_the_folders_of_a_folder(tmp_path: Path) -> None:
    tiny, other = write(tmp_path, {}), write(tmp_path / "more", {}, model=MODEL.replace("tiny", "other"))
    (tmp_path / "empty").mkdir()

    assert find_models([tmp_path, other, tmp_path / "nowhere"]) == [("other", other), ("tiny", tiny)]


@pytest.mark.parametrize("model", ["id: [", "[]", "title: No id", "id: 7", ""])
def test_a_model_that_cannot_be_read_goes_by_its_folder(tmp_path: Path, model: str) -> None:
    tiny = write(tmp_path, {}, model=model)

    assert find_models([tmp_path]) == [("tiny", tiny)]


def test_a_folder_that_may_not_be_looked_into_holds_no_models(tmp_path: Path) -> None:
    class Closed(DiskFiles):
        def list_folder(self, folder: Path) -> list[Path]:
            raise PermissionError(13, "Permission denied")

    write(tmp_path, {})

    assert find_models([tmp_path], Closed()) == []


def test_options_are_documents_with_places(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"options/b.yaml": "id: b\nchanges:\n- {do: rename}\n", "options/a.yml": "id: a\n"})

    first, second = read_options(tiny)

    assert (first.file, first.data) == ("tiny/options/a.yml", {"id": "a"})
    assert second.data == {"id": "b", "changes": [{"do": "rename"}]}
    assert str(second.place(("changes", 0, "do"))) == "tiny/options/b.yaml:3:8"


def test_without_a_folder_of_options_there_are_none(tmp_path: Path) -> None:
    assert read_options(write(tmp_path, {})) == []


def test_documents_are_all_read_or_none(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"options/a.yaml": "a: 1\na: 2", "options/b.yaml": "b: [", "options/c.yaml": "c: 1"})

    with pytest.raises(DefinitionError) as raised:
        read_documents(tiny / "options")

    assert [show(problem) for problem in raised.value.problems] == [
        "options/a.yaml:2:1: the key 'a' is written twice: first at options/a.yaml:1:1 | Keep one of the two.",
        (
            "options/b.yaml:2:1: this is not YAML: a value or a closing bracket is missing before this place | "
            "Close every '[' with ']' and every '{' with '}'."
        ),
    ]


def test_a_text_that_came_from_no_file_is_read_under_a_name() -> None:
    assert read_document("a: 1", "the answer").data == {"a": 1}
    with pytest.raises(DefinitionError) as raised:
        read_document("", "the answer")
    assert [problem.place.file for problem in raised.value.problems] == ["the answer"]
