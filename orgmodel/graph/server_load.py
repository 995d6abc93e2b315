"""How a version gets into a Neo4j server, whole or not at all: lease, clearing, batches, and the flip of the pointer.

It is given a way to run statements in one transaction, and knows nothing of the driver.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from orgmodel.errors import EngineError
from orgmodel.graph.port import Loaded, Progress
from orgmodel.graph.rows import Rows
from orgmodel.graph.schema import LABELS
from orgmodel.graph.server_errors import ConnectionLostError
from orgmodel.graph.server_statements import (
    FLIP,
    LOCK,
    RECORD,
    RELEASE,
    RENEW,
    TAKE,
    Chunk,
    batches,
    clear_statement,
)

T = TypeVar("T")
Run = Callable[[str, dict[str, Any]], list[dict[str, Any]]]
"""Runs one statement inside the open transaction, and returns its rows."""


class Transact(Protocol):
    """Runs work in one writing transaction: committed when the work returns, rolled back when it raises."""

    def __call__(self, work: Callable[[Run], T]) -> T: ...


@dataclass(frozen=True)
class Pointers:
    """What a Model node said when the lease was taken: the versions that readers may be at, and all that may exist."""

    current: str | None
    previous: str | None
    versions: tuple[str, ...]

    @property
    def kept(self) -> list[str]:
        """The versions that must not be touched."""
        return [version for version in (self.current, self.previous) if version]


class VersionLoader:
    """One load of one version. Everything it writes is written while it holds the lease of the model id."""

    def __init__(self, transact: Transact, rows: Rows, lease_seconds: float, batch: int) -> None:
        self._transact, self._rows, self._batch, self._seconds = transact, rows, batch, lease_seconds
        self._lease = {"id": rows.id, "token": secrets.token_hex(16), "milliseconds": round(lease_seconds * 1000)}

    def load(self, progress: Progress | None = None) -> bool:
        """Make the rows current, and say whether anything had to be written."""
        before = self._take()
        flipping = False
        try:
            if self._rows.model == before.current:
                self._release()
                return False
            self._clear(before)
            if self._rows.model != before.previous:
                self._create(progress)
            flipping = True
            self._flip()
        except ConnectionLostError as error:  # the lease cannot be given back; it ends by itself
            raise self._interrupted(error, before, flipping and error.unknown_outcome) from error
        except BaseException:
            self._release_quietly()
            raise
        return True

    def _take(self) -> Pointers:
        holder = f"{_user()}@{socket.gethostname()}, process {os.getpid()}"

        def take(run: Run) -> dict[str, Any]:
            run(LOCK, self._lease)
            return run(TAKE, {**self._lease, "holder": holder})[0]

        answer = self._transact(take)
        if not answer["taken"]:
            raise self._refused(answer)
        return Pointers(answer["current"], answer["previous"], tuple(answer["versions"]))

    def _held(self, work: Callable[[Run], T]) -> T:
        """Run work in a transaction that takes the lock and checks the lease first, and renews it at its end.

        A loader that slept past its lease thus writes nothing more, even when another has taken over.
        """

        def fenced(run: Run) -> T:
            run(LOCK, self._lease)
            if not run(RENEW, self._lease):
                raise self._lost_lease()
            outcome = work(run)
            run(RENEW, self._lease)
            return outcome

        return self._transact(fenced)

    def _clear(self, before: Pointers) -> None:
        """Delete, in batches, every version that no reader may be at, and what is left of an earlier try at ours."""
        stale = dict.fromkeys((*before.versions, self._rows.model))
        for version in (version for version in stale if version not in before.kept):
            while self._held(lambda run, version=version: self._delete_some(run, version)) == self._batch:  # type: ignore[misc]
                pass
        remaining = list(dict.fromkeys((*before.kept, self._rows.model)))
        self._held(lambda run: run(RECORD, {**self._lease, "versions": remaining}))

    def _delete_some(self, run: Run, version: str) -> int:
        deleted = 0
        for label in LABELS:
            if deleted < self._batch:
                limits = {"model": version, "most": self._batch - deleted}
                deleted += int(run(clear_statement(label), limits)[0]["deleted"])
        return deleted

    def _create(self, progress: Progress | None) -> None:
        done = 0
        for batch in batches(self._rows, self._batch):
            done += self._held(lambda run, batch=batch: _create_batch(run, batch))  # type: ignore[misc]
            if progress:
                progress(done, self._rows.count)

    def _flip(self) -> None:
        def flip(run: Run) -> bool:
            run(LOCK, self._lease)
            return bool(run(FLIP, {**self._lease, "model": self._rows.model}))

        if not self._transact(flip):
            raise self._lost_lease()

    def _release(self) -> None:
        self._transact(lambda run: run(RELEASE, self._lease))

    def _release_quietly(self) -> None:
        """Give the lease back where the server can be reached; otherwise it ends by itself."""
        with contextlib.suppress(EngineError):
            self._release()

    def _refused(self, answer: dict[str, Any]) -> EngineError:
        left = max(1, round(answer["milliseconds_left"] / 1000))
        return EngineError(
            f"'{self._rows.id}' is being loaded by {answer['holder']}, since {answer['since']}; nothing was changed",
            f"Load again when that has ended. If it was killed, its lease ends by itself within {left} seconds.",
        )

    def _lost_lease(self) -> EngineError:
        return EngineError(
            f"the load of '{self._rows.id}' was stopped: it made no progress for {self._seconds:g} seconds, and "
            "another load took over",
            "Readers see whole versions as before. Load again when the other load has ended.",
        )

    def _interrupted(self, error: ConnectionLostError, before: Pointers, unknown_outcome: bool) -> EngineError:
        seen = f"still see {before.current}" if before.current else f"see no version of '{self._rows.id}' yet"
        if unknown_outcome:
            seen = f"see either {before.current or 'no version'} or {self._rows.model}"
        return EngineError(
            f"the load of '{self._rows.id}' was interrupted: {error}. Nothing is half done: readers {seen}",
            "Load again when the server answers: what was left over is cleared then. If it says that another load "
            f"is going on, wait {self._seconds:g} seconds.",
        )


def _create_batch(run: Run, batch: Sequence[Chunk]) -> int:
    created = 0
    for statement, rows in batch:
        count = int(run(statement, {"rows": rows})[0]["created"])
        if count != len(rows):
            raise EngineError(
                f"the load was stopped and undone: {len(rows) - count} of {len(rows)} rows have an end that does not "
                f"exist ({statement.partition('MATCH')[2].strip()[:80]})"
            )
        created += count
    return created


def loaded(rows: Rows, written: bool) -> Loaded:
    """The outcome of a load of these rows."""
    nodes = sum(map(len, rows.nodes.values()))
    return Loaded(rows.model, written, nodes, rows.count - nodes)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "somebody"
