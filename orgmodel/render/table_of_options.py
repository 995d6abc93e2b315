"""Plans and comparisons as CSV: one step, or one shift of a finding, on a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgmodel.model.statements import SILENCE
from orgmodel.options import Plan
from orgmodel.options.beside import Beside
from orgmodel.render.beside import grids, lists
from orgmodel.render.comparison_text import VERDICTS, say_shift
from orgmodel.render.csv_table import render_table
from orgmodel.render.plan_facts import say_objection
from orgmodel.render.plan_text import say_loss, say_step

PLAN_COLUMNS = ("kind", "thing", "title", "what", "because", "paragraphs", "basis", "standing")
COMPARISON_COLUMNS = ("option", "kind", "finding", "about", "was", "becomes", "sentence", "standing")


def render_plan(plan: Plan, standing: str) -> str:
    """Every step, then what has no known destination, what is still said or not clear, then the open questions."""
    rows: list[tuple[Any, ...]] = [
        (step.kind, step.thing.id, step.thing.title, say_step(step), step.because, list(step.cites), step.basis)
        for step in plan.everything
    ]
    rows += [
        ("no known destination", loss.thing, loss.title, say_loss(loss), loss.because, list(loss.cites), "")
        for loss in plan.losses
    ]
    rows += [
        ("still said", each.thing.id, each.thing.title, f"{each.kind} about {each.about.title}", "", [], "")
        for each in plan.still_said
    ]
    rows += [
        ("still open", each.thing.id, each.thing.title, f"{each.part}: {SILENCE[each.state]}", "", list(each.cites), "")
        for each in plan.still_open
    ]
    for each in plan.ruled_out:
        kind = "ruled out" if each.verdict == "ruled_out" else "asked for"
        rows.append((kind, each.id, each.title, say_objection(each), each.why, list(each.cites), ""))
    rows += [("question", "", "", item.text, item.because, list(item.cites), "") for item in plan.questions]
    return render_table(PLAN_COLUMNS, [(*row, standing) for row in rows])


def render_comparison(beside: Beside, standing: str) -> str:
    """Doing nothing first, then every shift of each option, then what else stands side by side."""
    comparison = beside.comparison
    rows: list[tuple[Any, ...]] = [
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
    rows += [*_grid_rows(beside), *_list_rows(beside)]
    return render_table(COMPARISON_COLUMNS, [(*row, standing) for row in rows])


def _grid_rows(beside: Beside) -> Iterator[tuple[Any, ...]]:
    """Each cell of a grid on a row of its own, with that of doing nothing beside it, and what is said under it."""
    for grid in grids(beside):
        for row in grid.rows:
            for side, cell in zip(beside.sides, row.cells, strict=True):
                was, becomes = (row.cells[0], cell) if side.option else (cell, "")
                yield side.option or "doing nothing", grid.key, "", row.label, was, becomes, ""
        yield from (("", grid.key, "", "", "", "", note) for note in grid.notes)


def _list_rows(beside: Beside) -> Iterator[tuple[Any, ...]]:
    for each in lists(beside):
        for side, sentences in zip(beside.sides, each.sides, strict=True):
            if side.option:
                yield from ((side.option, each.key, "", "", "", "", said) for said in sentences or (each.empty,))
