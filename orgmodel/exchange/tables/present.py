"""What a folder holds before an import: its records with the files they stand in, and what the last import wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from typing import Any

from orgmodel.errors import DefinitionError, Place, Problem
from orgmodel.exchange.people import PERSONAL
from orgmodel.exchange.tables.identities import KEYS, key_of
from orgmodel.loading import DiskFiles, Document, Files, read_documents
from orgmodel.loading.lists import CLASSES
from orgmodel.model import LABELS

MODEL_FILE = "model.yaml"
LAST_IMPORT = ".last-import.json"
VERSION = 1
NOT_RECORDS = ("options/", "queries/")


def home_of(name: str) -> str:
    """The file that an import writes a list to; people have a folder that version control leaves out."""
    return f"people/imported-{name}.yaml" if name in PERSONAL else f"imported/{name}.yaml"


def base_of(name: str) -> str:
    """The file in which the last import of a list is remembered, beside the list."""
    return f"{home_of(name).partition('/')[0]}/{LAST_IMPORT}"


@dataclass(frozen=True)
class Kept:
    """One record as it stands in the folder."""

    list: str
    key: str
    data: dict[str, Any]
    document: Document
    index: int

    @property
    def is_ours(self) -> bool:
        """Whether it stands in the file that imports write; all other files are only ever read."""
        return self.document.file == home_of(self.list)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.document.place((self.list, self.index))


@dataclass
class Present:
    """A folder: its records by list and key, the documents and texts of its files, and the last import."""

    records: dict[str, dict[str, Kept]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    last: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)

    def id_of_title(self, name: str, title: str) -> str | None:
        """The id that a thing of a title had in the last import, or has in the folder; None where none has it."""
        for titles in (self._titles_last, self._titles_now):
            found = titles.get((name, title.casefold()), [])
            if len(found) == 1:
                return found[0]
        return None

    @cached_property
    def _titles_last(self) -> dict[tuple[str, str], list[str]]:
        return _by_title((name, key, data) for name, records in self.last.items() for key, data in records.items())

    @cached_property
    def _titles_now(self) -> dict[tuple[str, str], list[str]]:
        return _by_title((kept.list, kept.key, kept.data) for each in self.records.values() for kept in each.values())

    def named(self) -> Iterator[tuple[str, str, str]]:
        """Label, id and title of everything that can be named."""
        for name, records in self.records.items():
            for kept in records.values():
                if name not in KEYS:
                    yield LABELS.get(name, name), kept.key, str(kept.data.get("title", ""))


def read_present(folder: Path, files: Files | None = None) -> Present:
    """What a folder holds; nothing where it is not there. Raises DefinitionError where it cannot be read."""
    disk, folder = files or DiskFiles(), Path(folder).absolute()
    present = Present()
    if disk.kind(folder) != "folder":
        return present
    for document in read_documents(folder, base=folder, files=disk):
        if not document.file.startswith(NOT_RECORDS) and isinstance(document.data, dict):
            present.documents[document.file] = document
            _add_records(document, present)
    for name in CLASSES:
        path = folder / home_of(name)
        if disk.kind(path) == "file":
            present.texts[home_of(name)] = disk.read(path).decode("utf-8-sig")
    for base in dict.fromkeys(map(base_of, CLASSES)):
        if disk.kind(folder / base) == "file":
            content = disk.read(folder / base)
            present.last |= _read_last(content, base)
            present.texts[base] = content.decode("utf-8")
    return present


def render_last(last: Mapping[str, Mapping[str, Mapping[str, Any]]], base: str) -> str:
    """What is remembered of an import in one file: every list that belongs there, sorted."""
    lists = {name: records for name, records in sorted(last.items()) if base_of(name) == base}
    return json.dumps({"version": VERSION, "lists": lists}, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def _add_records(document: Document, present: Present) -> None:
    for name in CLASSES:
        found = document.data.get(name)
        for index, data in enumerate(found if isinstance(found, list) else ()):
            if isinstance(data, dict):
                records = present.records.setdefault(name, {})
                key = free_key(key_of(name, data), records) if name in KEYS else key_of(name, data)
                records.setdefault(key, Kept(name, key, data, document, index))


def _by_title(records: Iterable[tuple[str, str, dict[str, Any]]]) -> dict[tuple[str, str], list[str]]:
    titles: dict[tuple[str, str], list[str]] = {}
    for name, key, data in records:
        titles.setdefault((name, str(data.get("title", "")).casefold()), []).append(key)
    return titles


def free_key(key: str, taken: Mapping[str, Any]) -> str:
    """A key, with a number behind it where records of a list without ids cannot be told apart otherwise."""
    candidates = chain([key], (f"{key} ({number})" for number in count(2)))
    return next(candidate for candidate in candidates if candidate not in taken)


def _read_last(data: bytes, name: str) -> dict[str, dict[str, dict[str, Any]]]:
    try:
        read = json.loads(data)
        lists = read["lists"] if read["version"] == VERSION else None
    except (ValueError, KeyError, TypeError):
        lists = None
    if not isinstance(lists, dict) or not all(isinstance(records, dict) for records in lists.values()):
        what = "this remembers the last import, and cannot be read"
        hint = "Take it back from version control, or delete it: then what differs has to be settled by hand."
        raise DefinitionError([Problem(Place(name), what, hint)])
    return lists
