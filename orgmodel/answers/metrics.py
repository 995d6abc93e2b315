"""Measures of a structure, as intervals where the model does not tell all. They carry no verdict.

Span and layers are given only where junior posts are in the model: of published senior rows alone, nearly every narrow
span has junior staff below it that the rows do not show.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.graph import holds_on
from orgmodel.model import Board, Claim, Model, Named, Post, Slot, Unit

SENIOR_ONLY = "Not given: the model has few posts of its lower grades, and senior rows alone mislead."
NO_LINES = "Not given: the model tells of no reporting line."


@dataclass(frozen=True)
class Metric:
    """One measure: of what, its lowest and highest value (None where that is not known), counted in what, and a note.

    `of` is the whole that a share is taken of. A measure that is not given has neither value, and the note says why.
    """

    name: str
    about: str
    low: float | None
    high: float | None
    unit: str
    of: int | None = None
    note: str = ""


def measure(model: Model) -> list[Metric]:
    """Every measure of a model on its day, in a settled order; the same model always gives the same."""
    return [*_shares(model), *_load(model), *_exclusivity(model), *_heights(model), *_spans(model), *_tenure(model)]


def _claims(model: Model, record: Named | None, field: str) -> list[Claim]:
    slot = getattr(record, field, None)
    if not isinstance(slot, Slot):
        return []
    return [claim for claim in slot.claims if holds_on(claim, model.about.as_of)]


def _who(model: Model, record: Named | None, field: str) -> list[str]:
    return [claim.who for claim in _claims(model, record, field) if claim.who]


def _posts(model: Model) -> list[Post]:
    return [post for post in model.posts if holds_on(post, model.about.as_of)]


def _group(model: Model, ident: str) -> str:
    """The part right below the organisation in which a thing lies, the organisation itself where it lies in no part, or
    the body outside; "" where that is not told."""
    seen: set[str] = set()
    while ident and ident not in seen:
        seen.add(ident)
        record = model.by_id.get(ident)
        if ident == model.about.organisation or (isinstance(record, Unit) and record.outside):
            return ident
        above = next(iter(_who(model, record, "in_unit" if isinstance(record, (Post, Board)) else "part_of")), "")
        if above == model.about.organisation and isinstance(record, Unit):
            return ident
        ident = above
    return ""


def _owners(model: Model, ident: str) -> list[str]:
    """Who answers for a thing in the line chain, by name."""
    claims = _claims(model, model.by_id[ident], "accountable")
    return [claim.who for claim in claims if claim.who and getattr(claim, "chain", "line") == "line"]


def _shares(model: Model) -> Iterator[Metric]:
    """Posts and responsibilities by group; what is placed nowhere could be anywhere, and widens every interval."""
    posts = [_group(model, post.id) for post in _posts(model) if post.id not in _head(model)]
    duties = [
        {_group(model, owner) for owner in _owners(model, duty.id)} or {""}
        for duty in model.responsibilities
        if holds_on(duty, model.about.as_of)
    ]
    for name, placed in (("share of posts", [{group} for group in posts]), ("share of responsibilities", duties)):
        counts = Counter(group for groups in placed for group in groups)
        nowhere = sum(groups == {""} for groups in placed)
        for group in sorted(counts.keys() - {""}):
            yield Metric(name, group, counts[group], counts[group] + nowhere, name.rpartition(" ")[2], len(placed))


def _head(model: Model) -> list[str]:
    return _who(model, model.by_id.get(model.about.organisation), "head")


def _load(model: Model) -> Iterator[Metric]:
    """Accountabilities a post, within a grade: the median; at least, where a source says that there are others."""
    loads = _loads(model)
    for grade in model.grades:
        posts = [post for post in _posts(model) if post.grade == grade.id and post.grade_bound == "exact"]
        if posts:
            low = statistics.median(loads[post.id] for post in posts)
            closed = all(post.other_responsibilities == "none" for post in posts)
            note = f"{len(posts)} posts, from {min(loads[p.id] for p in posts)} to {max(loads[p.id] for p in posts)}"
            yield Metric("load within a grade", grade.id, low, low if closed else None, "responsibilities", None, note)


def _loads(model: Model) -> Counter[str]:
    """How many responsibilities each post answers for by name, in the line chain."""
    duties = (duty for duty in model.responsibilities if holds_on(duty, model.about.as_of))
    return Counter(owner for duty in duties for owner in set(_owners(model, duty.id)))


def _exclusivity(model: Model) -> Iterator[Metric]:
    """Posts that answer for one responsibility and no other, of those that answer for any. A post may have more than
    the text names, so that this is at most so many unless the model says that it has no other."""
    loads = _loads(model)
    posts = [post for post in _posts(model) if loads[post.id]]
    if posts:
        single = [post for post in posts if loads[post.id] == 1]
        sure = sum(post.other_responsibilities == "none" for post in single)
        yield Metric("answers for one thing only", "", sure, len(single), "posts", len(posts))


def _lines(model: Model, post: str) -> list[str]:
    claims = _claims(model, model.by_id.get(post), "reports_to")
    return [claim.who for claim in claims if claim.who and getattr(claim, "kind", "line") == "line"]


def _chain(model: Model, post: str) -> list[str]:
    """A post and those above it in the line, as far as it is told; where there are two, the first."""
    chain = [post]
    while (above := next(iter(_lines(model, chain[-1])), None)) and above not in chain:
        chain.append(above)
    return chain


def _heights(model: Model) -> Iterator[Metric]:
    """How many steps up the lowest manager whom the owners of a subject's parts share is; not known where no line that
    is told leads there."""
    for subject in model.subjects:
        owners = sorted(
            {
                owner
                for duty in model.responsibilities
                if subject.id in _who(model, duty, "concerns")
                for owner in _owners(model, duty.id)
                if isinstance(model.by_id.get(owner), Post)
            }
        )
        if len(owners) > 1:
            yield _height(model, subject.id, [_chain(model, owner) for owner in owners])


def _height(model: Model, subject: str, chains: Sequence[Sequence[str]]) -> Metric:
    name, unit = "height of the lowest common manager", "steps"
    shared = next((post for post in chains[0] if all(post in chain for chain in chains)), None)
    if shared is None:
        return Metric(name, subject, None, None, unit, None, "Not known: no line that is told leads to one.")
    height = max(chain.index(shared) for chain in chains)
    return Metric(name, subject, height, height, unit, None, model.title_of(shared))


def _spans(model: Model) -> Iterator[Metric]:
    """Direct reports of each manager, and layers below the top of the line."""
    posts = _posts(model)
    told = {post.id: _lines(model, post.id) for post in posts}
    if not _has_juniors(model, posts):
        yield Metric("span of control", "", None, None, "posts", None, SENIOR_ONLY)
        yield Metric("layers", "", None, None, "layers", None, SENIOR_ONLY)
        return
    if not any(told.values()):
        yield Metric("span of control", "", None, None, "posts", None, NO_LINES)
        yield Metric("layers", "", None, None, "layers", None, NO_LINES)
        return
    spans: Counter[str] = Counter(above for lines in told.values() for above in lines)
    counted = _counted(model)
    silent = [post for post, lines in told.items() if not lines and post not in _head(model)]
    for manager in sorted({*spans, *counted}):
        # Whoever it is not told of could report to this one, but not to one below.
        others = sum(manager not in _chain(model, post) and post not in _chain(model, manager) for post in silent)
        count, staff = spans[manager], counted.get(manager, 0.0)
        note = f"{staff:g} of them counted in full-time equivalents and not listed" if staff else ""
        yield Metric("span of control", manager, count + staff, count + others + staff, "posts", None, note)
    depth = max(len(_chain(model, post)) for post in told)
    yield Metric("layers", "", depth, None if silent else depth, "layers")


def _counted(model: Model) -> dict[str, float]:
    """The full-time equivalents under each post that are counted and not listed one by one."""
    found: dict[str, float] = {}
    for group in model.staff_groups:
        for above in _who(model, group, "reports_to") if holds_on(group, model.about.as_of) else ():
            found[above] = found.get(above, 0.0) + (group.fte or 0.0)
    return found


def _has_juniors(model: Model, posts: Sequence[Post]) -> bool:
    """Whether staff are told of and not senior rows alone: counted in groups, or at least half of the posts are of the
    lowest third of the grades."""
    ranks = [model.grade_rank[post.grade] for post in posts if post.grade]
    junior = sum(3 * rank > 2 * len(model.grades) for rank in ranks)
    return bool(model.staff_groups) or (bool(junior) and 2 * junior >= len(ranks))


def _tenure(model: Model) -> Iterator[Metric]:
    """How long holders have been in their posts, taken together: never of one holder."""
    months: list[int] = []
    held = [holding for holding in model.holdings if holds_on(holding, model.about.as_of)]
    for holding in held:
        day = holding.start.on if holding.start else None
        if day is not None:
            now = model.about.as_of
            months.append((now.year - day.year) * 12 + now.month - day.month - (now.day < day.day))
    if not held:
        return
    if len(months) < 3:
        yield Metric("tenure", "", None, None, "months", None, "Not given: fewer than three holders with a known day.")
    else:
        middle = statistics.median(months)
        yield Metric(
            "tenure", "", middle, middle, "months", None, f"The median of {len(months)} holders of {len(held)}."
        )
