"""The answer to a query of one's own, in every format: a table, how many rows, what stopped it and what is hidden."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from orgmodel.render import csv_table, json_v1
from orgmodel.render.markdown import escape
from orgmodel.render.wording import wrap

WIDEST = 60


class AnswerView(Protocol):
    """Columns, rows, and why there are no more."""

    @property
    def columns(self) -> tuple[str, ...]: ...
    @property
    def rows(self) -> tuple[tuple[Any, ...], ...]: ...
    @property
    def stopped(self) -> str: ...


class AskedView(Protocol):
    """A query with its answer, as renderers see it."""

    @property
    def query(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def standing(self) -> str: ...
    @property
    def answer(self) -> AnswerView: ...
    @property
    def hidden(self) -> object: ...


class ExampleView(Protocol):
    """A query to begin from."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def query(self) -> str: ...


def render_text(asked: AskedView) -> str:
    """A table in columns; long cells are cut, with a sign that they are."""
    answer = asked.answer
    cells = [[_cut(say_value(value)) for value in row] for row in answer.rows]
    widths = [max(map(len, column)) for column in zip(list(answer.columns), *cells, strict=True)]
    lines = [_line(answer.columns, widths), _line(["-" * width for width in widths], widths)]
    lines += [_line(row, widths) for row in cells]
    return "\n".join([wrap(asked.standing), "", *lines, "", *map(wrap, say_ends(asked))])


def say_ends(asked: AskedView) -> list[str]:
    """What stands below a table: how many rows there are, whether there are more, and what is hidden."""
    count = len(asked.answer.rows)
    said = [f"{count} row{'' if count == 1 else 's'}."]
    if asked.answer.stopped:
        stopped = asked.answer.stopped
        said.append(f"{stopped[0].upper()}{stopped[1:]}.")
    return [*said, *filter(None, [str(asked.hidden)])]


def say_value(value: Any) -> str:
    """A value as people read it: lists by comma, things by their title, nothing for null. No new line in it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping) and "_LABEL" in value:
        return f"{value['_LABEL']} {value.get('title') or value.get('key') or ''}".strip()
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=str)
    words = ", ".join(map(say_value, value)) if isinstance(value, (list, tuple)) else str(value)
    return "".join(character if character.isprintable() else " " for character in words)


def render_json(asked: AskedView) -> str:
    """The rows as lists beside their columns, since two columns may have one name."""
    answer = asked.answer
    return json_v1.dump(
        "query",
        {
            "version": asked.version,
            "standing": asked.standing,
            "query": asked.query,
            "columns": list(answer.columns),
            "rows": [[_plain(value) for value in row] for row in answer.rows],
            "row_count": len(answer.rows),
            "stopped": answer.stopped or None,
            "hidden": str(asked.hidden) or None,
        },
    )


def render_csv(asked: AskedView) -> str:
    """The rows, each with the standing line; what stopped the answer is a last line of its own."""
    answer = asked.answer
    rows = [[*map(_cell, row), asked.standing] for row in answer.rows]
    if answer.stopped:
        rows.append([f"({answer.stopped})", *[""] * (len(answer.columns) - 1), asked.standing])
    return csv_table.render_table([*answer.columns, "standing"], rows)


def render_markdown(asked: AskedView) -> str:
    """A table in which nothing is markup."""
    answer = asked.answer
    lines = [escape(asked.standing), "", _pipes(answer.columns), _pipes(["---"] * len(answer.columns), raw=True)]
    lines += [_pipes([say_value(value) for value in row]) for row in answer.rows]
    return "\n".join([*lines, "", *map(escape, say_ends(asked))]) + "\n"


def render_examples_text(examples: Sequence[ExampleView]) -> str:
    """Each example with what it asks, indented, to be copied."""
    parts = []
    for example in examples:
        indented = "\n".join(f"    {line}" for line in example.query.splitlines())
        parts.append(f"{example.id}: {example.title}\n\n{indented}\n")
    return "\n".join(parts)


def render_examples_json(examples: Sequence[ExampleView]) -> str:
    """The examples as objects."""
    rows = [{"id": each.id, "title": each.title, "query": each.query} for each in examples]
    return json_v1.dump("query examples", {"examples": rows})


def _plain(value: Any) -> Any:
    """A value as JSON: numbers that JSON has not, and dates, as text."""
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def _cell(value: Any) -> Any:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else say_value(value)


def _cut(words: str) -> str:
    return words if len(words) <= WIDEST else f"{words[: WIDEST - 1]}…"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _pipes(cells: Sequence[str], raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else escape(cell) for cell in cells)} |"
