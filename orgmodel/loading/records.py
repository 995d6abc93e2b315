"""The records of a set of documents as they were written, each with where it stands; and the ids that they define.

References are checked on what was written, not on what was validated, so that one mistake does not hide another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from orgmodel.errors import Place, Problem
from orgmodel.loading.document import Document, Steps
from orgmodel.loading.lists import CLASSES, LABEL_NOUNS, noun_of
from orgmodel.model import LABELS


@dataclass(frozen=True)
class Entry:
    """One record as it was written. `label` is that of the graph, or the name of its list where it has none."""

    label: str
    noun: str
    data: dict[str, Any]
    document: Document
    path: Steps

    @property
    def ident(self) -> str | None:
        """The id of the record, where it has one that is text."""
        ident = self.data.get("id") if self.label in LABEL_NOUNS else None
        return ident if isinstance(ident, str) else None

    @property
    def name(self) -> str:
        """How a message calls the record."""
        return f"{self.noun} '{self.ident}'" if self.ident else f"this {self.noun}"

    def problem(self, path: Steps, what: str, hint: str = "") -> Problem:
        """A problem at a path within the record."""
        return self.document.problem((*self.path, *path), what, hint)


@dataclass(frozen=True)
class Identity:
    """What an id stands for, and where that is defined."""

    label: str
    place: Place

    @property
    def noun(self) -> str:
        """What the thing is, with its article."""
        return LABEL_NOUNS[self.label]


def list_entries(documents: list[Document]) -> Iterator[Entry]:
    """Every record that is a mapping, in the order of the documents; the stages of a process follow it."""
    for document in documents:
        if not isinstance(document.data, dict):
            continue
        for name in CLASSES:
            for index, data in _mappings(document.data.get(name)):
                path: Steps = (name, index)
                yield Entry(LABELS.get(name, name), noun_of(name), data, document, path)
                if name == "processes":
                    for number, stage in _mappings(data.get("stages")):
                        yield Entry("Stage", "stage", stage, document, (*path, "stages", number))


def find_ids(entries: list[Entry], problems: list[Problem]) -> dict[str, Identity]:
    """What each id stands for. An id that is defined twice is a problem that names both places."""
    ids: dict[str, Identity] = {}
    for entry in entries:
        ident = entry.ident
        if ident is None:
            continue
        found = Identity(entry.label, entry.document.place((*entry.path, "id")))
        first = ids.setdefault(ident, found)
        if first is not found:
            what = f"the id '{ident}' is used twice: here for {found.noun}, and for {first.noun} at {first.place}"
            problems.append(Problem(found.place, what, "Give one of the two another id: ids are unique in a model."))
    return ids


def _mappings(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    if isinstance(value, list):
        yield from ((index, part) for index, part in enumerate(value) if isinstance(part, dict))
