"""The parts that a plan is told in: names, steps, questions, what is not known, staff, requirements. Values only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from orgmodel.model import Model
from orgmodel.options.operands import Amount

StepKind = Literal["closed", "moved", "new", "changed", "kept"]
KINDS: tuple[StepKind, ...] = ("closed", "moved", "new", "changed", "kept")


@dataclass(frozen=True, order=True)
class Name:
    """A thing by its id and its title."""

    id: str
    title: str


@dataclass(frozen=True)
class Step:
    """One thing that becomes different (or is kept on purpose): which field of it, what it said, what it will say.

    `state` is how far the new answer is known; `candidates` are those of whom one is meant. `number` counts the changes
    of the option from 1; 0 is for what follows from several of them.
    """

    kind: StepKind
    label: str
    thing: Name
    field: str = ""
    before: tuple[Name, ...] = ()
    after: tuple[Name, ...] = ()
    state: str = "known"
    candidates: tuple[Name, ...] = ()
    words: tuple[str, ...] = ()
    number: int = 0
    because: str = ""
    cites: tuple[str, ...] = ()
    basis: str = "stated"
    phase: str | None = None


@dataclass(frozen=True)
class Question:
    """What the option leaves open, and who is to decide it."""

    text: str
    decided_by: tuple[Name, ...]
    decider_known: bool
    about: tuple[Name, ...]
    because: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Unknown:
    """A part of a change that names nobody, or one of several: which part of which thing."""

    thing: Name
    part: str
    state: str
    candidates: tuple[Name, ...]
    number: int
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Staffing:
    """Staff that come or go, as far as known."""

    amount: Amount
    measure: str
    giver: tuple[Name, ...]
    to: tuple[Name, ...]
    subject: Name | None
    because: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Requirement:
    """What posts are to meet, and the posts of the model that it falls on (there may be none)."""

    text: str
    of: tuple[Name, ...]
    posts: tuple[Name, ...]
    because: str
    cites: tuple[str, ...]


def names_of(model: Model, idents: Iterable[str]) -> tuple[Name, ...]:
    """Things by id and title, sorted."""
    return tuple(sorted(Name(ident, model.title_of(ident)) for ident in idents))
