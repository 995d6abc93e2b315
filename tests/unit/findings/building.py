"""A small finding and a small model for tests of the catalogue and of running it."""

from __future__ import annotations

from typing import Any

from orgmodel.findings import Evidence, Finding, FindingQuery, Outcome
from orgmodel.findings.catalogue import FrontMatter
from orgmodel.model import Model

FRONT: dict[str, Any] = {
    "title": "Has it a head?",
    "severity": "low",
    "family": "structure",
    "fails_when": "A unit has no head.",
    "columns": {
        "unit": {"type": "key", "heading": "Unit", "identifies": True},
        "heads": {"type": "keys", "heading": "Heads"},
    },
    "says": {"fail": "{unit} has no head. Heads: {heads}."},
    "why": "Because.",
    "remedy": "Name one.",
    "sources": ["ours"],
    "version": 1,
    "maturity": "first",
    "population_is": "Units",
    "population": "MATCH (u:Unit {model: $model}) RETURN count(u) AS population",
}
ABOUT = {
    "id": "small",
    "title": "Small",
    "account_of": "A test",
    "as_of": "2023-03-03",
    "marking": "Invented",
    "organisation": "office",
}


def make_finding(query: str = "RETURN 1", **front: Any) -> FindingQuery:
    """A finding called `unit-has-a-head`."""
    about = FrontMatter.model_validate({**FRONT, **front})
    return FindingQuery(id="unit-has-a-head", about=about, query=query, file="unit-has-a-head.cypher")


def make_model(**lists: Any) -> Model:
    """An office with one part, and whatever else is given."""
    units = [
        {"id": "office", "title": "The office", "kind": "office-kind"},
        {"id": "desk", "title": "The desk", "kind": "office-kind", "part_of": [{"who": "office"}]},
    ]
    kinds = [{"id": "office-kind", "title": "Office"}]
    return Model.model_validate({"about": ABOUT, "unit_kinds": kinds, "units": units, **lists})


def make_outcome(*units: str, verdict: Any = "fail") -> Outcome:
    """What `unit-has-a-head` might have found about these units."""
    rows = tuple(
        Finding(
            finding="unit-has-a-head",
            verdict=verdict,
            severity="low",
            identity=(("unit", unit),),
            values={"unit": unit, "heads": []},
            title="Has it a head?",
            word="Finding",
            sentence=f"{unit} has no head.",
            basis="stated",
            evidence=(Evidence(unit, "stated", ()),),
        )
        for unit in units
    )
    return Outcome("unit-has-a-head", "Has it a head?", "low", rows, len(rows) + 2)
