"""How an open point is asked in plain words, and who could answer it where the model says."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.answers.questions.point import OpenPoint, Withheld
from orgmodel.graph import holds_on
from orgmodel.model import Model, Slot
from orgmodel.model.statements import CHAINS

ASKED = {
    "accountable": "Does anyone answer for {title} in the {chain}?",
    "owner": "Does anyone answer for {title} from end to end?",
    "responsible": "Who does the work of {title}?",
    "head": "Who heads {title}?",
    "reports_to": "To whom does {title} report?",
    "answers_to": "To whom does {title} answer in the end?",
    "part_of": "What is {title} a part of?",
    "in_unit": "Which unit is {title} in?",
    "covered_by": "Does anyone stand in for {title}?",
    "deputies": "Does anyone deputise for {title}?",
    "candidates": "Could anyone take over as {title}?",
    "can_use": "What can {title} use on bodies that it does not manage?",
    "acts_on": "On whom can {title} be used?",
    "performed_by": "Who does the stage {title}?",
    "uses": "Which data systems does {title} use?",
    "data": "In which data system can {title} be followed?",
    "forums": "Which board looks at {title}?",
    "staffing": "Who works full time on {title}?",
    "end_date": "When does {title} end?",
    "precedence": "Who decides on {title} where two leads differ?",
    "exchanges_with": "With which systems does {title} exchange data?",
    "roles": "Who is {role} for {title}?",
    "chair": "Who chairs {title}?",
    "scrutinises": "What does {title} look at?",
    "divides_by": "How does {title} divide the country?",
    "critical": "Is {title} a critical post?",
    "decides": "Does {title} decide, or advise?",
    "attendance": "How many attend {title}?",
    "occupancy": "Is anybody in the post {title}?",
    "due_end": "When was {after} to stop standing in for {title}?",
    "shared_system": "Do {title} and {after} share a data system?",
    "shared_target": "Do {title} and {after} share a target?",
    "common_owner": "Does anyone answer for both {title} and {after}?",
}
FURTHER = {
    "accountable": "Does anyone else answer for {title} in the {chain}?",
    "can_use": "What else can {title} use on bodies that it does not manage?",
    "performed_by": "Does anyone else do the stage {title}?",
    "responsible": "Does anyone else do the work of {title}?",
}
UNCLEAR = {"accountable": "Can people now tell who answers for {title} in the {chain}?"}


def ask(model: Model, point: OpenPoint | Withheld) -> str:
    """The question, as it would be put to somebody in the organisation."""
    pattern = ASKED.get(point.field, "{field} of {title}: what is it?")
    if isinstance(point, OpenPoint):
        if point.by_unit:
            unit = _answering_unit(model, point)
            pattern = f"Which post in {unit} answers for {{title}} in the {{chain}}?"
        elif point.state == "open":
            pattern = FURTHER.get(point.field, f"{pattern} (More than the text names?)")
        elif point.state == "unclear":
            pattern = UNCLEAR.get(point.field, f"{pattern} (The source says that people cannot tell.)")
    return pattern.format(
        title=model.title_of(point.owner),
        chain=CHAINS.get(point.chain, point.chain),
        field=point.field.replace("_", " ").capitalize(),
        after=model.title_of(getattr(point, "after", "")),
        role=getattr(point, "role", "").replace("-", " "),
    )


def _answering_unit(model: Model, point: OpenPoint) -> str:
    units = [
        claim.who
        for claim in getattr(model.by_id[point.owner], point.field).known
        if getattr(claim, "chain", point.chain) == point.chain and holds_on(claim, model.about.as_of)
    ]
    return " or ".join(model.title_of(unit) for unit in units)


def find_who_could_answer(model: Model, owner: str) -> list[str]:
    """The things, by id, that the model says answer for it, head it, have it or chair it; the head of the organisation
    is not named for everything. Empty where the model does not say."""
    found = dict.fromkeys(_near(model, owner))
    found.pop(owner, None)
    return list(found)


def _near(model: Model, owner: str) -> Iterator[str]:
    process = model.stage_process.get(owner)
    for ident in (owner, process.id) if process else (owner,):
        for field in ("accountable", "owner", "head", "chair", "reports_to", "responsible", "performed_by"):
            yield from _named(model, ident, field)
    for above in (*_named(model, owner, "in_unit"), *_named(model, owner, "part_of")):
        yield from _named(model, above, "head")
    if model.label_of.get(owner) == "Subject":
        for responsibility in model.responsibilities:
            if owner in _named(model, responsibility.id, "concerns"):
                yield from _named(model, responsibility.id, "accountable")


def _named(model: Model, ident: str, field: str) -> list[str]:
    slot = getattr(model.by_id.get(ident), field, None)
    if not isinstance(slot, Slot):
        return []
    return [claim.who for claim in slot.known if holds_on(claim, model.about.as_of)]
