"""What an import found, for people and programs: what is in each snapshot, and what is wrong in the files."""

from __future__ import annotations

from pathlib import Path

from orgmodel.exchange.organogram import KINDS, ImportProblem, OrganogramImport, Snapshot
from orgmodel.exchange.organogram.report import REPORT_COLUMNS, render_report, report_cells
from orgmodel.render import json_v1
from orgmodel.render.wording import wrap

MOST_PROBLEMS = 12


def render_text(found: OrganogramImport, folder: Path) -> str:
    """Counts by snapshot, the number of problems by kind, the first dozen, and what to do next."""
    lines = [found.organisation, ""]
    lines += [line for snapshot in found.snapshots for line in _snapshot(snapshot, folder)]
    lines += ["", *_problems(found, folder)]
    return "\n".join([*lines, "", *_next(found, folder)])


def render_json(found: OrganogramImport, folder: Path) -> str:
    """Everything, as JSON."""
    return json_v1.dump(
        "import",
        {
            "organisation": found.organisation,
            "snapshots": [
                {"day": str(each.day), "folder": str(folder / str(each.day)), "counts": each.counts}
                for each in found.snapshots
            ],
            "kinds": found.kinds,
            "problems": [dict(zip(REPORT_COLUMNS, report_cells(problem), strict=True)) for problem in found.problems],
        },
    )


def render_csv(found: OrganogramImport, folder: Path) -> str:
    """Every problem as a row."""
    return render_report(found.problems)


def _snapshot(snapshot: Snapshot, folder: Path) -> list[str]:
    counts = ", ".join(f"{count:g} {what}" if count < 1e5 else f"{count:.0f} {what}" for what, count in _said(snapshot))
    return [wrap(f"{folder / str(snapshot.day)}: {counts}", "    ", "  ")]


def _said(snapshot: Snapshot) -> list[tuple[str, float]]:
    return [(what, count) for what, count in snapshot.counts.items() if count or what == "posts"]


def _problems(found: OrganogramImport, folder: Path) -> list[str]:
    count = len(found.problems)
    lines = [
        f"{count} thing{'' if count == 1 else 's'} to look at in the files:" if count else "Nothing odd in the files."
    ]
    lines += [f"  {number:>5}  {KINDS[kind]} ({kind})" for kind, number in found.kinds.items()]
    if count:
        lines += ["", *(_problem(problem) for problem in found.problems[:MOST_PROBLEMS])]
    if count > MOST_PROBLEMS:
        lines.append(f"... and {count - MOST_PROBLEMS} more. All of them are in {folder / 'import-report.csv'}")
    return lines


def _problem(problem: ImportProblem) -> str:
    return "\n".join(
        wrap(line, "    ", "  " if number == 0 else "    ") for number, line in enumerate(str(problem).split("\n"))
    )


def _next(found: OrganogramImport, folder: Path) -> list[str]:
    days = [str(folder / str(each.day)) for each in found.snapshots]
    lines = [f"Next: orgmodel check {days[-1]}"]
    return [*lines, f"      orgmodel diff {days[-2]} {days[-1]}"] if len(days) > 1 else lines
