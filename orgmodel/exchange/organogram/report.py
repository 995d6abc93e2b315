"""The report that is left beside imported models: every problem as a row of a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from orgmodel.exchange.formulas import safe_cell
from orgmodel.exchange.organogram.problems import ImportProblem

REPORT_COLUMNS = ("kind", "file", "row", "column", "what", "hint")


def report_cells(problem: ImportProblem) -> tuple[str | int, ...]:
    """The cells of one problem, in the order of REPORT_COLUMNS; row and column from 1, 0 for the whole."""
    place = problem.place
    return problem.kind, place.file, place.line, place.column, problem.what, problem.hint


def render_report(problems: Iterable[ImportProblem]) -> str:
    """All problems as CSV, with a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(REPORT_COLUMNS)
    writer.writerows([safe_cell(cell) for cell in report_cells(problem)] for problem in problems)
    return out.getvalue()
