"""All of an import in memory: files in, a model a snapshot out, and every problem. Nothing is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from orgmodel.errors import UsageError
from orgmodel.exchange.organogram.cleaning import clean_rows, find_names
from orgmodel.exchange.organogram.grades import build_grades
from orgmodel.exchange.organogram.problems import ImportProblem, Noted, count_kinds
from orgmodel.exchange.organogram.reading import Row, read_rows
from orgmodel.exchange.organogram.snapshot import Snapshot, build_snapshot
from orgmodel.exchange.organogram.units import find_organisation
from orgmodel.exchange.organogram.values import read_day


@dataclass(frozen=True)
class OrganogramSettings:
    """What the reader may say: which snapshots (all when empty), the organisation's name, days, and whether with names.

    `days` holds the day of files that have no column for it, by the file's name, or by "" for all of them.
    """

    snapshots: tuple[str, ...] = ()
    organisation: str | None = None
    days: Mapping[str, dt.date] = field(default_factory=dict)
    with_names: bool = False


@dataclass(frozen=True)
class OrganogramImport:
    """The models, by day, and everything odd in the files, by place. No text in it but a person's record has a name."""

    organisation: str
    snapshots: tuple[Snapshot, ...]
    problems: tuple[ImportProblem, ...]

    @property
    def kinds(self) -> dict[str, int]:
        """How many problems there are of each kind."""
        return count_kinds(self.problems)

    @property
    def files(self) -> dict[str, str]:
        """Every file of every model by its path, which starts with the day."""
        return {f"{each.day}/{path}": text for each in self.snapshots for path, text in each.files.items()}


def read_organogram(
    files: Sequence[tuple[str, bytes]],
    settings: OrganogramSettings = OrganogramSettings(),
) -> OrganogramImport:
    """Read organograms, as (name to show, content).

    Raises ImportFileError where no file can be used, UsageError where a snapshot that was asked for is not there.
    """
    noted = Noted()
    read = read_rows(files, settings.days, noted)
    names = find_names(read)
    rows = clean_rows(_chosen(read, settings.snapshots), names, noted)
    organisation = find_organisation(rows, settings.organisation)
    grades = build_grades(rows, noted)
    by_day: dict[dt.date, list[Row]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    snapshots = tuple(
        build_snapshot(day, by_day[day], organisation, grades, names, noted, settings.with_names)
        for day in sorted(by_day)
    )
    return OrganogramImport(organisation, snapshots, noted.sorted(names.clean_prose))


def _chosen(rows: Sequence[Row], snapshots: Sequence[str]) -> Sequence[Row]:
    if not snapshots:
        return rows
    there = sorted({row.day for row in rows})
    wanted = {text: read_day(text) for text in snapshots}
    for text, day in wanted.items():
        if day not in there:
            known = ", ".join(f"{each:%b-%y} ({each})" for each in there)
            raise UsageError(f"no row is of the snapshot '{text}'", f"There are: {known}.")
    return [row for row in rows if row.day in wanted.values()]
