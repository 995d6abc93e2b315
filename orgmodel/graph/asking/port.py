"""What asking a typed question means for any engine: its limits, its answer, and how it is refused or stopped."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from orgmodel.errors import EngineError, UsageError

MIB = 2**20


class RefusedError(UsageError):
    """A question that is not run: it cannot be read, or would do more than read the graph."""


class StoppedError(EngineError):
    """A question that was begun and stopped: it took longer, or more memory, than it may."""


@dataclass(frozen=True)
class Limits:
    """How much one question may take: seconds, rows and bytes of the answer, and memory where it can be bounded."""

    seconds: float = 10.0
    rows: int = 1000
    size: int = 8 * MIB
    memory: int = 512 * MIB

    def __post_init__(self) -> None:
        if not 0 < self.seconds <= 600:
            raise UsageError(f"{self.seconds:g} seconds is no time limit", "Give more than 0, and at most 600.")
        if not 0 < self.rows <= 100_000:
            raise UsageError(f"{self.rows} is no limit of rows", "Give a number from 1 to 100000.")


@dataclass(frozen=True)
class Answer:
    """Columns and rows; `stopped` says why there are no more rows, where there would be more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    stopped: str = ""


class Gathering:
    """Rows as they come, until there are as many, or they are as large, as they may be."""

    def __init__(self, columns: tuple[str, ...], limits: Limits) -> None:
        self._columns, self._limits = columns, limits
        self._rows: list[tuple[Any, ...]] = []
        self._size = 0

    def add(self, row: tuple[Any, ...], size: int) -> bool:
        """Take a row of a size in bytes; False where there is no room for it. One row too large is a StoppedError."""
        self._size += size
        room = len(self._rows) < self._limits.rows and self._size <= self._limits.size
        if room:
            self._rows.append(row)
        elif not self._rows:
            raise StoppedError(
                f"one row of the answer is larger than {self._limits.size / MIB:g} MB", "Return less of each thing."
            )
        return room

    def answer(self, whole: bool) -> Answer:
        """What was gathered, and why it is not more."""
        if whole:
            return Answer(self._columns, tuple(self._rows))
        many = len(self._rows) == self._limits.rows
        reason = "there are more" if many else f"the answer is larger than {self._limits.size / MIB:g} MB"
        return Answer(self._columns, tuple(self._rows), f"stopped at {len(self._rows)} rows: {reason}")


class Asker(ABC):
    """One version of one model, without the data about people, and an engine that answers questions about it."""

    model: str
    """The `id@version` that `$model` is bound to."""

    @abstractmethod
    def ask(self, cypher: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
        """Run one reading query. `model` is among its parameters already.

        Raises RefusedError where it is not run, StoppedError where it took too much, EngineError where the engine
        cannot answer.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of whatever the asker holds, on disk and in memory."""
