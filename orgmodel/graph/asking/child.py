"""The process in which a typed query runs: it opens a copy of the graph to read, gives up what it can, and answers.

Started with `python -I child.py`, so that it imports nothing of ours: on standard input comes one line of JSON with
what to do, and the input stays open as long as somebody waits for the answer. On standard output go lines of JSON:
`ready`, then either `refused` or `columns`, rows and `end`.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import ladybug

THREADS = 2
INTERNAL = ("_ID", "_SRC", "_DST")


def main() -> None:
    """Answer one question, then end."""
    asked = json.loads(sys.stdin.readline())
    database = ladybug.Database(
        asked["path"],
        read_only=True,
        buffer_pool_size=asked["memory"],
        max_db_size=asked["largest"],
        max_num_threads=THREADS,
    )
    connection = ladybug.Connection(database, num_threads=THREADS)
    _run(connection, "RETURN 1", {})
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    given_up = give_up(asked["memory"], asked["seconds"])
    say({"ready": given_up})
    try:
        drawing = _run(connection, f"EXPLAIN LOGICAL\n{asked['query']}", asked["parameters"]).get_next()
        say({"plan": next(iter(drawing))})
        if json.loads(_wait_for_leave()) is not True:
            return
        _answer(connection, asked)
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever asked is told
        say({"refused": str(error)[:4000] or type(error).__name__})


def _answer(connection: ladybug.Connection, asked: dict[str, Any]) -> None:
    result = _run(connection, asked["query"], asked["parameters"])
    say({"columns": result.get_column_names()})
    for _ in range(asked["rows"] + 1):
        if not result.has_next():
            break
        say({"row": [_plain(value) for value in list(result.get_next())]})
    say({"end": True})


def _run(connection: ladybug.Connection, query: str, parameters: dict[str, Any]) -> ladybug.QueryResult:
    result = connection.execute(query, parameters)
    if isinstance(result, list):
        raise ValueError("multiple statements")
    return result


def say(line: dict[str, Any]) -> None:
    """Write one line to whoever asked."""
    sys.stdout.write(json.dumps(line, default=str) + "\n")
    sys.stdout.flush()


_leave: list[str] = []
_has_leave = threading.Event()


def _wait_for_leave() -> str:
    _has_leave.wait()
    return _leave[0]


def _end_with_the_parent() -> None:
    """Take the one word that lets the query run; when the input ends, nobody waits for an answer any more."""
    _leave.append(sys.stdin.readline() or "null")
    _has_leave.set()
    while sys.stdin.read(1):
        pass
    os._exit(1)


def give_up(memory: int, seconds: float) -> list[str]:
    """Give up what the system lets a process give up, and return what was: files, processes, memory, time."""
    try:
        import resource
    except ImportError:  # Windows has none of these; the other walls stand there
        return []
    wanted: list[tuple[str, Callable[[], int]]] = [
        ("RLIMIT_CORE", lambda: 0),
        ("RLIMIT_FSIZE", lambda: 0),
        ("RLIMIT_NPROC", lambda: 0),
        ("RLIMIT_AS", lambda: _mapped() + 2 * memory),
        ("RLIMIT_CPU", lambda: int(seconds * THREADS) + 5),
        ("RLIMIT_NOFILE", lambda: 3),  # what is open stays open; nothing can be opened any more
    ]
    done = []
    for name, amount in wanted:
        with contextlib.suppress(AttributeError, OSError, ValueError):
            limit = amount()
            resource.setrlimit(getattr(resource, name), (limit, limit))
            done.append(name)
    return done


def _mapped() -> int:
    """The bytes of address space in use; raises OSError where the system does not say."""
    with open("/proc/self/statm", encoding="ascii") as said:
        return int(said.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _plain(value: Any) -> Any:
    """A value as JSON can hold it, without the engine's own numbers."""
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in _told(value)}
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else value


def _told(value: dict[Any, Any]) -> Iterator[tuple[Any, Any]]:
    """The properties of a thing that it has; an engine lists those of every other kind of thing, too."""
    thing = "_LABEL" in value
    for name, part in value.items():
        if not thing or (name not in INTERNAL and part is not None):
            yield name, part


if __name__ == "__main__":
    main()
