"""Reports and explanations as Markdown, for notes and pull requests. Names are escaped: nothing in them is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgmodel.render.reasons import say_reason
from orgmodel.render.thresholds import say_others, say_threshold
from orgmodel.render.view import ExplanationView, ReportView
from orgmodel.render.wording import say_counts, say_row

SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&])")


def escape(text: str) -> str:
    """Text in which no character is taken for Markdown or HTML."""
    return SPECIAL.sub(r"\\\1", text).replace("\n", " ")


def as_block(text: str) -> str:
    """Text kept as it stands, as an indented block in which nothing is markup."""
    return "".join(f"    {line}\n" if line else "\n" for line in text.splitlines())


def render_report(view: ReportView) -> str:
    """A report with a heading for each finding that has rows."""
    return "\n".join(_report(view)) + "\n"


def _report(view: ReportView) -> Iterator[str]:
    yield f"# {escape(view.title)}"
    for line in (view.standing, say_counts(view.outcomes)):
        yield f"\n{escape(line)}"
    for outcome in view.outcomes:
        rows = [row for row in outcome.rows if row.verdict != "pass"]
        if rows:
            yield f"\n## {escape(outcome.title)}\n"
            for row in rows:
                yield f"- **{escape(row.word)}.** {escape(row.sentence)} *{escape(say_row(row))}*"


def render_explanation(view: ExplanationView) -> str:
    """A finding's rows, or the statements about a thing, as a list."""
    lines = [escape(view.standing), ""]
    if view.finding and view.outcome:
        about = view.finding.about
        lines += [f"# {escape(about.title)}", "", escape(about.why), "", escape(about.remedy), ""]
        for effect in view.thresholds:
            lines += [escape(f"Threshold {' '.join([say_threshold(effect), *say_others(effect, view.title_of)])}"), ""]
        lines += [
            f"- **{escape(row.word)}.** {escape(f'{row.sentence} {say_reason(path, row.verdict)}')} "
            f"*{escape(say_row(row))}*"
            for row, path in zip(view.outcome.rows, view.paths, strict=True)
            if row.verdict != "pass"
        ]
    if view.thing:
        lines += [f"# {escape(view.thing.record.title)}", ""]
        lines += [
            f"- {escape(item.phrase)}: {escape(item.text)} *{escape(', '.join(item.fact.cites))}*"
            for item in view.thing.statements
        ]
    return "\n".join(lines) + "\n"
