"""One field in one cell: as people write it where that comes back the same, else as JSON behind a mark.

The writer reads back what it has written, so that a cell can never mean anything but its field.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic.fields import FieldInfo

from orgmodel.exchange.cell_errors import is_error
from orgmodel.exchange.sheet_text import clean_cell
from orgmodel.loading.csv_text import SILENT
from orgmodel.loading.fields import is_list, is_number, is_slot
from orgmodel.loading.scalars import resolve_number

AS_JSON = "json: "
TRUTH = {"yes": True, "no": False}
UNSAFE = re.compile(r"_x[0-9A-Fa-f]{4}_|[^\n\x20-\x7e\xa1-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]|[\u2028\u2029\ufeff]")
"""What a workbook or its readers may change on the way: control characters, and what looks like an escape of one."""


def write_exact(value: Any, field: FieldInfo) -> str | int | float:
    """The content of a cell for a field's plain data."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if _same(read_exact(_as_read(value), field), value):
            return value
    else:
        plain = _plain(value)
        if plain and _is_safe(plain) and _same(read_exact(plain, field), value):
            return plain
    coded = json.dumps(value, ensure_ascii=bool(UNSAFE.search(json.dumps(value, ensure_ascii=False))))
    return AS_JSON + coded.replace("_x", "\\u005fx")


def read_exact(text: str, field: FieldInfo) -> Any:
    """The plain data that a cell stands for. Raises ValueError where it is marked as JSON and is none."""
    if text.startswith(AS_JSON.strip()):
        return json.loads(text.removeprefix(AS_JSON.strip()))
    entries = [entry.strip() for entry in text.split(";") if entry.strip()]
    if is_slot(field):
        return [{"state": entry} if entry in SILENT else {"who": entry} for entry in entries]
    if is_list(field):
        return entries
    if bool in (field.annotation, *getattr(field.annotation, "__args__", ())):
        return TRUTH.get(text.lower(), text)
    return resolve_number(text) if is_number(field) else text


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, (str, dict)) for part in value):
        return "; ".join(part if isinstance(part, str) else _claim(part) for part in value)
    return ""


def _claim(claim: dict[str, Any]) -> str:
    return str(next(iter(claim.values()))) if len(claim) == 1 else ""


def _is_safe(text: str) -> bool:
    """Whether a text is left as it is on its way through a workbook and taken for nothing else."""
    is_marked = text.startswith(AS_JSON.strip()) or is_error(text)
    return not is_marked and not UNSAFE.search(text) and clean_cell(text) == text


def _as_read(number: int | float) -> str:
    """A number as the reader of workbooks gives it: all of them are decimals there."""
    as_decimal = float(number)
    return f"{as_decimal:.0f}" if as_decimal.is_integer() and abs(as_decimal) < 1e15 else f"{as_decimal:.15g}"


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)
