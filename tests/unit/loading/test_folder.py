import os
from pathlib import Path

import pytest

from orgmodel.loading import DiskFiles, load_model
from tests.unit.loading.building import BASE, lines, write


class Refusing(DiskFiles):
    """Files of which one cannot be read, or says that it is large."""

    def __init__(self, name: str, size: int | None = None) -> None:
        self.name, self.pretended = name, size
        self.were_read: list[str] = []

    def list_folder(self, folder: Path) -> list[Path]:
        if folder.name == self.name:
            raise PermissionError(13, "Permission denied")
        return super().list_folder(folder)

    def size(self, path: Path) -> int:
        return self.pretended if self.pretended and path.name == self.name else super().size(path)

    def read(self, path: Path) -> bytes:
        self.were_read.append(path.name)
        if path.name == self.name:
            raise OSError(5, "Input/output error")
        return super().read(path)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE, "more.yaml": "units: []"})

    assert lines(tiny, Refusing("more.yaml")) == [
        "tiny/more.yaml: this cannot be read: Input/output error | See who may read it, or copy it again.",
    ]


def test_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE, "people/more.yaml": "units: []"})

    assert lines(tiny, Refusing("people")) == [
        "tiny/people: this cannot be read: Permission denied | See who may read it, or copy it again.",
    ]


def test_a_file_above_20_mb_is_not_even_read(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE, "more.yaml": "units: []"})
    files = Refusing("more.yaml", size=21 * 1024 * 1024)

    assert lines(tiny, files) == [
        (
            "tiny/more.yaml: the file is 21 MB; at most 20 MB are read | "
            "Put long tables into CSV files named after their list, and cut them into several."
        ),
    ]
    assert "more.yaml" not in files.were_read


def test_a_file_of_20_mb_is_read(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE, "more.yaml": b"units: []\n" + b"#" * (20 * 1024 * 1024 - 10)})

    assert lines(tiny) == []


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_link_that_leads_out_of_the_folder(tmp_path: Path, kind: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "more.yaml").write_text("units: []")
    tiny = write(tmp_path, {"base.yaml": BASE})
    target = outside / "more.yaml" if kind == "file" else outside
    (tiny / "linked.yaml" if kind == "file" else tiny / "linked").symlink_to(target)
    name = "linked.yaml" if kind == "file" else "linked"

    assert lines(tiny) == [
        (
            f"tiny/{name}: this is a link that leads out of the folder, to {target} | "
            "Copy what it leads to into the folder."
        ),
    ]


def test_a_link_to_model_yaml_outside(tmp_path: Path) -> None:
    other = write(tmp_path / "other", {})
    tiny = write(tmp_path, {"base.yaml": BASE}, model=None)
    (tiny / "model.yaml").symlink_to(other / "model.yaml")

    assert [line.split(",")[0] for line in lines(tiny)] == [
        "tiny/model.yaml: this is a link that leads out of the folder",
    ]


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE})
    (tiny / "linked.yaml").symlink_to(tiny / "gone.yaml")

    assert lines(tiny) == ["tiny/linked.yaml: this is a link that leads nowhere | Delete it."]


def test_links_in_a_circle(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE})
    (tiny / "a.yaml").symlink_to(tiny / "b.yaml")
    (tiny / "b.yaml").symlink_to(tiny / "a.yaml")

    assert lines(tiny) == [
        f"tiny/{name}: this cannot be read: Too many levels of symbolic links | See who may read it, or copy it again."
        for name in ("a.yaml", "b.yaml")
    ]


def test_links_within_the_folder_are_read_once(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE})
    (tiny / "again.yaml").symlink_to(tiny / "base.yaml")
    (tiny / "round").symlink_to(tiny)

    assert len(load_model(tiny).posts) == 1


def test_a_folder_that_is_itself_a_link(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE})
    (tmp_path / "linked").symlink_to(tiny)

    assert load_model(tmp_path / "linked").id == "tiny"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    tiny = write(tmp_path, {"base.yaml": BASE})
    os.mkfifo(tiny / "pipe.yaml")

    assert lines(tiny) == ["tiny/pipe.yaml: this is not an ordinary file | Delete it, or give it another name."]
