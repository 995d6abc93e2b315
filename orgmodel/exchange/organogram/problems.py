"""What can be wrong in an organogram: the kinds, in the words of people who have to mend the file, and one problem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from orgmodel.errors import Place, Problem

KINDS: dict[str, str] = {
    "file": "read with a doubt",
    "file-twice": "the same file given twice",
    "sheet-left-out": "a sheet that is no organogram",
    "date-taken": "a date taken from a title or a file's name",
    "column-missing": "a column that is missing",
    "column-left-out": "a column that is not known",
    "column-twice": "a column that stands twice",
    "row-left-out": "a row that could not be read",
    "row-twice": "a row that stands twice",
    "spreadsheet-error": "an error of the spreadsheet program in a cell",
    "number": "a number that cannot be read or cannot be meant",
    "text-cut": "a text that is too long",
    "title-missing": "a post without a job title",
    "marked-not-valid": "a row that the file itself marks as not valid",
    "grade-unknown": "a grade whose rank is not known",
    "unit-spelling": "a unit written in more than one way",
    "reference-missing": "a post without a reference",
    "reference-shared": "a reference used for two posts",
    "reference-reused": "a reference of a closed post used again",
    "job-share": "a post that several people share",
    "superior-missing": "a post that does not say to whom it reports",
    "superior-unknown": "a post that reports to one that the list does not have",
    "superior-closed": "a post that reports to a closed one",
    "reports-to-itself": "a post that reports to itself",
    "loop": "posts that report in a circle",
    "several-tops": "several posts that report to nobody",
    "no-top": "no post that reports to nobody",
    "staff-without-post": "staff under a post that the list does not have, or under none",
    "staff-under-closed-post": "staff under a closed post",
}
"""Every kind of problem, and what it is."""


@dataclass(frozen=True, order=True)
class ImportProblem:
    """One thing that is odd in a file: its kind (one of KINDS), the file, row and column, what it is, what to do.

    `place.column` counts the columns of the table from 1; 0 where it is about the whole file.
    """

    place: Place
    kind: str
    what: str
    hint: str = ""

    def __str__(self) -> str:
        return str(Problem(self.place, self.what, self.hint))


class Noted:
    """The problems met so far, each once."""

    def __init__(self) -> None:
        self._problems: dict[ImportProblem, None] = {}

    def add(self, kind: str, place: Place, what: str, hint: str = "") -> None:
        """Note a problem of a kind."""
        assert kind in KINDS, kind
        self._problems[ImportProblem(place, kind, what, hint)] = None

    def add_read(self, problems: Iterable[Problem]) -> None:
        """Note what was odd when the file was read."""
        for problem in problems:
            self.add("file", problem.place, problem.what, problem.hint)

    def sorted(self, clean: Callable[[str], str]) -> tuple[ImportProblem, ...]:
        """All of them by place, each text passed through `clean`, which takes names out."""
        cleaned = (replace(each, what=clean(each.what), hint=clean(each.hint)) for each in self._problems)
        return tuple(sorted(cleaned))


def count_kinds(problems: Iterable[ImportProblem]) -> dict[str, int]:
    """How many there are of each kind, in the order of KINDS."""
    counted = Counter(problem.kind for problem in problems)
    return {kind: counted[kind] for kind in KINDS if counted[kind]}
