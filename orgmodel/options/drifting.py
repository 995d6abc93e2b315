"""Whether reality followed an option: a later model held against what each change of it would have brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from orgmodel.model import Model, Named, Slot
from orgmodel.options.apply import apply
from orgmodel.options.attribution import find_change, number_fields
from orgmodel.options.changes import Keep
from orgmodel.options.changeset import Changeset
from orgmodel.options.diff import diff
from orgmodel.options.telling import Told, say_field, titles_of

Became = Literal["done", "not_done", "done_otherwise", "done_in_part", "not_stated"]


@dataclass(frozen=True)
class DriftFact:
    """One thing that a change was to make different: what it was, what was wanted, what the later model says."""

    thing: str
    title: str
    field: str
    before: Told
    wanted: Told
    later: Told
    became: Became


@dataclass(frozen=True)
class DriftedChange:
    """One change of the option and what became of it. A change that the model cannot show is `not_stated`."""

    number: int
    do: str
    because: str
    became: Became
    facts: tuple[DriftFact, ...]


@dataclass(frozen=True)
class Drift:
    """An option held against a later model."""

    option: str
    title: str
    from_day: str
    later_day: str
    changes: tuple[DriftedChange, ...]

    def count(self, became: Became) -> int:
        """How many changes became so."""
        return sum(change.became == became for change in self.changes)


def find_drift(model: Model, changeset: Changeset, later: Model) -> Drift:
    """What became of each change. Raises OptionError where the option cannot be carried out on its own baseline."""
    facts = list(_facts(model, changeset, later))
    changes = []
    for number, change in enumerate(changeset.changes):
        own = tuple(fact for found, fact in facts if found == number)
        if isinstance(change, Keep):
            own = tuple(_kept(model, later, change.things))
        changes.append(DriftedChange(number + 1, change.do, change.because, _together(own), own))
    return Drift(
        changeset.id, changeset.title, model.about.as_of.isoformat(), later.about.as_of.isoformat(), tuple(changes)
    )


def _facts(model: Model, changeset: Changeset, later: Model) -> Iterator[tuple[int | None, DriftFact]]:
    after = apply(model, changeset)
    changes = diff(model, after)
    for added in changes.added:
        there = later.by_id.get(added.id)
        told: Told = (there.title,) if there else ()
        became: Became = "done" if there else "not_done"
        fact = DriftFact(added.id, added.title, "", (), (added.title,), told, became)
        maker = find_change(changeset, added.id, "")
        yield maker, fact
        yield from _filled(changeset, (model, after, later), added.id, maker)
    for each, field, number in number_fields(changeset, changes):
        yield number, _compare(model, after, later, each.id, field.name)


def _filled(
    changeset: Changeset, models: tuple[Model, Model, Model], ident: str, maker: int | None
) -> Iterator[tuple[int | None, DriftFact]]:
    """What other changes put into something new, such as its head: not done as long as it is not there itself."""
    _, after, later = models
    new, there = after.by_id[ident], later.by_id.get(ident)
    titles = titles_of(*models)
    for field in type(new).model_fields:
        number = find_change(changeset, ident, field)
        wanted = say_field(new, field, after, titles)
        if number is not None and number != maker and wanted:
            told = say_field(there, field, later, titles) if there else ()
            became = _became(there, field, (), wanted, told) if there else "not_done"
            yield number, DriftFact(ident, new.title, field, (), wanted, told, became)


def _compare(model: Model, after: Model, later: Model, ident: str, field: str) -> DriftFact:
    titles = titles_of(model, after, later)
    before, wanted = (say_field(each.by_id[ident], field, each, titles) for each in (model, after))
    record = later.by_id.get(ident)
    told = say_field(record, field, later, titles) if record else ()
    became = _became(record, field, before, wanted, told)
    return DriftFact(ident, model.title_of(ident), field, before, wanted, told, became)


def _became(record: Named | None, field: str, before: Told, wanted: Told, told: Told) -> Became:
    if record is None:
        return "not_stated"
    if told == wanted:
        return "done"
    if told == before:
        return "not_done"
    return "not_stated" if _is_silent(record, field) else "done_otherwise"


def _is_silent(record: Named, field: str) -> bool:
    value = getattr(record, field)
    return isinstance(value, Slot) and value.state in ("not_stated", "redacted")


def _kept(model: Model, later: Model, things: Sequence[str]) -> Iterator[DriftFact]:
    """What was to stay: done where no field of it says anything else later."""
    titles = titles_of(model, later)
    for ident in things:
        old, new = model.by_id[ident], later.by_id.get(ident)
        if new is None:
            yield DriftFact(ident, old.title, "", (old.title,), (old.title,), (), "not_stated")
            continue
        whole = [name for name in type(old).model_fields if name not in ("cites", "note")]
        told = {
            name: tuple(say_field(*each, titles) for each in ((old, name, model), (new, name, later))) for name in whole
        }
        differ = {name: both for name, both in told.items() if both[0] != both[1]}
        for name, (was, now) in differ.items():
            yield DriftFact(ident, old.title, name, was, was, now, "done_otherwise")
        if not differ:
            yield DriftFact(ident, old.title, "", (old.title,), (old.title,), (new.title,), "done")


def _together(facts: Sequence[DriftFact]) -> Became:
    """What became of a change from what became of its facts; one that is not stated leaves the others to say."""
    found = {fact.became for fact in facts} - {"not_stated"}
    if not found:
        return "not_stated"
    if len(found) == 1:
        silent = any(fact.became == "not_stated" for fact in facts)
        return "done_in_part" if silent and found == {"done"} else next(iter(found))
    return "done_otherwise" if "done_otherwise" in found else "done_in_part"
