"""The structure itself, read off a model: lines that make no tree, missing heads and roles, maps, portfolios, ends."""

from __future__ import annotations

from collections.abc import Set

from orgmodel.model import Post, RequiredRole, RoleClaim, Unit
from tests.properties.slow_lines import ties
from tests.properties.slow_model import Reading, Verdicts, may_be_more
from tests.properties.slow_people import EMPTY, holders, occupancy, posts_of
from tests.properties.slow_powers import about

# -- the tree ----------------------------------------------------------------------------------------------------------


def read_reporting_integrity(reading: Reading) -> Verdicts:
    tops = {post.id for post in posts_of(reading) if _is_stated_top(reading, post)}
    references = [post.reference for post in posts_of(reading)]
    found = {}
    for post in posts_of(reading):
        twice = post.reference is not None and references.count(post.reference) > 1
        several = len(tops) > 1 and post.id in tops
        wrong = twice or several or _circles(reading, post.id) or _line_is_gone(reading, post)
        superiors = [reading.here[who] for who in reading.line(post.id)]
        troubles = {_trouble(reading, post, superior) for superior in superiors if isinstance(superior, Post)}
        found[post.id] = "fail" if wrong or "yes" in troubles else "unknown" if "perhaps" in troubles else "pass"
    return found


def _is_stated_top(reading: Reading, post: Post) -> bool:
    claims = reading.claims(post, "reports_to")
    stated = any(claim.state == "none" and claim.basis == "stated" for claim in claims)
    outside = any(reading.within_outside(home) for home in reading.homes(post.id))
    return stated and post.kind == "official" and not reading.line(post.id) and not outside


def _circles(reading: Reading, post: str) -> bool:
    return any(post in reading.managers(superior) for superior in reading.line(post))


def _line_is_gone(reading: Reading, post: Post) -> bool:
    """In the line it reports to a post that is not there on the day."""
    held = [claim for claim in post.reports_to.claims if reading.holds(claim) and claim.kind == "line"]
    return any(claim.who is not None and claim.who not in reading.here for claim in held)


def _trouble(reading: Reading, post: Post, superior: Post) -> str:
    """Whether a superior is closed, not in the list, or of a lower grade."""
    shut = occupancy(reading, superior.id) == "closed" and occupancy(reading, post.id) != "closed"
    if shut or superior.not_in_source:
        return "yes"
    ranks = reading.model.grade_rank
    if post.grade is None or superior.grade is None:
        return "no"
    mine, theirs = ranks[post.grade], ranks[superior.grade]
    if theirs > mine:
        return "perhaps" if superior.grade_bound == "at_least" else "yes"
    return "perhaps" if post.grade_bound == "at_least" and theirs > 1 else "no"


# -- heads and roles ---------------------------------------------------------------------------------------------------


def read_headless_unit(reading: Reading) -> Verdicts:
    found = {}
    for unit in reading.all(Unit):
        assert isinstance(unit, Unit)
        claims = [claim for claim in unit.head.claims if reading.holds(claim)]
        gone = any(claim.who is not None and claim.who not in reading.here for claim in claims)
        if not reading.within_outside(unit.id) and (gone or reading.speaks(unit, "head")):
            found[unit.id] = _headed(reading, unit)
    return found


def _headed(reading: Reading, unit: Unit) -> str:
    said = reading.states(unit, "head")
    if "none" in said:
        return "fail"
    if "unclear" in said:
        return "info"
    heads = {_is_there(reading, reading.here[head]) for head in reading.named(unit, "head")}
    if "yes" in heads:
        return "pass"
    if not heads or "perhaps" in heads or reading.withholds(unit, "head"):
        return "unknown"
    return "fail" if heads == {"no"} else "info"


def _is_there(reading: Reading, post: object) -> str:
    """Whether the post of a head is filled, or somebody stands in."""
    assert isinstance(post, Post)
    said = reading.states(post, "covered_by")
    state = occupancy(reading, post.id)
    if holders(reading, post.id) or (reading.named(post, "covered_by") and "none" not in said):
        return "yes"
    if state in EMPTY:
        if reading.nobody(post, "covered_by"):
            return "no"
        return "unclear" if "unclear" in said else "perhaps"
    spoken = reading.holds(post.occupancy) and bool(post.occupancy.cites)
    if state == "redacted" or (state == "not_stated" and spoken):
        return "perhaps"
    return "unclear" if state == "unclear" else "yes"


def read_required_role_missing(reading: Reading) -> Verdicts:
    found = {}
    for required in reading.model.required_roles:
        if reading.holds(required):
            for unit in reading.all(Unit):
                if isinstance(unit, Unit) and (unit.id == required.unit or unit.kind == required.unit_kind):
                    found[f"{unit.id}/{required.id}"] = _role(reading, unit, required)
    return found


def _role(reading: Reading, unit: Unit, required: RequiredRole) -> str:
    claims = [
        claim for claim in reading.claims(unit, "roles") if isinstance(claim, RoleClaim) and claim.role == required.role
    ]
    said = {claim.state for claim in claims}
    posts = {claim.who for claim in claims if claim.who}
    in_role = [post for post in posts_of(reading) if required.role in post.roles]
    posts |= {post.id for post in in_role if _has_role_for(reading, post, unit)}
    number, most = len(posts), required.at_most
    if ("none" in said and required.at_least > 0) or (most is not None and number > most):
        return "fail"
    if number >= required.at_least:
        return "unknown" if most is not None and may_be_more(said) else "pass"
    if unit.roles.complete and said <= {"known"}:
        return "fail"
    loose = any("unclear" in reading.states(post, "serves") and not reading.named(post, "serves") for post in in_role)
    return "info" if "unclear" in said or (said <= {"not_stated"} and not posts and loose) else "unknown"


def _has_role_for(reading: Reading, post: Post, unit: Unit) -> bool:
    """A post with the role has it for whom it serves, or else for the unit that it is in."""
    serves = reading.named(post, "serves")
    return unit.id in serves or (not serves and unit.id in reading.named(post, "in_unit"))


# -- maps, ends --------------------------------------------------------------------------------------------------------


def read_areas_that_do_not_match(reading: Reading) -> Verdicts:
    found = {}
    for one in reading.all(Unit):
        for other in reading.all(Unit):
            together = other.id in reading.named(one, "works_with") or one.id in reading.named(other, "works_with")
            areas, others = (set(reading.named(unit, "divides_by")) for unit in (one, other))
            if one.id < other.id and together and (areas or others):
                found[f"{one.id}/{other.id}"] = _maps(reading, (one, other), areas, others)
    return found


def _maps(reading: Reading, units: tuple[object, object], areas: set[str], others: set[str]) -> str:
    both = [unit for unit in units if isinstance(unit, Unit)]
    matches = any(area in reading.upwards(part) for area in areas for part in others) or any(
        area in reading.upwards(part) for area in others for part in areas
    )
    if matches or any(reading.nobody(unit, "divides_by") for unit in both):
        return "pass"
    if any(reading.hides(unit, "divides_by") for unit in both):
        return "unknown"
    return "fail" if areas and others else "pass"


def read_time_limited_team_without_end(reading: Reading) -> Verdicts:
    found = {}
    for unit in reading.all(Unit):
        if isinstance(unit, Unit) and unit.time_limited:
            # A decision that is still to come counts as an end, so that what it names need not be there yet.
            ends = {claim.state for claim in unit.end_date.claims if reading.holds(claim)}
            nothing = unit.end_date.complete and not ends
            end = "known" if unit.until else "none" if nothing else _told(ends)
            staff = "none" if reading.nobody(unit, "staffing") else _told(reading.states(unit, "staffing"))
            if "none" in (end, staff):
                found[unit.id] = "fail"
            elif "silent" in (end, staff):
                found[unit.id] = "unknown"
            else:
                found[unit.id] = "info" if "unclear" in (end, staff) else "pass"
    return found


def _told(said: Set[str]) -> str:
    """What is said of a thing of which one is enough: none decides, else what is known does."""
    return next((state for state in ("none", "known", "unclear") if state in said), "silent")


# -- portfolios --------------------------------------------------------------------------------------------------------


def read_portfolio_mismatch(reading: Reading) -> Verdicts:
    organisation = reading.here.get(reading.organisation)
    tops = _ministers_of(reading, organisation) if isinstance(organisation, Unit) else set()
    found = {}
    for subject in reading.subjects():
        things = [thing for thing in reading.concerning({subject}) if "ministerial" in reading.chains(thing)]
        things = [thing for thing in things if "none" not in reading.says(thing, "ministerial")]
        answers = [answer for thing in things for answer in reading.stated(thing, "ministerial")]
        ministers = {answer.who for answer in answers if isinstance(reading.here[answer.who], Post)} - tops
        more = any(may_be_more(reading.says(thing, "ministerial")) for thing in things)
        if ministers or more:
            found[subject] = _portfolio(reading, subject, ministers, more, tops)
    return found


def _ministers_of(reading: Reading, unit: Unit) -> set[str]:
    return {who for who, _ in ties(reading, unit, "ministerial") if isinstance(reading.here[who], Post)}


def _portfolio(reading: Reading, subject: str, ministers: set[str], more: bool, tops: set[str]) -> str:
    things = [thing for thing in about(reading, subject) if reading.asks_line(thing)]
    owners = {answer.who for thing in things for answer in reading.stated(thing)} - reading.heads
    groups = [reading.here[group] for owner in owners for group in _groups(reading, owner)]
    silent = any(reading.owner_not_told(thing) for thing in things)
    silent = silent or any(reading.place_not_told(owner) for owner in owners)
    of_groups = {who for group in groups if isinstance(group, Unit) for who in _ministers_of(reading, group)}
    silent_groups = any(isinstance(group, Unit) and _minister_not_told(reading, group) for group in groups)
    apart = {who for who in ministers if not tops & of_groups and not _same_side(reading, who, of_groups)}
    group_apart = {who for who in of_groups - tops if not _same_side(reading, who, ministers)}
    if (groups and apart and not silent and not silent_groups) or (group_apart and ministers and not more):
        return "fail"
    if things and not silent and not groups:
        return "pass"
    settled = things and not (more or silent or silent_groups or apart or group_apart)
    return "pass" if settled else "unknown"


def _groups(reading: Reading, owner: str) -> set[str]:
    """The groups right below the organisation in which somebody is."""
    around = {
        unit for home in reading.homes(owner) if not reading.is_outside(home) for unit in reading.upwards(home)
    } - {reading.organisation}
    return {
        unit
        for unit in around
        if not reading.is_outside(unit) and reading.organisation in reading.named(reading.here[unit], "part_of")
    }


def _minister_not_told(reading: Reading, group: Unit) -> bool:
    if "none" in reading.states(group, "answers_to"):
        return False
    return reading.withholds(group, "answers_to") or not _ministers_of(reading, group)


def _same_side(reading: Reading, minister: str, others: set[str]) -> bool:
    """One of the others, or above or below one of them."""
    up = _ministers_above(reading, minister)
    return bool(up & others) or any(minister in _ministers_above(reading, other) for other in others)


def _ministers_above(reading: Reading, minister: str) -> set[str]:
    found, rest = set(), [minister]
    while rest:
        current = rest.pop()
        if current not in found:
            found.add(current)
            posts = [who for who, _ in ties(reading, reading.here[current], "ministerial")]
            rest.extend(who for who in posts if isinstance(reading.here[who], Post))
    return found
