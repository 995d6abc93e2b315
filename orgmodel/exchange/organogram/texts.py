"""Records as the text of definitions: YAML in which every text is quoted, and a CSV table of the staff groups."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from orgmodel.exchange.formulas import FORMULA_STARTS
from orgmodel.exchange.organogram.posts import Record

COLUMNS = ("id", "title", "grade", "fte", "profession", "in_unit", "reports_to", "cites")


def render_lists(lists: Mapping[str, Sequence[Record]]) -> str:
    """A YAML file of lists."""
    lines: list[str] = []
    for name, records in lists.items():
        lines.append(f"{name}:" if records else f"{name}: []")
        for record in records:
            pairs = [f"{key}: {_flow(value)}" for key, value in record.items()]
            lines.append("  - " + "\n    ".join(pairs))
    return "\n".join(lines) + "\n"


def render_header(about: Record) -> str:
    """The text of `model.yaml`."""
    return "".join(f"{key}: {_flow(value)}\n" for key, value in about.items())


def render_staff(groups: Iterable[Record]) -> dict[str, str]:
    """Staff groups as a CSV table. Those that a spreadsheet would take for a formula go into YAML."""
    table, others = io.StringIO(), list[Record]()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for group in groups:
        cells = ["" if group[column] is None else group[column] for column in COLUMNS]
        if any(isinstance(cell, str) and cell.startswith(FORMULA_STARTS) for cell in cells):
            others.append(_as_record(group))
        else:
            writer.writerow(f"{cell:g}" if isinstance(cell, float) and cell < 1e5 else cell for cell in cells)
    files = {"staff_groups.csv": table.getvalue()}
    return files | ({"staff-groups.yaml": render_lists({"staff_groups": others})} if others else {})


def _as_record(group: Record) -> Record:
    slots = {name: [{"who": group[name]}] if group[name] else [] for name in ("in_unit", "reports_to")}
    record = group | slots | {"cites": [group["cites"]]}
    return {name: value for name, value in record.items() if value not in ("", None, [])}


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else json.dumps(str(value), ensure_ascii=False)
