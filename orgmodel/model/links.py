"""Which slot of which record becomes which relationship, and what may stand at its other end.

The check of references, the rows of the graph, the graph's schema and the reference in the docs are all made from this
one table.
"""

from __future__ import annotations

from dataclasses import dataclass

BODIES = ("Unit", "Post", "Board")
ANYTHING = (
    "Unit",
    "Post",
    "Board",
    "Responsibility",
    "Subject",
    "Process",
    "Stage",
    "DataSystem",
    "Objective",
    "Lever",
    "Location",
    "Recommendation",
    "Decision",
    "Assessment",
)


@dataclass(frozen=True)
class Link:
    """One slot: it belongs to records of `label`, fills the field `field`, and each known claim is a relationship.

    `reverse` means that the arrow runs from the claimed thing to the owner of the slot (a post HEADS a unit).
    """

    label: str
    field: str
    relationship: str
    targets: tuple[str, ...]
    reverse: bool = False


LINKS: tuple[Link, ...] = (
    Link("Unit", "part_of", "PART_OF", ("Unit",)),
    Link("Unit", "head", "HEADS", ("Post",), reverse=True),
    Link("Unit", "answers_to", "ANSWERS_TO", BODIES),
    Link("Unit", "sponsors", "SPONSORS", ("Unit", "Board")),
    Link("Unit", "funds", "FUNDS", ("Unit", "Board")),
    Link("Unit", "inspects", "INSPECTS", ("Unit",)),
    Link("Unit", "located_in", "LOCATED_IN", ("Location",)),
    Link("Unit", "divides_by", "DIVIDES_BY", ("Location",)),
    Link("Unit", "works_with", "WORKS_WITH", ("Unit",)),
    Link("Unit", "uses", "USES", ("DataSystem",)),
    Link("Unit", "pursues", "PURSUES", ("Objective",)),
    Link("Unit", "can_use", "CAN_USE", ("Lever",)),
    Link("Unit", "succeeds", "SUCCEEDS", ("Unit",)),
    Link("Unit", "staffing", "STAFFED_BY", ("Unit", "Post")),
    Link("Unit", "end_date", "ENDS_WITH", ("Decision",)),
    Link("Unit", "roles", "FULFILS_ROLE", ("Post",), reverse=True),
    Link("Post", "in_unit", "IN_UNIT", ("Unit",)),
    Link("Post", "reports_to", "REPORTS_TO", ("Post",)),
    Link("Post", "answers_to", "ANSWERS_TO", BODIES),
    Link("Post", "covered_by", "COVERS", ("Post", "Person"), reverse=True),
    Link("Post", "deputies", "DEPUTISES_FOR", ("Post", "Person"), reverse=True),
    Link("Post", "candidates", "CANDIDATE_FOR", ("Person", "Post"), reverse=True),
    Link("Post", "serves", "SERVES", ("Unit", "Post")),
    Link("Post", "appoints", "APPOINTS", ("Post", "Unit", "Board")),
    Link("Post", "can_use", "CAN_USE", ("Lever",)),
    Link("Post", "located_in", "LOCATED_IN", ("Location",)),
    Link("Post", "precedes_over", "PRECEDES_OVER", ("Post",)),
    Link("Post", "succeeds", "SUCCEEDS", ("Post",)),
    Link("StaffGroup", "in_unit", "STAFF_OF", ("Unit",)),
    Link("StaffGroup", "reports_to", "WORKS_UNDER", ("Post",)),
    Link("Responsibility", "concerns", "CONCERNS", ("Subject",)),
    Link("Responsibility", "accountable", "ACCOUNTABLE_FOR", BODIES, reverse=True),
    Link("Responsibility", "responsible", "RESPONSIBLE_FOR", BODIES, reverse=True),
    Link("Responsibility", "supports", "SUPPORTS", BODIES, reverse=True),
    Link("Responsibility", "consulted", "CONSULTED_ON", BODIES, reverse=True),
    Link("Responsibility", "informed", "INFORMED_OF", BODIES, reverse=True),
    Link("Responsibility", "data", "USES", ("DataSystem",)),
    Link("Subject", "part_of", "PART_OF", ("Subject",)),
    Link("Subject", "overlaps", "OVERLAPS", ("Subject",)),
    Link("Subject", "forums", "SCRUTINISES", ("Board",), reverse=True),
    Link("Subject", "staffing", "STAFFED_BY", ("Unit", "Post")),
    Link("Subject", "precedence", "PRECEDES_OVER", ("Post",), reverse=True),
    Link("Process", "concerns", "CONCERNS", ("Subject",)),
    Link("Process", "owner", "ACCOUNTABLE_FOR", BODIES, reverse=True),
    Link("Stage", "performed_by", "PERFORMS", BODIES, reverse=True),
    Link("Stage", "uses", "USES", ("DataSystem",)),
    Link("DataSystem", "owner", "OWNS", BODIES, reverse=True),
    Link("DataSystem", "exchanges_with", "EXCHANGES_WITH", ("DataSystem",)),
    Link("DataSystem", "succeeds", "SUCCEEDS", ("DataSystem",)),
    Link("Objective", "concerns", "CONCERNS", ("Subject",)),
    Link("Objective", "owner", "OWNS", BODIES, reverse=True),
    Link("Objective", "conflicts_with", "CONFLICTS_WITH", ("Objective",)),
    Link("Objective", "of_process", "CONCERNS", ("Process", "Stage")),
    Link("Board", "in_unit", "IN_UNIT", ("Unit",)),
    Link("Board", "chair", "CHAIRS", ("Post",), reverse=True),
    Link("Board", "members", "MEMBER_OF", ("Post", "Unit", "Person"), reverse=True),
    Link("Board", "scrutinises", "SCRUTINISES", ("Unit", "Post", "Subject", "Process", "Objective", "Board")),
    Link("Board", "purpose", "PURSUES", ("Objective", "Decision", "Lever")),
    Link("Board", "answers_to", "ANSWERS_TO", BODIES),
    Link("Board", "sponsors", "SPONSORS", ("Unit",), reverse=True),
    Link("Board", "succeeds", "SUCCEEDS", ("Board",)),
    Link("Lever", "acts_on", "ACTS_ON", ("Unit", "Post", "Board")),
    Link("Location", "part_of", "PART_OF", ("Location",)),
    Link("Decision", "decided_by", "DECIDES", BODIES, reverse=True),
    Link("Decision", "concerns", "CONCERNS", ANYTHING),
    Link("Decision", "implements", "IMPLEMENTS", ("Recommendation",)),
    Link("Recommendation", "addressed_to", "ADDRESSED_TO", BODIES),
    Link("Recommendation", "owner", "OWNS", BODIES, reverse=True),
    Link("Recommendation", "concerns", "CONCERNS", ANYTHING),
    Link("Assessment", "about", "ASSESSES", ANYTHING),
    Link("Assessment", "disputes", "DISPUTES", ("Assessment",)),
)

LINKS_BY_LABEL: dict[str, tuple[Link, ...]] = {
    label: tuple(link for link in LINKS if link.label == label) for label in {link.label for link in LINKS}
}
