"""The lists that definitions are made of: the class of their records, and what one record is called in a message."""

from __future__ import annotations

from typing import get_args

from orgmodel.model import Lists, Record

CLASSES: dict[str, type[Record]] = {name: get_args(field.annotation)[0] for name, field in Lists.model_fields.items()}
NOUNS: dict[str, str] = {
    "people": "person",
    "responsibilities": "responsibility",
    "processes": "process",
    "boards": "board",
    "unit_kinds": "kind of unit",
    "data_systems": "data system",
    "ruled_out": "thing ruled out",
    "required_roles": "required role",
}
LABEL_NOUNS: dict[str, str] = {
    "Unit": "a unit",
    "Post": "a post",
    "StaffGroup": "a staff group",
    "Person": "a person",
    "Responsibility": "a responsibility",
    "Subject": "a subject",
    "Process": "a process",
    "Stage": "a stage",
    "Board": "a board",
    "DataSystem": "a data system",
    "Objective": "an objective",
    "Lever": "a lever",
    "Location": "a location",
    "Decision": "a decision",
    "Recommendation": "a recommendation",
    "Assessment": "an assessment",
    "grades": "a grade",
    "unit_kinds": "a kind of unit",
    "figures": "a figure",
    "principles": "a principle",
    "ruled_out": "a thing ruled out",
    "required_roles": "a required role",
    "sources": "a source",
}
"""By the label of a record, or the name of its list where it has no label."""


def noun_of(name: str) -> str:
    """What one entry of a list is called: `units` holds units, each a unit."""
    return NOUNS.get(name, name.removesuffix("s").replace("_", " "))
