"""Asking without a server: a copy of the graph on disk, and for each question a process of its own that reads it.

This side never runs a query. It starts the child with nothing in its environment, reads what it says line by line,
and ends it at the limit of time, rows or bytes.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from orgmodel.errors import EngineError
from orgmodel.graph.asking import child
from orgmodel.graph.asking.folder import OwnedFolder
from orgmodel.graph.asking.hints import explain_embedded
from orgmodel.graph.asking.plans import check_embedded_plan
from orgmodel.graph.asking.port import MIB, Answer, Asker, Gathering, Limits, StoppedError
from orgmodel.graph.embedded import write_database
from orgmodel.graph.rows import Rows

SECONDS_TO_START = 60.0
MOST_AT_ONCE = 4
"""Questions that run at a time, since each may take its share of memory; others wait."""
SECONDS_TO_WAIT = 60.0
LARGEST = 8192 * MIB


class EmbeddedAsker(Asker):
    """One version of one model, written once; safe to share between threads, since each question has its process."""

    def __init__(self, rows: Rows, inside: Path | None = None) -> None:
        self.model = rows.model
        self._room = threading.BoundedSemaphore(MOST_AT_ONCE)
        self._folder = OwnedFolder(inside)
        try:
            self._path = self._folder.path / "graph.lbug"
            write_database(self._path, rows)
            self._folder.protect()
        except BaseException:
            self._folder.remove()
            raise

    @property
    def folder(self) -> Path:
        """Where the copy is."""
        return self._folder.path

    def ask(self, cypher: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
        told = {
            "path": str(self._path),
            "query": cypher,
            "parameters": {"model": self.model} | dict(parameters),
            "memory": limits.memory,
            "largest": LARGEST,
            "seconds": limits.seconds,
            "rows": limits.rows,
        }
        with self._place(), _started(self._folder.empty) as process:
            return _Conversation(process, limits, cypher).hold(told)

    @contextmanager
    def _place(self) -> Iterator[None]:
        """A place among those that are asking; raises EngineError where none becomes free in time."""
        if not self._room.acquire(timeout=SECONDS_TO_WAIT):
            raise EngineError("too many questions are being asked at once", "Ask again in a moment.")
        try:
            yield
        finally:
            self._room.release()

    def close(self) -> None:
        self._folder.remove()


@contextmanager
def _started(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A child in an empty folder with an empty environment; killed when the block ends, however it ends."""
    process = subprocess.Popen(
        [sys.executable, "-I", str(Path(child.__file__))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={"SYSTEMROOT": os.environ["SYSTEMROOT"]} if "SYSTEMROOT" in os.environ else {},
        close_fds=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                stream.close()  # type: ignore[union-attr]


class _Conversation:
    """What is said to a child and heard from it about one question."""

    def __init__(self, process: subprocess.Popen[bytes], limits: Limits, cypher: str) -> None:
        self._process, self._limits, self._cypher = process, limits, cypher
        self._heard: queue.Queue[bytes] = queue.Queue(maxsize=64)
        self._ended = threading.Event()
        self._size = 0
        self._deadline = time.monotonic() + SECONDS_TO_START

    def hold(self, told: Mapping[str, Any]) -> Answer:
        """Ask, and gather the answer until it is whole or large enough."""
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        try:
            self._say(told)
            self._hear("ready")
            self._deadline = time.monotonic() + self._limits.seconds
            check_embedded_plan(str(self._hear("plan")))
            self._say(True)
            return self._gather(tuple(self._hear("columns")))
        finally:
            self._ended.set()

    def _gather(self, columns: tuple[str, ...]) -> Answer:
        gathering = Gathering(columns, self._limits)
        while True:
            line = self._next()
            if "row" not in line:
                return gathering.answer(whole=True)
            if not gathering.add(tuple(line["row"]), self._size):
                return gathering.answer(whole=False)

    def _hear(self, wanted: str) -> Any:
        line = self._next()
        if wanted not in line:
            raise EngineError("the embedded engine's process answered with something else", "Ask again.")
        return line[wanted]

    def _next(self) -> dict[str, Any]:
        """The next line. One that was cut off because it is too long is an empty row of its size."""
        try:
            heard = self._heard.get(timeout=max(0.0, self._deadline - time.monotonic()))
        except queue.Empty:
            raise self._too_slow() from None
        self._size = len(heard)
        if self._size > self._limits.size:
            return {"row": ()}
        if not heard.endswith(b"\n"):
            raise self._died()
        line = json.loads(heard)
        if "refused" in line:
            raise explain_embedded(str(line["refused"]), self._cypher)
        return dict(line)

    def _say(self, word: Any) -> None:
        stream = self._process.stdin
        with contextlib.suppress(BrokenPipeError, OSError):  # that it died is seen where it should answer
            if stream is not None:
                stream.write(json.dumps(word).encode() + b"\n")
                stream.flush()

    def _listen(self, stream: IO[bytes]) -> None:
        """Read lines no longer than may be kept, and wait where they are not wanted yet."""
        with contextlib.suppress(OSError, ValueError):
            while not self._ended.is_set():
                line = stream.readline(self._limits.size + 2)
                while not self._ended.is_set():
                    with contextlib.suppress(queue.Full):
                        self._heard.put(line, timeout=0.1)
                        break
                if not line.endswith(b"\n"):
                    return

    def _too_slow(self) -> StoppedError:
        return StoppedError(
            f"the query was stopped after {self._limits.seconds:g} seconds",
            "Ask for less: name labels and types, bound paths as in *1..5, join parts of the pattern. "
            "Or give it more time with --timeout.",
        )

    def _died(self) -> StoppedError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)
        return StoppedError(
            f"the query ended the process that ran it (code {self._process.returncode}); nothing else was touched",
            "It took more memory than it may, or is too much for the engine. Ask for less.",
        )
