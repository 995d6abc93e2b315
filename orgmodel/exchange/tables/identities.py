"""What makes a row the same row the next time: its id, or where a list has none, the fields that tell rows apart."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from orgmodel.loading.scaffold import slug_of

PREFIXES = {
    "units": "",
    "posts": "post-",
    "responsibilities": "resp-",
    "subjects": "subject-",
    "people": "person-",
    "grades": "grade-",
    "unit_kinds": "kind-",
}
"""An id made from a title begins so, whatever else there is, so that a new row never changes the id of another."""
KEYS: dict[str, tuple[str, ...]] = {
    "holdings": ("person", "post", "from"),
    "passages": ("source", "paragraph"),
    "thresholds": ("finding", "name"),
    "waivers": ("finding", "identity"),
}
"""The fields that tell the records of a list apart, where these have no id."""
LONGEST = 55


def id_of(name: str, title: str) -> str:
    """The id made of a title: always the same, and another for every other title as far as letters tell."""
    slug = slug_of(title)
    if not slug or len(slug) > LONGEST:
        slug = f"{slug[:40].strip('-')}-{_digest(title)}".strip("-")
    return PREFIXES.get(name, f"{name.replace('_', '-')}-") + slug


def key_of(name: str, data: dict[str, Any]) -> str:
    """What identifies a record within its list."""
    if name not in KEYS:
        return str(data.get("id", ""))
    return " / ".join(_said(data.get(field)) for field in KEYS[name] if data.get(field) is not None)


def _said(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True, ensure_ascii=False)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
