"""What those who answer can do, read off a model: whose word goes first, what moves others, what data reach them."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.model import Board, Lever, Named, Post, Responsibility
from tests.properties.slow_model import Reading, Verdicts


def read_matrix_ambiguity(reading: Reading) -> Verdicts:
    found = {}
    for subject in reading.subjects():
        own = reading.concerning({subject})
        leads = {who for thing in own for who in _of_axis(reading, thing, "horizontal")}
        if leads:
            found[subject] = _matrix(reading, subject, leads)
    return found


def _of_axis(reading: Reading, thing: Named, axis: str) -> set[str]:
    """Who answers for a thing across commands, or in one: not the head of the whole, nor a unit whose head is known."""
    return {
        answer.who
        for answer in reading.answers(thing)
        if answer.axis == axis
        and answer.who not in reading.heads
        and not (reading.is_unit(answer.who) and not reading.headless(answer.who))
        and _counts_as_inside(reading, answer.who)
    }


def _counts_as_inside(reading: Reading, ident: str) -> bool:
    """A unit that is not marked as outside counts as inside, whatever it is part of."""
    homes = reading.homes(ident)
    return not homes or any(not reading.is_outside(home) for home in homes)


def about(reading: Reading, subject: str) -> list[Named]:
    """What concerns a subject, or all of something wider."""
    wider = reading.upwards(subject) - {subject}
    found = reading.concerning({subject})
    for thing in reading.concerning(wider):
        claims = reading.claims(thing, "concerns")
        whole = any(getattr(claim, "extent", "") == "whole" and claim.who in wider for claim in claims)
        found += [thing] if whole and thing not in found else []
    return found


def _matrix(reading: Reading, subject: str, leads: set[str]) -> str:
    narrower = reading.concerning(reading.within(subject))
    things = [thing for thing in [*narrower, *about(reading, subject)] if reading.asks_line(thing)]
    heads = {who for thing in things for who in _of_axis(reading, thing, "vertical")}
    rivals = [(lead, head) for lead in leads for head in heads if _are_rivals(reading, lead, head)]
    if not rivals and not any(reading.owner_not_told(thing) for thing in things):
        return "pass"
    sure = [pair for pair in rivals if not any(_line_is_loose(reading, who) for who in pair)]
    said = reading.states(reading.here[subject], "precedence")
    decided = any(reading.named(reading.here[wider], "precedence") for wider in reading.upwards(subject))
    neither = any(all(_before_nobody(reading, who) for who in pair) for pair in sure)
    if ("none" in said and sure) or (neither and not decided):
        return "fail"
    if "none" in said:
        return "unknown"
    return "pass" if decided else "info" if "unclear" in said else "unknown"


def _are_rivals(reading: Reading, lead: str, head: str) -> bool:
    if lead == head:
        return False
    for one, other in ((lead, head), (head, lead)):
        record = reading.here[one]
        if isinstance(record, Post) and (
            other in reading.managers(one) or other in reading.named(record, "precedes_over")
        ):
            return False
    return True


def _before_nobody(reading: Reading, who: str) -> bool:
    record = reading.here[who]
    return isinstance(record, Post) and "none" in reading.states(record, "precedes_over")


def _line_is_loose(reading: Reading, who: str) -> bool:
    """Whether the text may hide who is above somebody, below the head; of a unit it hides who the head is."""
    if not isinstance(reading.here[who], Post):
        return reading.is_unit(who)
    above_head: set[str] = set().union(*(reading.managers(head) for head in reading.heads))
    return any(reading.line_not_told(post) for post in reading.managers(who) - above_head)


# -- levers and data ---------------------------------------------------------------------------------------------------


def read_answerable_without_a_lever(reading: Reading) -> Verdicts:
    found = {}
    for thing in reading.all(Responsibility):
        makers = [who for who in reading.named(thing, "responsible") if not isinstance(reading.here[who], Board)]
        for chain in reading.chains(thing):
            for answer in reading.stated(thing, chain):
                if isinstance(reading.here[answer.who], Board) or not reading.in_organisation(answer.who):
                    continue
                for maker in makers:
                    if not reading.in_organisation(maker):
                        found[f"{thing.id}/{chain}/{answer.who}/{maker}"] = _lever(reading, answer.who, maker)
    return found


def _lever(reading: Reading, owner: str, maker: str) -> str:
    targets = {maker} | {unit for home in reading.homes(maker) for unit in reading.upwards(home)}
    around = {unit for home in reading.homes(owner) for unit in reading.upwards(home)}
    holders = {owner} | around
    if reading.is_unit(owner):
        holders |= {post.id for post in reading.all(Post) if owner in reading.homes(post.id)}
    heads = [maker] if not reading.is_unit(maker) else reading.named(reading.here[maker], "head")
    if owner in targets or any(owner in reading.managers(head) - {head} for head in heads):
        return "pass"
    if any(_moves(reading, holder, targets) for holder in holders):
        return "pass"
    told = [holder for holder in holders if reading.ended(reading.here[holder], "can_use")]
    withheld = any(reading.withholds(reading.here[holder], "can_use") for holder in holders)
    levers = {lever for holder in holders for lever in reading.named(reading.here[holder], "can_use")}
    vague = any(reading.hides(reading.here[lever], "acts_on") for lever in levers)
    return "fail" if told and not withheld and not vague else "unknown"


def _moves(reading: Reading, holder: str, targets: set[str]) -> bool:
    """A lever on it, or appointing to it, inspecting it, or being answered to by it."""
    record = reading.here[holder]
    levers = [lever for lever in reading.all(Lever) if lever.id in reading.named(record, "can_use")]
    reached = {target for lever in levers for target in reading.named(lever, "acts_on")}
    reached |= set(reading.named(record, "appoints" if isinstance(record, Post) else "inspects"))
    return bool(reached & targets) or any(holder in reading.named(reading.here[one], "answers_to") for one in targets)


def read_answerable_without_data(reading: Reading) -> Verdicts:
    found = {}
    for thing in reading.all(Responsibility):
        if not reading.asks_line(thing):
            continue
        homes = [reading.homes(answer.who) for answer in reading.stated(thing)]
        units = [reading.here[unit] for unit in set().union(*homes)]
        if reading.speaks(thing, "data") or any(reading.speaks(unit, "uses") for unit in units):
            sight = _sight(reading, thing, units, all(homes) and not reading.owner_not_told(thing))
            said = reading.says(thing, "line")
            if sight == "yes" or said & {"none", "unclear"}:
                found[thing.id] = "pass"
            elif sight == "unclear":
                found[thing.id] = "info"
            else:
                found[thing.id] = "fail" if sight == "no" and reading.stated(thing) else "unknown"
    return found


def _sight(reading: Reading, thing: Named, units: Sequence[Named], all_told: bool) -> str:
    """Whether data on a thing reach those who answer for it: brought to them, or through a system of their unit."""
    said = reading.states(thing, "data")
    using = any(reading.named(unit, "uses") and "none" not in reading.states(unit, "uses") for unit in units)
    if "none" in said:
        return "no"
    if reading.named(thing, "data") or using:
        return "yes"
    if "unclear" in said:
        return "unclear"
    blind = bool(units) and all("none" in reading.states(unit, "uses") for unit in units)
    return "no" if blind and all_told and said <= {"not_stated"} else "unknown"
