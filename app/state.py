"""The app's only door to orgmodel: a model opened and checked once, shared by every session and never changed.

Kept in `cache_resource`, under a fingerprint of the model's files, so that an edit shows at the next page.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import streamlit as st

from orgmodel import use_cases
from orgmodel.answers import (
    ASPECTS,
    LEVELS,
    Answer,
    ChainPath,
    Chains,
    CoverageCell,
    CoverageRow,
    FactLine,
    PassageLine,
    RecommendationLine,
)
from orgmodel.answers.assessments import AssessmentLine
from orgmodel.errors import OrgmodelError, Problem
from orgmodel.findings import Finding, FindingQuery, Outcome, cite_order
from orgmodel.findings.thresholds import ThresholdEffect
from orgmodel.model import Fact, Model, Passage, Responsibility, Source
from orgmodel.model.statements import CHAINS, SILENCE, Statement, statements_about
from orgmodel.options.beside import Beside
from orgmodel.options.criteria import Criteria, Criterion, write_short
from orgmodel.options.offering import offer_criteria
from orgmodel.options.sides import Side
from orgmodel.pictures import (
    Chart,
    Links,
    Network,
    StructurePicture,
    draw_network,
    draw_structure,
    draw_union,
    frame_svg,
    network_around,
    network_of,
    structure_table,
    vis_network_file,
)
from orgmodel.render import beside as beside_words
from orgmodel.render import chains as chain_lines
from orgmodel.render import following, plan_facts, verdicts
from orgmodel.render.asked import say_ends, say_value
from orgmodel.render.assessments import say_computed
from orgmodel.render.coverage import is_said, place_words, say_silence, word_of
from orgmodel.render.csv_table import render_table
from orgmodel.render.questions import say_question, say_title, say_withheld
from orgmodel.render.thresholds import say_others, say_threshold
from orgmodel.render.wording import BASIS, join_words, say_cites
from orgmodel.use_cases import Asked, bringing, list_examples
from orgmodel.use_cases import tables as tabling
from orgmodel_app.settings import MODEL_VARIABLE, PICTURE_SCRIPTS

Fingerprint = tuple[tuple[str, int, int], ...]
NETWORK_SCRIPT = f"{PICTURE_SCRIPTS}/vis-network.min.js"
NextQuestion = use_cases.NextQuestion
Questions = use_cases.Questions
Report = use_cases.Report
Result = TypeVar("Result")
standing_line = use_cases.standing_line
MOST_KEPT = 8
"""How many models, versions and comparisons stay in memory."""


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


def model_name() -> str:
    """The model that this server was started for."""
    return os.environ.get(MODEL_VARIABLE, "")


def open_desk() -> Desk:
    """The model of this server, opened and checked; raises OrgmodelError where it cannot be."""
    name = model_name()
    return _open(name, _fingerprint(use_cases.find_model(name).folder))


def _fingerprint(folder: Path) -> Fingerprint:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner="Reading the definitions and asking the questions …")
def _open(name: str, fingerprint: Fingerprint) -> Desk:
    opened = use_cases.open_model(name)
    with use_cases.open_engine() as engine:
        return Desk(opened, use_cases.check_model(opened, engine), fingerprint)


@st.cache_resource(max_entries=MOST_KEPT * 8, show_spinner="Asking with other values …")
def _thresholds(name: str, fingerprint: Fingerprint, finding: str, _desk: Desk) -> list[ThresholdEffect]:
    with use_cases.open_engine() as engine:
        return use_cases.try_thresholds(_desk.opened, _desk.questions[finding], engine)


@st.cache_resource(max_entries=MOST_KEPT * 2, show_spinner="Asking what the model leaves open …")
def _questions(name: str, fingerprint: Fingerprint, quick: bool, _desk: Desk) -> use_cases.Questions:
    with use_cases.open_engine() as engine:
        return use_cases.find_questions(_desk.opened, engine, quick)


def questions_of(desk: Desk, quick: bool) -> use_cases.Questions:
    """What to ask next; quick tries no answer."""
    return _questions(model_name(), desk.fingerprint, quick, desk)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner="Holding what people think against what is computed …")
def _assessments(name: str, fingerprint: Fingerprint, _desk: Desk) -> list[AssessmentLine]:
    with use_cases.open_engine() as engine:
        return use_cases.compare_assessments(_desk.opened, engine)


def assessments_of(desk: Desk) -> list[AssessmentLine]:
    """What people think of each thing, beside what is computed of it."""
    return _assessments(model_name(), desk.fingerprint, desk) if desk.model.assessments else []


def thresholds_of(desk: Desk, query: FindingQuery) -> list[ThresholdEffect]:
    """What other values of a question's thresholds would change; none where it has no threshold."""
    return _thresholds(model_name(), desk.fingerprint, query.id, desk) if query.about.thresholds else []


@st.cache_resource(max_entries=MOST_KEPT * 4, show_spinner="Carrying out the options and asking the questions again …")
def _set_beside(name: str, fingerprint: Fingerprint, options: tuple[str, ...], _desk: Desk) -> Beside:
    with use_cases.open_engine() as engine:
        return use_cases.set_beside(_desk.opened, options, engine)


def try_it(action: Callable[..., Result], *given: object) -> Result | list[Problem]:
    """What an action of orgmodel gives, or everything that is wrong."""
    try:
        return action(*given)
    except OrgmodelError as error:
        return list(error.problems)


def try_open() -> Desk | list[Problem]:
    """The desk, or everything that is wrong with the model."""
    return try_it(open_desk)


def check_read(model: Model) -> Report:
    """What is found in a model that was read from somebody's files and is not written anywhere."""
    with use_cases.open_engine() as engine:
        return bringing.check_brought(model, engine)


@st.cache_resource
def template() -> bytes:
    """The workbook to fill in; raises UsageError where what writes it is not installed."""
    return tabling.render_template()


def folder_beside(name: str) -> Path:
    """A folder that is not there yet: beside the model of this server, or where the server was started."""
    return bringing.find_free(use_cases.find_model(model_name()).folder, name)


@st.cache_resource(max_entries=2, show_spinner="Writing the graph down to be asked …")
def _asking(name: str, fingerprint: Fingerprint, _desk: Desk) -> use_cases.AskingDesk:
    """A copy of the graph without people, for whoever types a query; it goes away with the object."""
    return use_cases.open_asking(_desk.opened)


def try_ask(desk: Desk, query: str, parameters: Sequence[str], seconds: float) -> Asked | list[Problem]:
    """The answer to a typed query, or why there is none. It never runs in this process."""
    try:
        given = use_cases.read_parameters(parameters)
        use_cases.check_query(query, given)
        asking = _asking(model_name(), desk.fingerprint, desk)
        return asking.ask(query, given, use_cases.Limits(seconds=seconds))
    except OrgmodelError as error:
        return list(error.problems)


def try_compare(desk: Desk, options: Sequence[str]) -> Beside | list[Problem]:
    """Doing nothing beside some options, or everything that is wrong with the options."""
    return try_it(_set_beside, model_name(), desk.fingerprint, tuple(options), desk)


def try_criteria(desk: Desk, short: str) -> Criteria | list[Problem] | None:
    """The criteria of an address, None where it has none, or what is wrong with them."""
    return try_it(use_cases.read_address, desk.opened, short)


__all__ = [
    "ASPECTS",
    "BASIS",
    "CHAINS",
    "LEVELS",
    "NETWORK_SCRIPT",
    "SILENCE",
    "Answer",
    "Asked",
    "AssessmentLine",
    "Beside",
    "ChainPath",
    "Chains",
    "Chart",
    "CoverageCell",
    "CoverageRow",
    "Criteria",
    "Criterion",
    "Desk",
    "FactLine",
    "Finding",
    "FindingQuery",
    "Links",
    "Model",
    "Network",
    "NextQuestion",
    "Outcome",
    "PassageLine",
    "Problem",
    "Questions",
    "RecommendationLine",
    "Report",
    "Responsibility",
    "Said",
    "Side",
    "Statement",
    "StructurePicture",
    "ThresholdEffect",
    "assessments_of",
    "beside_words",
    "bringing",
    "chain_lines",
    "check_read",
    "cite_order",
    "draw_network",
    "draw_structure",
    "draw_union",
    "folder_beside",
    "following",
    "frame_svg",
    "is_said",
    "join_words",
    "list_examples",
    "network_around",
    "network_of",
    "offer_criteria",
    "place_words",
    "plan_facts",
    "questions_of",
    "render_table",
    "say_cites",
    "say_computed",
    "say_ends",
    "say_others",
    "say_question",
    "say_silence",
    "say_threshold",
    "say_title",
    "say_value",
    "say_withheld",
    "standing_line",
    "structure_table",
    "tabling",
    "template",
    "thresholds_of",
    "try_ask",
    "try_compare",
    "try_criteria",
    "try_it",
    "try_open",
    "verdicts",
    "vis_network_file",
    "word_of",
    "write_short",
]
