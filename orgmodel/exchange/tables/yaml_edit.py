"""Changing some records of a YAML file and leaving every other line, and every comment, as somebody wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from orgmodel.exchange.tables.yaml_records import render_field, render_record
from orgmodel.loading.document import Document, Spot
from orgmodel.loading.yaml_text import read_yaml

HEADING = "# From tables, by 'orgmodel import table'. Change and add what you like: the next import keeps it.\n"
KEPT = "# Comments that stood beside what has gone:"


@dataclass(frozen=True)
class Edits:
    """What is to become of a list: the new data of records by their index (None: removed), and what is added."""

    changed: Mapping[int, dict[str, Any] | None]
    added: Sequence[dict[str, Any]]

    def apply(self, records: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """The list as it is to be."""
        kept = [self.changed.get(index, record) for index, record in enumerate(records)]
        return [*(record for record in kept if record is not None), *self.added]


def edit_list(text: str, document: Document, name: str, edits: Edits) -> str:
    """A file with the records of one list changed. Comments stay, those of what is removed among them."""
    records = document.data.get(name) or []
    wanted = edits.apply(records)
    edited = _edit(text, document, name, edits) if records and wanted else None
    if edited is None or _read(edited).get(name) != wanted:
        others = {key: value for key, value in document.data.items() if key != name}
        return render_file({**others, name: wanted}, _comments(text.splitlines()))
    return edited


def render_file(lists: Mapping[str, Sequence[dict[str, Any]]], comments: Sequence[str] = ()) -> str:
    """A whole file of lists; comments that have no place of their own any more stand at its top."""
    own = [comment for comment in comments if comment not in (HEADING.strip(), KEPT)]
    lines = [HEADING.strip(), *([KEPT, *own] if own else [])]
    for name, records in lists.items():
        lines += [f"{name}: []"] if not records else [f"{name}:"]
        lines += [line for record in records for line in render_record(record)]
    return "\n".join(lines) + "\n"


def _edit(text: str, document: Document, name: str, edits: Edits) -> str | None:
    """The text with the blocks of changed records replaced, or None where the lines are not laid out for that."""
    lines = text.splitlines()
    entries = [document.spot.parts[name].parts[index] for index in range(len(document.data[name]))]
    starts = [spot.line - 1 for spot in entries]
    tops = sorted(line - 1 for line, _ in document.spot.keys.values())
    if len(set(starts)) < len(starts) or any(not lines[at].lstrip().startswith("- ") for at in starts):
        return None
    end = min((top for top in tops if top > starts[-1]), default=len(lines))
    ends = [*starts[1:], end]
    out = lines[: starts[0]]
    for index, (start, stop) in enumerate(zip(starts, ends, strict=True)):
        block = lines[start:stop]
        if index not in edits.changed:
            out += block
        elif (data := edits.changed[index]) is None:
            out += _comments(block)
        else:
            out += _edit_record(block, entries[index], document.data[name][index], data)
    while out and not out[-1].strip():
        out.pop()
    for record in edits.added:
        indent = " " * (len(lines[starts[0]]) - len(lines[starts[0]].lstrip()))
        out += [indent + line for line in render_record(record)]
    return "\n".join([*out, *lines[end:]]) + "\n"


def _edit_record(block: list[str], spot: Spot, old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """The lines of one record with the fields that differ written anew; in its place, if its fields share lines."""
    at = {field: (line - spot.line, column - 1) for field, (line, column) in spot.keys.items()}
    order = sorted(at, key=lambda field: at[field])
    lines_of = [at[field][0] for field in order]
    indent = " " * (len(block[0]) - len(block[0].lstrip()))
    if len(set(lines_of)) < len(lines_of) or set(at) != set(old) or lines_of[0] != 0:
        return [*(indent + line for line in render_record(new)), *_comments(block, indent + "  ")]
    out: list[str] = []
    for field, start, stop in zip(order, lines_of, [*lines_of[1:], len(block)], strict=True):
        part, prefix = block[start:stop], block[start][: at[field][1]]
        if field in new and new[field] == old[field]:
            out += part
        elif field in new:
            out += _with_comments(prefix + render_field(field, new[field]), part, indent + "  ")
        elif start == 0:
            return [*(indent + line for line in render_record(new)), *_comments(block, indent + "  ")]
        else:
            out += _comments(part, indent + "  ")
    fresh = [f"{indent}  {render_field(field, value)}" for field, value in new.items() if field not in old]
    last = max(number for number, line in enumerate(out) if line.strip() and not line.lstrip().startswith("#"))
    return [*out[: last + 1], *fresh, *out[last + 1 :]]


def _with_comments(line: str, part: list[str], indent: str) -> list[str]:
    """A new line with the comments of the lines that it takes the place of: one at the end of a line stays there."""
    beside, below = split_comments(part)
    if len(beside) == 1:
        return [f"{line}  {beside[0]}", *(indent + comment for comment in below)]
    return [line, *(indent + comment for comment in (*beside, *below))]


def _comments(part: list[str], indent: str = "") -> list[str]:
    beside, below = split_comments(part)
    return [indent + comment for comment in (*beside, *below)]


def split_comments(part: list[str]) -> tuple[list[str], list[str]]:
    """The comments beside values and those on lines of their own; a '#' within a text is none."""
    if not any("#" in line for line in part):
        return [], []
    lines = list(part)
    meant = _parse(lines)
    beside: list[str] = []
    below: list[str] = []
    for number, line in enumerate(part):
        for at in [position for position, character in enumerate(line) if character == "#"]:
            if at and not line[at - 1].isspace():
                continue
            shortened = [*lines[:number], line[:at].rstrip(), *lines[number + 1 :]]
            if _parse(shortened) == meant:
                (beside if line[:at].strip() else below).append(line[at:].rstrip())
                lines = shortened
                break
    return beside, below


def _parse(lines: list[str]) -> Any:
    """What lines mean, every value as text: only to see whether two versions of them mean the same."""
    try:
        return yaml.load("\n".join(lines), Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return object()


def _read(text: str) -> dict[str, Any]:
    document = read_yaml(text, "edited", [])
    return document.data if document and isinstance(document.data, dict) else {}
