"""Who answers for what, read off a model: owners that are missing, unclear, unknown, several or loaded."""

from __future__ import annotations

from orgmodel.model import Named, Post, Process, Responsibility
from tests.properties.slow_model import Reading, Verdicts


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
    return nameless or any(reading.place_not_told(body) for body in bodies - {unit})


def read_no_dedicated_owner(reading: Reading) -> Verdicts:
    found = {}
    for subject in reading.subjects():
        priority = getattr(reading.here[subject], "priority", None)
        if priority is not None and priority.value and reading.holds(priority):
            found[subject] = _dedicated(reading, reading.within(subject))
    return found


def _dedicated(reading: Reading, parts: set[str]) -> str:
    things = [thing for thing in reading.concerning(parts, (Responsibility, Process)) if reading.asks_line(thing)]
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


def read_overloaded_post(reading: Reading) -> Verdicts:
    at_least = reading.limit("overloaded-post", "at_least", 2)
    found = {}
    things = [*reading.all(Responsibility), *reading.all(Process)]
    for post in reading.all(Post):
        held = [thing for thing in things if post.id in {answer.who for answer in reading.answers(thing)}]
        if held and isinstance(post, Post):
            others = 1 if post.other_responsibilities in ("known", "open") else 0
            found[post.id] = "info" if len(held) + others >= at_least else "pass"
    return found
