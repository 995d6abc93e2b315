"""Plans and comparisons as CSV: one step, or one shift of a finding, on a row."""

from __future__ import annotations

from typing import Any

from orgmodel.options import Comparison, Plan
from orgmodel.render.comparison_text import VERDICTS, say_shift
from orgmodel.render.csv_table import render_table
from orgmodel.render.plan_facts import say_objection
from orgmodel.render.plan_text import say_loss, say_step

PLAN_COLUMNS = ("kind", "thing", "title", "what", "because", "paragraphs", "basis", "standing")
COMPARISON_COLUMNS = ("option", "kind", "finding", "about", "was", "becomes", "sentence", "standing")


def render_plan(plan: Plan, standing: str) -> str:
    """Every step, then what has no known destination, then the open questions."""
    rows: list[tuple[Any, ...]] = [
        (step.kind, step.thing.id, step.thing.title, say_step(step), step.because, list(step.cites), step.basis)
        for step in plan.everything
    ]
    rows += [
        ("no known destination", loss.thing, loss.title, say_loss(loss), loss.because, list(loss.cites), "")
        for loss in plan.losses
    ]
    for each in plan.ruled_out:
        kind = "ruled out" if each.verdict == "ruled_out" else "asked for"
        rows.append((kind, each.id, each.title, say_objection(each), each.why, list(each.cites), ""))
    rows += [("question", "", "", item.text, item.because, list(item.cites), "") for item in plan.questions]
    return render_table(PLAN_COLUMNS, [(*row, standing) for row in rows])


def render_comparison(comparison: Comparison, standing: str) -> str:
    """Doing nothing first, then every shift of each option."""
    rows = [
        (
            "doing nothing",
            "",
            row.finding,
            [value for _, value in row.identity if value],
            VERDICTS[row.verdict],
            "",
            row.sentence,
        )
        for row in comparison.base
        if row.verdict != "pass"
    ]
    for option in comparison.options:
        rows += [
            (
                option.option,
                shift.kind,
                shift.finding,
                [value for _, value in shift.identity if value],
                VERDICTS[shift.before.verdict if shift.before else "pass"],
                VERDICTS[shift.after.verdict if shift.after else "pass"],
                say_shift(shift),
            )
            for shift in option.shifts
        ]
    return render_table(COMPARISON_COLUMNS, [(*row, standing) for row in rows])
