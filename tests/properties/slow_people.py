"""People and key jobs, read off a model: two jobs at once, empty posts, benches, cover, requirements, confirmations."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from orgmodel.graph.properties import at_most_months, longer_than_months
from orgmodel.graph.slicing import has_passed
from orgmodel.model import CandidateClaim, CoverClaim, Holding, Person, Post, Process, Responsibility, Subject
from tests.properties.slow_model import Reading, Verdicts

TEMPORARY = {"acting_cover", "interim", "temporary_promotion", "loan"}
EMPTY = {"vacant", "closed"}


def occupancy(reading: Reading, ident: str) -> str:
    """Whether a post is filled; of a person, that there is one."""
    record = reading.here[ident]
    if not isinstance(record, Post):
        return "filled"
    return record.occupancy.state if reading.holds(record.occupancy) else "not_stated"


def holdings(reading: Reading) -> list[Holding]:
    """Who holds which post today."""
    return [
        holding
        for holding in reading.model.holdings
        if reading.holds(holding) and {holding.person, holding.post} <= set(reading.here)
    ]


def holders(reading: Reading, post: str) -> set[str]:
    """The people who hold a post."""
    return {holding.person for holding in holdings(reading) if holding.post == post}


def posts_of(reading: Reading) -> list[Post]:
    """Every post that is there."""
    return [post for post in reading.all(Post) if isinstance(post, Post)]


# -- two jobs ----------------------------------------------------------------------------------------------------------


def read_concurrent_posts(reading: Reading) -> Verdicts:
    covering = {by for post in posts_of(reading) for by in reading.named(post, "covered_by")}
    busy = covering | {holding.person for holding in holdings(reading)}
    alone = {who for who in busy if len(holders(reading, who)) != 1}
    return {who: _two_jobs(reading, who) for who in alone}


def _two_jobs(reading: Reading, who: str) -> str:
    """A person on temporary promotion or on loan may have left the old post, or may not."""
    jobs = _jobs(reading, who)
    own = [holding for holding in holdings(reading) if holding.person == who]
    away = any(holding.holding in ("temporary_promotion", "loan") for holding in own)
    old = {
        job
        for job in jobs
        if (kinds := {holding.holding for holding in own if holding.post == job}) and kinds == {"substantive"}
    }
    surely = jobs - old if away else jobs
    sizes = {job: _size(reading, job, own) for job in jobs}
    critical = {job: reading.calls(getattr(reading.here[job], "critical", None)) for job in jobs}
    known = round(sum(sizes[job] or 0.0 for job in surely), 2)
    if len(surely) >= 2 and (any(critical[job] for job in surely) or known > 1):
        return "fail"
    at_most = round(sum(size or 0.0 for size in sizes.values()), 2)
    settled = None not in sizes.values() and at_most <= 1 and set(critical.values()) == {False}
    return "pass" if len(jobs) < 2 or settled else "unknown"


def _jobs(reading: Reading, who: str) -> set[str]:
    """What somebody holds and stands in for; where a post stands in, its one holder does."""
    held = {holding.post for holding in holdings(reading) if holding.person == who}
    jobs = held | ({who} if isinstance(reading.here[who], Post) else set())
    acting = {who} | {post for post in held if holders(reading, post) == {who}}
    return jobs | {post.id for post in posts_of(reading) if acting & set(reading.named(post, "covered_by"))}


def _size(reading: Reading, job: str, own: list[Holding]) -> float | None:
    shares = [holding for holding in own if holding.post == job]
    told = [holding.fte for holding in shares if holding.fte is not None]
    if shares and len(told) == len(shares):
        return sum(told)
    record = reading.here[job]
    assert isinstance(record, Post)
    return None if any(holding.holding == "job_share" for holding in shares) else record.fte


# -- key posts ---------------------------------------------------------------------------------------------------------


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


def read_single_point_of_failure(reading: Reading) -> Verdicts:
    found = {}
    for post in posts_of(reading):
        critical = reading.calls(post.critical)
        alone = "none" in reading.states(post, "deputies") and "none" in reading.states(post, "candidates")
        if occupancy(reading, post.id) != "closed" and (critical or (critical is None and alone)):
            found[post.id] = _nobody_else(reading, post, bool(critical))
    return found


def _nobody_else(reading: Reading, post: Post, critical: bool) -> str:
    ready = {claim.who for claim in _slate(reading, post) if _is_ready(claim)}
    perhaps = {claim.who for claim in _slate(reading, post) if _may_be_ready(claim)} - ready
    there = {
        field: any(occupancy(reading, who) not in EMPTY for who in reading.named(post, field))
        and "none" not in reading.states(post, field)
        for field in ("deputies", "covered_by")
    }
    if any(there.values()) or ready or len(holders(reading, post.id)) > 1:
        return "pass"
    filled = occupancy(reading, post.id) == "filled"
    silent = reading.states(post, "covered_by") <= {"not_stated"}
    covered = not reading.ended(post, "covered_by") and not (filled and silent)
    open_end = not reading.ended(post, "deputies") or not reading.ended(post, "candidates") or covered or perhaps
    return "unknown" if open_end or not critical else "fail"


def _slate(reading: Reading, post: Post) -> list[CandidateClaim]:
    """The candidates, where the source does not say that there is nobody; not those whose own post is empty."""
    if "none" in reading.states(post, "candidates"):
        return []
    return [
        claim
        for claim in reading.claims(post, "candidates")
        if isinstance(claim, CandidateClaim) and claim.who and occupancy(reading, claim.who) not in EMPTY
    ]


def _is_ready(claim: CandidateClaim) -> bool:
    return claim.months_to_ready_max == 0


def _may_be_ready(claim: CandidateClaim) -> bool:
    return not claim.months_to_ready_min


def read_thin_bench(reading: Reading) -> Verdicts:
    """By trying every set of posts: too few people between them is what the finding is about."""
    posts = [post for post in posts_of(reading) if reading.calls(post.critical)]
    posts = [post for post in posts if occupancy(reading, post.id) != "closed"]
    wanted = reading.limit("thin-bench", "coverage", 1) * len(posts)
    worst, best, unlisted = {}, {}, 0
    for post in posts:
        lasting = [claim for claim in _slate(reading, post) if not claim.interim]
        worst[post.id] = {_somebody(reading, claim) for claim in lasting if _is_ready(claim)}
        if reading.ended(post, "candidates"):
            best[post.id] = {_somebody(reading, claim) for claim in lasting if _may_be_ready(claim)}
        else:
            unlisted += 1
    enough_at_worst = _covered(worst) >= wanted
    enough_at_best = _covered(best) + unlisted >= wanted
    found = {}
    for post in posts:
        if post.id in best and _may_be_left_over(best, post.id):
            found[post.id] = "info" if enough_at_worst else "unknown" if enough_at_best else "fail"
        else:
            short = _may_be_left_over(worst, post.id) and not enough_at_worst
            found[post.id] = "unknown" if short else "pass"
    return found


def _somebody(reading: Reading, claim: CandidateClaim) -> str:
    """A post stands for its one holder."""
    assert claim.who
    people = holders(reading, claim.who)
    return people.pop() if len(people) == 1 else claim.who


def _covered(slates: Mapping[str, set[str]]) -> int:
    """How many posts can be taken at once: all but the most by which any set of them has too few people."""
    sets = itertools.chain.from_iterable(itertools.combinations(slates, size) for size in range(len(slates) + 1))
    short = max(len(posts) - len(set().union(*(slates[post] for post in posts))) for posts in sets)
    return len(slates) - short


def _may_be_left_over(slates: Mapping[str, set[str]], post: str) -> bool:
    """Whether as many posts can be taken without this one as with it."""
    return _covered(slates) == _covered({other: slate for other, slate in slates.items() if other != post})


# -- temporary, eligible, confirmed ------------------------------------------------------------------------------------


def read_cover_overrun(reading: Reading) -> Verdicts:
    ends: dict[str, list[bool | None]] = {}
    day = reading.model.about.as_of
    for post in posts_of(reading):
        for claim in reading.claims(post, "covered_by"):
            if isinstance(claim, CoverClaim) and claim.who and claim.cover in TEMPORARY:
                ends.setdefault(f"{post.id}/{claim.cover}", []).append(has_passed(claim.due_end, day))
    for holding in holdings(reading):
        if holding.holding in TEMPORARY:
            ends.setdefault(f"{holding.post}/{holding.holding}", []).append(has_passed(holding.due_end, day))
    return {key: "fail" if True in passed else "unknown" if None in passed else "pass" for key, passed in ends.items()}


def read_eligibility_gap(reading: Reading) -> Verdicts:
    found = {}
    for post in posts_of(reading):
        people = [reading.here[person] for person in holders(reading, post.id)]
        needed = [(who, name) for who in people if isinstance(who, Person) for name in post.requirements]
        if needed:
            unmet = any(name in who.does_not_meet for who, name in needed)
            silent = any(name not in who.meets for who, name in needed)
            found[post.id] = "fail" if unmet else "unknown" if silent else "pass"
    return found


def read_unconfirmed_responsibility(reading: Reading) -> Verdicts:
    found = {}
    for thing in reading.all(Responsibility):
        if reading.model.about.asks_for_confirmation and reading.named(thing, "accountable"):
            assert isinstance(thing, Responsibility)
            said = thing.confirmation if reading.holds(thing.confirmation) else None
            late = said is not None and has_passed(said.review_by, reading.model.about.as_of)
            state = said.state if said else "not_stated"
            found[thing.id] = "fail" if late or state == "none" else "pass" if state == "known" else "unknown"
    return found


def read_priority_without_people(reading: Reading) -> Verdicts:
    found = {}
    for ident in reading.subjects():
        subject = reading.here[ident]
        if isinstance(subject, Subject) and reading.calls(subject.priority):
            found[ident] = _hands(reading, subject)
    return found


def _hands(reading: Reading, subject: Subject) -> str:
    if reading.nobody(subject, "staffing"):
        return "fail"
    parts = reading.within(subject.id)
    staffed = [part for part in parts if reading.named(reading.here[part], "staffing")]
    hands = any("none" not in reading.states(reading.here[part], "staffing") for part in staffed)
    counted = (subject.staffing.at_least or 0) > 0
    return "pass" if hands or counted or _anybody_alone(reading, parts) else "unknown"


def _anybody_alone(reading: Reading, parts: set[str]) -> bool:
    """A post with nothing else, all of whose work is known to lie within the parts."""
    work: dict[str, list[set[str] | None]] = {}
    for thing in [*reading.all(Responsibility), *reading.all(Process)]:
        told = not reading.hides(thing, "concerns")
        where = set(reading.named(thing, "concerns")) if told else None
        for who in _workers(reading, thing.id):
            work.setdefault(who, []).append(where)
    return any(
        not isinstance(post, Post) or all(where and where <= parts for where in work[post.id])
        for post in posts_of(reading)
        if post.id in work and post.other_responsibilities == "none" and post.id not in reading.heads
    )


def _workers(reading: Reading, ident: str) -> set[str]:
    """Who answers for a thing in any chain, or does the work of it."""
    thing = reading.here[ident]
    found = {answer.who for chain in reading.chains(thing) for answer in reading.answers(thing, chain)}
    return found | (set(reading.named(thing, "responsible")) if isinstance(thing, Responsibility) else set())
