"""What must hold of a damaged organogram: a useful message, or models that load; and nothing half written."""

from __future__ import annotations

from pathlib import Path

from orgmodel.errors import ImportFileError
from orgmodel.use_cases.importing import KINDS, OrganogramImport, read_organogram, write_import


def import_damaged(data: bytes, folder: Path) -> dict[str, int]:
    """Import a copy into a new folder inside `folder`, check what must hold, and count its problems by kind.

    A copy that is refused counts as `refused`. Raises AssertionError, and whatever else went wrong.
    """
    found = _read(data)
    if isinstance(found, ImportFileError):
        assert all(problem.what and problem.hint and problem.place.file for problem in found.problems), found.problems
        assert not list(folder.iterdir())
        return {"refused": 1}
    for problem in found.problems:
        assert problem.kind in KINDS
        assert problem.what
        assert problem.place.file.startswith("damaged.csv")
    models = write_import(found, folder / "models")
    assert [path.name for path in folder.iterdir()] == ["models"]
    assert len(models) == len(found.snapshots) > 0
    return found.kinds or {"nothing odd": 1}


def _read(data: bytes) -> OrganogramImport | ImportFileError:
    try:
        return read_organogram([("damaged.csv", data)])
    except ImportFileError as error:
        return error
