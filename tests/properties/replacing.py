"""A random model, and the same model with some of its records replaced by those that another random model has."""

from __future__ import annotations

from random import Random
from typing import Any

from orgmodel.graph import Rows
from orgmodel.model import LABELS, Model
from tests.properties.findings_strategy import model_of

Plain = dict[tuple[Any, str], dict[str, Any]]


def replaced_pair(seed: int, ident: str = "random") -> tuple[Model, Model]:
    """The model of a seed, and that model in which one to three records are those of the next seed's."""
    random = Random(seed)
    model, donor = model_of(seed, ident), model_of(seed + 1, ident)
    both = [
        (field, record.id)
        for field in LABELS
        for record in getattr(model, field)
        if any(other.id == record.id for other in getattr(donor, field))
    ]
    changed = model
    for field, name in random.sample(both, random.randint(1, 3)):
        given = next(record for record in getattr(donor, field) if record.id == name)
        records = tuple(given if record.id == name else record for record in getattr(changed, field))
        changed = changed.model_copy(update={field: records})
    return model, changed


def plain_rows(rows: Rows) -> Plain:
    """The rows by label or ends and by key, without the version."""
    found: Plain = {}
    for group, several in (*rows.nodes.items(), *rows.relationships.items()):
        for row in several:
            plain = {name: _plain(value, rows.model) for name, value in row.items() if name != "model"}
            assert (group, plain["key"]) not in found, plain["key"]
            found[group, plain["key"]] = plain
    return found


def _plain(value: Any, model: str) -> Any:
    return value.removeprefix(f"{model}/") if isinstance(value, str) else value
