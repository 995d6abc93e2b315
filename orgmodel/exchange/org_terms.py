"""The words of our Turtle: what the W3C ORG ontology says for itself, and the small vocabulary for what it cannot say,
above all the kinds of silence."""

from __future__ import annotations

from orgmodel.graph import LABELS, RELATIONSHIPS
from orgmodel.model.statements import SILENCE

TERMS = "urn:orgmodel:terms:"
"""What the names of our own words begin with: a name, not an address on the web."""

ORG_CLASSES = {"Post": "Post"}
"""Labels that are classes of ORG; units are Organization or OrganizationalUnit, as they lie outside or inside."""

ORG_PROPERTIES = {
    ("PART_OF", "Unit"): "subOrganizationOf",
    ("IN_UNIT", "Unit"): "postIn",
    ("REPORTS_TO", "Post"): "reportsTo",
    ("HOLDS", "Post"): "holds",
}
"""Relationships, with the label that they end at, that ORG has a property for."""

CLASS_MEANINGS = {
    "Statement": "One relationship between two things, with how it is known and where it is said.",
    "Slot": "One question about a thing, such as who answers for it in a chain, with the state of its answer.",
    "State": "What is known of the answer to a question; four of the states are kinds of silence.",
    "Paragraph": "One paragraph of a source.",
}

STATE_MEANINGS = {
    "known": "the source says who or what, and no more is expected",
    **SILENCE,
    "not_stated": "the source does not say",
    "redacted": "the text that would say is withheld",
    "hidden": "known, about people, and left out of this file",
}

PROPERTY_MEANINGS = {
    "saysNothingOf": "A question about the thing of which the source says nothing.",
    "slotOf": "The thing that a question is about.",
    "asks": "The question, as the property that would answer it.",
    "state": "The state of the answer.",
    "saysNone": "Whether the source says that there is nobody or nothing.",
    "saysUnclear": "Whether the source says that people cannot tell.",
    "expected": "Whether the model expects somebody to answer.",
    "inChain": "In which chain: ministerial, accounting officer, line, SRO, statutory or operational.",
    "basis": "How it is known: stated, attributed (others are reported to say so) or inferred.",
    "contested": "Whether somebody disputes it.",
    "hidden": "How many answers are left out of this file because they are about people.",
    "grade": "The grade of a post.",
    "rank": "The place in an order; 1 is the highest.",
    "unitKind": "The kind of a unit.",
    "dottedLineTo": "A reporting line that is not line management.",
    "statutoryLineTo": "A reporting line that a statute lays down.",
    "marking": "The marking of the account.",
}


def camel(name: str) -> str:
    """A name as properties are written: ACCOUNTABLE_FOR as accountableFor."""
    first, *rest = name.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def own_classes() -> list[str]:
    """The labels of the graph that ORG has no class for."""
    return [label for label in LABELS if label not in (*ORG_CLASSES, "Unit", "Person", "Slot", "Source", "Passage")]


def own_properties() -> list[str]:
    """The relationships of the graph, as properties."""
    return [camel(type_) for type_ in RELATIONSHIPS if type_ not in ("HAS_SLOT", "TOUCHES", "FROM_SOURCE")]
