"""How subjects and flows lie across an organisation, read off a model: split, or without a manager or an owner."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.model import Named, Post, Process, Responsibility, Unit
from tests.properties.slow_model import Reading, Verdicts
from tests.properties.slow_powers import about


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
        ("owner", thing.id) for thing in things if reading.asks_line(thing) and reading.owner_not_told(thing)
    }
    for owner in {answer.who for thing in things for answer in reading.stated(thing)} - reading.heads:
        homes = reading.homes(owner)
        if not reading.is_unit(owner):
            states = reading.states(reading.here[owner], "in_unit")
            if reading.not_told(reading.here[owner], "in_unit") and (not homes or {"open", "known"} & states):
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
        if not reading.asks_line(thing):
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
        things = [t for t in reading.concerning(reading.within(subject)) if reading.asks_line(t)]
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
    lines = {owner: reading.managers(owner) - above_head for owner in owners}
    if set.intersection(*lines.values()) and reading.heads:
        return "unknown" if hidden else "pass"
    told = [line for owner, line in lines.items() if _is_told_to_the_end(reading, owner, line)]
    return "unknown" if not told or set.intersection(*told) else "fail"


def _is_told_to_the_end(reading: Reading, owner: str, line: set[str]) -> bool:
    """Whether an owner is known to be inside, and of everybody in its line to whom they report."""
    inside = bool(reading.managers(owner) & reading.heads) or not reading.place_not_told(owner)
    return inside and not any(reading.line_not_told(post) for post in line)


def read_no_end_to_end_owner(reading: Reading) -> Verdicts:
    return {
        process.id: _end_to_end(reading, process)
        for process in reading.all(Process)
        if isinstance(process, Process) and reading.asks_line(process)
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
    unsure = {unit for unit in units - inner if reading.may_be_part_of_more(unit)}
    crosses, surely = len(units - inner) >= 2, len(units - inner - unsure) >= 2
    said = reading.says(process, "line")
    wholes = [answer for answer in reading.answers(process) if answer.sharing != "divided"]
    told = said <= {"known"}
    nobody = "none" in said or (process.owner.complete and told and not wholes)
    if nobody and surely:
        return "fail"
    if all_placed and not crosses:
        return "pass"
    if nobody:
        return "unknown"
    answering = [answer for answer in wholes if not reading.is_unit(answer.who)]
    return "pass" if "unclear" in said or answering else "unknown"


def read_policy_operations_split(reading: Reading) -> Verdicts:
    found = {}
    for subject in reading.subjects():
        things = [thing for thing in about(reading, subject) if reading.asks_line(thing)]
        sides = [[thing for thing in things if side in _aspects(reading, thing)] for side in ("policy", "operations")]
        own = reading.concerning({subject})
        if all(sides) and any(thing in own for side in sides for thing in side):
            found[subject] = _sides_meet(reading, *sides)
    return found


def _aspects(reading: Reading, thing: Named) -> set[str]:
    """What a thing is said to be: by name alone, or as a fact that has to hold."""
    found = thing.aspects if isinstance(thing, Responsibility) else ()
    return {one if isinstance(one, str) else one.aspect for one in found if isinstance(one, str) or reading.holds(one)}


def _sides_meet(reading: Reading, policy: Sequence[Named], operations: Sequence[Named]) -> str:
    """It is enough that each of one side meets somebody of the other below the head."""
    above_head: set[str] = set().union(*(reading.managers(head) for head in reading.heads))
    sides = [(_side(reading, things) - above_head, _more_on(reading, things)) for things in (policy, operations)]
    lines = {post: reading.managers(post) - above_head for posts, _ in sides for post in posts}
    loose = {post for post, line in lines.items() if any(reading.line_not_told(each) for each in line)}
    both_ways = (sides, sides[::-1])
    meet = {one for (mine, _), (theirs, _) in both_ways for one in mine if any(lines[one] & lines[it] for it in theirs)}
    for (mine, _), (theirs, more) in both_ways:
        if theirs and not more and not theirs & loose and mine - meet - loose:
            return "fail"
    if any(not posts and not more for posts, more in sides):
        return "pass"
    settled = not any(more for _, more in sides) and set(lines) <= meet and reading.heads
    return "pass" if settled else "unknown"


def _side(reading: Reading, things: Sequence[Named]) -> set[str]:
    """The posts inside that answer for one side."""
    found = {answer.who for thing in things for answer in reading.answers(thing)}
    return {who for who in found if isinstance(reading.here[who], Post) and reading.in_organisation(who)}


def _more_on(reading: Reading, things: Sequence[Named]) -> bool:
    """Whether the text may hide somebody on one side: an owner, or the head of a unit that is one."""
    for thing in things:
        units = {answer.who for answer in reading.stated(thing) if reading.is_unit(answer.who)} - {reading.organisation}
        headless = any(reading.headless(unit) and not reading.within_outside(unit) for unit in units)
        if reading.owner_not_told(thing) or (headless and "none" not in reading.says(thing, "line")):
            return True
    return False
