"""A small invented organisation, and short ways of writing options over it."""

import datetime as dt
from typing import Any

import pytest

from orgmodel.errors import OptionError
from orgmodel.model import Model
from orgmodel.options.apply import apply
from orgmodel.options.changeset import Changeset

ABOUT = {
    "id": "harbour",
    "title": "The harbour board",
    "account_of": "its clerk",
    "as_of": dt.date(2024, 1, 1),
    "marking": "invented",
    "organisation": "harbour-board",
}


def who(*idents: str, **more: Any) -> list[dict[str, Any]]:
    return [{"who": ident, **more} for ident in idents]


def small_model(**more: Any) -> Model:
    lists: dict[str, Any] = {
        "about": ABOUT,
        "sources": [{"id": "report", "title": "A report", "author": "A clerk", "paragraphs": 40}],
        "grades": [{"id": "captain", "title": "Captain"}, {"id": "officer", "title": "Officer"}],
        "unit_kinds": [{"id": "board", "title": "Board"}, {"id": "office", "title": "Office"}],
        "units": [
            {"id": "harbour-board", "title": "Harbour board", "kind": "board", "head": who("chief")},
            {
                "id": "pilots",
                "title": "Pilots",
                "kind": "office",
                "part_of": who("harbour-board"),
                "head": who("chief-pilot"),
                "pursues": who("safe-passage"),
            },
            {
                "id": "docks",
                "title": "Docks",
                "kind": "office",
                "part_of": who("harbour-board"),
                "head": who("dock-master"),
            },
            {"id": "cranes", "title": "Cranes", "kind": "office", "part_of": who("docks")},
        ],
        "posts": [
            {"id": "chief", "title": "Chief", "grade": "captain", "in_unit": who("harbour-board")},
            {
                "id": "chief-pilot",
                "title": "Chief pilot",
                "grade": "officer",
                "in_unit": who("pilots"),
                "reports_to": who("chief"),
            },
            {
                "id": "dock-master",
                "title": "Dock master",
                "grade": "officer",
                "in_unit": who("docks"),
                "reports_to": who("chief"),
                "can_use": who("berth-fees"),
            },
            {"id": "crane-lead", "title": "Crane lead", "in_unit": who("cranes"), "reports_to": who("dock-master")},
        ],
        "people": [{"id": "ada", "title": "Ada", "invented": True}],
        "holdings": [{"person": "ada", "post": "dock-master"}],
        "responsibilities": [
            {"id": "pilotage", "title": "Pilotage", "accountable": who("chief-pilot"), "concerns": who("safety")},
            {"id": "berths", "title": "Berths", "accountable": who("dock-master"), "responsible": who("docks")},
            {"id": "lifting", "title": "Lifting", "accountable": who("dock-master"), "concerns": who("safety")},
            {"id": "dredging", "title": "Dredging"},
        ],
        "subjects": [{"id": "safety", "title": "Safety"}],
        "objectives": [{"id": "safe-passage", "title": "Safe passage"}],
        "levers": [{"id": "berth-fees", "title": "Berth fees", "kind": "other"}],
        "boards": [
            {
                "id": "tide-group",
                "title": "Tide group",
                "chair": who("dock-master"),
                "members": who("dock-master", "chief-pilot"),
            }
        ],
    }
    return Model.model_validate(lists | more)


def option(*changes: dict[str, Any], **more: Any) -> Changeset:
    """An option over the small model; each change gets a reason unless it has one."""
    whole = {"id": "merge", "title": "An option", "model": "harbour", "because": "it helps", "cites": ["report#7"]}
    return Changeset.model_validate(
        whole | {"changes": [{"because": "it helps"} | change for change in changes]} | more
    )


def do(verb: str, **fields: Any) -> dict[str, Any]:
    return {"do": verb, **fields}


def refusals(*changes: dict[str, Any], model: Model | None = None, **more: Any) -> str:
    """Every problem of an option that is refused, as one text; the model given is left alone."""
    given = model or small_model()
    before = given.model_dump_json()
    with pytest.raises(OptionError) as refused:
        apply(given, option(*changes, **more))
    assert given.model_dump_json() == before
    return "\n".join(map(str, refused.value.problems))


def holders(model: Model, ident: str, field: str = "accountable") -> list[str | None]:
    """Who is named in a slot, in order, silences as None."""
    return [claim.who for claim in getattr(model.by_id[ident], field).claims]
