"""Whether the folder would load with what an import writes; each problem is brought back to the cell it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from orgmodel.errors import DefinitionError, Place, Problem
from orgmodel.exchange.tables.identities import key_of
from orgmodel.exchange.tables.overlay import OverlayFiles
from orgmodel.exchange.tables.rows import Cell, Incoming
from orgmodel.loading import Document, Files, load_model
from orgmodel.loading.yaml_text import read_yaml
from orgmodel.model import Model

Texts = Mapping[str, str]


def check_result(folder: Path, texts: Texts, incoming: Incoming, files: Files | None) -> Model | list[Problem]:
    """The model that the folder would hold, or every problem: at its cell where a table wrote it, else in its file."""
    try:
        return load_model(folder, OverlayFiles(folder, texts, files))
    except DefinitionError as error:
        base = folder.absolute().name
        names = {problem.place.file: problem.place.file.removeprefix(f"{base}/") for problem in error.problems}
        documents = {
            file: document
            for file, name in names.items()
            if name in texts and (document := read_yaml(texts[name], name, [])) is not None
        }
        maps = {file: _Cells(document, incoming) for file, document in documents.items()}
        return [_at_cell(problem, maps) for problem in error.problems]


class _Cells:
    """From a place in a file that was written to the cell of the table that it came from."""

    def __init__(self, document: Document, incoming: Incoming) -> None:
        self.incoming = incoming
        self.document = document
        self.paths = {(place.line, place.column): path for path, place in document.places().items()}
        keys = {
            (place.line, place.column): path
            for path in self.paths.values()
            if (place := document.key_place(path)) and path
        }
        self.paths |= {spot: path for spot, path in keys.items() if spot not in self.paths}

    def find(self, place: Place) -> Cell | None:
        """The cell, or None where no table said it."""
        path = self.paths.get((place.line, place.column), ())
        if len(path) < 2:
            return None
        name, record = str(path[0]), self.document.value(path[:2])
        row = self.incoming.rows.get(name, {}).get(key_of(name, record)) if isinstance(record, dict) else None
        if row is None or not row.cells:
            return None
        field = str(path[2]) if len(path) > 2 else "title"
        return row.cells.get(field) or next(iter(row.cells.values()))


def _at_cell(problem: Problem, maps: Mapping[str, _Cells]) -> Problem:
    cells = maps.get(problem.place.file)
    cell = cells.find(problem.place) if cells else None
    return replace(cell.problem(problem.what, problem.hint)) if cell else problem


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in the order of files and lines."""
    return tuple(sorted(set(problems)))
