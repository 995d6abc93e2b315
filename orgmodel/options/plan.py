"""What an option would do, as a frozen value in three densities: a headline, a named list, and everything.

Nothing is printed here and nothing is judged; what disappears is named first, and what is open is named as open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from orgmodel.graph import holds_on
from orgmodel.model import Claim, Model, Named, Slot, Source
from orgmodel.options.apply import apply
from orgmodel.options.attribution import find_change
from orgmodel.options.changes import AnyChange, Keep
from orgmodel.options.changeset import Benefit, Changeset, Cost, Phase
from orgmodel.options.claims import current
from orgmodel.options.conservation import conservation
from orgmodel.options.diff import Changes, FieldChange, RecordChange, diff, diff_named
from orgmodel.options.losses import Loss
from orgmodel.options.plan_open import (
    operands_of,
    tell_questions,
    tell_requirements,
    tell_silences,
    tell_staffing,
    tell_unknowns,
)
from orgmodel.options.plan_posts import PostPlan, plan_posts
from orgmodel.options.plan_values import (
    KINDS,
    Name,
    Question,
    Requirement,
    Staffing,
    Step,
    StepKind,
    Unknown,
    names_of,
)
from orgmodel.options.ruling_out import Objection, find_ruled_out
from orgmodel.options.still_said import StillSaid, find_still_said
from orgmodel.options.telling import say_value

PASSES_ON = ("part_of", "in_unit", "reports_to", "head", "accountable", "responsible", "owner", "chair", "members",
             "performed_by", "can_use", "pursues", "uses", "decided_by", "forums")  # fmt: skip


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
    variant_of: str | None = None
    ruled_out: tuple[Objection, ...] = ()
    costs: tuple[Cost, ...] = ()
    owners: tuple[Name, ...] = ()
    still_said: tuple[StillSaid, ...] = ()
    still_open: tuple[Unknown, ...] = ()

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
    told, losses = _Teller(model, after, changeset), conservation(model, after, changeset)
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
        decided_by=names_of(after, changeset.decided_by.named),
        steps=tuple(sorted(told.steps(), key=_step_order)),
        posts=tuple(plan_posts(model, after, changeset)),
        questions=tuple(tell_questions(after, changeset)),
        unknowns=tuple(tell_unknowns(after, changeset)),
        losses=tuple(losses),
        staffing=tuple(tell_staffing(after, changeset)),
        requirements=tuple(tell_requirements(after, changeset)),
        benefits=changeset.benefits,
        costs=changeset.costs,
        owners=names_of(after, {name for each in changeset.benefits for name in each.owner.named}),
        phases=changeset.phases,
        includes=changeset.includes,
        requires=changeset.requires,
        excludes=changeset.excludes,
        variant_of=changeset.variant_of,
        ruled_out=tuple(find_ruled_out(model, changeset)),
        still_open=tuple(tell_silences(after, changeset)),
        still_said=tuple(find_still_said(after, changeset, {loss.thing for loss in losses})),
    )


class _Teller:
    """Tells the parts of a plan from a model, the model of the option, and the option."""

    def __init__(self, model: Model, after: Model, changeset: Changeset) -> None:
        self.model, self.after, self.changeset = model, after, changeset
        self.changes: Changes = diff(model, after)

    def name(self, ident: str) -> Name:
        model = self.after if ident in self.after.by_id else self.model
        return Name(ident, model.title_of(ident))

    def names(self, idents: tuple[str, ...]) -> tuple[Name, ...]:
        return names_of(self.after, idents)

    def cites(self, change: AnyChange) -> tuple[str, ...]:
        return change.cites or self.changeset.cites

    def steps(self) -> Iterator[Step]:
        for removed in self.changes.removed:
            yield self.step("closed", removed.label, removed.id, find_change(self.changeset, removed.id, ""))
        for added in self.changes.added:
            yield self.step("new", added.label, added.id, find_change(self.changeset, added.id, ""))
            yield from self.new_slots(added.label, added.record)
        for changed in self.changes.changed:
            if changed.closed:
                yield self.step("closed", changed.label, changed.id, find_change(self.changeset, changed.id, "mode"))
            if changed.adopted:
                yield self.step("new", changed.label, changed.id, find_change(self.changeset, changed.id, "mode"))
                yield from self.new_slots(changed.label, self.after.by_id[changed.id])
                continue
            for field in changed.fields:
                if not (changed.closed and field.name == "stages"):
                    yield from self.field_steps(changed, field)
        yield from self.holder_steps()
        for number, change in enumerate(self.changeset.changes):
            if isinstance(change, Keep):
                for ident in change.things:
                    yield self.step("kept", self.after.label_of.get(ident, ""), ident, number)

    def new_slots(self, label: str, record: Named | Source) -> Iterator[Step]:
        """What is said of a new thing: one step for each slot that says anything of today."""
        for name in sorted(type(record).model_fields):
            slot = getattr(record, name)
            if isinstance(slot, Slot) and (claims := current(slot, self.model.about.as_of)):
                number = find_change(self.changeset, record.id, name)
                silent = [claim.state for claim in claims if claim.who is None]
                after, state = self.names(self.who(claims)), silent[0] if silent else "known"
                yield self.step("new", label, record.id, number, field=name, after=after, state=state)

    def holder_steps(self) -> Iterator[Step]:
        """Posts with other people in them."""
        old, new = holders_of(self.model), holders_of(self.after)
        for post in sorted(old.keys() | new.keys()):
            gone, came = old.get(post, set()) - new.get(post, set()), new.get(post, set()) - old.get(post, set())
            if gone or came:
                before, after = names_of(self.after, gone), names_of(self.after, came)
                number = find_change(self.changeset, post, "holder", tuple(gone))
                yield self.step("moved", "Post", post, number, field="holder", before=before, after=after)

    def field_steps(self, changed: RecordChange, field: FieldChange) -> Iterator[Step]:
        if field.name in ("mode", "aliases"):
            return
        if field.name == "stages":
            yield from self.stage_steps(changed, field)
            return
        removed, added = (self.who(claims) for claims in (field.claims_removed, field.claims_added))
        number = find_change(self.changeset, changed.id, field.name, removed)
        if not isinstance(field.after, Slot):
            words = (_in_words(field.only_before), _in_words(field.only_after))
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

    def stage_steps(self, changed: RecordChange, field: FieldChange) -> Iterator[Step]:
        """What differs in the stages of a process, stage by stage; a change that names the process does all of it."""
        whole = find_change(self.changeset, changed.id, field.name)
        if whole is not None or len(field.before) != len(field.after):
            words = (
                _in_words([stage.title for stage in field.before]),
                _in_words([stage.title for stage in field.after]),
            )
            yield self.step("changed", changed.label, changed.id, whole, field=field.name, words=words)
            return
        stages = diff_named(field.name, field.before, field.after)
        inside = [step for stage in stages for inner in stage.fields for step in self.field_steps(stage, inner)]
        numbers = {step.number for step in inside}
        number = numbers.pop() - 1 if len(numbers) == 1 and 0 not in numbers else None
        named = self.names(tuple(stage.id for stage in stages))
        yield self.step("changed", changed.label, changed.id, number, field=field.name, after=named)
        yield from inside

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


def holders_of(model: Model) -> dict[str, set[str]]:
    """Who holds each post today."""
    found: dict[str, set[str]] = {}
    for each in model.holdings:
        if holds_on(each, model.about.as_of):
            found.setdefault(each.post, set()).add(each.person)
    return found


def _candidates(change: AnyChange, ident: str) -> tuple[str, ...]:
    found = [operand.one_of for path, operand in operands_of(change) if len(path) == 1 or path[1] == ident]
    return tuple(sorted({each for some in found for each in some}))


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(say_value(tuple(value) if isinstance(value, list) else value))


def _step_order(step: Step) -> tuple[int, str, str, str]:
    return KINDS.index(step.kind), step.label, step.thing.title, step.field
