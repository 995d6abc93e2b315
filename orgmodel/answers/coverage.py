"""Who answers for what, as a matrix: subjects by aspect by level of government, with each silence in its own kind.

A wider accountability is shown as above a subject, and fills no gap below. A responsibility whose aspect the model does
not state stands in a column of its own, and a silence, which names nobody, at no level.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from orgmodel.answers.levels import LEVELS, Placed, level_of
from orgmodel.answers.who import Answer, Reach, SubjectTree, answers_for, reachable, read_tree
from orgmodel.graph import aspects_on, holds_on
from orgmodel.model import Aspect, AspectFact, Model, Responsibility

NO_ASPECT = "aspect not stated"
ASPECTS: tuple[str, ...] = (*get_args(Aspect), NO_ASPECT)
SILENCES = ("none", "unclear", "redacted", "not_stated")
"""The four silences, in the order in which they are said where a cell has several."""


@dataclass(frozen=True)
class CoverageCell:
    """One subject, aspect and level. `states` has `known` and every silence that is said there, none left out.

    `answers` are those about the subject itself, all of it or a part; `above` those of something wider; `work` names
    who does the work (ids); `within` counts the responsibilities for something inside the subject.
    """

    subject: str
    aspect: str
    level: Placed
    states: tuple[str, ...]
    owners: tuple[str, ...]
    answers: tuple[Answer, ...]
    above: tuple[Answer, ...]
    work: tuple[str, ...]
    within: int

    @property
    def cites(self) -> tuple[str, ...]:
        """The paragraphs that the cell rests on, without those of what is above."""
        said = [answer.cites for answer in self.answers] + [mark.cites for mark in self._marks]
        return tuple(dict.fromkeys(cite for cites in said for cite in cites))

    @property
    def basis(self) -> str | None:
        """The weakest of what the cell rests on, that it is of the aspect too; None where it rests on nothing."""
        order = ("stated", "attributed", "inferred")
        known = [answer.basis for answer in self.answers] + [mark.basis for mark in self._marks]
        return max(known, key=order.index, default=None)

    @property
    def _marks(self) -> tuple[AspectFact, ...]:
        """What says that the answers are of the aspect."""
        return tuple(mark for answer in self.answers for mark in answer.marks if mark.aspect == self.aspect)


@dataclass(frozen=True)
class CoverageRow:
    """A subject with its place in the drill-down: how far below the first row, its parts, and what it is part of."""

    subject: str
    title: str
    depth: int
    parts: tuple[str, ...]
    part_of: tuple[str, ...]
    cells: tuple[CoverageCell, ...]

    def cell(self, aspect: str, level: str) -> CoverageCell:
        """The cell of an aspect at a level."""
        return next(cell for cell in self.cells if (cell.aspect, cell.level) == (aspect, level))


def build_coverage(
    model: Model, subject: str | None = None, chain: str = "line", depth: int = 1, on: dt.date | None = None
) -> list[CoverageRow]:
    """The rows from one subject (by id), or from those that are part of no other, `depth` steps down.

    A subject that is part of several stands once, where it is met first.
    """
    day = on or model.about.as_of
    tree = read_tree(model, day)
    index = _Index(model, tree, chain, day)
    tops = [item.id for item in model.subjects if not tree.parents[item.id] and holds_on(item, day)]
    order = dict(_walk(tree, [subject] if subject else tops, depth))
    return [
        CoverageRow(
            ident,
            model.title_of(ident),
            step,
            tuple(sorted(tree.children[ident], key=model.title_of)),
            tuple(sorted(tree.parents[ident], key=model.title_of)),
            tuple(index.cells(ident)),
        )
        for ident, step in order.items()
    ]


def _walk(tree: SubjectTree, idents: Iterable[str], depth: int) -> Iterator[tuple[str, int]]:
    met: set[str] = set()
    waiting = [(ident, 0) for ident in reversed(list(idents))]
    while waiting:
        ident, step = waiting.pop()
        if ident in met:
            continue
        met.add(ident)
        yield ident, step
        if step < depth:
            waiting += [(child, step + 1) for child in sorted(tree.children[ident], reverse=True)]


class _Index:
    """What is said of each subject itself, read once for all cells."""

    def __init__(self, model: Model, tree: SubjectTree, chain: str, day: dt.date) -> None:
        self._model, self._tree, self._chain, self._day = model, tree, chain, day
        self._said: dict[str, list[tuple[Responsibility, str]]] = defaultdict(list)
        self._levels: dict[str, Placed] = {}
        for item in model.responsibilities:
            if not holds_on(item, day):
                continue
            extents: dict[str, str] = {}
            for claim in item.concerns.known:
                if claim.who and holds_on(claim, day) and extents.get(claim.who) != "whole":
                    extents[claim.who] = claim.extent
            for subject, extent in extents.items():
                self._said[subject].append((item, extent))

    def cells(self, subject: str) -> Iterator[CoverageCell]:
        own = list(self._answers(subject))
        wider = [
            answer
            for ident in sorted(reachable(self._tree.parents, subject))
            for answer in self._answers(ident, wider=True)
        ]
        below = {item.id: item for ident in self._below(subject) for item, _ in self._said[ident]}
        for aspect in ASPECTS:
            inside = [item for item in below.values() if aspect in self._aspects(item)]
            for level in LEVELS:
                yield self._cell(subject, aspect, level, own, wider, inside)

    def _below(self, subject: str) -> set[str]:
        return reachable(self._tree.children, subject) - {subject}

    def _cell(
        self,
        subject: str,
        aspect: str,
        level: Placed,
        own: list[Answer],
        wider: list[Answer],
        inside: list[Responsibility],
    ) -> CoverageCell:
        answers = tuple(answer for answer in own if self._is_of(answer, aspect, level))
        above = tuple(answer for answer in wider if self._is_of(answer, aspect, level) and answer.who)
        states = {answer.state for answer in answers}
        said = tuple(state for state in ("known", "open", *SILENCES) if state in states)
        doing = sorted(
            {
                claim.who
                for item, _ in self._said[subject]
                if aspect in self._aspects(item)
                for claim in item.responsible.known
                if claim.who and holds_on(claim, self._day) and self._level(claim.who) == level
            }
        )
        within = sum(any(self._level(who) == level for who in self._owners(item)) for item in inside)
        owners = tuple(dict.fromkeys(answer.who for answer in answers if answer.who))
        return CoverageCell(
            subject, aspect, level, said or ("not_stated",), owners, answers, above, tuple(doing), within
        )

    def _answers(self, subject: str, wider: bool = False) -> Iterator[Answer]:
        for item, extent in self._said[subject]:
            if not wider or extent == "whole":
                reach: Reach = "something wider" if wider else "all of it" if extent == "whole" else "a part of it"
                found = answers_for(self._model, item, reach, self._day)
                yield from (answer for answer in found if answer.chain == self._chain)

    def _is_of(self, answer: Answer, aspect: str, level: Placed) -> bool:
        placed = self._level(answer.who) if answer.who else "not placed"
        return placed == level and aspect in (answer.aspects or (NO_ASPECT,))

    def _owners(self, item: Responsibility) -> set[str]:
        claims = (claim for claim in item.accountable.known if claim.chain == self._chain)
        return {claim.who for claim in claims if claim.who and holds_on(claim, self._day)}

    def _aspects(self, item: Responsibility) -> tuple[str, ...]:
        """The aspects of a responsibility; that they are not stated counts as one of its own."""
        return tuple(fact.aspect for fact in aspects_on(item, self._day)) or (NO_ASPECT,)

    def _level(self, ident: str) -> Placed:
        if ident not in self._levels:
            self._levels[ident] = level_of(self._model, ident, self._day)
        return self._levels[ident]
