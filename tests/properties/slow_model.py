"""A model as it stands on its day, read in plain Python: slowly, obviously, and knowing nothing of graphs or Cypher."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from orgmodel.graph.slicing import holds_on
from orgmodel.model import (
    AccountabilityClaim,
    Claim,
    Designation,
    Fact,
    Model,
    Named,
    Process,
    Responsibility,
    Unit,
)

Verdicts = dict[str, str]


def may_be_more(said: Set[str]) -> bool:
    """Whether a source that says all this says that it does not tell everything: a list goes on, or a part is withheld.

    Nobody, and not clear, are answers; a redaction beside what is not clear still hides something.
    """
    if "none" in said:
        return False
    return "redacted" in said or ("unclear" not in said and ("open" in said or {"known", "not_stated"} <= said))


@dataclass(frozen=True)
class Answer:
    """Somebody who answers for a thing. `inferred` means: as the head of a unit that does."""

    who: str
    scope: str
    sharing: str
    reason: str | None
    axis: str
    inferred: bool


class Reading:
    """A model as it stands on its day: the records that are there, and the claims that hold."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.here = {record.id: record for _, record in model.labelled() if self.holds(record)}
        organisation = self.here.get(model.about.organisation)
        self.organisation = model.about.organisation
        self.heads = set(self.named(organisation, "head")) if organisation else set()

    def holds(self, fact: Fact) -> bool:
        return holds_on(fact, self.model.about.as_of)

    def all(self, kind: type[Named]) -> Iterator[Named]:
        return (record for record in self.here.values() if isinstance(record, kind))

    def limit(self, finding: str, name: str, default: float) -> float:
        """A threshold: the model's own, else the default."""
        own = [one.value for one in self.model.thresholds if (one.finding, one.name) == (finding, name)]
        return float(own[-1]) if own else default

    def calls(self, designation: Designation | None) -> bool | None:
        """What somebody calls a thing today, a priority or critical; None where nobody says."""
        return designation.value if designation is not None and self.holds(designation) else None

    def claims(self, record: Named | None, field: str) -> list[Claim]:
        """The claims that hold; one that names what is not there that day is no answer."""
        held = [claim for claim in getattr(record, field).claims if self.holds(claim)] if record else []
        return [claim for claim in held if claim.who is None or claim.who in self.here]

    def named(self, record: Named | None, field: str) -> list[str]:
        return [claim.who for claim in self.claims(record, field) if claim.who]

    def states(self, record: Named, field: str) -> set[str]:
        return {claim.state for claim in self.claims(record, field)}

    def not_told(self, record: Named, field: str) -> bool:
        """The text is silent on all of it or on a part: more could be filled in than is named."""
        states = self.states(record, field)
        if states & {"none", "unclear"}:
            return False
        return not states or bool(states & {"not_stated", "redacted", "open"})

    def nobody(self, record: Named, field: str) -> bool:
        """The source says that there is nobody or nothing, or gives a whole list in which there is not."""
        said = self.states(record, field)
        return "none" in said or (getattr(record, field).complete and not said)

    def ended(self, record: Named, field: str) -> bool:
        """The source says that there is no more than it names."""
        said = self.states(record, field)
        return "none" in said or (getattr(record, field).complete and said <= {"known"})

    def hides(self, record: Named, field: str) -> bool:
        """The text may hold more than it tells: it says nothing, or leaves a list open, or a part is redacted."""
        return self.not_told(record, field) or self.withholds(record, field)

    def withholds(self, record: Named, field: str) -> bool:
        """The text says that it does not tell all."""
        return may_be_more(self.states(record, field))

    def speaks(self, record: Named, field: str) -> bool:
        """The text speaks of it, if only to leave it open."""
        claims = self.claims(record, field)
        return any(claim.state != "not_stated" or claim.cites for claim in claims)

    # -- accountability ----------------------------------------------------------------------------------------------

    def chain_claims(self, thing: Named, chain: str) -> list[AccountabilityClaim]:
        field = "owner" if isinstance(thing, Process) else "accountable"
        return [
            claim
            for claim in self.claims(thing, field)
            if isinstance(claim, AccountabilityClaim) and claim.chain == chain
        ]

    def expected(self, thing: Named) -> set[str]:
        own = thing.expects if isinstance(thing, Responsibility) else None
        return set(self.model.about.expects if own is None else own)

    def chains(self, thing: Named) -> set[str]:
        """The chains in which somebody is expected, or of which anything is said, if only of what is gone."""
        assert isinstance(thing, (Process, Responsibility))
        slot = thing.owner if isinstance(thing, Process) else thing.accountable
        said = {claim.chain for claim in slot.claims if self.holds(claim)}
        return said | self.expected(thing)

    def says(self, thing: Named, chain: str) -> set[str]:
        return {claim.state for claim in self.chain_claims(thing, chain)}

    def answers(self, thing: Named, chain: str = "line") -> list[Answer]:
        """Who is stated to answer, and the heads of the units that do."""
        found = []
        for claim in self.chain_claims(thing, chain):
            if claim.who is None:
                continue
            heads = self.named(self.here[claim.who], "head") if self.is_unit(claim.who) else []
            for number, who in enumerate([claim.who, *heads]):
                how = claim.scope or "", claim.sharing, claim.reason, claim.axis
                found.append(Answer(who, *how, inferred=number > 0))
        return found

    def stated(self, thing: Named, chain: str = "line") -> list[Answer]:
        return [answer for answer in self.answers(thing, chain) if not answer.inferred]

    def owner_not_told(self, thing: Named) -> bool:
        """Whether the text may hide an owner in the line: it says nothing, or gives a list that is open or redacted."""
        said = self.says(thing, "line")
        if "none" in said:
            return False
        if "redacted" in said:
            return True
        if "unclear" in said:
            return False
        posts = [answer for answer in self.stated(thing) if not self.is_unit(answer.who)]
        if "open" in said or ("not_stated" in said and posts):
            return True
        return not self.stated(thing)

    def asks_line(self, thing: Named) -> bool:
        """Whether somebody is expected in the line, or is spoken of."""
        return "line" in self.chains(thing)

    def headless(self, unit: str) -> bool:
        return not self.named(self.here[unit], "head")

    def is_unit(self, ident: str) -> bool:
        return isinstance(self.here[ident], Unit)

    def is_outside(self, ident: str) -> bool:
        record = self.here[ident]
        return isinstance(record, Unit) and record.outside

    # -- structure ---------------------------------------------------------------------------------------------------

    def homes(self, ident: str) -> set[str]:
        """The units in which somebody sits, or that they head; a unit is its own home."""
        if self.is_unit(ident):
            return {ident}
        headed = {unit.id for unit in self.all(Unit) if ident in self.named(unit, "head")}
        return headed | set(self.named(self.here[ident], "in_unit"))

    def upwards(self, ident: str, field: str = "part_of") -> set[str]:
        """The thing and everything that it is part of."""
        found, rest = set(), [ident]
        while rest:
            current = rest.pop()
            if current not in found:
                found.add(current)
                rest.extend(self.named(self.here[current], field))
        return found

    def within(self, subject: str) -> set[str]:
        """The subject and all its parts."""
        return {other for other in self.subjects() if subject in self.upwards(other)}

    def subjects(self) -> list[str]:
        return [ident for ident in self.here if self.model.label_of[ident] == "Subject"]

    def concerning(self, subjects: set[str], kinds: tuple[type[Named], ...] = (Responsibility,)) -> list[Named]:
        return [thing for kind in kinds for thing in self.all(kind) if subjects & set(self.named(thing, "concerns"))]

    def line(self, post: str) -> set[str]:
        """The posts to which a post reports in the line."""
        return {
            claim.who
            for claim in self.claims(self.here[post], "reports_to")
            if claim.who and getattr(claim, "kind", "line") == "line"
        }

    def managers(self, post: str) -> set[str]:
        """The post itself and everyone above it in the line, as far as known."""
        found, rest = set(), [post]
        while rest:
            current = rest.pop()
            if current not in found:
                found.add(current)
                rest.extend(self.line(current))
        return found

    def line_not_told(self, post: str) -> bool:
        """Whether the text may hide somebody to whom a post reports in the line."""
        states = self.states(self.here[post], "reports_to")
        if states & {"none", "unclear"}:
            return False
        return bool(states & {"open", "not_stated", "redacted"}) or not self.line(post)

    def place_not_told(self, ident: str) -> bool:
        """Whether the text may hide that somebody, or a unit, belongs to another unit as well as those known."""
        homes = self.homes(ident)
        told = self.is_unit(ident) or not self.not_told(self.here[ident], "in_unit")
        if not told and (not homes or self.states(self.here[ident], "in_unit") & {"open", "known"}):
            return True
        return any(self.may_be_part_of_more(home) for home in homes)

    def may_be_part_of_more(self, unit: str) -> bool:
        """Whether the text may hide what a unit inside, or one that it is part of, is part of as well."""
        around = self.upwards(unit) - {self.organisation}
        return any(self.not_told(self.here[other], "part_of") and not self.is_outside(other) for other in around)

    def in_organisation(self, ident: str) -> bool:
        """Whether somebody, or a unit, belongs to the organisation; a unit that is not marked as outside does."""
        homes = self.homes(ident)
        return not homes or any(not self.is_outside(home) for home in homes)

    def within_outside(self, unit: str) -> bool:
        """Whether a unit is a body outside, or a part of one."""
        return any(self.is_outside(other) for other in self.upwards(unit))
