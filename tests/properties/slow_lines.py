"""To whom posts and bodies answer, read off a model: one master or two, and the way up to somebody elected."""

from __future__ import annotations

from orgmodel.model import Board, LineClaim, Named, Post, PrincipalClaim, Responsibility, Unit
from tests.properties.slow_model import Reading, Verdicts

Tie = tuple[str, str]
"""Who is answered to, and for what; an empty scope is all of it."""


# -- two masters -------------------------------------------------------------------------------------------------------


def bodies(reading: Reading) -> list[Unit | Post | Board]:
    """Everything that can answer to somebody."""
    return [record for record in reading.here.values() if isinstance(record, Unit | Post | Board)]


def ties(reading: Reading, body: Named, chain: str) -> set[Tie]:
    """To whom a body answers in a chain, apart from the line; boards do not say in which chain."""
    return {
        (claim.who, getattr(claim, "scope", None) or "")
        for claim in reading.claims(body, "answers_to")
        if claim.who and (claim.chain if isinstance(claim, PrincipalClaim) else "not stated") == chain
    }


def managers(reading: Reading, body: Named, chain: str) -> set[Tie]:
    """To whom a post reports in a line that counts: dotted ones do not."""
    claims = reading.claims(body, "reports_to") if isinstance(body, Post) else []
    lines = {claim.who for claim in claims if claim.who and isinstance(claim, LineClaim) and claim.kind == chain}
    return {(who, "") for who in lines}


def read_dual_principal(reading: Reading) -> Verdicts:
    found = {}
    for body in bodies(reading):
        spoken: dict[str, bool] = {}
        for field, name, read in (("answers_to", "not stated", ties), ("reports_to", "line", managers)):
            if field == "reports_to" and not isinstance(body, Post):
                continue
            said = {str(getattr(claim, "chain", getattr(claim, "kind", name))) for claim in reading.claims(body, field)}
            chains = {chain for chain in said | {"not stated"} if chain != "dotted" and read(reading, body, chain)}
            hidden = reading.withholds(body, field)
            if not chains and "redacted" in reading.states(body, field) and hidden:
                chains = {name}
            for chain in chains:
                spoken[chain] = spoken.get(chain, False) or hidden
        for chain, hidden in spoken.items():
            found[f"{body.id}/{chain}"] = _masters(reading, body, chain, hidden)
    return found


def _masters(reading: Reading, body: Named, chain: str, hidden: bool) -> str:
    answered = ties(reading, body, chain)
    every = answered | managers(reading, body, chain)
    above = {who for other, _ in answered for who, _ in ties(reading, reading.here[other], chain) if who != other}
    told_twice = {home for other, _ in answered if not reading.is_unit(other) for home in reading.homes(other)}
    counted = {tie for tie in every if tie[0] not in above | told_twice}
    number = len({who for who, _ in counted})
    if number < 2:
        return "unknown" if hidden else "pass"
    scopes = [scope for _, scope in counted]
    if "" in scopes or len(scopes) > len(set(scopes)):
        return "fail"
    apart = {_has_a_unit(reading, body, who, chain) for who, _ in counted}
    return "fail" if "no" in apart else "unknown" if hidden or "perhaps" in apart else "pass"


def _has_a_unit(reading: Reading, body: Named, principal: str, chain: str) -> str:
    """Whether there is a unit within, which answers to the principal alone and has a head that heads no other's."""
    found = "no"
    for unit in reading.all(Unit):
        within = unit.id != body.id and body.id in reading.upwards(unit.id)
        if not within or {who for who, _ in ties(reading, unit, chain)} != {principal}:
            continue
        for head in reading.named(unit, "head"):
            led = [other for other in reading.all(Unit) if head in reading.named(other, "head")]
            if all(who == principal for other in led for who, _ in ties(reading, other, chain)):
                return "yes"
        if reading.headless(unit.id) and reading.not_told(unit, "head"):
            found = "perhaps"
    return found


# -- the way up --------------------------------------------------------------------------------------------------------


def read_no_path_to_principal(reading: Reading) -> Verdicts:
    asked = {reading.organisation} & set(reading.here)
    for body in bodies(reading):
        outside = isinstance(body, Unit) and body.outside
        if (outside or isinstance(body, Board)) and any(_is_own(reading, thing, body) for thing in _duties(reading)):
            asked.add(body.id)
    return {body: _way_up(reading, body) for body in asked}


def _duties(reading: Reading) -> list[Responsibility]:
    return [thing for thing in reading.all(Responsibility) if isinstance(thing, Responsibility)]


def _is_own(reading: Reading, thing: Responsibility, body: Named) -> bool:
    """It, or a post that sits in it and not in the organisation, answers, or does work for which nobody else does."""
    stated = {answer.who for chain in reading.chains(thing) for answer in reading.stated(thing, chain)}
    members = {body.id}
    if isinstance(body, Unit):
        posts = [post.id for post in reading.all(Post)]
        members |= {post for post in posts if body.id in reading.homes(post) and not reading.in_organisation(post)}
    doing = members & set(reading.named(thing, "responsible"))
    return bool(members & stated) or any(not stated - {who} for who in doing)


def _way_up(reading: Reading, body: str) -> str:
    above = _above(reading, body)
    heads = {head for unit in above if reading.is_unit(unit) for head in reading.named(reading.here[unit], "head")}
    led = set().union(*(_above(reading, head) for head in heads))
    if any(_is_principal(reading.here[each]) for each in above | led):
        return "pass"
    said = {each: reading.states(reading.here[each], "answers_to") for each in above}
    gaps = [each for each in above if _end_not_told(reading, each)]
    if gaps or not any(states & {"none", "unclear"} for states in said.values()):
        return "unknown"
    unclear = any("unclear" in states and "none" not in states for states in said.values())
    return "info" if unclear else "fail"


def _above(reading: Reading, body: str) -> set[str]:
    """Whoever it answers to, what it is part of or sits in, and so on up."""
    found, rest = set(), [body]
    while rest:
        current = rest.pop()
        if current not in found:
            found.add(current)
            rest.extend(_steps(reading, current))
    return found


def _steps(reading: Reading, body: str) -> list[str]:
    record = reading.here[body]
    around = "part_of" if reading.is_unit(body) else "in_unit"
    return reading.named(record, "answers_to") + reading.named(record, around)


def _is_principal(record: Named) -> bool:
    elected = isinstance(record, Post) and record.kind in ("elected", "minister")
    return elected or (isinstance(record, Unit) and record.principal)


def _end_not_told(reading: Reading, body: str) -> bool:
    record = reading.here[body]
    silent = reading.not_told(record, "answers_to") and not reading.states(record, "answers_to") - {"not_stated"}
    inside = "part_of" if reading.is_unit(body) else "in_unit"
    around = reading.states(record, inside)
    withheld = reading.withholds(record, "answers_to") or ("redacted" in around and "none" not in around)
    return withheld or (silent and not _steps(reading, body))
