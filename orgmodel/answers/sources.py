"""Which facts rest on which paragraph, and for each paragraph what it gave: facts, nothing structural, or withheld."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from orgmodel.model import OTHER_NAMED, Fact, Model, Named, Slot


@dataclass(frozen=True)
class FactLine:
    """One fact: the thing it is about, which of its fields, what it says, and how it is known."""

    thing: str
    title: str
    label: str
    field: str
    says: str
    basis: str
    mode: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class PassageLine:
    """One paragraph: its state, the facts that rest on it, and why there are none where there are none."""

    source: str
    paragraph: str
    state: str
    marked: bool
    structural: bool
    reason: str | None
    facts: tuple[FactLine, ...]

    @property
    def outcome(self) -> str:
        """What the paragraph gave, in words."""
        if self.facts:
            return f"{len(self.facts)} facts"
        if self.state in ("redacted", "blank"):
            return "withheld" if self.marked else "withheld, without a mark"
        return f"read, nothing structural: {self.reason or 'no reason given'}"


def list_facts(model: Model) -> list[FactLine]:
    """Every fact of the model: each record with its own citations, and each claim of each of its slots."""
    lines = []
    for label, record in _records(model):
        lines.append(_line(record, label, "", record.title, record))
        lines += [_line(record, label, field, says, fact) for field, says, fact in _facts_in(model, record)]
    for holding in model.holdings:
        person = model.by_id[holding.person]
        lines.append(_line(person, "Person", "holds", model.title_of(holding.post), holding))
    return lines


def list_passages(model: Model) -> list[PassageLine]:
    """Every paragraph that the model's sources have or that a fact cites, in order."""
    by_cite: dict[str, list[FactLine]] = defaultdict(list)
    for line in list_facts(model):
        for cite in line.cites:
            by_cite[cite].append(line)
    passages = {f"{passage.source}#{passage.paragraph}": passage for passage in model.passages}
    lines = []
    for source in model.sources:
        numbered = [str(number) for number in range(1, (source.paragraphs or 0) + 1)]
        cited = sorted(cite.partition("#")[2] for cite in (*by_cite, *passages) if cite.startswith(f"{source.id}#"))
        for paragraph in dict.fromkeys((*numbered, *source.parts, *cited)):
            key = f"{source.id}#{paragraph}"
            passage = passages.get(key)
            lines.append(PassageLine(
                source.id, paragraph, passage.state if passage else "open", passage.marked if passage else True,
                passage.structural if passage else True, passage.reason if passage else None, tuple(by_cite[key]),
            ))  # fmt: skip
    return lines


def _records(model: Model) -> Iterator[tuple[str, Named]]:
    yield from model.labelled()
    for field in OTHER_NAMED:
        yield from ((type(record).__name__, record) for record in getattr(model, field))


def _facts_in(model: Model, record: Named) -> Iterator[tuple[str, str, Fact]]:
    """Each fact inside a record: the claims of its slots, and facts of other shapes that are not its defaults."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Slot):
            for claim in value.claims:
                yield name, model.title_of(claim.who) if claim.who else claim.state.replace("_", " "), claim
        elif name != "stages":
            for fact in value if isinstance(value, tuple) else (value,):
                if isinstance(fact, Fact) and fact != _default(record, name):
                    yield name, _in_short(fact), fact


def _default(record: Named, name: str) -> object:
    return type(record).model_fields[name].default


def _in_short(fact: Fact) -> str:
    said = fact.model_dump(mode="json", exclude_defaults=True, exclude=set(Fact.model_fields))
    return ", ".join(f"{name} {value}" for name, value in said.items())


def _line(record: Named, label: str, field: str, says: str, fact: BaseModel) -> FactLine:
    assert isinstance(fact, Fact)
    return FactLine(record.id, record.title, label, field, says, fact.basis, fact.mode, fact.cites)
