"""`check` and `explain`: what is found in a model, and why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from orgmodel import use_cases
from orgmodel.cli.shared import (
    FINDINGS,
    LINE_RENDERERS,
    Address,
    Format,
    Formats,
    ModelName,
    PasswordFile,
    Severity,
    User,
    credentials,
    write,
)
from orgmodel.render import answers, closing, csv_table, json_v1, markdown, text
from orgmodel.render import trend as trend_lines

REPORT = {
    Format.text: text.render_report,
    Format.json: json_v1.render_report,
    Format.csv: csv_table.render_report,
    Format.markdown: markdown.render_report,
}
EXPLANATION = {
    Format.text: text.render_explanation,
    Format.json: json_v1.render_explanation,
    Format.csv: csv_table.render_explanation,
    Format.markdown: markdown.render_explanation,
}


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(check)
    app.command()(explain)
    app.command()(trend)


def check(
    model: ModelName,
    format: Formats = Format.text,
    fail_on: Annotated[Severity, typer.Option(help="From which severity findings end with code 1.")] = Severity.high,
    fail_on_unknown: Annotated[
        bool, typer.Option("--fail-on-unknown", help="What cannot be told counts as well.")
    ] = False,
    passes: Annotated[bool, typer.Option("--passes", help="List what passes, too (not in text).")] = False,
    without_judgements: Annotated[
        bool,
        typer.Option(
            "--without-judgements", help="Say what stands without designations, and what is attributed or contested."
        ),
    ] = False,
    without_inferences: Annotated[
        bool, typer.Option("--without-inferences", help="Say what stands without what was inferred.")
    ] = False,
    without_source: Annotated[
        list[str] | None, typer.Option(help="Say what stands without a source, by its id; may be given several times.")
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option(metavar="FILE.json", help="Keep what was found as a record, to compare with later."),
    ] = None,
    dated: Annotated[bool, typer.Option("--dated", help="The record says the day on which it was made.")] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.json",
            help="Say what changed since this record. Only what is new at or above --fail-on then ends with code 1; "
            "what a new or altered question finds does not.",
        ),
    ] = None,
    other_model: Annotated[
        bool, typer.Option("--other-model", help="The record may be of another model than this one.")
    ] = False,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Read a model, ask every question of the catalogue, and print what was found."""
    opened = use_cases.open_model(model)
    without = [
        word for word, wanted in (("judgements", without_judgements), ("inferences", without_inferences)) if wanted
    ]
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        if without or without_source:
            stands = use_cases.check_without(opened, graph, without, without_source or ())
            return _say_what_stands(stands, use_cases.standing_line(opened.model), format)
        report = use_cases.check_model(opened, graph, passes=passes)
    made = dt.date.today().isoformat() if dated else None
    if baseline:
        return _say_since(opened, report, (record, baseline), (made, other_model), (fail_on, fail_on_unknown), format)
    if record:
        use_cases.write_record(use_cases.record_run(opened, report, made), record)
    write(format, report, REPORT)
    if fail_on is Severity.never:
        return 0
    return FINDINGS if report.at_or_above(fail_on.value, fail_on_unknown) or report.problems else 0


def _say_what_stands(stands: use_cases.Standing, standing: str, format: Format) -> int:
    """What stands without some of what the model says; no code is made of it."""
    write(format, answers.what_stands(stands.shifts, stands.taken_out, standing), LINE_RENDERERS)
    return 0


def _say_since(
    opened: use_cases.Opened,
    report: use_cases.Report,
    files: tuple[Path | None, Path],
    said: tuple[str | None, bool],
    fail_on: tuple[Severity, bool],
    format: Format,
) -> int:
    """What changed since a baseline. It is read before the new record is written, which may have its name."""
    (record, baseline), (made, other_model), (severity, unknown) = files, said, fail_on
    found = use_cases.record_run(opened, report, made)
    lowest = "info" if severity is Severity.never else severity.value
    since = use_cases.compare_with_baseline(found, baseline, lowest, unknown, other_model)
    if record:
        use_cases.write_record(found, record)
    write(format, trend_lines.since(since.shifts, since.news, report.standing, dt.date.today()), LINE_RENDERERS)
    return FINDINGS if since.news and severity is not Severity.never else 0


def explain(
    model: ModelName,
    name: Annotated[
        str, typer.Argument(metavar="FINDING-OR-ID", help="A finding, or any id, title or alias in the model.")
    ],
    options: Annotated[
        bool, typer.Option("--options", help="Of a finding: say what each option of the model does to it instead.")
    ] = False,
    format: Formats = Format.text,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Say what a finding is and what it rests on, or what a thing is, who answers for it, and every citation."""
    opened = use_cases.open_model(model)
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        if options:
            effects = use_cases.find_option_effects(opened, name, graph)
            standing = use_cases.standing_line(opened.model)
            write(format, closing.option_effects(effects, name, standing), LINE_RENDERERS)
            return 0
        explanation = use_cases.explain(opened, name, graph)
    write(format, explanation, EXPLANATION)
    return 0


def trend(
    runs: Annotated[
        list[str],
        typer.Argument(metavar="MODEL-OR-RECORD...", help="Two or more models, or records of runs (.json)."),
    ],
    format: Formats = Format.text,
    engine: Address = "embedded",
    user: User = None,
    password_file: PasswordFile = None,
) -> int:
    """Set what was found in several models, versions or runs side by side, row by row."""
    with use_cases.open_engine(engine, **credentials(user, password_file)) as graph:
        found = use_cases.read_trend(runs, graph)
    lines = trend_lines.side_by_side(found.names, found.lines, found.standing, dt.date.today())
    write(format, lines, LINE_RENDERERS)
    return 0
