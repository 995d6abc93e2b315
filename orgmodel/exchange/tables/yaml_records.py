"""Records written as YAML, a field on a line, so that a difference shows field by field and one line can be changed."""

from __future__ import annotations

import json
import re
from typing import Any

from orgmodel.loading.scalars import resolve_scalar

PLAIN = re.compile(r"[A-Za-z0-9]([A-Za-z0-9 _./()-]*[A-Za-z0-9_)])?")
BREAKS = {"\x85": "\\x85", "\u2028": "\\u2028", "\u2029": "\\u2029", "\ufeff": "\\ufeff", "\x7f": "\\x7f"}
"""Characters that JSON leaves as they are and YAML would take for line breaks or refuse."""


def render_record(data: dict[str, Any]) -> list[str]:
    """The lines of one entry of a list."""
    lines = [render_field(field, value) for field, value in data.items()]
    return [("- " if not number else "  ") + line for number, line in enumerate(lines)]


def render_field(field: str, value: Any) -> str:
    """One field on one line."""
    return f"{field}: {render_value(value)}"


def render_value(value: Any) -> str:
    """Plain data in YAML's flow style: read back it is the same, whatever is in it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)}: {render_value(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(render_value, value)) + "]"
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _text(text: str) -> str:
    if PLAIN.fullmatch(text) and resolve_scalar(text) == text:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    for character, escaped in BREAKS.items():
        quoted = quoted.replace(character, escaped)
    return quoted
