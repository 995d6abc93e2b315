"""A folder as it would be with some files written: the loader reads it before anything touches the disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from orgmodel.loading import DiskFiles, Files


class OverlayFiles(Files):
    """The files of a folder with `texts`, by path relative to it, in the place of what is there or added to it."""

    def __init__(self, folder: Path, texts: Mapping[str, str | bytes], disk: Files | None = None) -> None:
        self.disk = disk or DiskFiles()
        self.texts = {folder.absolute() / name: _bytes(text) for name, text in texts.items()}
        self.folders = {folder.absolute(), *(above for path in self.texts for above in path.parents)}

    def list_folder(self, folder: Path) -> list[Path]:
        there = self.disk.list_folder(folder) if self.disk.kind(folder) == "folder" else []
        ours = [path for path in (*self.texts, *self.folders) if path.parent == folder and path != folder]
        return sorted({*there, *ours})

    def kind(self, path: Path) -> str:
        if path in self.texts:
            return "file"
        return "folder" if path in self.folders else self.disk.kind(path)

    def resolve(self, path: Path) -> Path:
        return self.disk.resolve(path)

    def size(self, path: Path) -> int:
        return len(self.texts[path]) if path in self.texts else self.disk.size(path)

    def read(self, path: Path) -> bytes:
        return self.texts[path] if path in self.texts else self.disk.read(path)


class NoFiles(Files):
    """No file at all: what is read in memory does not depend on what this machine has."""

    def list_folder(self, folder: Path) -> list[Path]:
        raise FileNotFoundError(str(folder))

    def kind(self, path: Path) -> str:
        return "missing"

    def resolve(self, path: Path) -> Path:
        return path

    def size(self, path: Path) -> int:
        raise FileNotFoundError(str(path))

    def read(self, path: Path) -> bytes:
        raise FileNotFoundError(str(path))


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8") if isinstance(text, str) else text
