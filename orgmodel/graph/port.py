"""What any graph engine must do for us: hold versions of models side by side, and answer a query over one of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from orgmodel.graph.changes import Changes
from orgmodel.graph.rows import Rows

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Told how many rows are loaded, of how many."""


@dataclass(frozen=True)
class Table:
    """The answer to a query: column names, and rows as tuples in the same order. The order of rows means nothing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as mappings from column name to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Loaded:
    """The outcome of a load: the version that is now current, and whether anything had to be written."""

    model: str
    written: bool
    nodes: int
    relationships: int


class Answering(Protocol):
    """Whatever answers a reading query."""

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        """Run one reading query."""


class Suppose(Protocol):
    """Does work on a version as if some of its rows were others, and returns what the work returns. The work only
    asks; it may be done again where a server asks for that."""

    def __call__(self, changes: Changes, work: Callable[[Answering], T]) -> T: ...


class Engine(ABC):
    """A graph engine. Errors are raised as `orgmodel.errors.EngineError`."""

    name: str

    @abstractmethod
    def load(self, rows: Rows, progress: Progress | None = None) -> Loaded:
        """Make these rows the current version of their model: all of them, or nothing."""

    def load_many(self, many: Sequence[Rows]) -> list[Loaded]:
        """Make the rows of several models current; an engine that can do so at once does."""
        return [self.load(rows) for rows in many]

    def load_alone(self, rows: Rows) -> Loaded:
        """Make these rows current, and let go of other models where nobody else can be reading them: questions over
        many models one after the other are quicker in small graphs. On a server it is a load like any other."""
        return self.load(rows)

    @abstractmethod
    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        """Run one reading query."""

    @abstractmethod
    def supposing(self, rows: Rows) -> AbstractContextManager[Suppose]:
        """A way to ask of a version that is loaded what would be if some of its rows were others. Nobody else sees
        what is supposed, and nothing of it stays."""

    @abstractmethod
    def current(self, model_id: str) -> str | None:
        """The `id@version` that is current for a model id, or None. Resolve it once, then pass it as `$model`."""

    @abstractmethod
    def describe(self) -> str:
        """The engine and its version, for people; never a password."""

    @abstractmethod
    def close(self) -> None:
        """Let go of connections and memory."""
