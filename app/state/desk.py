"""Everything that a page needs of one model, opened and checked once, shared by every session and never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from orgmodel import use_cases
from orgmodel.answers import Answer, Chains, CoverageRow, PassageLine, RecommendationLine
from orgmodel.findings import Finding, FindingQuery, Outcome
from orgmodel.findings.paths import Path
from orgmodel.findings.stories import Story
from orgmodel.model import Fact, Model, Passage, Source
from orgmodel.model.statements import statements_about

Fingerprint = tuple[tuple[str, int, int], ...]
"""Each file of a model with its time and size, so that an edit shows at the next page."""


@dataclass(frozen=True)
class Said:
    """What the model takes from one paragraph: of which thing, in our words, with any note."""

    thing: str
    title: str
    words: str
    note: str
    basis: str


@dataclass
class Desk:
    """Everything that a page needs of one model: the model, its questions and what was found."""

    opened: use_cases.Opened
    report: use_cases.Report
    fingerprint: Fingerprint = field(repr=False, default=())

    @property
    def model(self) -> Model:
        """The model itself."""
        return self.opened.model

    @property
    def standing(self) -> str:
        """The line that every page carries."""
        return use_cases.standing_line(self.model)

    @cached_property
    def questions(self) -> dict[str, FindingQuery]:
        """The questions of the catalogue, by id."""
        return {query.id: query for query in self.opened.catalogue}

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """What was found, by question."""
        return {outcome.finding: outcome for outcome in self.report.outcomes}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources, by id."""
        return {source.id: source for source in self.model.sources}

    @cached_property
    def withheld(self) -> dict[str, Passage]:
        """The passages of which something is withheld, by citation."""
        return {f"{p.source}#{p.paragraph}": p for p in self.model.passages if "redacted" in p.state}

    @cached_property
    def passages(self) -> list[PassageLine]:
        """Every paragraph of the sources, with the facts that rest on it."""
        return use_cases.read_passages(self.opened)

    @cached_property
    def recommendations(self) -> list[RecommendationLine]:
        """What the sources recommend, and what became of it."""
        return use_cases.read_recommendations(self.opened)

    @cached_property
    def stories(self) -> list[Story]:
        """The findings that are one story, each subject told once."""
        return use_cases.tell_stories(self.opened, self.report)

    def path(self, row: Finding) -> Path:
        """What leads to a row: its links, and what the text says to single questions."""
        return use_cases.trace_row(self.opened, row)

    def who(self, subject: str, day: dt.date, aspect: str | None) -> list[Answer]:
        """Who answered for a subject, responsibility or process on a day."""
        return use_cases.ask_who(self.opened, subject, day, aspect)

    def coverage(self, subject: str | None, chain: str, depth: int) -> list[CoverageRow]:
        """Who answers for what, from one subject (by id) or from those at the top."""
        return use_cases.read_coverage(self.opened, subject, chain, depth)

    def chains(self, ident: str) -> Chains | None:
        """The chains above a thing, or None of what no chain leads up from."""
        has_chains = self.model.label_of.get(ident) in use_cases.HAVE_CHAINS
        return use_cases.read_chains(self.opened, ident)[0] if has_chains else None

    def title_of(self, ident: str) -> str:
        """The title of a thing."""
        return self.model.title_of(ident)

    def knows(self, ident: str) -> bool:
        """Whether there is a thing of that id that has a page."""
        return ident in self.model.label_of

    def thing(self, ident: str) -> use_cases.Thing:
        """Everything about one thing."""
        return use_cases.describe_thing(self.model, ident, self.report)

    def things_of(self, row: Finding) -> list[str]:
        """The things that a row is about and rests on, by id: nodes, the ends of relationships, the owners of slots."""
        found = [value for _, value in row.identity]
        for piece in row.evidence:
            start, _, rest = piece.key.partition(">")
            end = rest.rpartition(">")[2] if rest else ""
            found += [start.partition(".")[0], end.partition(".")[0]]
        for value in row.values.values():
            found += value if isinstance(value, list) else [value]
        return list(dict.fromkeys(ident for ident in found if isinstance(ident, str) and self.knows(ident)))

    def said_in(self, cites: Iterable[str], things: Iterable[str]) -> dict[str, list[Said]]:
        """What the model takes from each paragraph about some things; a paragraph may say nothing of them."""
        found: dict[str, list[Said]] = {cite: [] for cite in cites}
        told: set[tuple[str, int]] = set()
        for ident in things:
            for fact, said in self._said_of(ident):
                for cite in fact.cites:
                    if cite in found and (cite, id(fact)) not in told:
                        told.add((cite, id(fact)))
                        found[cite].append(said)
        return found

    def _said_of(self, ident: str) -> Iterator[tuple[Fact, Said]]:
        """A thing and each statement about it; the same fact stands in the statements of both things that it joins."""
        record = self.model.by_id[ident]
        yield record, Said(ident, record.title, "", record.note or "", record.basis)
        for statement in statements_about(self.model, ident):
            fact = statement.fact
            yield fact, Said(ident, record.title, f"{statement.phrase} {statement.text}", fact.note or "", fact.basis)
