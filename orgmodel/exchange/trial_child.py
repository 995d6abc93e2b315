"""The process in which a workbook is opened for the first time: if it ends there, nothing else does.

Started with `python -I trial_child.py MEMORY SECONDS`, so that it imports nothing of ours; the workbook comes on
standard input. It ends with 0 also where the workbook cannot be read: whoever asked will meet that, and can say it.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys


def main() -> None:
    """Open every sheet, within the memory (bytes beyond what is in use) and processor time (seconds) given."""
    memory, seconds = map(int, sys.argv[1:])
    with contextlib.suppress(ImportError):
        import python_calamine

        data = sys.stdin.buffer.read()
        give_up(memory, seconds)
        with contextlib.suppress(Exception):
            book = python_calamine.load_workbook(io.BytesIO(data))
            for name in book.sheet_names:
                with contextlib.suppress(Exception):
                    book.get_sheet_by_name(name)


def give_up(memory: int, seconds: int) -> None:
    """Take no more than this of the machine, where the system has such limits."""
    try:
        import resource
    except ImportError:  # Windows has none; there a workbook that asks for too much ends this process alone
        return
    with contextlib.suppress(OSError, ValueError):
        with open("/proc/self/statm", encoding="ascii") as said:
            mapped = int(said.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (mapped + memory, mapped + memory))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
