"""Which files of a folder are read, and what keeps one from being read: links out, size, kind, permission."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from orgmodel.errors import Place, Problem
from orgmodel.loading.csv_text import read_csv
from orgmodel.loading.document import Document
from orgmodel.loading.files import Files
from orgmodel.loading.text import read_text
from orgmodel.loading.yaml_text import TABLES, read_yaml

LARGEST = 20 * 1024 * 1024
YAML = (".yaml", ".yml")
READ = (*YAML, ".csv")
NOT_DEFINITIONS = ("options", "queries", "tests")


@dataclass
class Folder:
    """A folder of definitions that is being read; `base` is what the names of files in messages are relative to."""

    path: Path
    base: Path
    files: Files
    problems: list[Problem]
    unread: list[str] = field(default_factory=list)
    seen: set[Path] = field(default_factory=set)

    def read(self, skipped: tuple[str, ...] = ()) -> list[Document]:
        """Every document in the folder, sorted by the names of their files. `skipped` are folders at its top."""
        found: list[Document] = []
        for path in self.list_files(skipped):
            document = self.read_file(path)
            if document:
                found.append(document)
            if document is None or document.partial:
                self.unread.append(self.name(path))
        return found

    def list_files(self, skipped: tuple[str, ...] = ()) -> list[Path]:
        """The files to be read, sorted by name; what may not be read is a problem."""
        return sorted(self._walk(self.path, skipped), key=self.name)

    def read_file(self, path: Path) -> Document | None:
        """The document in one file, or None with a problem."""
        name = self.name(path)
        try:
            size = self.files.size(path)
            if size > LARGEST:
                self._add(
                    path,
                    f"the file is {size / 1024 / 1024:.0f} MB; at most 20 MB are read",
                    TABLES,
                )
                return None
            raw = self.files.read(path)
        except OSError as error:
            self._add_unreadable(path, error)
            return None
        text = read_text(raw, name, self.problems)
        if text is None:
            return None
        return (read_csv if path.suffix.lower() == ".csv" else read_yaml)(text, name, self.problems)

    def holds(self, path: Path) -> bool:
        """Whether there is such a file or folder; one that cannot be looked at is there."""
        try:
            return self.files.kind(path) != "missing"
        except OSError:
            return True

    def admit(self, path: Path) -> str | None:
        """The kind of an entry that is to be read, `file` or `folder`; None where it is not ours or is a problem."""
        try:
            return self._admit(path)
        except (OSError, RuntimeError) as error:
            self._add_unreadable(path, error)
            return None

    def name(self, path: Path) -> str:
        """The name of a file in messages."""
        return path.relative_to(self.base).as_posix()

    def _walk(self, folder: Path, skipped: tuple[str, ...]) -> Iterator[Path]:
        try:
            entries = self.files.list_folder(folder)
        except OSError as error:
            self._add_unreadable(folder, error)
            return
        for path in entries:
            if path.name.startswith(".") or path.name in skipped:
                continue
            kind = self.admit(path)
            if kind == "folder":
                yield from self._walk(path, ())
            elif kind == "file":
                yield path

    def _admit(self, path: Path) -> str | None:
        kind = self.files.kind(path)
        if kind != "folder" and path.suffix.lower() not in READ:
            return None
        real = self.files.resolve(path)
        if not real.is_relative_to(self.files.resolve(self.path)):
            self._add(
                path,
                f"this is a link that leads out of the folder, to {real}",
                "Copy what it leads to into the folder.",
            )
        elif kind == "missing":
            self._add(path, "this is a link that leads nowhere", "Delete it.")
        elif kind == "other":
            self._add(path, "this is not an ordinary file", "Delete it, or give it another name.")
        elif real not in self.seen:
            self.seen.add(real)
            return kind
        return None

    def _add(self, path: Path, what: str, hint: str) -> None:
        self.problems.append(Problem(Place(self.name(path)), what, hint))
        self.unread.append(self.name(path))

    def _add_unreadable(self, path: Path, error: OSError | RuntimeError) -> None:
        reason = getattr(error, "strerror", None) or error
        self._add(path, f"this cannot be read: {reason}", "See who may read it, or copy it again.")
