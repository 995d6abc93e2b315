"""Who answered for a subject on a day, in each chain and how that is known; or nobody, not clear, or not stated."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from orgmodel.graph import aspects_on, holds_on
from orgmodel.model import AccountabilityClaim, AspectFact, Model, Process, Responsibility, Subject, Unit

Reach = Literal["all of it", "a part of it", "something within it", "something wider"]
REACHES: tuple[Reach, ...] = ("all of it", "a part of it", "something within it", "something wider")


@dataclass(frozen=True)
class Answer:
    """One line of the answer: for which responsibility, in which chain, who (an id) or which kind of silence.

    `reach` says how the responsibility lies to the subject asked about. `head` is the post that heads the unit named,
    which is inferred to answer for what the unit does. `dated` says that the account covers the day asked about: on
    another day than the model's own, only a claim with dates does, and any other is known for the model's day alone.
    """

    responsibility: str
    title: str
    reach: Reach
    marks: tuple[AspectFact, ...]
    chain: str
    state: str
    who: str | None
    who_title: str
    head: str | None
    basis: str
    held_by: str | None
    contested_by: tuple[str, ...]
    cites: tuple[str, ...]
    note: str | None
    dated: bool = True

    @property
    def aspects(self) -> tuple[str, ...]:
        """The aspects of the responsibility by name; `marks` holds what each of them rests on."""
        return tuple(fact.aspect for fact in self.marks)


def who_answers(model: Model, ident: str, on: dt.date | None = None, aspect: str | None = None) -> list[Answer]:
    """The answers for a subject, responsibility or process (by id), widest reach last; an empty list says that
    nothing in the model concerns it that day."""
    day = on or model.about.as_of
    found = [
        answer
        for item, reach in _about(model, ident, day)
        if holds_on(item, day) and (aspect is None or any(fact.aspect == aspect for fact in aspects_on(item, day)))
        for answer in answers_for(model, item, reach, day)
    ]
    return sorted(found, key=lambda answer: (REACHES.index(answer.reach), answer.title, answer.chain, answer.who or ""))


def _about(model: Model, ident: str, day: dt.date) -> Iterator[tuple[Responsibility | Process, Reach]]:
    things: list[Responsibility | Process] = [*model.responsibilities, *model.processes]
    if not isinstance(model.by_id[ident], Subject):
        yield from ((thing, "all of it") for thing in things if thing.id == ident)
        return
    tree = read_tree(model, day)
    below, above = reachable(tree.children, ident), reachable(tree.parents, ident)
    for thing in things:
        claims = [claim for claim in thing.concerns.known if holds_on(claim, day)]
        direct = [claim.extent for claim in claims if claim.who == ident]
        if direct:
            yield thing, "all of it" if "whole" in direct else "a part of it"
        elif any(claim.who in below for claim in claims):
            yield thing, "something within it"
        elif any(claim.who in above and claim.extent == "whole" for claim in claims):
            yield thing, "something wider"


@dataclass(frozen=True)
class SubjectTree:
    """Which subjects are part of which on a day, both ways, by id. A subject may have several parents."""

    parents: dict[str, set[str]]
    children: dict[str, set[str]]


def read_tree(model: Model, day: dt.date) -> SubjectTree:
    """The subjects above and below each other, by part_of."""
    tree = SubjectTree(defaultdict(set), defaultdict(set))
    for subject in model.subjects:
        for claim in subject.part_of.known:
            if holds_on(claim, day):
                tree.parents[subject.id].add(claim.who or "")
                tree.children[claim.who or ""].add(subject.id)
    return tree


def count_leaves(model: Model, ident: str, on: dt.date | None = None) -> int:
    """How many subjects at the very bottom lie below a subject; one with several parents is counted once."""
    day = on or model.about.as_of
    tree = read_tree(model, day)
    return sum(not tree.children[below] for below in reachable(tree.children, ident))


def reachable(steps: dict[str, set[str]], start: str) -> set[str]:
    """Everything that any number of steps leads to from a start."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = steps[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return found


def answers_for(model: Model, item: Responsibility | Process, reach: Reach, day: dt.date) -> Iterator[Answer]:
    """Each claim of who answers for a thing that day; not stated in a chain in which one is expected without any."""
    slot = item.accountable if isinstance(item, Responsibility) else item.owner
    claims = [claim for claim in slot.claims if holds_on(claim, day)]
    own = item.expects if isinstance(item, Responsibility) else None
    expected = model.about.expects if own is None else own
    for claim in claims:
        yield _answer(model, item, reach, claim, day)
    for chain in set(expected) - {claim.chain for claim in claims}:
        yield _answer(model, item, reach, AccountabilityClaim(state="not_stated", chain=chain), day)


def _answer(
    model: Model, item: Responsibility | Process, reach: Reach, claim: AccountabilityClaim, day: dt.date
) -> Answer:
    unit = model.by_id.get(claim.who or "")
    heads = [head.who for head in unit.head.known if holds_on(head, day)] if isinstance(unit, Unit) else []
    return Answer(
        item.id, item.title, reach, aspects_on(item, day), claim.chain, claim.state, claim.who,
        model.title_of(claim.who) if claim.who else "", heads[0] if len(heads) == 1 else None,
        claim.basis, claim.held_by, claim.contested_by, claim.cites or item.cites, claim.note,
        covers(claim, day, model.about.as_of),
    )  # fmt: skip


def covers(claim: AccountabilityClaim, day: dt.date, as_of: dt.date) -> bool:
    """Whether a claim that may hold on a day is known to: it is the account's own day, or its dates reach that far."""
    if day == as_of:
        return True
    begun = claim.start.latest if claim.start else None
    ended = claim.until.earliest if claim.until else None
    begins_in_time = begun is not None and begun <= day
    if day < as_of:
        return begins_in_time
    return ended is not None and day <= ended
