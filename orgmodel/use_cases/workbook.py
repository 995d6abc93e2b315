"""A model as a workbook: checked first, so that what was found stands beside the definitions."""

from __future__ import annotations

from orgmodel.errors import UsageError
from orgmodel.exchange.exported import Exported
from orgmodel.exchange.workbook import render_workbook
from orgmodel.use_cases.checking import check_model
from orgmodel.use_cases.export_request import ExportRequest
from orgmodel.use_cases.opening import open_engine


def export_workbook(request: ExportRequest) -> Exported:
    """The workbook of everything; raises UsageError where names are to be withheld, which a workbook cannot do."""
    if request.withhold is not None and request.with_people:
        what = "a workbook holds all people or none, and cannot withhold the names below a grade"
        raise UsageError(what, "Leave out --withhold, or --with-people.")
    with open_engine() as engine:
        report = check_model(request.opened, engine)
    return render_workbook(request.model, request.standing, report.outcomes, request.with_people)
