"""A folder that an import writes: all of it or nothing, and replaced only while it is as the import left it."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from orgmodel.errors import UsageError

MARK = ".orgmodel-import.json"
NOTHING_WRITTEN = "Name another folder; nothing was written."


def check_target(folder: Path, replace: bool) -> None:
    """Raise UsageError, with the reason, where a folder may not be written."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not replace:
        hint = f"{NOTHING_WRITTEN} --replace replaces what an earlier import wrote."
        raise UsageError(f"'{folder}' is there already", hint)
    if folder.is_symlink() or not folder.is_dir():
        raise UsageError(f"'{folder}' is not a folder, and is not replaced", NOTHING_WRITTEN)
    for what in _changes(folder):
        raise UsageError(f"'{folder}' is not replaced: {what}", NOTHING_WRITTEN)


def write_folder(folder: Path, texts: Mapping[str, str], check: Callable[[Path], None], replace: bool = False) -> None:
    """Write texts by path into a new folder, which appears at once and whole, after `check` has looked at it.

    Raises UsageError where the folder may not be written, and what `check` raises; then nothing has changed.
    """
    check_target(folder, replace)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise UsageError(f"'{folder}' cannot be written: {error.strerror}", "Name another folder.") from error
    try:
        _write(made / "new", texts)
        check(made / "new")
        if folder.exists():
            folder.rename(made / "old")
        try:
            (made / "new").rename(folder)
        except OSError:
            if (made / "old").exists():
                (made / "old").rename(folder)
            raise
    except OSError as error:
        raise UsageError(f"'{folder}' cannot be written: {error.strerror}", "Name another folder.") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    digests = {name: _digest(text.encode("utf-8")) for name, text in texts.items()}
    mark = json.dumps({"format": "orgmodel import", "format_version": 1, "files": digests}, indent=1, sort_keys=True)
    for name, text in {**texts, MARK: mark + "\n"}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def _changes(folder: Path) -> Iterator[str]:
    """What is not as an import left it; nothing for a folder that an import made and nobody has touched."""
    try:
        written = json.loads((folder / MARK).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        yield "no import made it"
        return
    there = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if not path.is_dir()}
    there.pop(MARK, None)
    for name, path in there.items():
        if name not in written:
            yield f"'{name}' was added since the import"
        elif _digest(path.read_bytes()) != written[name]:
            yield f"'{name}' was changed since the import"
    yield from (f"'{name}' was deleted since the import" for name in written if name not in there)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
