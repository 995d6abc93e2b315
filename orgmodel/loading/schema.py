"""JSON Schemas of the definitions, for editors and for `orgmodel schema`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from orgmodel.model import About, Lists

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(more: Mapping[str, type[BaseModel]] | None = None) -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file, by the name it is published under; `more` adds classes of other layers."""
    classes: dict[str, type[BaseModel]] = {"schema.json": Lists, "model.schema.json": About, **(more or {})}
    return {name: {"$schema": DIALECT, **cls.model_json_schema(by_alias=True)} for name, cls in classes.items()}


def render_schema(schema: Mapping[str, Any]) -> str:
    """A JSON Schema as the text that is kept in `definitions/`."""
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
