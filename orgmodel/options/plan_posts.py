"""What an option means for each post: added, closed, moved, regraded, another manager, another job, or nothing said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from orgmodel.graph import holds_on
from orgmodel.model import Claim, Model, Post, Slot, Unit
from orgmodel.options.changes import Keep
from orgmodel.options.changeset import Changeset
from orgmodel.options.held import held_in

Action = Literal[
    "closed", "added", "moved", "regraded", "new_manager", "changed_job", "new_requirement", "untouched", "not_reviewed"
]  # fmt: skip
JOB = ("title", "description", "roles", "fte", "critical", "serves")


@dataclass(frozen=True)
class PostPlan:
    """One post and everything that happens to it. `untouched` is said on purpose; `not_reviewed` is silence."""

    id: str
    title: str
    actions: tuple[Action, ...]


def plan_posts(model: Model, after: Model, changeset: Changeset) -> Iterator[PostPlan]:
    """Every post that is there today in either model, in the order of their ids."""
    old, new = _present(model), _present(after)
    jobs_before, jobs_after = _jobs(model), _jobs(after)
    kept = {thing for change in changeset.changes if isinstance(change, Keep) for thing in change.things}
    for ident in sorted(old.keys() | new.keys()):
        if ident not in old:
            yield PostPlan(ident, new[ident].title, ("added",))
        elif ident not in new:
            yield PostPlan(ident, old[ident].title, ("closed",))
        else:
            found = list(_actions(model, after, old[ident], new[ident]))
            if jobs_before[ident] != jobs_after[ident] and "changed_job" not in found:
                found.append("changed_job")
            silent: Action = "untouched" if ident in kept else "not_reviewed"
            yield PostPlan(ident, new[ident].title, tuple(found) or (silent,))


def _actions(model: Model, after: Model, old: Post, new: Post) -> Iterator[Action]:
    if _way_up(model, old) != _way_up(after, new):
        yield "moved"
    if (old.grade, old.grade_bound) != (new.grade, new.grade_bound):
        yield "regraded"
    if _answers(model, old.reports_to) != _answers(after, new.reports_to):
        yield "new_manager"
    if any(getattr(old, name) != getattr(new, name) for name in JOB):
        yield "changed_job"
    if old.requirements != new.requirements:
        yield "new_requirement"


def _present(model: Model) -> dict[str, Post]:
    return {post.id: post for post in model.posts if holds_on(post, model.about.as_of)}


def _jobs(model: Model) -> dict[str, set[tuple[str, str, str]]]:
    """What each post holds, apart from the posts that report to it."""
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for each in held_in(model):
        if each.field not in ("reports_to", "holding") and not each.spare:
            found[each.holder].add(each.key)
    return found


def _way_up(model: Model, post: Post) -> list[list[str]]:
    """The units that a post is in, level by level to the top: a post moves along with its unit."""
    levels, seen = [_answers(model, post.in_unit)], set[str]()
    while levels[-1]:
        units = [model.by_id.get(ident) for ident in levels[-1]]
        above = {each for unit in units if isinstance(unit, Unit) for each in _answers(model, unit.part_of)}
        levels.append(sorted(above - seen))
        seen |= above
    return levels


def _answers(model: Model, slot: Slot[Claim]) -> list[str]:
    """Who fills a slot today, or which silence does."""
    today = [claim for claim in slot.claims if holds_on(claim, model.about.as_of)]
    return sorted(claim.who or f"({claim.note or claim.state})" for claim in today)
