"""The folder that a copy of the graph is written to for asking: private, and gone again whatever happens to us.

Whoever made a folder holds a lock on a file in it. One whose maker was killed is taken away by the next that is made.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
import tempfile
import weakref
from pathlib import Path
from typing import BinaryIO

BEGINS = "orgmodel-asking-"
OWNED = "owned"


class OwnedFolder:
    """A new folder under the system's temporary one; removed by `remove`, with the object, or when Python ends."""

    def __init__(self, inside: Path | None = None) -> None:
        parent = inside or Path(tempfile.gettempdir())
        remove_abandoned(parent)
        self.path = Path(tempfile.mkdtemp(prefix=BEGINS, dir=parent))
        self.empty = self.path / "empty"
        self.empty.mkdir(mode=0o500)
        lock = (self.path / OWNED).open("wb")
        _try_lock(lock)
        self.remove = weakref.finalize(self, _remove, self.path, lock)

    def protect(self) -> None:
        """Nothing in it is to be written from now on."""
        for path in self.path.iterdir():
            if path.is_file():
                path.chmod(stat.S_IRUSR)
        self.path.chmod(stat.S_IRUSR | stat.S_IXUSR)


def remove_abandoned(parent: Path) -> None:
    """Take away the folders whose maker is no more; those of others, or in use, stay."""
    for path in parent.glob(f"{BEGINS}*"):
        with contextlib.suppress(OSError):
            if path.is_symlink() or (hasattr(os, "getuid") and path.stat().st_uid != os.getuid()):
                continue
            with (path / OWNED).open("rb") as lock:
                abandoned = _try_lock(lock)
            if abandoned:
                _remove_tree(path)


def _remove(path: Path, lock: BinaryIO) -> None:
    lock.close()
    _remove_tree(path)


def _remove_tree(path: Path) -> None:
    for each in (path, path / "empty"):
        with contextlib.suppress(OSError):
            each.chmod(stat.S_IRWXU)
    for each in path.glob("*"):
        with contextlib.suppress(OSError):
            each.chmod(stat.S_IRWXU)  # Windows removes nothing that is read-only
    shutil.rmtree(path, ignore_errors=True)


def _try_lock(lock: BinaryIO) -> bool:
    """Whether the lock could be had. On Windows an open file cannot be removed, which does the same."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
