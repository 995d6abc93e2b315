"""The catalogue of findings: one Cypher file each, with its front matter, found by looking into folders.

Nothing registers a finding: a file in a folder of queries is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Formatter
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from orgmodel.errors import CatalogueError, Place, Problem
from orgmodel.findings.computing import COMPUTATIONS
from orgmodel.model import Model, Slug

Severity = Literal["high", "medium", "low", "info"]
ColumnType = Literal["key", "keys", "text", "texts", "integer", "number", "yes_no"]
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "info")
RESERVED = ("verdict", "evidence")
FRONT_MATTER = re.compile(r"\A\s*/\*\n(?P<front>.*?)\n\*/\s*(?P<query>\S.*)\Z", re.DOTALL)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Column(_Strict):
    """A column of a finding: its type, its heading for people, and whether it is part of a row's identity."""

    type: ColumnType
    heading: str
    identifies: bool = False


class ThresholdDefault(_Strict):
    """A threshold's default, the authority for it (or that it is ours), and what it is counted in."""

    default: int | float | str
    authority: str
    unit: str = ""


class FrontMatter(_Strict):
    """What a finding's file says of itself. `words` are what people read for a verdict, `says` the sentence.

    `story` names the column whose subject the finding tells of, so that findings on one subject are told together.
    `belongs` names the columns that hold what a row belongs to: what a principle may be about, instead of its identity.
    `compute` names what turns the rows of the query into rows with verdicts, where the query itself cannot.
    """

    title: str
    severity: Severity
    family: str
    fails_when: str
    columns: dict[str, Column]
    says: dict[Literal["fail", "unknown", "info"], str]
    words: dict[Literal["fail", "unknown", "info"], str] = {}
    thresholds: dict[str, ThresholdDefault] = {}
    order: tuple[str, ...] = ()
    restates: bool = False
    story: str = ""
    belongs: tuple[str, ...] = ()
    compute: str | None = None
    why: str
    remedy: str
    settles: str = ""
    limits: str = ""
    sources: tuple[str, ...]
    version: int
    maturity: Literal["first", "settled"]
    population_is: str
    population: str

    @model_validator(mode="after")
    def _columns_make_sense(self) -> FrontMatter:
        if not any(column.identifies for column in self.columns.values()):
            raise ValueError("no column has 'identifies: true', so that a row could not be told from another")
        clash = sorted(set(RESERVED) & set(self.columns))
        if clash:
            raise ValueError(f"'{clash[0]}' is a column that every finding has; do not declare it")
        if self.story and (self.story not in self.columns or self.columns[self.story].type != "key"):
            raise ValueError(f"'story' names '{self.story}', which is no column of type 'key'")
        nothing = sorted(name for name in self.belongs if not self._holds_ids(name))
        if nothing:
            raise ValueError(f"'belongs' names '{nothing[0]}', which is no column of type 'key' or 'keys'")
        unknown = sorted({name.lstrip("-") for name in self.order} - set(self.columns))
        if unknown:
            raise ValueError(f"'order' names the column '{unknown[0]}', which is not declared")
        for verdict, template in self.says.items():
            undeclared = sorted({name for _, name, _, _ in Formatter().parse(template) if name} - set(self.columns))
            if undeclared:
                raise ValueError(f"'says.{verdict}' names the column '{undeclared[0]}', which is not declared")
        if self.compute is not None and self.compute not in COMPUTATIONS:
            raise ValueError(f"'compute' names '{self.compute}', which is none of: {', '.join(sorted(COMPUTATIONS))}")
        return self

    def _holds_ids(self, name: str) -> bool:
        return name in self.columns and self.columns[name].type in ("key", "keys")


class FindingQuery(_Strict):
    """One finding of the catalogue: its id (the name of its file), its front matter and its query."""

    id: Slug
    about: FrontMatter
    query: str
    file: str

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that identify a row."""
        return tuple(name for name, column in self.about.columns.items() if column.identifies)

    def thresholds(self, model: Model) -> dict[str, Any]:
        """The value of each threshold for a model: its own where it sets one, else the default."""
        values = {name: threshold.default for name, threshold in self.about.thresholds.items()}
        values |= {own.name: own.value for own in model.thresholds if own.finding == self.id and own.name in values}
        return values

    def word(self, verdict: str) -> str:
        """What people read for a verdict."""
        plain = {"fail": "Finding", "unknown": "We do not know", "info": "For information", "pass": "No finding"}
        return self.about.words.get(verdict, plain[verdict])  # type: ignore[call-overload, no-any-return]


def load_catalogue(folders: Iterable[Traversable | Path]) -> list[FindingQuery]:
    """Every finding in the folders, by id; raises CatalogueError with all that is wrong in any file."""
    problems: list[Problem] = []
    found: dict[str, FindingQuery] = {}
    for folder in folders:
        if not folder.is_dir():
            continue
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if not file.name.endswith(".cypher"):
                continue
            finding = _read_finding(file, problems)
            if finding and finding.id in found:
                problems.append(
                    Problem(Place(file.name), f"two findings have the id '{finding.id}'", "Rename one file.")
                )
            elif finding:
                found[finding.id] = finding
    if problems:
        raise CatalogueError(problems)
    return [found[ident] for ident in sorted(found)]


def _read_finding(file: Traversable | Path, problems: list[Problem]) -> FindingQuery | None:
    try:
        match = FRONT_MATTER.match(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        problems.append(Problem(Place(file.name), "the file is not UTF-8 text", "Save it as UTF-8."))
        return None
    if not match:
        hint = "Begin the file with /* on a line, the YAML, and */ on a line; then write the query."
        problems.append(Problem(Place(file.name, 1, 1), "the finding has no front matter", hint))
        return None
    try:
        front = yaml.safe_load(match["front"])
        about = FrontMatter.model_validate(front)
        return FindingQuery(id=file.name.removesuffix(".cypher"), about=about, query=match["query"], file=file.name)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(file.name, mark.line + 2, mark.column + 1) if mark else Place(file.name)
        problems.append(Problem(place, "the front matter is not YAML", str(getattr(error, "problem", error))))
    except ValidationError as error:
        problems.extend(_in_words(file.name, detail) for detail in error.errors())
    return None


def _in_words(file: str, detail: Any) -> Problem:
    """What pydantic found wrong with front matter, for people."""
    where = ".".join(str(part) for part in detail["loc"]) or "front matter"
    messages = {
        "missing": "is missing",
        "extra_forbidden": "is not a key that a finding has",
        "string_pattern_mismatch": "must be words of small letters and digits, joined by hyphens",
    }
    what = messages.get(detail["type"], detail["msg"].removeprefix("Value error, "))
    text = f"{where}: {what}" if detail["type"] not in messages else f"'{where}' {what}"
    return Problem(Place(file), text, "See queries/README.md for the form.")


def check_distinct(findings: Iterable[FindingQuery], principles: Iterable[FindingQuery]) -> None:
    """That no question about principles has the id of a finding, so that a principle names one query; else raises
    CatalogueError."""
    taken = {finding.id for finding in findings}
    problems = [
        Problem(Place(query.file), f"a finding has the id '{query.id}' too", "Rename the file of the principle.")
        for query in principles
        if query.id in taken
    ]
    if problems:
        raise CatalogueError(problems)


def parameters(finding: FindingQuery, model: Model, key: str, passes: bool) -> Mapping[str, Any]:
    """What the finding's query is run with: the version, whether passes are wanted, and its thresholds."""
    return {"model": key, "passes": passes, **finding.thresholds(model)}


def check_thresholds(model: Model, catalogue: Iterable[FindingQuery]) -> list[Problem]:
    """What is wrong with the thresholds that a model sets: a finding or a name that does not exist, or another kind
    of value than the default."""
    known = {finding.id: finding.about.thresholds for finding in catalogue}
    problems = []
    for own in model.thresholds:
        name = f"the threshold '{own.name}' of '{own.finding}'"
        default = known.get(own.finding, {}).get(own.name)
        if own.finding not in known:
            problems.append(Problem(Place(), f"{name}: there is no such finding", "Correct the id, or remove it."))
        elif default is None:
            names = ", ".join(sorted(known[own.finding])) or "none"
            problems.append(Problem(Place(), f"{name}: the finding has none of that name", f"It has: {names}."))
        elif isinstance(own.value, str) != isinstance(default.default, str):
            kind = "text" if isinstance(default.default, str) else "a number"
            problems.append(Problem(Place(), f"{name} is '{own.value}'", f"It has to be {kind}."))
    return problems
