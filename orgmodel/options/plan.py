"""What an option would do, as a frozen value in three densities: a headline, a named list, and everything.

Nothing is printed here and nothing is judged; what disappears is named first, and what is open is named as open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from orgmodel.graph import holds_on
from orgmodel.model import Claim, Model, Slot
from orgmodel.options.apply import apply
from orgmodel.options.apply_structure import required_of
from orgmodel.options.attribution import find_change
from orgmodel.options.changes import AnyChange, Ask, Keep, Require, Staff
from orgmodel.options.changeset import Benefit, Changeset, Phase
from orgmodel.options.conservation import Loss, conservation
from orgmodel.options.diff import Changes, FieldChange, Presence, RecordChange, diff
from orgmodel.options.operands import Amount, Operand
from orgmodel.options.plan_posts import PostPlan, plan_posts

StepKind = Literal["closed", "moved", "new", "changed", "kept"]
KINDS: tuple[StepKind, ...] = ("closed", "moved", "new", "changed", "kept")
PASSES_ON = ("part_of", "in_unit", "reports_to", "head", "accountable", "responsible", "owner", "chair", "members",
             "performed_by", "can_use", "pursues", "uses", "decided_by", "forums")  # fmt: skip


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


@dataclass(frozen=True)
class Plan:
    """An option over a model, told. `standing`, `by`, `why` and `decided_by` say whose it is; it ranks nothing."""

    model: str
    option: str
    title: str
    because: str
    cites: tuple[str, ...]
    basis: str
    standing: str
    by: str | None
    why: str | None
    decided_by: tuple[Name, ...]
    steps: tuple[Step, ...]
    posts: tuple[PostPlan, ...]
    questions: tuple[Question, ...]
    unknowns: tuple[Unknown, ...]
    losses: tuple[Loss, ...]
    staffing: tuple[Staffing, ...]
    requirements: tuple[Requirement, ...]
    benefits: tuple[Benefit, ...]
    phases: tuple[Phase, ...]
    includes: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()

    @property
    def headline(self) -> tuple[tuple[str, int], ...]:
        """How many of each: closed, moved, new and changed things, then questions, unknowns, losses."""
        things = Counter(kind for kind, _ in {(step.kind, step.thing.id) for step in self.steps})
        counts = [(kind, things[kind]) for kind in KINDS if kind != "kept"]
        parts = {"questions": self.questions, "unknowns": self.unknowns, "losses": self.losses}
        return (*counts, *((name, len(found)) for name, found in parts.items()))

    @property
    def named(self) -> tuple[Step, ...]:
        """The things by name: what disappears first, then what moves, then what is new."""
        named = [
            step for step in self.steps if step.kind == "moved" or (step.kind in ("closed", "new") and not step.field)
        ]
        return tuple(named)

    @property
    def everything(self) -> tuple[Step, ...]:
        """Every step, those that only change a detail and those that keep a thing included."""
        return self.steps


def plan(model: Model, changeset: Changeset) -> Plan:
    """The plan of an option. Raises OptionError where the option cannot be carried out."""
    after = apply(model, changeset)
    told = _Teller(model, after, changeset)
    return Plan(
        model=model.id,
        option=changeset.id,
        title=changeset.title,
        because=changeset.because,
        cites=changeset.cites,
        basis=changeset.basis,
        standing=changeset.standing,
        by=changeset.by,
        why=changeset.why,
        decided_by=told.names(changeset.decided_by.named),
        steps=tuple(sorted(told.steps(), key=_step_order)),
        posts=tuple(plan_posts(model, after, changeset)),
        questions=tuple(told.questions()),
        unknowns=tuple(told.unknowns()),
        losses=tuple(conservation(model, after, changeset)),
        staffing=tuple(told.staffing()),
        requirements=tuple(told.requirements()),
        benefits=changeset.benefits,
        phases=changeset.phases,
        includes=changeset.includes,
        requires=changeset.requires,
        excludes=changeset.excludes,
    )


class _Teller:
    """Tells the parts of a plan from a model, the model of the option, and the option."""

    def __init__(self, model: Model, after: Model, changeset: Changeset) -> None:
        self.model, self.after, self.changeset = model, after, changeset
        self.changes: Changes = diff(model, after)

    def name(self, ident: str) -> Name:
        return Name(ident, self.after.title_of(ident))

    def names(self, idents: Iterator[str] | tuple[str, ...]) -> tuple[Name, ...]:
        return tuple(sorted(self.name(ident) for ident in idents))

    def cites(self, change: AnyChange) -> tuple[str, ...]:
        return change.cites or self.changeset.cites

    def steps(self) -> Iterator[Step]:
        for added in self.changes.added:
            yield self.step("new", added.label, added.id, find_change(self.changeset, added.id, ""))
            yield from self.new_slots(added)
        for changed in self.changes.changed:
            if changed.closed:
                yield self.step("closed", changed.label, changed.id, find_change(self.changeset, changed.id, "mode"))
            for field in changed.fields:
                yield from self.field_steps(changed, field)
        for number, change in enumerate(self.changeset.changes):
            if isinstance(change, Keep):
                for ident in change.things:
                    yield self.step("kept", self.after.label_of.get(ident, ""), ident, number)

    def new_slots(self, added: Presence) -> Iterator[Step]:
        """What is said of a new thing: one step for each slot that says anything."""
        for name in sorted(type(added.record).model_fields):
            slot = getattr(added.record, name)
            if isinstance(slot, Slot) and slot.claims:
                number = find_change(self.changeset, added.id, name)
                silent = [claim.state for claim in slot.claims if claim.who is None]
                after, state = self.names(self.who(slot.claims)), silent[0] if silent else "known"
                yield self.step("new", added.label, added.id, number, field=name, after=after, state=state)

    def field_steps(self, changed: RecordChange, field: FieldChange) -> Iterator[Step]:
        if field.name in ("mode", "aliases"):
            return
        removed, added = (self.who(claims) for claims in (field.claims_removed, field.claims_added))
        number = find_change(self.changeset, changed.id, field.name, removed)
        if not isinstance(field.after, Slot):
            words = (_in_words(field.before), _in_words(field.after))
            yield self.step("changed", changed.label, changed.id, number, field=field.name, words=words)
            return
        came = tuple(ident for ident in added if ident not in removed)
        gone = tuple(ident for ident in removed if ident not in added)
        silent = [claim.state for claim in field.claims_added if claim.who is None]
        kind: StepKind = "moved" if field.name in PASSES_ON and (came or gone) else "changed"
        yield self.step(
            kind,
            changed.label,
            changed.id,
            number,
            field=field.name,
            before=self.names(gone if kind == "moved" else removed),
            after=self.names(came if kind == "moved" else added),
            state=silent[0] if silent else "known",
        )

    def who(self, claims: tuple[Claim, ...]) -> tuple[str, ...]:
        day = self.model.about.as_of
        return tuple(claim.who for claim in claims if claim.who and holds_on(claim, day))

    def step(self, kind: StepKind, label: str, ident: str, number: int | None, **more: Any) -> Step:
        """A step, with the reasons of the change that it comes from."""
        if number is None:
            return Step(kind, label, self.name(ident), **more)
        change = self.changeset.changes[number]
        return Step(
            kind,
            label,
            self.name(ident),
            candidates=self.names(_candidates(change, ident)),
            number=number + 1,
            because=change.because,
            cites=self.cites(change),
            basis=change.basis or self.changeset.basis,
            phase=change.phase,
            **more,
        )

    def questions(self) -> Iterator[Question]:
        for change in self.changeset.changes:
            if isinstance(change, Ask):
                decided, about = change.decided_by, self.names(change.about)
                names, known = self.names(decided.named), decided.state == "known"
                yield Question(change.question, names, known, about, change.because, self.cites(change))

    def unknowns(self) -> Iterator[Unknown]:
        for number, change in enumerate(self.changeset.changes):
            for path, operand in _operands(change):
                if operand.state != "known":
                    subject = path[1] if len(path) > 1 else _subject(change)
                    candidates = self.names(operand.one_of)
                    thing = self.name(subject)
                    yield Unknown(thing, _part(change, path), operand.state, candidates, number + 1, self.cites(change))
            if isinstance(change, Staff) and not change.amount.known:
                thing = self.name(_subject(change))
                yield Unknown(thing, "amount_of_staff", "not_stated", (), number + 1, self.cites(change))

    def staffing(self) -> Iterator[Staffing]:
        for change in self.changeset.changes:
            if isinstance(change, Staff):
                giver, to = self.names(change.giver.named), self.names(change.to.named)
                subject = self.name(change.subject) if change.subject else None
                cites = self.cites(change)
                yield Staffing(change.amount, change.measure, giver, to, subject, change.because, cites)

    def requirements(self) -> Iterator[Requirement]:
        for change in self.changeset.changes:
            if isinstance(change, Require):
                posts = required_of(self.after.labelled(), change.of, self.after.about.as_of)
                of, met = self.names(change.of), self.names(tuple(posts))
                yield Requirement(change.requirement, of, met, change.because, self.cites(change))


def _candidates(change: AnyChange, ident: str) -> tuple[str, ...]:
    found = [operand.one_of for path, operand in _operands(change) if len(path) == 1 or path[1] == ident]
    return tuple(sorted({each for some in found for each in some}))


def _operands(change: AnyChange) -> Iterator[tuple[tuple[str, ...], Operand]]:
    """Every operand of a change, by the name of its field (and the thing moved, where a closing says so)."""
    if isinstance(change, Ask):
        return
    for name, value in change:
        alias = type(change).model_fields[name].alias or name
        if isinstance(value, Operand):
            yield (alias,), value
        for move in getattr(change, "moves", ()) if name == "moves" else ():
            yield ("to", move.what), move.to


def _part(change: AnyChange, path: tuple[str, ...]) -> str:
    """What an operand is for, in the words of the model: a superior, an accountability, a destination."""
    if isinstance(change, Staff):
        return f"staff_{path[0]}"
    if len(path) > 1:
        return "destination"
    return change.fields[0] if path[0] == "to" and change.fields else path[0]


def _subject(change: AnyChange) -> str:
    """The thing that a change is about."""
    for name in ("post", "unit", "responsibility", "subject", "giver"):
        value = getattr(change, name, None)
        if isinstance(value, str):
            return value
    which = getattr(change, "responsibilities", None)
    to = getattr(change, "to", None)
    return (which.rest_of or ", ".join(which.ids)) if which else (to.who or change.do) if to else change.do


def _in_words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _step_order(step: Step) -> tuple[int, str, str, str]:
    return KINDS.index(step.kind), step.label, step.thing.title, step.field
