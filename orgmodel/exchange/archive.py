"""A ZIP file that somebody brings, as the files in it by path: read in memory, and no more of it than is allowed."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from orgmodel.errors import ImportFileError, Place, Problem
from orgmodel.exchange.sheets import MOST_BYTES

MOST_FILES = 2_000
LEFT_OUT = ("__MACOSX",)
"""What programs that pack files put in of their own."""


def read_archive(name: str, data: bytes) -> dict[str, bytes]:
    """The files in a ZIP by their path. Raises ImportFileError where it is none, is locked, damaged or too large, or
    where a path leads out of it; `name` is what messages call it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_left_out(entry.filename)]
            _check(name, entries)
            return {_path(name, entry.filename): archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError) as error:
        raise _refused(
            name, "it is no ZIP file that can be read", "Pack the folder once more as a plain ZIP."
        ) from error


def _check(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """That the files in it are not locked and, unpacked, are no more than is read; what a ZIP says of a size is what
    unpacking it gives at most."""
    if any(entry.flag_bits & 1 for entry in entries):
        raise _refused(name, "it is locked with a password", "Pack the folder once more, without a password.")
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES or size > MOST_BYTES:
        what = f"it holds {len(entries):,} files of {size / 1e6:,.0f} MB together"
        most = f"At most {MOST_FILES:,} files of {MOST_BYTES / 1e6:.0f} MB together are read: pack the model alone."
        raise _refused(name, what, most)


def _path(name: str, written: str) -> str:
    path = PurePosixPath(written.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise _refused(
            name, f"a path in it leads out of it: '{written}'", "Pack the folder itself, and nothing above it."
        )
    return str(path)


def _is_left_out(written: str) -> bool:
    return any(part in LEFT_OUT or (part.startswith(".") and part != "..") for part in PurePosixPath(written).parts)


def _refused(name: str, what: str, hint: str) -> ImportFileError:
    return ImportFileError([Problem(Place(name), what, hint)])
