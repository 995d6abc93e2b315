"""What to ask next, put into lines that every format can write: the questions, then what is withheld, apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from orgmodel.findings import Finding
from orgmodel.render.lines import Lines
from orgmodel.render.wording import join_words, say_cites

COLUMNS = ("kind", "question", "key", "rests_on_it", "every_answer_settles", "most_settled", "who_could_answer",
           "answers", "kinds_not_tried", "verdicts", "cites")  # fmt: skip
BECOMES = {"fail": "a finding", "pass": "no finding", "info": "for information", "gone": "no longer asked"}
SHOWN = 4


class SettledView(Protocol):
    @property
    def row(self) -> Finding: ...
    @property
    def becomes(self) -> str: ...


class AnswerView(Protocol):
    @property
    def words(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def stands_for(self) -> int: ...
    @property
    def settles(self) -> Sequence[SettledView]: ...
    @property
    def opens(self) -> Sequence[Finding]: ...


class PointView(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def cites(self) -> Sequence[str]: ...


class QuestionView(Protocol):
    @property
    def question(self) -> str: ...
    @property
    def point(self) -> PointView: ...
    @property
    def rests(self) -> Sequence[Finding]: ...
    @property
    def who(self) -> Sequence[str]: ...
    @property
    def answers(self) -> Sequence[AnswerView] | None: ...
    @property
    def beyond(self) -> int: ...
    @property
    def always(self) -> int | None: ...
    @property
    def most(self) -> int | None: ...


class WithheldView(Protocol):
    @property
    def question(self) -> str: ...
    @property
    def cites(self) -> Sequence[str]: ...
    @property
    def rests(self) -> Sequence[Finding]: ...


class QuestionsView(Protocol):
    @property
    def questions(self) -> Sequence[QuestionView]: ...
    @property
    def idle(self) -> Sequence[QuestionView]: ...
    @property
    def untried(self) -> Sequence[QuestionView]: ...
    @property
    def withheld(self) -> Sequence[WithheldView]: ...
    @property
    def unknown(self) -> int: ...
    @property
    def tried(self) -> int: ...


def questions(view: QuestionsView, title_of: Callable[[str], str], standing: str) -> Lines:
    """Every question with what each answer would settle; then what settles nothing alone, that of which no answer was
    tried, and what is withheld."""
    rows: list[tuple[Any, ...]] = []
    sentences: list[tuple[str, str]] = []
    for kind, each in (("ask", view.questions), ("settles nothing alone", view.idle), ("not tried", view.untried)):
        for question in each:
            rows.append(_row(kind, question))
            words = question.question if kind == "ask" else f"{kind.capitalize()}: {question.question}"
            sentences.append((words, "\n".join(say_question(question, title_of))))
    for item in view.withheld:
        rows.append(("withheld", item.question, "", len(item.rests), None, None, [], [], None, _verdicts(item.rests),
                     list(item.cites)))  # fmt: skip
        sentences.append((f"Withheld: {item.question}", say_withheld(item)))
    empty = "No verdict rests on anything left open."
    return Lines(
        "questions", f"What to ask next. {say_title(view)}", standing, COLUMNS, tuple(rows), tuple(sentences), empty
    )


def say_title(view: QuestionsView) -> str:
    """What was done to get to these questions."""
    if not view.questions and not view.idle and not view.untried:
        return f"{view.unknown} verdicts cannot be told"
    how = f"{view.tried} answers were tried" if view.tried else "No answer was tried: ranked by how much rests on each"
    left = len(view.untried)
    beyond = f", and none to the {left} question{'' if left == 1 else 's'} on which least rests" if left else ""
    return f"{view.unknown} verdicts cannot be told. {how}{beyond}"


def say_question(question: QuestionView, title_of: Callable[[str], str]) -> list[str]:
    """The lines under a question: how much it settles, what each answer does, who could answer, and the passage."""
    rests = len(question.rests)
    said = [f"Rests on it: {join_words(_names(question.rests, title_of))}."]
    if question.answers and question.most:
        said = [f"{rests} rest{'s' if rests == 1 else ''} on it; {_say_settled(question)}."]
        said += say_answers(question.answers, title_of)
    if question.beyond:
        said.append(f"{question.beyond} more kinds of answer were not tried.")
    who = [title_of(ident) for ident in question.who[:SHOWN]]
    said.append(f"Could answer: {join_words(who)}." if who else "Who could answer is not in the model.")
    cites = question.point.cites
    said.append(f"Left open in {say_cites(cites)}." if cites else "No passage speaks of it.")
    return said


def _say_settled(question: QuestionView) -> str:
    """How many of what rests on a question every answer settles that was tried."""
    rests = len(question.rests)
    if question.always == rests:
        return f"every answer tried settles {'it' if rests == 1 else 'them'}"
    if question.always:
        return f"each answer settles {question.always} of them"
    return f"not every answer settles {'it' if rests == 1 else 'one of them'}"


def say_answers(answers: Iterable[AnswerView], title_of: Callable[[str], str]) -> list[str]:
    """The answers, those that do the same together, with what they would settle and what they would open."""
    together: dict[str, list[str]] = {}
    for answer in answers:
        settles = [f"{_name(settled.row, title_of)}: {BECOMES[settled.becomes]}" for settled in answer.settles]
        opens = f", and opens {join_words(_names(answer.opens, title_of))}" if answer.opens else ""
        like = f" (one of {answer.stands_for} alike)" if answer.stands_for > 1 else ""
        does = f"{'; '.join(settles) or 'settles nothing'}{opens}"
        together.setdefault(does, []).append(f"{answer.words}{like}")
    return [f"If {_any_of(words)}: {does}." for does, words in together.items()]


def _any_of(words: Sequence[str]) -> str:
    """`a`, `a, or b`, `a, b, or c`: an answer may have an "or" of its own."""
    return ", or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def say_withheld(item: WithheldView) -> str:
    """What is to be said of something withheld: how much rests on it, and where. Nothing is tried."""
    rests = len(item.rests)
    many = f"{rests} verdict{'' if rests == 1 else 's'} cannot be told without it."
    return f"{many} No answer is tried or guessed. {say_cites(item.cites)}."


def _row(kind: str, question: QuestionView) -> tuple[Any, ...]:
    answers = [
        {
            "answer": answer.words,
            "names": answer.who or None,
            "stands_for": answer.stands_for,
            "settles": [
                {"finding": settled.row.finding, "identity": dict(settled.row.identity), "becomes": settled.becomes}
                for settled in answer.settles
            ],
            "opens": _verdicts(answer.opens),
        }
        for answer in question.answers or ()
    ]
    rests, cites = _verdicts(question.rests), list(question.point.cites)
    return (kind, question.question, question.point.key, len(question.rests), question.always, question.most,
            list(question.who), answers, question.beyond, rests, cites)  # fmt: skip


def _verdicts(rows: Iterable[Finding]) -> list[dict[str, Any]]:
    return [{"finding": row.finding, "identity": dict(row.identity)} for row in rows]


def _names(rows: Iterable[Finding], title_of: Callable[[str], str]) -> list[str]:
    return [_name(row, title_of) for row in rows]


def _name(row: Finding, title_of: Callable[[str], str]) -> str:
    """A row in few words: its question and the things that it is about."""
    return f"{row.title} ({', '.join(title_of(value) for _, value in row.identity if value)})"
