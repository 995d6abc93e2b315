"""An option as a file of definitions, so that what was computed can be read, edited and used like any other."""

from __future__ import annotations

from typing import Any

import yaml

from orgmodel.options import Changeset

HEADER = "# yaml-language-server: $schema=../../options.schema.json\n"


def render_option(option: Changeset) -> str:
    """The whole option, without what is left at its default; reading it gives the same option."""
    plain = _short(option.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    return HEADER + yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=120)


def _short(value: Any) -> Any:
    """Operands and slots as people write them: an id, a word, a list."""
    if isinstance(value, dict):
        if value.keys() == {"who"}:
            return value["who"]
        if value.keys() == {"state"} and value["state"] in ("not_stated", "redacted"):
            return "unknown" if value["state"] == "not_stated" else "redacted"
        return {name: part if name == "was" else _short(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_short(part) if not _is_claim(part) else part for part in value]
    return value


def _is_claim(value: Any) -> bool:
    """Whether this stands in a list of claims, where 'who' and 'state' are written out."""
    return isinstance(value, dict) and bool({"who", "state"} & value.keys())
