"""Importing published organograms: reading them into models in memory, and writing those beside a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from orgmodel.errors import UsageError
from orgmodel.exchange.import_folder import check_target, write_folder
from orgmodel.exchange.organogram import (
    KINDS,
    ImportProblem,
    OrganogramImport,
    OrganogramSettings,
    Snapshot,
    read_organogram,
)
from orgmodel.exchange.organogram.report import render_report
from orgmodel.exchange.organogram.values import read_day
from orgmodel.loading import load_model

REPORT = "import-report.csv"


def read_days(texts: Sequence[str], names: Sequence[str]) -> dict[str, dt.date]:
    """The days given as `2011-09-30` for all files or `FILE=2011-09-30` for one, by the file's name or "".

    Raises UsageError for what is no day, and for a file that is not among `names`.
    """
    days: dict[str, dt.date] = {}
    for text in texts:
        name, _, written = text.rpartition("=")
        day = read_day(written, month_end=False)
        if day is None:
            raise UsageError(f"'{written}' is not a day", "Write it as 2011-09-30, or as FILE=2011-09-30 for one file.")
        if name and name not in names:
            raise UsageError(f"no file given is called '{name}'", f"The files are: {', '.join(names)}.")
        days[name] = day
    return days


def write_import(found: OrganogramImport, folder: Path, replace: bool = False) -> list[Path]:
    """Write each snapshot as a model into a folder of its day, and a report of all problems beside them.

    Everything is written or nothing. Raises UsageError where the folder is there already and may not be replaced.
    Returns the folders of the models.
    """
    days = [str(snapshot.day) for snapshot in found.snapshots]

    def check(written: Path) -> None:
        for day in days:
            load_model(written / day)

    write_folder(folder, found.files | {REPORT: render_report(found.problems)}, check, replace)
    return [folder / day for day in days]


__all__ = [
    "KINDS",
    "REPORT",
    "ImportProblem",
    "OrganogramImport",
    "OrganogramSettings",
    "Snapshot",
    "check_target",
    "read_days",
    "read_organogram",
    "write_import",
]
