"""Exports: the one table of forms in which a model can be taken away, and writing one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from orgmodel.errors import UsageError
from orgmodel.exchange.archimate import render_archimate
from orgmodel.exchange.charts import chart_accountability, chart_posts, chart_units
from orgmodel.exchange.exported import Exported
from orgmodel.exchange.graphml import render_graphml
from orgmodel.exchange.mermaid import render_mermaid
from orgmodel.exchange.org_turtle import render_turtle
from orgmodel.exchange.organogram_out import Withholding, render_organogram
from orgmodel.exchange.people import find_hidden
from orgmodel.options import apply
from orgmodel.use_cases.changing import find_option
from orgmodel.use_cases.export_request import ExportRequest
from orgmodel.use_cases.opening import Opened
from orgmodel.use_cases.workbook import export_workbook


@dataclass(frozen=True)
class ExportFormat:
    """A form: its name, the ending of its files, what it is, what it keeps, what it cannot hold, and its writer.

    A `binary` form is only written to a file. `takes` are the choices of a request that it heeds; any other is refused,
    so that nobody takes a name for withheld that is not.
    """

    name: str
    ending: str
    what: str
    keeps: str
    cannot_hold: str
    render: Callable[[ExportRequest], Exported]
    binary: bool = False
    takes: tuple[str, ...] = ("with_people",)


def _graphml(request: ExportRequest) -> Exported:
    return render_graphml(request.model, request.standing, request.with_people)


def _archimate(request: ExportRequest) -> Exported:
    return render_archimate(request.model, request.standing, request.with_people)


def _organogram(request: ExportRequest) -> Exported:
    return render_organogram(request.model, request.standing, Withholding(request.with_people, request.withhold))


def _turtle(request: ExportRequest) -> Exported:
    return render_turtle(request.model, request.standing, request.with_people, request.base)


def _units(request: ExportRequest) -> Exported:
    return render_mermaid(chart_units(request.model, request.standing, request.within), request.most)


def _posts(request: ExportRequest) -> Exported:
    return render_mermaid(chart_posts(request.model, request.standing, request.within), request.most)


def _accountability(request: ExportRequest) -> Exported:
    return render_mermaid(chart_accountability(request.model, request.standing, request.within), request.most)


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(
        "organogram",
        ".csv",
        "senior and junior posts as UK departments publish them",
        "posts, holders' states, grades, full-time equivalents, the line of each post, staff in groups",
        "which unit is in which; the order of grades; further lines; silences; sources; all but posts and staff",
        _organogram,
        takes=("with_people", "withhold"),
    ),
    ExportFormat(
        "graphml",
        ".graphml",
        "every node and relationship, for graph tools",
        "every node, slot and relationship of the day with all its properties",
        "what is so on another day; notes and descriptions",
        _graphml,
    ),
    ExportFormat(
        "turtle",
        ".ttl",
        "linked data after the W3C's ORG ontology",
        "all that GraphML does, in the words of ORG where it has words; notes, descriptions and further names",
        "what is so on another day",
        _turtle,
        takes=("with_people", "base"),
    ),
    ExportFormat(
        "archimate",
        ".xml",
        "an exchange file for ArchiMate tools, with two views",
        "units, posts, boards, responsibilities, processes, subjects, data systems, aims; basis and paragraphs",
        "levers, decisions, recommendations, assessments, figures; what is so on another day",
        _archimate,
    ),
    ExportFormat(
        "mermaid-units",
        ".mmd",
        "a flowchart of the units, as text",
        "units, what they are part of, the post at the head of each",
        "everything else; more than about 120 units",
        _units,
        takes=("most", "within"),
    ),
    ExportFormat(
        "mermaid-posts",
        ".mmd",
        "a flowchart of the posts and their lines, as text",
        "posts with their grades, lines of each kind, which of them are inferred",
        "everything else; more than about 120 posts",
        _posts,
        takes=("most", "within"),
    ),
    ExportFormat(
        "mermaid-accountability",
        ".mmd",
        "a flowchart of who answers for what, as text",
        "responsibilities, who answers in which chain, the kinds of silence",
        "everything else; more than about 120 boxes",
        _accountability,
        takes=("most", "within"),
    ),
    ExportFormat(
        "xlsx",
        ".xlsx",
        "a workbook of everything: what was found, and a sheet for each list of definitions",
        "all definitions, so that the workbook can be taken back; every finding with its paragraphs",
        "options; queries and pictures of the model's own",
        export_workbook,
        binary=True,
    ),
)
"""Every form. A form is added by one line."""


def find_format(name: str, forms: Sequence[ExportFormat] = FORMATS) -> ExportFormat:
    """The form with a name; raises UsageError where there is none."""
    known = {each.name: each for each in forms}
    if name in known:
        return known[name]
    close = get_close_matches(name, known, n=1)
    hint = f"Did you mean '{close[0]}'? " if close else ""
    raise UsageError(f"there is no export called '{name}'", f"{hint}There are: {', '.join(known)}.")


def apply_options(opened: Opened, names: Sequence[str]) -> Opened:
    """A model as some of its options would leave it, carried out in the order given."""
    for name in names:
        opened = replace(opened, model=apply(opened.model, find_option(opened, name)))
    return opened


def check_choices(form: ExportFormat, request: ExportRequest) -> None:
    """Raises UsageError where a request chooses something that the form does not heed."""
    for name in ("with_people", "withhold", "base", "most", "within"):
        if getattr(request, name) and name not in form.takes:
            flag = f"--{name.replace('_', '-')}"
            able = ", ".join(each.name for each in FORMATS if name in each.takes)
            raise UsageError(f"'{form.name}' has no use for {flag}", f"Leave it out; it is for: {able}.")
    if request.withhold and not request.with_people:
        raise UsageError("--withhold says which names are left out, and none are in", "Give --with-people as well.")


def export_model(form: ExportFormat, request: ExportRequest) -> Exported:
    """A model in one form, with a line for each thing that is left out, hidden, or named all the same."""
    check_choices(form, request)
    if request.withhold is not None and request.withhold not in request.model.grade_rank:
        known = ", ".join(request.model.grade_rank) or "none"
        raise UsageError(f"'{request.model.id}' has no grade '{request.withhold}'", f"Its grades: {known}.")
    exported = form.render(request)
    hidden = find_hidden(request.model, request.with_people)
    named = hidden.named_in(exported.content) if isinstance(exported.content, str) else ()
    lines = hidden.lines() if "with_people" in form.takes else ()
    return replace(exported, left_out=(*exported.left_out, *lines, *named))


def write_export(exported: Exported, path: Path) -> None:
    """Write an export to a file, whole or not at all; raises UsageError where it cannot be written."""
    content = exported.content.encode("utf-8") if isinstance(exported.content, str) else exported.content
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(
            f"'{path}' cannot be written: {error.strerror}", "Give a file in a folder that is there."
        ) from None
