"""The ten first findings, read off a model in plain Python: slowly, obviously, and knowing nothing of graphs or Cypher.

Each function gives the verdict on every member of its population, by identity as the cases write it. It follows the
words of the definitions and not the queries, so that the two can be held against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from orgmodel.graph.properties import at_most_months, longer_than_months
from orgmodel.graph.slicing import holds_on
from orgmodel.model import AccountabilityClaim, Claim, Fact, Model, Named, Post, Process, Responsibility, Unit

Verdicts = dict[str, str]
TEXT_IS_SILENT = {"not_stated", "redacted"}


@dataclass(frozen=True)
class Answer:
    """Somebody who answers for a thing. `inferred` means: as the head of a unit that does."""

    who: str
    scope: str
    sharing: str
    reason: str | None
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
            found.append(Answer(claim.who, claim.scope or "", claim.sharing, claim.reason, inferred=False))
            for head in self.named(self.here[claim.who], "head") if self.is_unit(claim.who) else ():
                found.append(Answer(head, claim.scope or "", claim.sharing, claim.reason, inferred=True))
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


def read_ownerless_responsibility(reading: Reading) -> Verdicts:
    found = {}
    for thing in reading.all(Responsibility):
        for chain in reading.expected(thing):
            said = reading.says(thing, chain)
            bodies = [answer for answer in reading.answers(thing, chain) if not reading.is_unit(answer.who)]
            verdict = "fail" if "none" in said else "pass" if "unclear" in said or bodies else "unknown"
            found[f"{thing.id}/{chain}"] = verdict
    return found


def read_unclear_accountability(reading: Reading) -> Verdicts:
    found = {}
    for thing in [*reading.all(Responsibility), *reading.all(Process)]:
        for chain in reading.chains(thing):
            said = reading.says(thing, chain)
            if said - {"not_stated"}:
                verdict = "fail" if "unclear" in said else "unknown" if "redacted" in said else "pass"
                found[f"{thing.id}/{chain}"] = verdict
    return found


def read_unknown_ownership(reading: Reading) -> Verdicts:
    found = {}
    for thing in [*reading.all(Responsibility), *reading.all(Process)]:
        for chain in reading.chains(thing):
            said = reading.says(thing, chain)
            posts = [answer for answer in reading.stated(thing, chain) if not reading.is_unit(answer.who)]
            told = (posts and not said & {"not_stated", "open"}) or said & {"none", "unclear"}
            found[f"{thing.id}/{chain}"] = "pass" if told and "redacted" not in said else "info"
    return found


def read_multiple_accountable(reading: Reading) -> Verdicts:
    found = {}
    for thing in reading.all(Responsibility):
        for chain in reading.chains(thing):
            stated = reading.stated(thing, chain)
            for scope in {answer.scope for answer in stated}:
                found[f"{thing.id}/{chain}/{scope}"] = _overlap(reading, thing, chain, scope)
    return found


def _overlap(reading: Reading, thing: Named, chain: str, scope: str) -> str:
    whole = [a for a in reading.stated(thing, chain) if a.scope == scope and a.sharing != "divided"]
    if any(answer.reason for answer in whole):
        return "pass"
    owners, bodies = set(), set()
    for answer in whole:
        inner = [
            other.who
            for other in whole
            if other.who != answer.who and any(answer.who in reading.upwards(home) for home in reading.homes(other.who))
        ]
        heads = reading.named(reading.here[answer.who], "head") if reading.is_unit(answer.who) else []
        if not inner:
            bodies.add(answer.who)
            owners.add(heads[0] if len(set(heads)) == 1 else answer.who)
    if len(owners) >= 2:
        unsure = {body for body in bodies if reading.is_unit(body) and _may_be_another(reading, body, bodies)}
        return "fail" if len(owners) - len(unsure) >= 2 else "unknown"
    said = reading.says(thing, chain)
    posts = [a for a in reading.stated(thing, chain) if not reading.is_unit(a.who)]
    decided = said & {"none", "unclear"}
    more = "redacted" in said or (not decided and ("open" in said or ("not_stated" in said and posts)))
    return "unknown" if owners and more else "pass"


def _may_be_another(reading: Reading, unit: str, bodies: set[str]) -> bool:
    """Whether a unit may turn out to be one with another owner: by a head who is not told, or by who is inside it."""
    nameless = reading.headless(unit) and reading.not_told(reading.here[unit], "head")
    return nameless or any(_place_not_told(reading, body) for body in bodies - {unit})


def read_split_subject(reading: Reading, groups: int = 2) -> Verdicts:
    found = {}
    for subject in reading.subjects():
        things = reading.concerning(reading.within(subject))
        if things:
            found[subject] = _split(reading, subject, things, groups)
    return _deepest(reading, found)


def _split(reading: Reading, subject: str, things: Sequence[Named], groups: int) -> str:
    owning: set[str] = set()
    placed: set[str] = set()
    unknown: set[tuple[str, str]] = {
        ("owner", thing.id) for thing in things if _asks_line(reading, thing) and _group_not_told(reading, thing)
    }
    for owner in {answer.who for thing in things for answer in reading.stated(thing)} - reading.heads:
        homes = reading.homes(owner)
        if not reading.is_unit(owner):
            states = reading.states(reading.here[owner], "in_unit")
            if reading.not_told(reading.here[owner], "in_unit") and (not homes or _partly(states)):
                unknown.add(("seat", owner))
        for home in homes:
            if reading.is_outside(home):
                continue
            for unit in reading.upwards(home) - {reading.organisation}:
                if reading.is_outside(unit):
                    continue
                if reading.not_told(reading.here[unit], "part_of"):
                    unknown.add(("place", unit))
                if reading.organisation in reading.named(reading.here[unit], "part_of"):
                    owning.add(unit)
                    placed.add(owner)
    lead, perhaps = _leads(reading, subject)
    parts = min(len(owning), len(placed))
    if parts >= groups:
        return "info" if lead else "unknown" if perhaps else "fail"
    return "unknown" if not lead and parts + len(unknown) >= groups else "pass"


def _partly(states: set[str]) -> bool:
    return "open" in states or "known" in states


def _asks_line(reading: Reading, thing: Named) -> bool:
    return "line" in reading.chains(thing)


def _group_not_told(reading: Reading, thing: Named) -> bool:
    """Whether the text may hide an owner; that only the unit is told is enough to know the group."""
    return reading.owner_not_told(thing)


def _leads(reading: Reading, subject: str) -> tuple[bool, bool]:
    """Whether somebody below the head answers for all of it, and whether the text may hide one who does."""
    lead = perhaps = False
    for thing in reading.all(Responsibility):
        whole = {
            claim.who
            for claim in reading.claims(thing, "concerns")
            if getattr(claim, "extent", "") == "whole" and claim.who
        }
        if not whole & reading.upwards(subject) or "none" in reading.says(thing, "line"):
            continue
        if not _asks_line(reading, thing):
            continue
        perhaps |= reading.owner_not_told(thing)
        for answer in reading.answers(thing):
            if answer.sharing == "divided":
                continue
            record = reading.here[answer.who]
            if isinstance(record, Post):
                lead |= answer.who not in reading.heads
            elif isinstance(record, Unit):
                lead |= record.outside
                inner = not record.outside and answer.who != reading.organisation
                perhaps |= inner and reading.headless(answer.who)
    return lead, perhaps


def _deepest(reading: Reading, found: Verdicts) -> Verdicts:
    """Of subjects that fail, those around a narrower one that fails are for information."""
    failing = {subject for subject, verdict in found.items() if verdict == "fail"}
    around = {subject for subject in failing if failing & (reading.within(subject) - {subject})}
    return found | dict.fromkeys(around, "info")


def read_lowest_common_manager(reading: Reading) -> Verdicts:
    found = {}
    for subject in reading.subjects():
        things = [t for t in reading.concerning(reading.within(subject)) if _asks_line(reading, t)]
        owners, hidden = _line_owners(reading, things)
        if len(owners) + len(hidden) >= 2:
            found[subject] = _meeting_point(reading, owners, bool(hidden))
    return _deepest(reading, found)


def _line_owners(reading: Reading, things: Sequence[Named]) -> tuple[set[str], set[str]]:
    """The posts inside that answer for any of the things, and the things of which an owner may be hidden."""
    owners, hidden = set(), set()
    for thing in things:
        if reading.owner_not_told(thing):
            hidden.add(thing.id)
        for answer in reading.answers(thing):
            around = {unit for home in reading.homes(answer.who) for unit in reading.upwards(home)}
            if any(reading.is_outside(unit) for unit in around):
                continue
            if isinstance(reading.here[answer.who], Post) and answer.who not in reading.heads:
                owners.add(answer.who)
            headless = reading.is_unit(answer.who) and reading.headless(answer.who)
            if headless and answer.who != reading.organisation and "none" not in reading.says(thing, "line"):
                hidden.add(thing.id)
    return owners, hidden


def _meeting_point(reading: Reading, owners: set[str], hidden: bool) -> str:
    if len(owners) < 2:
        return "unknown"
    above_head = set().union(*(reading.managers(head) for head in reading.heads))
    lines = [reading.managers(owner) - above_head for owner in owners]
    below = set.intersection(*lines)
    if below and reading.heads:
        return "unknown" if hidden else "pass"
    gaps = any(_line_not_told(reading, post) for post in set.union(*lines))
    perhaps_outside = any(
        _place_not_told(reading, owner) and not (reading.managers(owner) & reading.heads) for owner in owners
    )
    return "unknown" if below or gaps or perhaps_outside else "fail"


def _place_not_told(reading: Reading, post: str) -> bool:
    """Whether the text may hide that somebody, or a unit, belongs to another unit as well as those known."""
    homes = reading.homes(post)
    told = reading.is_unit(post) or not reading.not_told(reading.here[post], "in_unit")
    if not told and (not homes or _partly(reading.states(reading.here[post], "in_unit"))):
        return True
    return any(_may_be_part_of_more(reading, home) for home in homes)


def _may_be_part_of_more(reading: Reading, unit: str) -> bool:
    around = reading.upwards(unit) - {reading.organisation}
    return any(reading.not_told(reading.here[other], "part_of") and not reading.is_outside(other) for other in around)


def _line_not_told(reading: Reading, post: str) -> bool:
    states = reading.states(reading.here[post], "reports_to")
    if states & {"none", "unclear"}:
        return False
    return bool(states & {"open", "not_stated", "redacted"}) or not reading.line(post)


def read_no_end_to_end_owner(reading: Reading) -> Verdicts:
    return {
        process.id: _end_to_end(reading, process)
        for process in reading.all(Process)
        if isinstance(process, Process) and _asks_line(reading, process)
    }


def _end_to_end(reading: Reading, process: Process) -> str:
    units: set[str] = set()
    all_placed = process.all_stages_known
    for stage in process.stages:
        if stage.id not in reading.here:
            continue
        states = reading.states(stage, "performed_by")
        doers = reading.named(stage, "performed_by")
        units |= {home for doer in doers for home in reading.homes(doer)}
        silent = reading.not_told(stage, "performed_by") or "redacted" in states
        all_placed = all_placed and not silent and all(reading.homes(doer) for doer in doers)
    inner = {unit for unit in units if (reading.upwards(unit) - {unit, reading.organisation}) & units}
    unsure = {unit for unit in units - inner if _may_be_part_of_more(reading, unit)}
    crosses, surely = len(units - inner) >= 2, len(units - inner - unsure) >= 2
    said = reading.says(process, "line")
    wholes = [answer for answer in reading.answers(process) if answer.sharing != "divided"]
    told = bool(said) and said == {"known"} and not all(reading.is_unit(a.who) for a in reading.stated(process))
    nobody = "none" in said or (process.owner.complete and told and not wholes)
    if nobody and surely:
        return "fail"
    if all_placed and not crosses:
        return "pass"
    if nobody:
        return "unknown"
    answering = [answer for answer in wholes if not reading.is_unit(answer.who)]
    return "pass" if "unclear" in said or answering else "unknown"


def read_no_dedicated_owner(reading: Reading) -> Verdicts:
    found = {}
    for subject in reading.subjects():
        priority = getattr(reading.here[subject], "priority", None)
        if priority is not None and priority.value and reading.holds(priority):
            found[subject] = _dedicated(reading, reading.within(subject))
    return found


def _dedicated(reading: Reading, parts: set[str]) -> str:
    things = [thing for thing in reading.concerning(parts, (Responsibility, Process)) if _asks_line(reading, thing)]
    if not things:
        return "unknown"
    hidden = any(reading.owner_not_told(thing) for thing in things)
    posts = set()
    for thing in things:
        for answer in reading.answers(thing):
            if isinstance(reading.here[answer.who], Post):
                posts.add(answer.who)
            elif reading.is_unit(answer.who) and "none" not in reading.says(thing, "line"):
                hidden |= reading.headless(answer.who)
    alone = {_has_it_alone(reading, post, parts) for post in posts}
    return "pass" if "yes" in alone else "unknown" if hidden or "maybe" in alone else "fail"


def _has_it_alone(reading: Reading, post: str, parts: set[str]) -> str:
    record = reading.here[post]
    assert isinstance(record, Post)
    if post in reading.heads or record.other_responsibilities in ("known", "open"):
        return "no"
    all_placed = True
    for thing in [*reading.all(Responsibility), *reading.all(Process)]:
        if post not in {answer.who for answer in reading.answers(thing)}:
            continue
        subjects, states = set(reading.named(thing, "concerns")), reading.states(thing, "concerns")
        if subjects - parts or (not subjects and states & {"none", "unclear"}):
            return "no"
        all_placed = all_placed and not reading.not_told(thing, "concerns") and "redacted" not in states
    return "yes" if all_placed and record.other_responsibilities == "none" else "maybe"


def read_overloaded_post(reading: Reading, at_least: int = 2) -> Verdicts:
    found = {}
    things = [*reading.all(Responsibility), *reading.all(Process)]
    for post in reading.all(Post):
        held = [thing for thing in things if post.id in {answer.who for answer in reading.answers(thing)}]
        if held and isinstance(post, Post):
            others = 1 if post.other_responsibilities in ("known", "open") else 0
            found[post.id] = "info" if len(held) + others >= at_least else "pass"
    return found


def read_vacant_critical_post(reading: Reading, limit: int = 12, warn: int = 6) -> Verdicts:
    found = {}
    for post in reading.all(Post):
        if isinstance(post, Post):
            critical = post.critical if post.critical and reading.holds(post.critical) else None
            vacancy = post.occupancy if reading.holds(post.occupancy) else None
            state = vacancy.state if vacancy else "not_stated"
            if (critical and critical.value) or state == "vacant":
                found[post.id] = _vacant(reading, post, critical.value if critical else None, state, limit, warn)
    return found


def _vacant(reading: Reading, post: Post, critical: bool | None, state: str, limit: int, warn: int) -> str:
    if critical is False or state in ("filled", "closed"):
        return "pass"
    if state != "vacant":
        return "unknown"
    day = reading.model.about.as_of
    longer, most = longer_than_months(post.occupancy.since, day), at_most_months(post.occupancy.since, day)
    if most is not None and most <= limit:
        return "info" if critical and longer is not None and longer >= warn else "pass"
    return "fail" if critical and longer is not None and longer >= limit else "unknown"


READINGS: dict[str, Callable[[Reading], Verdicts]] = {
    "ownerless-responsibility": read_ownerless_responsibility,
    "unclear-accountability": read_unclear_accountability,
    "unknown-ownership": read_unknown_ownership,
    "multiple-accountable": read_multiple_accountable,
    "split-subject": read_split_subject,
    "lowest-common-manager-too-high": read_lowest_common_manager,
    "no-end-to-end-owner": read_no_end_to_end_owner,
    "no-dedicated-owner": read_no_dedicated_owner,
    "overloaded-post": read_overloaded_post,
    "vacant-critical-post": read_vacant_critical_post,
}
