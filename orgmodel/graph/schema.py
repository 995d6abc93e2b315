"""The one declaration of the graph: labels, relationships and the properties of each.

The embedded tables, the Neo4j constraints and indexes, the reference in the docs and the legend of the pictures are
made from here. Relationships that come from slots take their ends from `orgmodel.model.LINKS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from orgmodel.model import LINKS

Type = Literal["text", "integer", "number", "yes_no", "texts"]
Properties = dict[str, Type]

COMMON: Properties = {
    "key": "text",
    "model": "text",
    "basis": "text",
    "mode": "text",
    "contested": "yes_no",
    "cites": "texts",
}
"""On every node and relationship: identity in the graph, the model and version it belongs to, and its evidence."""

NAMED: Properties = {**COMMON, "id": "text", "title": "text"}

LABELS: dict[str, Properties] = {
    "Unit": {
        **NAMED,
        "kind": "text",
        "kind_rank": "integer",
        "outside": "yes_no",
        "organisation": "yes_no",
        "principal": "yes_no",
        "time_limited": "yes_no",
        "until_state": "text",
    },
    "Post": {
        **NAMED,
        "kind": "text",
        "grade": "text",
        "grade_rank": "integer",
        "grade_bound": "text",
        "head": "yes_no",
        "critical": "yes_no",
        "critical_state": "text",
        "occupancy": "text",
        "vacant_longer_than": "integer",
        "vacant_at_most": "integer",
        "attempts": "integer",
        "fte": "number",
        "roles": "texts",
        "requirements": "texts",
        "reference": "text",
        "profession": "text",
        "not_in_source": "yes_no",
        "other_responsibilities": "text",
    },
    "StaffGroup": {**NAMED, "grade": "text", "grade_rank": "integer", "fte": "number", "profession": "text"},
    "Person": {**NAMED, "invented": "yes_no", "meets": "texts", "does_not_meet": "texts"},
    "Responsibility": {
        **NAMED,
        "aspects": "texts",
        "scope": "text",
        "confirmation": "text",
        "confirmation_asked": "yes_no",
        "confirmation_overdue": "yes_no",
    },
    "Subject": {**NAMED, "code": "text", "priority": "yes_no", "priority_state": "text"},
    "Process": {**NAMED, "all_stages_known": "yes_no"},
    "Stage": {**NAMED},
    "Board": {
        **NAMED,
        "decides": "text",
        "attendance": "text",
        "attendance_at_least": "integer",
        "attendance_at_most": "integer",
        "remit": "text",
    },
    "DataSystem": {**NAMED},
    "Objective": {**NAMED},
    "Lever": {**NAMED, "kind": "text"},
    "Location": {**NAMED, "kind": "text"},
    "Recommendation": {**NAMED, "response": "text", "changes_structure": "yes_no", "overdue": "yes_no"},
    "Decision": {**NAMED},
    "Assessment": {**NAMED, "holder": "text", "finding": "text", "expects": "text"},
    "Source": {**NAMED, "author": "text"},
    "Passage": {**NAMED, "state": "text", "marked": "yes_no", "structural": "yes_no"},
    "Figure": {
        **NAMED,
        "low": "number",
        "high": "number",
        "state": "text",
        "unit": "text",
        "period": "text",
        "kind": "text",
    },
    "RequiredRole": {**NAMED, "role": "text", "at_least": "integer", "at_most": "integer"},
    "Slot": {
        **NAMED,
        "owner": "text",
        "owner_label": "text",
        "name": "text",
        "chain": "text",
        "role": "text",
        "state": "text",
        "says_none": "yes_no",
        "says_unclear": "yes_no",
        "says_redacted": "yes_no",
        "complete": "yes_no",
        "expected": "yes_no",
        "by_unit": "yes_no",
        "known": "integer",
        "at_least": "integer",
        "gone": "integer",
    },
}
"""A Slot is one question about a thing (who heads it, who answers for it in a chain) with the state of its answer."""

EXTRA: dict[str, Properties] = {
    "REPORTS_TO": {"kind": "text"},
    "ANSWERS_TO": {"chain": "text", "scope": "text"},
    "COVERS": {"cover": "text", "overrun": "yes_no"},
    "CANDIDATE_FOR": {"months_to_ready_min": "integer", "months_to_ready_max": "integer", "interim": "yes_no"},
    "CONCERNS": {"extent": "text"},
    "ACCOUNTABLE_FOR": {
        "chain": "text",
        "scope": "text",
        "sharing": "text",
        "axis": "text",
        "reason": "text",
        "by": "text",
    },
    "RESPONSIBLE_FOR": {
        "chain": "text",
        "scope": "text",
        "sharing": "text",
        "axis": "text",
        "reason": "text",
        "by": "text",
    },
    "USES": {"keyed_twice": "yes_no"},
    "MEMBER_OF": {"role": "text"},
    "FULFILS_ROLE": {"role": "text"},
    "CONFLICTS_WITH": {"designated_by": "text"},
    "HOLDS": {"holding": "text", "fte": "number", "overrun": "yes_no"},
    "NEXT": {"shared_system": "text", "shared_target": "text", "common_owner": "text"},
}
"""The properties that some relationships carry beside the common ones."""

DERIVED: dict[str, tuple[tuple[str, str], ...]] = {
    "HAS_SLOT": tuple((label, "Slot") for label in sorted({link.label for link in LINKS})),
    "HOLDS": (("Person", "Post"),),
    "HAS_STAGE": (("Process", "Stage"),),
    "NEXT": (("Stage", "Stage"),),
    "ABOUT": tuple(("Figure", label) for label in LABELS if label not in ("Slot", "Source", "Passage", "Figure")),
    "TOUCHES": tuple(("Passage", label) for label in LABELS if label not in ("Slot", "Source", "Passage")),
    "FROM_SOURCE": (("Passage", "Source"),),
    "REQUIRES_ROLE": (("Unit", "RequiredRole"),),
}
"""Relationships that come from something other than a slot, with the labels of their two ends."""


@dataclass(frozen=True)
class Relationship:
    """A type of relationship: the labels that it may join, and its properties."""

    type: str
    ends: tuple[tuple[str, str], ...]
    properties: Properties


def _ends() -> dict[str, list[tuple[str, str]]]:
    ends: dict[str, list[tuple[str, str]]] = {}
    for link in LINKS:
        for target in link.targets:
            pair = (target, link.label) if link.reverse else (link.label, target)
            pairs = ends.setdefault(link.relationship, [])
            if pair not in pairs:
                pairs.append(pair)
    for type_, pairs_of_type in DERIVED.items():
        ends.setdefault(type_, []).extend(pairs_of_type)
    return ends


RELATIONSHIPS: dict[str, Relationship] = {
    type_: Relationship(type_, tuple(pairs), {**COMMON, **EXTRA.get(type_, {})})
    for type_, pairs in sorted(_ends().items())
}
