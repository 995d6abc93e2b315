"""What of a model has a word in ArchiMate: elements, relationships between kinds of them, and what has none."""

from __future__ import annotations

from dataclasses import dataclass

ELEMENTS: dict[str, str] = {
    "Unit": "BusinessActor",
    "Person": "BusinessActor",
    "Post": "BusinessRole",
    "Board": "BusinessCollaboration",
    "Responsibility": "BusinessFunction",
    "Process": "BusinessProcess",
    "Stage": "BusinessProcess",
    "Subject": "BusinessObject",
    "DataSystem": "ApplicationComponent",
    "Objective": "Goal",
    "Location": "Location",
}
"""For each label of the graph, the element that it becomes; labels that are not here have none."""


@dataclass(frozen=True)
class Edge:
    """The relationship that a type becomes, whether the arrow turns round, and whether its name is written on it."""

    type: str
    turned: bool = False
    named: bool = True


ASSOCIATION = Edge("Association")

EDGES: dict[tuple[str, str, str], Edge] = {
    ("PART_OF", "Unit", "Unit"): Edge("Composition", turned=True, named=False),
    ("PART_OF", "Subject", "Subject"): Edge("Aggregation", turned=True, named=False),
    ("PART_OF", "Location", "Location"): Edge("Aggregation", turned=True, named=False),
    ("IN_UNIT", "Post", "Unit"): Edge("Assignment", turned=True),
    ("HOLDS", "Person", "Post"): Edge("Assignment"),
    ("HAS_STAGE", "Process", "Stage"): Edge("Composition", named=False),
    ("NEXT", "Stage", "Stage"): Edge("Triggering", named=False),
    ("MEMBER_OF", "Post", "Board"): Edge("Aggregation", turned=True),
    ("MEMBER_OF", "Unit", "Board"): Edge("Aggregation", turned=True),
    ("SERVES", "Post", "Post"): Edge("Serving"),
    ("SERVES", "Post", "Unit"): Edge("Serving"),
    ("EXCHANGES_WITH", "DataSystem", "DataSystem"): Edge("Flow"),
    ("USES", "Unit", "DataSystem"): Edge("Serving", turned=True),
    ("USES", "Stage", "DataSystem"): Edge("Serving", turned=True),
    ("USES", "Responsibility", "DataSystem"): Edge("Serving", turned=True),
}
EDGES |= {
    (type_, body, doing): Edge("Assignment")
    for type_ in ("ACCOUNTABLE_FOR", "RESPONSIBLE_FOR", "PERFORMS")
    for body in ("Unit", "Post", "Board")
    for doing in ("Responsibility", "Process", "Stage")
}
"""For a type of relationship and the labels at its ends; any other is an association, which may join anything."""


def edge_for(type_: str, start: str, end: str) -> Edge:
    """What a relationship becomes."""
    return EDGES.get((type_, start, end), ASSOCIATION)
