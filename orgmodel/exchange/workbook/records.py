"""The records of a model as plain data, as they would be written: nothing that a field has by itself."""

from __future__ import annotations

from typing import Any

from orgmodel.exchange.people import PERSONAL, Hidden
from orgmodel.model import Model, Record


def plain_record(record: Record, hidden: Hidden) -> dict[str, Any]:
    """A record as plain data, a slot as the list of its claims where that says all; without claims about the hidden."""
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    plain = {field: _plain(value, hidden) for field, value in data.items()}
    return {field: value for field, value in plain.items() if value != [] or not _is_slot(data[field])}


def plain_records(model: Model, name: str, hidden: Hidden) -> list[dict[str, Any]]:
    """Every record of a list; none of people and holdings where people are hidden."""
    if name in PERSONAL and (hidden.people or hidden.holdings):
        return []
    return [plain_record(record, hidden) for record in getattr(model, name)]


def _plain(value: Any, hidden: Hidden) -> Any:
    if isinstance(value, dict):
        if _is_slot(value):
            shown = (claim for claim in value["claims"] if claim.get("who") not in hidden.people)
            value = {**value, "claims": [_named_first(_plain(claim, hidden)) for claim in shown]}
            return value["claims"] if set(value) == {"claims"} else value
        return {key: _plain(part, hidden) for key, part in value.items()}
    return [_plain(part, hidden) for part in value] if isinstance(value, list) else value


def _is_slot(value: Any) -> bool:
    return isinstance(value, dict) and "claims" in value


def _named_first(claim: dict[str, Any]) -> dict[str, Any]:
    """A claim with what it names, or which silence it is, at its beginning."""
    first: dict[str, Any] = {name: claim[name] for name in ("who", "state") if name in claim}
    return {**first, **claim}
