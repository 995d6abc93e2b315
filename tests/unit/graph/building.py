"""Small models for the tests of the graph, and how to find a row in what is built of them."""

import datetime as dt
from typing import Any

from orgmodel.graph import Rows, build_rows
from orgmodel.model import Model

ABOUT = {
    "id": "small",
    "title": "A small organisation",
    "account_of": "a test",
    "as_of": dt.date(2023, 3, 3),
    "marking": "invented",
    "organisation": "org",
}
ORG = {"id": "org", "title": "The organisation", "kind": "body"}


def model(about: dict[str, Any] | None = None, **lists: Any) -> Model:
    """A valid model of these lists; the organisation, its kind and a source are there when nothing else is said."""
    made: dict[str, Any] = {
        "sources": [{"id": "report", "title": "The report", "author": "A test", "paragraphs": 99}],
        "unit_kinds": [{"id": "body", "title": "Body"}, {"id": "team", "title": "Team"}],
        "units": [ORG],
    }
    return Model.model_validate({"about": ABOUT | (about or {})} | made | lists)


def post(ident: str, **more: Any) -> dict[str, Any]:
    """A post as it is defined."""
    return {"id": ident, "title": ident.replace("-", " ").capitalize(), **more}


def node(rows: Rows, label: str, ident: str) -> dict[str, Any]:
    """The row of a node."""
    return next(row for row in rows.nodes[label] if row["id"] == ident)


def slot(built: Model, ident: str) -> dict[str, Any]:
    """The row of a slot of a model, by its id: `owner.field` or `owner.field.chain`."""
    return node(build_rows(built), "Slot", ident)


def ids(rows: Rows, label: str) -> set[str]:
    """The ids of the nodes of a label."""
    return {row["id"] for row in rows.nodes.get(label, ())}


def links(rows: Rows, type_: str) -> set[tuple[str, str]]:
    """The ids of the two ends of every relationship of a type."""
    return {
        (row["start"].partition("/")[2], row["end"].partition("/")[2])
        for (found, _, _), group in rows.relationships.items()
        for row in group
        if found == type_
    }


def relationship(rows: Rows, type_: str, start: str, end: str) -> dict[str, Any]:
    """The one relationship of a type between two ids."""
    found = [
        row
        for (kind, _, _), group in rows.relationships.items()
        for row in group
        if kind == type_ and row["start"].endswith(f"/{start}") and row["end"].endswith(f"/{end}")
    ]
    assert len(found) == 1, found
    return found[0]
