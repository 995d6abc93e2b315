"""What to ask next: the points that the model leaves open, what could be answered, and what that would settle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from orgmodel.answers.questions import (
    CandidateAnswer,
    Candidates,
    OpenPoint,
    ask,
    build_answers,
    find_open_points,
    find_who_could_answer,
    find_withheld,
)
from orgmodel.findings import Finding, FindingQuery
from orgmodel.findings.trials import Trial, Verdicts, run_trials
from orgmodel.graph import Engine, Rows, build_rows
from orgmodel.model import Model
from orgmodel.use_cases.checking import check_loaded
from orgmodel.use_cases.opening import Opened

MOST_KINDS = 4
"""How many kinds of thing are tried for one question, unless more are asked for."""
MOST_ANSWERS = 400
"""How many answers are tried in all, unless more are asked for: a minute's worth, or two in a large model."""


@dataclass(frozen=True)
class Settled:
    """What becomes of a row that could not be told. `becomes` is a verdict, or "gone": no longer asked."""

    row: Finding
    becomes: str
    word: str


@dataclass(frozen=True)
class TriedAnswer:
    """One answer, the rows that it would settle, the findings that it would open, and the model that it gives."""

    words: str
    who: str
    stands_for: int
    settles: tuple[Settled, ...]
    opens: tuple[Finding, ...]
    model: Model = field(repr=False)


@dataclass(frozen=True)
class NextQuestion:
    """One question: in words, why, who could answer, and what each answer tried would settle.

    `always` counts the rows that every answer tried settles, one way or another; `most` what the most telling answer
    does; both are None where no answer was tried. `beyond` is how many kinds of answer were not tried.
    """

    question: str
    point: OpenPoint
    rests: tuple[Finding, ...]
    who: tuple[str, ...]
    answers: tuple[TriedAnswer, ...] | None
    beyond: int = 0

    @property
    def always(self) -> int | None:
        """How many rows every answer that was tried settles."""
        if not self.answers:
            return None
        each = [{settled.row.key for settled in answer.settles} for answer in self.answers]
        return len(set.intersection(*each))

    @property
    def most(self) -> int | None:
        """How many rows the answer that settles most settles."""
        return max(len(answer.settles) for answer in self.answers) if self.answers else None


@dataclass(frozen=True)
class WithheldLine:
    """Something withheld: the question to which the answer is withheld, the passages, and the rows it leaves open."""

    question: str
    cites: tuple[str, ...]
    rests: tuple[Finding, ...]


@dataclass(frozen=True)
class Questions:
    """What to ask next, most decisive first; and apart from it, what is withheld. `idle` settle nothing alone, and of
    `untried` no answer was tried, since there are more than were to be."""

    questions: tuple[NextQuestion, ...]
    idle: tuple[NextQuestion, ...]
    withheld: tuple[WithheldLine, ...]
    unknown: int
    tried: int
    untried: tuple[NextQuestion, ...] = ()


def find_questions(
    opened: Opened,
    engine: Engine,
    quick: bool = False,
    most: int = MOST_KINDS,
    step: Callable[[int, int], None] = lambda done, of: None,
    most_answers: int = MOST_ANSWERS,
) -> Questions:
    """Every question worth asking. `quick` tries no answer and only counts what rests on each; `most` is how many kinds
    of thing are tried for one question, `most_answers` how many answers in all, those first on whose question most
    rests; `step` is told how many answers of how many are tried."""
    model = opened.model
    rows = build_rows(model)
    engine.load_many([rows])
    found = {row.key: row for row in check_loaded(model, rows, opened.catalogue, engine, False).rows}
    points = find_open_points(model, rows, found.values(), opened.catalogue)
    asked = [] if quick else _find_candidates(opened, points, found, most, most_answers)
    tried = _try(opened, engine, rows, asked, found, step)
    left = set() if quick else {point.key for point in points} - {candidates.point.key for candidates in asked}
    each = sorted((_question(model, point, found, tried.get(point.key)) for point in points), key=_turn)
    return Questions(
        tuple(question for question in each if quick or question.most),
        tuple(question for question in each if not (quick or question.most or question.point.key in left)),
        tuple(
            WithheldLine(ask(model, item), item.cites, tuple(found[key] for key in item.rows))
            for item in find_withheld(rows, found.values())
        ),
        sum(row.verdict == "unknown" for row in found.values()),
        sum(len(candidates.answers) for candidates in asked),
        tuple(question for question in each if question.point.key in left),
    )


def _turn(question: NextQuestion) -> tuple[int, int, int, str]:
    return -(question.always or 0), -(question.most or 0), -len(question.rests), question.point.key


def _find_candidates(
    opened: Opened, points: Sequence[OpenPoint], found: Verdicts, most: int, most_answers: int
) -> list[Candidates]:
    """The answers to try, for one point after another as long as they are not too many; no point is tried in part."""
    asked: list[Candidates] = []
    room = most_answers
    for point in sorted(points, key=lambda point: (-len(point.rows), point.key)):
        candidates = _candidates(opened, point, found, most)
        room -= len(candidates.answers)
        if room < 0:
            break
        asked.append(candidates)
    return asked


def _candidates(opened: Opened, point: OpenPoint, found: Verdicts, most: int) -> Candidates:
    rows = [found[key] for key in point.rows]
    named = [part for row in rows for piece in row.evidence for part in _ends(piece.key)]
    limits = [
        int(value)
        for query in _queries(opened, point)
        for value in query.thresholds(opened.model).values()
        if not isinstance(value, str)
    ]
    return build_answers(opened.model, point, named, limits, most)


def _ends(key: str) -> tuple[str, str]:
    """The two ends of a relationship by its key, or the owner of a slot twice."""
    start, _, rest = key.partition(">")
    return start.partition(".")[0], rest.rpartition(">")[2].partition(".")[0]


def _queries(opened: Opened, point: OpenPoint) -> tuple[FindingQuery, ...]:
    ids = {finding for finding, _ in point.rows}
    return tuple(query for query in opened.catalogue if query.id in ids)


def _try(
    opened: Opened,
    engine: Engine,
    rows: Rows,
    asked: Sequence[Candidates],
    found: Verdicts,
    step: Callable[[int, int], None],
) -> dict[str, tuple[tuple[TriedAnswer, ...], int]]:
    """What each answer settles, by the key of its point, with how many kinds were not tried."""
    pairs = [(candidates, answer) for candidates in asked for answer in candidates.answers]
    trials = [Trial(answer.model, _queries(opened, candidates.point)) for candidates, answer in pairs]
    tried: dict[str, tuple[tuple[TriedAnswer, ...], int]] = {}
    after = run_trials(engine, found, opened.model, rows, trials, step)
    for (candidates, answer), verdicts in zip(pairs, after, strict=True):
        earlier, _ = tried.get(candidates.point.key, ((), 0))
        tried[candidates.point.key] = (*earlier, _outcome(candidates.point, answer, found, verdicts)), candidates.beyond
    return tried


def _outcome(point: OpenPoint, answer: CandidateAnswer, found: Verdicts, rows: Verdicts) -> TriedAnswer:
    settles = []
    for key in point.rows:
        after = rows.get(key)
        if after is None or after.verdict != "unknown":
            settles.append(Settled(found[key], after.verdict if after else "gone", after.word if after else ""))
    opens = tuple(
        row
        for key, row in rows.items()
        if row.verdict == "fail" and key not in point.rows and (key not in found or found[key].verdict != "fail")
    )
    return TriedAnswer(answer.words, answer.who, answer.stands_for, tuple(settles), opens, answer.model)


def _question(
    model: Model, point: OpenPoint, found: Verdicts, tried: tuple[tuple[TriedAnswer, ...], int] | None
) -> NextQuestion:
    rests = tuple(found[key] for key in point.rows)
    who = tuple(find_who_could_answer(model, point.owner))
    answers, beyond = tried or (None, 0)
    return NextQuestion(ask(model, point), point, rests, who, answers, beyond)
