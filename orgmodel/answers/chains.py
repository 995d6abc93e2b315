"""The chains of accountability above one thing, each up to where it ends, and where two of them part.

Chains are kept apart: that two lead to different posts is information, never a fault. It knows no graph engine.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from orgmodel.graph import holds_on
from orgmodel.model import Board, Chain, Claim, Model, Post, Process, Responsibility, Slot, Unit

CHAIN_NAMES: tuple[Chain, ...] = get_args(Chain)
REPORTS = "to whom it reports"
INFERRED = ("headed by", "part of", "heads what answers to")
MOST_PATHS = 50
"""How many ways up are told apart in one chain; beyond that the rest is counted."""

End = Literal["top", "principal", "loop", "none", "unclear", "not_stated", "redacted", "open"]


@dataclass(frozen=True)
class Step:
    """One step up: from whom to whom (ids), what says so, and how it is known."""

    start: str
    end: str
    relation: str
    basis: str
    cites: tuple[str, ...]
    contested_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChainPath:
    """One way up in one chain: its steps, and how it ends after the last.

    `top` says that the source says there is nobody above a post, `principal` that answering ends there, `loop` that it
    comes back to where it was; the rest are silences, of the question `asks` of the last thing reached.
    """

    chain: str
    thing: str
    steps: tuple[Step, ...]
    ends: End
    asks: str
    end_basis: str
    end_cites: tuple[str, ...]

    @property
    def last(self) -> str:
        """What the chain reaches (an id): the thing itself where it makes no step."""
        return self.steps[-1].end if self.steps else self.thing

    @property
    def reached(self) -> tuple[str, ...]:
        """Everybody on the way up, nearest first."""
        return tuple(step.end for step in self.steps)

    @property
    def is_silent(self) -> bool:
        """Whether it ends in a silence of the text, and not at a top."""
        return self.ends not in ("top", "principal")


@dataclass(frozen=True)
class Parting:
    """The first step at which two chains from one thing go to different places (ids); both go on to somebody."""

    chains: tuple[str, str]
    after: str
    to: tuple[str, str]


@dataclass(frozen=True)
class Unequal:
    """A chain that ends in a silence, though another goes on from the same thing: `goes_on` and whom it reaches."""

    chain: str
    ends_at: str
    ends: End
    goes_on: str
    reaches: str


@dataclass(frozen=True)
class Chains:
    """All chains above one thing."""

    thing: str
    paths: tuple[ChainPath, ...]
    partings: tuple[Parting, ...]
    unequal: tuple[Unequal, ...]

    @property
    def cut(self) -> tuple[str, ...]:
        """The chains of which more ways up exist than are told."""
        return tuple(chain for chain in CHAIN_NAMES if len(self.of(chain)) >= MOST_PATHS)

    def of(self, chain: str) -> tuple[ChainPath, ...]:
        """The ways up in one chain."""
        return tuple(path for path in self.paths if path.chain == chain)


def follow_chains(model: Model, ident: str, on: dt.date | None = None) -> Chains:
    """Every chain above a unit, post, board, responsibility or process (by id), on a day."""
    day = on or model.about.as_of
    paths = tuple(path for chain in CHAIN_NAMES for path in _paths(model, ident, chain, day))
    return Chains(ident, paths, tuple(_partings(ident, paths)), tuple(_unequal(paths)))


def _paths(model: Model, ident: str, chain: Chain, day: dt.date) -> list[ChainPath]:
    found: list[ChainPath] = []
    waiting: list[tuple[str, tuple[Step, ...]]] = [(ident, ())]
    while waiting and len(found) < MOST_PATHS:
        here, steps = waiting.pop()
        record = model.by_id[here]
        if isinstance(record, Unit) and record.principal:
            found.append(ChainPath(chain, ident, steps, "principal", "", record.basis, record.cites))
            continue
        asked = _above(model, here, chain, day)
        been = {ident, *(step.end for step in steps)}
        for step in reversed(asked.steps):
            if step.end in been:
                found.append(ChainPath(chain, ident, (*steps, step), "loop", asked.question, step.basis, step.cites))
            else:
                waiting.append((step.end, (*steps, step)))
        for silence in asked.silences:
            ends: End = "top" if silence.state == "none" and asked.question == REPORTS else silence.state  # type: ignore[assignment]
            found.append(ChainPath(chain, ident, steps, ends, asked.question, silence.basis, silence.cites))
    return found


@dataclass(frozen=True)
class _Asked:
    """What leads up from one thing: the steps, the silences beside them, and the question that they answer."""

    steps: tuple[Step, ...]
    silences: tuple[Claim, ...]
    question: str


def _above(model: Model, ident: str, chain: Chain, day: dt.date) -> _Asked:
    """The first question that names somebody; where none does, the first that the source speaks of."""
    spoken: list[_Asked] = []
    for slot, relation, question in _questions(model, ident, chain, day):
        claims = [claim for claim in slot.claims if holds_on(claim, day) and _is_of(claim, chain, relation)]
        steps = tuple(
            Step(ident, claim.who, relation, _basis(claim, relation), claim.cites, claim.contested_by)
            for claim in claims
            if claim.who
        )
        if claims:
            spoken.append(_Asked(steps, tuple(claim for claim in claims if not claim.who), question))
    named = [asked for asked in spoken if asked.steps]
    return (named or spoken or [_Asked((), (Claim(state="not_stated"),), "who answers in this chain")])[0]


def _basis(claim: Claim, relation: str) -> str:
    """That a head answers for its unit, or a unit to what it is in, is inferred, whatever is stated of the two."""
    return "inferred" if relation in INFERRED else claim.basis


def _questions(model: Model, ident: str, chain: Chain, day: dt.date) -> Iterator[tuple[Slot[Claim], str, str]]:
    """What may lead up from a thing, in the order in which it is asked."""
    record = model.by_id[ident]
    if isinstance(record, Responsibility):
        yield record.accountable, "accountable", "who is accountable"
    elif isinstance(record, Process):
        yield record.owner, "accountable from end to end", "who owns it from end to end"
    elif isinstance(record, Post) and chain == "line":
        yield record.reports_to, "reports to", REPORTS
    if isinstance(record, (Unit, Post, Board)):
        yield record.answers_to, "answers to", "to whom it answers"
    if isinstance(record, Unit) and chain == "line":
        yield record.head, "headed by", "who heads it"
        yield record.part_of, "part of", "what it is part of"
    if isinstance(record, Post):
        for unit in model.units:
            if any(claim.who == ident and holds_on(claim, day) for claim in unit.head.known):
                yield unit.answers_to, "heads what answers to", "to whom what it heads answers"


def _is_of(claim: Claim, chain: Chain, relation: str) -> bool:
    """Whether a claim belongs to a chain: by its own chain, or by its kind of line; dotted lines are in none."""
    own = getattr(claim, "chain", None)
    if own is not None:
        return bool(own == chain)
    kind = getattr(claim, "kind", "line")
    return (chain == "line" and kind == "line") or (relation == "reports to" and kind == chain)


def _partings(ident: str, paths: tuple[ChainPath, ...]) -> Iterator[Parting]:
    for first, second in combinations(CHAIN_NAMES, 2):
        left, right = ([path for path in paths if path.chain == chain and path.steps] for chain in (first, second))
        seen: set[tuple[str, str, str]] = set()
        for one in left:
            for other in right:
                parting = _first_difference(ident, one.reached, other.reached)
                if parting and parting not in seen and not _joined(parting, left, right):
                    seen.add(parting)
                    yield Parting((first, second), parting[0], parting[1:])


def _joined(parting: tuple[str, str, str], left: list[ChainPath], right: list[ChainPath]) -> bool:
    """Whether the other chain has a way to the same place as well, so that the two do not part there."""
    after, to_left, to_right = parting
    steps = [{(step.start, step.end) for path in paths for step in path.steps} for paths in (left, right)]
    return (after, to_left) in steps[1] or (after, to_right) in steps[0]


def _first_difference(ident: str, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, str, str] | None:
    after = ident
    for to_one, to_other in zip(one, other, strict=False):
        if to_one != to_other:
            return after, to_one, to_other
        after = to_one
    return None


def _unequal(paths: tuple[ChainPath, ...]) -> Iterator[Unequal]:
    """Chains that say something and then fall silent, while another goes on."""
    told: set[tuple[str, str, str]] = set()
    for path in paths:
        if not path.is_silent or (path.ends == "not_stated" and not path.steps):
            continue
        for other in paths:
            on = [step for step in other.steps if step.start == path.last]
            if other.chain != path.chain and on and (path.chain, path.last, other.chain) not in told:
                told.add((path.chain, path.last, other.chain))
                yield Unequal(path.chain, path.last, path.ends, other.chain, on[0].end)
