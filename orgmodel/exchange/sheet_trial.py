"""A first try at opening workbooks in a process of its own: a few bytes can make the reader ask for all memory.

A cell in the last corner of a sheet is enough, or a damaged length. What survives the try is then read as ever.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from orgmodel.errors import ImportFileError, Place, Problem
from orgmodel.exchange.sheets import OLE, ZIP

CHILD = Path(__file__).with_name("trial_child.py")
MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 120


def check_workbooks(files: Iterable[tuple[str, bytes]]) -> None:
    """Raise ImportFileError with each workbook that ends the process which opens it. Other files are not looked at."""
    problems = [
        Problem(
            Place(name),
            "the workbook asks for more memory or time than there is: it is damaged, or a cell far out is filled",
            "Copy the cells that you need into a new workbook, or save it as CSV (UTF-8).",
        )
        for name, data in files
        if data.startswith((ZIP, OLE)) and not _survives(data)
    ]
    if problems:
        raise ImportFileError(problems)


def _survives(data: bytes) -> bool:
    command = [sys.executable, "-I", str(CHILD), str(MOST_MEMORY), str(MOST_SECONDS)]
    quiet = subprocess.DEVNULL
    try:
        # Twice the processor time, for a machine on which others are at work.
        done = subprocess.run(command, input=data, stdout=quiet, stderr=quiet, timeout=2 * MOST_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode in (0, 1)
