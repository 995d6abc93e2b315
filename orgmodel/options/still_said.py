"""What is still said of a thing that ends: recommendations, decisions, judgements, figures, and rules of the model.

Nothing of it is lost, since what has ended stays as a fact of the past; but it speaks of something that is not there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from orgmodel.graph import holds_on
from orgmodel.model import LINKS_BY_LABEL, Model, Named, Process
from orgmodel.options.changeset import Changeset
from orgmodel.options.closing import closed_by
from orgmodel.options.held import is_statement
from orgmodel.options.plan_values import Name

HISTORY = ("succeeds", "implements")
"""Slots that speak of what is past in any case."""


@dataclass(frozen=True, order=True)
class StillSaid:
    """One thing that speaks of what ends: its kind, of what it speaks, and which change ends that, and where."""

    about: Name
    kind: str
    thing: Name
    number: int
    where: str = ""


def find_still_said(after: Model, changeset: Changeset, told: Collection[str] = ()) -> list[StillSaid]:
    """Everything that speaks of something that the option ends, by what ends, apart from what is told elsewhere."""
    found: set[StillSaid] = set()
    for number, change in enumerate(changeset.changes):
        ended = closed_by(change)
        if ended is None or ended not in after.by_id:
            continue
        where = str(changeset.place("changes", number))
        process = after.by_id[ended]
        stages = [stage.id for stage in process.stages] if isinstance(process, Process) else []
        for about in (ended, *stages):
            for kind, record in statements_of(after, about):
                if record.id not in told:
                    names = Name(about, after.title_of(about)), Name(record.id, record.title)
                    found.add(StillSaid(names[0], kind, names[1], number + 1, where))
    return sorted(found)


def statements_of(model: Model, ident: str) -> Iterator[tuple[str, Named]]:
    """What speaks of a thing on the model's day, with what kind of thing it is."""
    day = model.about.as_of
    for label, record in model.labelled():
        fields = [link.field for link in LINKS_BY_LABEL.get(label, ()) if is_statement(link)]
        claims = [claim for field in fields if field not in HISTORY for claim in getattr(record, field).known]
        if holds_on(record, day) and any(claim.who == ident and holds_on(claim, day) for claim in claims):
            yield label.lower(), record
    yield from (("figure", each) for each in model.figures if each.about == ident and holds_on(each, day))
    yield from (("required role", each) for each in model.required_roles if each.unit == ident)
    yield from (("principle", each) for each in model.principles if ident in each.about)
    yield from (("thing ruled out", each) for each in model.ruled_out if ident in each.things)
