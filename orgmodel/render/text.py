"""Reports and explanations as text for a terminal: the worst first, each with how it is known and its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgmodel.findings import Finding, FindingQuery, Outcome
from orgmodel.model import Fact
from orgmodel.model.statements import Statement
from orgmodel.render.path import say_path
from orgmodel.render.reasons import say_reason
from orgmodel.render.stories import say_rest, say_story
from orgmodel.render.thresholds import say_others, say_threshold
from orgmodel.render.view import ExplanationView, ReportView, ThingView
from orgmodel.render.wording import BASIS_OF_FACT, say_cites, say_counts, say_row, wrap

FIRST = ("Gap", "Overlap", "Split", "Not exclusively owned", "Not clear")
RANK = {"high": 0, "medium": 1, "low": 2, "info": 3}


def render_report(view: ReportView) -> str:
    """A whole report: the standing line, the counts, the findings, what is not known, and what is for information."""
    lines = [
        wrap(view.standing),
        "",
        f"{say_counts(view.outcomes)}. Engine: {view.engine}.",
        "",
    ]
    for heading, verdict in (("FINDINGS", "fail"), ("WE DO NOT KNOW", "unknown"), ("FOR INFORMATION", "info")):
        body = list(_section(view.outcomes, verdict))
        lines += [heading, *(body or ["  nothing", ""])]
    lines += [wrap(f"Problem: {problem}") for problem in view.problems]
    lines.append("For one of these in full: orgmodel explain " + view.name + " FINDING-OR-ID")
    return "\n".join(lines)


def _section(outcomes: Sequence[Outcome], verdict: str) -> Iterator[str]:
    for outcome in sorted(outcomes, key=lambda outcome: (RANK[outcome.severity], _turn(outcome), outcome.finding)):
        rows = [row for row in outcome.rows if row.verdict == verdict]
        if rows:
            severity = f" [{outcome.severity}]" if verdict == "fail" else ""
            count = f"{len(rows)} of {outcome.population}"
            yield f"  {rows[0].word}: {outcome.title}{severity} ({outcome.finding}, {count})"
            for row in rows:
                yield from render_row(row)
            yield ""


def _turn(outcome: Outcome) -> int:
    """Gaps, overlaps and split accountability come first, in this order."""
    words = {row.word for row in outcome.rows if row.verdict == "fail"}
    return min((FIRST.index(word) for word in words if word in FIRST), default=len(FIRST))


def render_row(row: Finding, indent: str = "    ") -> Iterator[str]:
    """One row: its sentence, then how it is known and where."""
    yield wrap(row.sentence, indent + "  ", indent + "- ")
    yield wrap(f"({say_row(row)})", indent + "  ")


def render_explanation(view: ExplanationView) -> str:
    """A finding with its rows, or a thing with all that is said about it."""
    lines = [wrap(view.standing), ""]
    if view.finding and view.outcome:
        lines += _explain_finding(view.finding, view.outcome, view)
    if view.thing:
        lines += _explain_thing(view.thing)
    for story in view.stories:
        lines += ["", wrap(say_story(story), "    ", "  "), wrap(" ".join(say_rest(story)), "    ")]
    return "\n".join(lines)


def _explain_finding(finding: FindingQuery, outcome: Outcome, view: ExplanationView) -> Iterator[str]:
    about = finding.about
    yield f"{about.title}  ({finding.id}, severity {about.severity}, version {about.version})"
    for heading, text in (
        ("Fails when", about.fails_when),
        ("Why it matters", about.why),
        ("What usually mends it", about.remedy),
        ("What would settle an unknown", about.settles),
        ("Limits", about.limits),
        ("Where it comes from", "; ".join(about.sources)),
        ("Looked at", f"{about.population_is}: {outcome.population}"),
    ):
        if text:
            yield wrap(f"{heading}: {text}", "    ", "  ")
    for effect in view.thresholds:
        yield wrap(f"Threshold {say_threshold(effect)}", "    ", "  ")
        for words in say_others(effect, view.title_of):
            yield wrap(words, "      ", "    ")
    yield ""
    for row, path in zip(outcome.rows, view.paths, strict=True):
        if row.verdict != "pass":
            yield f"  {row.word}"
            yield from render_row(row)
            if reason := say_reason(path, row.verdict):
                yield wrap(reason, "      ")
            if path.links:
                yield wrap(f"How it is reached. {' '.join(say_path(path))}", "        ", "      ")
    if not any(row.verdict != "pass" for row in outcome.rows):
        yield "  Nothing found."


def _explain_thing(thing: ThingView) -> Iterator[str]:
    record = thing.record
    yield f"{record.title}  ({thing.label.lower()}, id {record.id})"
    if record.aliases:
        yield f"  Also called: {', '.join(record.aliases)}"
    for text in (record.description, record.note):
        if text:
            yield wrap(text, "  ")
    yield f"  {_known(record)}"
    if thing.leaves:
        yield f"  Subjects at the very bottom below it: {thing.leaves}, each counted once."
    if record.mode != "actual":
        yield f"  This is {record.mode}, not how things are."
    yield ""
    for statement in thing.statements:
        yield from _statement(statement)
    yield ""
    yield wrap(f"Every citation: {say_cites(thing.cites)}.", "    ", "  ")
    if thing.findings:
        yield "\n  Findings that rest on it:"
        for row in thing.findings:
            yield from render_row(row)


def _statement(statement: Statement) -> Iterator[str]:
    details = f" ({'; '.join(statement.details)})" if statement.details else ""
    name = f" [{statement.other}]" if statement.other else ""
    yield wrap(f"{statement.phrase}: {statement.text}{name}{details}", "    ", "  ")
    if statement.fact.cites or statement.other:
        yield wrap(_known(statement.fact), "      ")
    if statement.fact.note:
        yield wrap(statement.fact.note, "      ")


def _known(fact: Fact) -> str:
    held = f" by {fact.held_by}" if fact.held_by else ""
    contested = f"; contested by {', '.join(fact.contested_by)}" if fact.contested_by else ""
    return f"{BASIS_OF_FACT[fact.basis]}{held}: {say_cites(fact.cites)}{contested}"
