"""The port to the disk: list, size and read. Everything else in this package works on bytes and text."""

from __future__ import annotations

import stat
from abc import ABC, abstractmethod
from pathlib import Path


class Files(ABC):
    """What loading needs of a file system. Every method may raise OSError."""

    @abstractmethod
    def list_folder(self, folder: Path) -> list[Path]:
        """The entries of a folder, in the order of their names."""

    @abstractmethod
    def kind(self, path: Path) -> str:
        """One of `file`, `folder`, `other` (a pipe, a device) and `missing`; links are followed."""

    @abstractmethod
    def resolve(self, path: Path) -> Path:
        """Where a path really leads, every link followed."""

    @abstractmethod
    def size(self, path: Path) -> int:
        """The size of a file in bytes."""

    @abstractmethod
    def read(self, path: Path) -> bytes:
        """The whole of a file."""


class DiskFiles(Files):
    """The files of this machine."""

    def list_folder(self, folder: Path) -> list[Path]:
        return sorted(folder.iterdir())

    def kind(self, path: Path) -> str:
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            return "missing"
        return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else "other"

    def resolve(self, path: Path) -> Path:
        return path.resolve()

    def size(self, path: Path) -> int:
        return path.stat().st_size

    def read(self, path: Path) -> bytes:
        return path.read_bytes()
