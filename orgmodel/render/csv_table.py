"""Tables as CSV for spreadsheets. A cell that a spreadsheet would take for a formula is made text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from orgmodel.exchange.formulas import safe_cell
from orgmodel.findings import Finding
from orgmodel.render.view import ExplanationView, ReportView
from orgmodel.render.wording import BASIS

REPORT_COLUMNS = ("finding", "severity", "word", "verdict", "identity", "sentence", "basis", "paragraphs", "accepted")


def render_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Any table as CSV, with a header, in UTF-8 text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([safe_cell(column) for column in columns])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def finding_cells(row: Finding) -> tuple[Any, ...]:
    """The cells of one row of a report, in the order of REPORT_COLUMNS."""
    identity = "; ".join(value for _, value in row.identity if value)
    return (
        row.finding,
        row.severity,
        row.word,
        row.verdict,
        identity,
        row.sentence,
        BASIS[row.basis],
        list(row.cites),
        row.waived,
    )


def render_report(view: ReportView) -> str:
    """Every row of a report; the standing line is the last column of each, so that a cut-out table still says it."""
    rows = (row for outcome in view.outcomes for row in outcome.rows)
    return render_table((*REPORT_COLUMNS, "standing"), ((*finding_cells(row), view.standing) for row in rows))


def render_explanation(view: ExplanationView) -> str:
    """A finding's own columns, or the statements about a thing."""
    if view.finding and view.outcome:
        columns = tuple(view.finding.about.columns)
        rows = [
            (row.word, *(row.values[name] for name in columns), row.sentence, BASIS[row.basis], list(row.cites))
            for row in view.outcome.rows
        ]
        return render_table(("word", *columns, "sentence", "basis", "paragraphs"), rows)
    statements = view.thing.statements if view.thing else ()
    return render_table(
        ("phrase", "other", "text", "details", "basis", "mode", "paragraphs"),
        [
            (item.phrase, item.other, item.text, item.details, item.fact.basis, item.fact.mode, list(item.fact.cites))
            for item in statements
        ],
    )
