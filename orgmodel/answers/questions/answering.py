"""The answers that an open point could have, each as the model that it would give. The model itself never changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from orgmodel.answers.questions.candidates import find_kinds
from orgmodel.answers.questions.editing import claim_class, with_claims, with_handoff, with_record
from orgmodel.answers.questions.point import SHARED, OpenPoint
from orgmodel.graph import holds_on
from orgmodel.model import (
    AccountabilityClaim,
    Claim,
    Count,
    Designation,
    Model,
    Named,
    Post,
    RoleClaim,
    Slot,
    Vacancy,
    When,
)

NOTE = "An answer that was tried; no source states it."
Made = Iterator[tuple[str, str, int, Model]]


@dataclass(frozen=True)
class CandidateAnswer:
    """One answer in words (`who` is the id of the thing it names), how many like it it stands for, and the model."""

    words: str
    model: Model
    who: str = ""
    stands_for: int = 1


@dataclass(frozen=True)
class Candidates:
    """The answers to try for one point, and how many kinds of answer there are beyond those."""

    point: OpenPoint
    answers: tuple[CandidateAnswer, ...]
    beyond: int = 0


def build_answers(
    model: Model, point: OpenPoint, named: Sequence[str], limits: Sequence[int], most: int = 6
) -> Candidates:
    """The answers to try: nobody, then a thing of each kind, `most` of them; or the values that can matter.

    `named` are the things that the verdicts in question speak of, `limits` the numbers that these verdicts turn on.
    """
    beyond = 0
    if point.field in SHARED:
        made = _shared(model, point)
    elif point.field in ("critical", "decides", "attendance", "occupancy", "due_end"):
        made = _of_fact(model, point, limits)
    else:
        kinds = find_kinds(model, point.owner, point.field, named)
        beyond = max(0, len(kinds) - most)
        made = _of_slot(model, point, [(kind.ident, kind.kinds) for kind in kinds[:most]])
    return Candidates(point, tuple(CandidateAnswer(words, of, who, like) for words, who, like, of in made), beyond)


def _shared(model: Model, point: OpenPoint) -> Made:
    process = model.stage_process[point.owner]
    for words, state in (("yes", "known"), ("no", "none")):
        yield words, "", 1, with_handoff(model, process, point.number, point.field, state)


def _of_fact(model: Model, point: OpenPoint, limits: Sequence[int]) -> Made:
    day = model.about.as_of
    if point.field == "critical":
        for words, value in (("yes", True), ("no", False)):
            yield words, "", 1, _set(model, point, Designation(value=value, designated_by="An answer that was tried"))
    elif point.field == "decides":
        for words, decides in (("yes", True), ("no", False)):
            yield words, "", 1, _set(model, point, decides)
    elif point.field == "attendance":
        for limit in sorted(set(limits)):
            yield f"at most {limit}", "", 1, _set(model, point, Count(state="known", at_most=limit))
            yield f"more than {limit}", "", 1, _set(model, point, Count(state="known", at_least=limit + 1))
    elif point.field == "occupancy":
        yield "somebody is in it", "", 1, _set(model, point, Vacancy(state="filled"))
        yield "it is empty", "", 1, _set(model, point, Vacancy(state="vacant"))
        yield "it is closed", "", 1, _set(model, point, Vacancy(state="closed"))
    else:
        one = dt.timedelta(days=1)
        yield "a day that has passed", "", 1, _end_cover(model, point, day - one)
        yield "a day still to come", "", 1, _end_cover(model, point, day + one)


def _set(model: Model, point: OpenPoint, value: object) -> Model:
    return with_record(model, point.owner, lambda record: record.model_copy(update={point.field: value}))


def _end_cover(model: Model, point: OpenPoint, day: dt.date) -> Model:
    post = model.by_id[point.owner]
    assert isinstance(post, Post)
    claims = list(post.covered_by.claims)
    claims[point.number] = claims[point.number].model_copy(update={"due_end": When(on=day)})
    return with_claims(model, point.owner, "covered_by", tuple(claims), post.covered_by.complete)


def _of_slot(model: Model, point: OpenPoint, kinds: Sequence[tuple[str, int]]) -> Made:
    record = model.by_id[point.owner]
    slot: Slot[Claim] = getattr(record, point.field)
    kept = tuple(claim for claim in slot.claims if not _is_silence(model, point, claim))
    named = any(claim.who and _is_here(model, point, claim) for claim in kept)
    words = "nobody else" if named else "nobody or nothing"
    nothing = () if named else _claims(record, point, state="none")
    if named or nothing:
        yield words, "", 1, with_claims(model, point.owner, point.field, (*kept, *nothing), True)
    for ident, like in kinds:
        if not any(claim.who == ident and _is_here(model, point, claim) for claim in kept):
            for claim in _claims(record, point, who=ident):
                changed = with_claims(model, point.owner, point.field, (*kept, claim), True)
                yield model.title_of(ident), ident, like, changed


def _is_here(model: Model, point: OpenPoint, claim: Claim) -> bool:
    """Whether a claim is of the point's chain and role, and holds on the day."""
    chain, role = getattr(claim, "chain", ""), getattr(claim, "role", "")
    return (
        holds_on(claim, model.about.as_of)
        and (not point.chain or chain == point.chain)
        and (not point.role or role == point.role)
    )


def _is_silence(model: Model, point: OpenPoint, claim: Claim) -> bool:
    return claim.who is None and claim.state != "redacted" and _is_here(model, point, claim)


def _claims(record: Named, point: OpenPoint, **answer: str) -> tuple[Claim, ...]:
    """The claim that gives an answer; none where a claim of that kind needs more than somebody to name."""
    made = claim_class(record, point.field)
    fields = {"note": NOTE, **answer}
    if issubclass(made, AccountabilityClaim) and point.chain:
        fields["chain"] = point.chain
    if issubclass(made, RoleClaim):
        fields["role"] = point.role
    try:
        return (made.model_validate(fields),)
    except ValidationError:
        return ()
