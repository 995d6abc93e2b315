"""Records of runs: keeping one, holding a run against an earlier one, and several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from orgmodel.errors import UsageError
from orgmodel.findings import (
    RunRecord,
    RunShift,
    TrendLine,
    build_record,
    build_trend,
    compare_records,
    find_news,
    read_record,
    render_record,
)
from orgmodel.graph import Engine
from orgmodel.use_cases.checking import Report, check_model
from orgmodel.use_cases.opening import Opened, open_model, standing_line


@dataclass(frozen=True)
class Since:
    """What became of every row since an earlier run, and which of that is new at or above a severity."""

    shifts: tuple[RunShift, ...]
    news: tuple[RunShift, ...]


@dataclass(frozen=True)
class Trend:
    """Rows of several runs side by side: the name of each run, in the order given, and what each says it stands on."""

    names: tuple[str, ...]
    standing: str
    lines: tuple[TrendLine, ...]


def record_run(opened: Opened, report: Report, made: str | None = None) -> RunRecord:
    """What a report found, as a record; `made` is a day, where it is to say one."""
    return build_record(opened.model, report.key, report.outcomes, opened.catalogue, made)


def write_record(record: RunRecord, file: Path) -> None:
    """Write a record to a file; raises UsageError where it cannot be written."""
    try:
        file.write_text(render_record(record), encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"the record cannot be written to {file}: {error.strerror}", "Give a file in a folder that exists."
        ) from error


def compare_with_baseline(
    record: RunRecord, baseline: Path, severity: str, unknown: bool = False, other_model: bool = False
) -> Since:
    """What changed since an earlier run; one of another model is refused unless `other_model` says that it is meant.

    `news` is what is new at or above the severity, with `unknown` also what can no longer be told.
    """
    earlier = read_record(baseline)
    if earlier.model != record.model and not other_model:
        raise UsageError(
            f"{baseline} is a record of '{earlier.model}', and this is '{record.model}'",
            "Give a record of the same model, or --other-model to hold the two against each other all the same.",
        )
    shifts = compare_records(earlier, record)
    return Since(tuple(shifts), tuple(find_news(shifts, severity, unknown)))


def read_trend(names: Sequence[str], engine: Engine) -> Trend:
    """Several models (ids or folders) or records (files ending in .json) side by side; at least two."""
    if len(names) < 2:
        raise UsageError("a trend needs two or more models or records", "Give another one.")
    records, standing = [], []
    for name in names:
        if name.endswith(".json"):
            records.append(read_record(Path(name)))
            standing.append(f"{name}: a record of '{records[-1].model}', as of {records[-1].as_of}.")
        else:
            opened = open_model(name)
            records.append(record_run(opened, check_model(opened, engine)))
            standing.append(standing_line(opened.model))
    return Trend(tuple(names), " ".join(standing), tuple(build_trend(records)))
