"""One file that was read: its plain data, and beside it where each value and each key was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from orgmodel.errors import Place, Problem

Steps = tuple[str | int, ...]


@dataclass(slots=True)
class Spot:
    """Where a value stands, and the same for its parts: the entries of a list or the values of a mapping."""

    line: int
    column: int
    parts: dict[str | int, Spot] = field(default_factory=dict)
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """The plain data of a file (mappings, lists, text, numbers, true, false and null) with its places."""

    file: str
    data: Any
    spot: Spot
    partial: bool = False
    """Whether a part of the file was left out, so that what it defines may be more than what is here."""

    def real_path(self, path: Steps) -> Steps:
        """The part of a path that the file really has. Steps that a validator adds (a union's tag) are left out."""
        data, real = self.data, []
        for step in path:
            if _has(data, step):
                data = data[step]
                real.append(step)
        return tuple(real)

    def value(self, path: Steps) -> Any:
        """The data at the nearest place to a path that the file has."""
        data = self.data
        for step in self.real_path(path):
            data = data[step]
        return data

    def place(self, path: Steps) -> Place:
        """Where the value at a path was written, or the nearest value around it."""
        spot = self._spot(self.real_path(path))
        return Place(self.file, spot.line, spot.column)

    def key_place(self, path: Steps) -> Place:
        """Where the key that ends a path was written; for an entry of a list, where the entry is."""
        real = self.real_path(path)
        around = self._spot(real[:-1])
        if real and real[-1] in around.keys:
            return Place(self.file, *around.keys[str(real[-1])])
        return self.place(path)

    def places(self) -> dict[Steps, Place]:
        """The place of every value, by its path."""
        return {path: Place(self.file, spot.line, spot.column) for path, spot in _walk((), self.spot)}

    def problem(self, path: Steps, what: str, hint: str = "") -> Problem:
        """A problem with the value at a path."""
        return Problem(self.place(path), what, hint)

    def _spot(self, real: Steps) -> Spot:
        spot = self.spot
        for step in real:
            spot = spot.parts[step]
        return spot


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)


def _walk(path: Steps, spot: Spot) -> Iterator[tuple[Steps, Spot]]:
    yield path, spot
    for step, part in spot.parts.items():
        yield from _walk((*path, step), part)
