"""The errors that a person may meet, each with where it is, what is wrong and what to do.

Nothing here knows files, engines or models; every other layer may raise these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """Where something was written: a file, and the line and column in it, both counted from 1 (0: not known)."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.file:
            return ""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: the place, what it is, and what to do about it."""

    place: Place
    what: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if str(self.place) else ""
        return f"{where}{self.what}" + (f"\n    {self.hint}" if self.hint else "")


class OrgmodelError(Exception):
    """The base of every error meant for people. `exit_code` is what the command line ends with."""

    exit_code = 70

    def __init__(self, what: str, hint: str = "", place: Place | None = None) -> None:
        super().__init__(what)
        self.problem = Problem(place or Place(), what, hint)

    @property
    def problems(self) -> Sequence[Problem]:
        """Everything that is wrong, in the order of the files."""
        return [self.problem]


class UsageError(OrgmodelError):
    """What was asked for does not exist or makes no sense: an unknown model, option, finding or id."""

    exit_code = 2


class DefinitionError(OrgmodelError):
    """Definitions that cannot be read, or that break a rule. Holds every problem, not the first."""

    exit_code = 3

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the definitions; nothing was loaded")
        self._problems = sorted(problems)

    @property
    def problems(self) -> Sequence[Problem]:
        return self._problems


class ImportFileError(DefinitionError):
    """A file from elsewhere that cannot be read at all, with every reason. Nothing was written."""

    def __str__(self) -> str:
        return "; ".join(f"{problem.place}: {problem.what}" for problem in self.problems)


class OptionError(DefinitionError):
    """A changeset that cannot be applied as it stands, with every reason. Nothing of it was applied."""


class CatalogueError(DefinitionError):
    """A finding's file that is not whole: front matter, query or columns."""


class EngineError(OrgmodelError):
    """A graph engine or server that cannot be reached, refuses us, or stopped answering."""

    exit_code = 4
