"""Answers that are lists of lines, in every format: a heading, the standing line, and rows with the same columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from orgmodel.render import csv_table, json_v1
from orgmodel.render.markdown import escape
from orgmodel.render.wording import wrap


@dataclass(frozen=True)
class Lines:
    """A list to be written: for text each row is a sentence, with its details below (a line of them, or several); for
    the rest it is columns."""

    kind: str
    title: str
    standing: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    sentences: tuple[tuple[str, str], ...]
    empty: str


def render_text(lines: Lines) -> str:
    """Each row as a sentence, with what is known of it on the next line; one sentence where there is none."""
    body = [wrap(lines.standing), "", wrap(lines.title), ""]
    for sentence, details in lines.sentences:
        body.append(wrap(sentence, "    ", "  - "))
        several = details.splitlines()
        body += [wrap(line, "      " if len(several) > 1 else "    ", "    ") for line in several]
    return "\n".join(body if lines.sentences else [*body, f"  {lines.empty}"])


def render_json(lines: Lines) -> str:
    """The rows as objects."""
    rows = [dict(zip(lines.columns, row, strict=True)) for row in lines.rows]
    return json_v1.dump(lines.kind, {"title": lines.title, "standing": lines.standing, "rows": rows})


def render_csv(lines: Lines) -> str:
    """The rows as a table, each with the standing line."""
    return csv_table.render_table((*lines.columns, "standing"), [(*row, lines.standing) for row in lines.rows])


def render_markdown(lines: Lines) -> str:
    """The sentences as a list, with details of several lines as lists below them."""
    body = [f"# {escape(lines.title)}", "", escape(lines.standing), ""]
    for sentence, details in lines.sentences:
        several = [escape(line) for line in details.splitlines()]
        body.append(f"- {escape(sentence)}" + (f" *{several[0]}*" if len(several) == 1 else ""))
        body += [f"    - {line}" for line in several if len(several) > 1]
    return "\n".join(body if lines.sentences else [*body, escape(lines.empty)]) + "\n"


def columns_of(rows: Sequence[Any], names: Sequence[str]) -> tuple[tuple[Any, ...], ...]:
    """The fields of values, by name, tuples as lists."""
    return tuple(tuple(_plain(getattr(row, name)) for name in names) for row in rows)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
