"""Version 1 of the machine-readable output. A field is never renamed or dropped within a version; new ones may come."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from orgmodel.errors import Problem
from orgmodel.findings import Finding, Outcome
from orgmodel.model.statements import Statement
from orgmodel.render.path import path_as_json
from orgmodel.render.reasons import say_reason
from orgmodel.render.thresholds import effect_as_json
from orgmodel.render.view import ExplanationView, ReportView, ThingView

VERSION = 1


def render_report(view: ReportView) -> str:
    """A report as JSON."""
    return dump(
        "report",
        {
            "model": view.name,
            "version": view.key,
            "title": view.title,
            "engine": view.engine,
            "standing": view.standing,
            "marking": view.marking,
            "findings": [_outcome(outcome) for outcome in view.outcomes],
            "problems": [_problem(problem) for problem in view.problems],
        },
    )


def render_explanation(view: ExplanationView) -> str:
    """An explanation as JSON."""
    body: dict[str, Any] = {"standing": view.standing}
    if view.finding and view.outcome:
        body["finding"] = {"id": view.finding.id, **view.finding.about.model_dump(mode="json")}
        body["outcome"] = _outcome(view.outcome)
        body["paths"] = [
            {"reason": say_reason(path, row.verdict), **path_as_json(path)}
            for row, path in zip(view.outcome.rows, view.paths, strict=True)
        ]
        body["thresholds"] = [effect_as_json(effect) for effect in view.thresholds]
    if view.thing:
        body["thing"] = _thing(view.thing)
    return dump("explanation", body)


def dump(kind: str, body: Mapping[str, Any]) -> str:
    """The envelope that every output has: what it is, and of which version."""
    return json.dumps({"format": f"orgmodel {kind}", "format_version": VERSION, **body}, indent=2, ensure_ascii=False)


def row_as_json(row: Finding) -> dict[str, Any]:
    """One row of a finding."""
    return {
        "finding": row.finding,
        "verdict": row.verdict,
        "severity": row.severity,
        "identity": dict(row.identity),
        "values": dict(row.values),
        "word": row.word,
        "sentence": row.sentence,
        "basis": row.basis,
        "contested": row.contested,
        "waived": row.waived,
        "cites": list(row.cites),
        "evidence": [{"key": piece.key, "basis": piece.basis, "cites": list(piece.cites)} for piece in row.evidence],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.finding,
        "title": outcome.title,
        "severity": outcome.severity,
        "population": outcome.population,
        "rows": [row_as_json(row) for row in outcome.rows],
    }


def _thing(thing: ThingView) -> dict[str, Any]:
    return {
        "label": thing.label,
        "record": thing.record.model_dump(mode="json", exclude_defaults=True, by_alias=True),
        "statements": [_statement(statement) for statement in thing.statements],
        "cites": list(thing.cites),
        "leaves": thing.leaves,
        "findings": [row_as_json(row) for row in thing.findings],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    fact = statement.fact
    return {
        "phrase": statement.phrase,
        "other": statement.other,
        "text": statement.text,
        "details": list(statement.details),
        "basis": fact.basis,
        "mode": fact.mode,
        "cites": list(fact.cites),
        "held_by": fact.held_by,
        "contested_by": list(fact.contested_by),
        "note": fact.note,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {"file": place.file, "line": place.line, "column": place.column, "what": problem.what, "hint": problem.hint}


def render_problems(problems: Sequence[Problem], exit_code: int) -> str:
    """What went wrong, as JSON."""
    return dump("problems", {"exit_code": exit_code, "problems": [_problem(problem) for problem in problems]})
