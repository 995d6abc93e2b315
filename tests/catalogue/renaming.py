"""Gives every id of a model another name that says nothing, everywhere that it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from orgmodel.model import Model

REFERENCES = {"id", "who", "about", "before", "after", "person", "post", "grade", "role", "unit", "unit_kind", "source"}
IN_LISTS = {"roles": "roles", "touches": "touches"}
ABOUT_ITSELF = {"about": "organisation"}


def renamed_ids(model: Model) -> dict[str, str]:
    """A new name for every id: of things, grades, kinds, roles and sources, in an order of its own."""
    named = set(model.by_id) | {source.id for source in model.sources}
    named |= {role for post in model.posts for role in post.roles} | {role.role for role in model.required_roles}
    named |= {claim.role for unit in model.units for claim in unit.roles.claims if getattr(claim, "role", None)}
    return {ident: f"x{number}" for number, ident in enumerate(sorted(named, key=lambda ident: ident[::-1]))}


def rename(model: Model, names: Mapping[str, str], ident: str) -> Model:
    """The same model under the new names; `ident` is the new id of the model itself."""
    content = model.model_dump(by_alias=True, exclude_unset=True)
    about = {**content.pop("about"), "id": ident}
    about["organisation"] = names[about["organisation"]]
    changed = {field: [_record(record, names, field) for record in records] for field, records in content.items()}
    return Model.model_validate({"about": about, **changed})


def _record(record: dict[str, Any], names: Mapping[str, str], field: str) -> dict[str, Any]:
    new = _walk(record, names)
    if field == "units":
        new["kind"] = names.get(new["kind"], new["kind"])
    if field == "thresholds" and isinstance(new["value"], str):
        new["value"] = names.get(new["value"], new["value"])
    if field == "waivers":
        new["identity"] = {column: names.get(value, value) for column, value in new["identity"].items()}
    return new


def _walk(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _field(key, item, names) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_walk(item, names) for item in value]
    return value


def _field(key: str, value: Any, names: Mapping[str, str]) -> Any:
    fields: dict[str, Callable[[Any], Any]] = {
        "cites": lambda cites: [_cite(cite, names) for cite in cites],
        "roles": lambda roles: _walk(roles, names) if isinstance(roles, dict) else [names.get(r, r) for r in roles],
        "touches": lambda touched: [names.get(thing, thing) for thing in touched],
    }
    if key in fields:
        return fields[key](value)
    if key in REFERENCES and isinstance(value, str):
        return names.get(value, value)
    return _walk(value, names)


def _cite(cite: str, names: Mapping[str, str]) -> str:
    source, _, paragraph = cite.partition("#")
    return f"{names.get(source, source)}#{paragraph}"
