"""Cases of a finding as data: very small models, each with the rows that have to come of it.

A case is a few definitions on top of a small common organisation, and what is expected of the finding of its file:
which rows fail, are unknown or are for information. Everything else has to stay silent. It knows no engine.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from orgmodel.errors import CatalogueError, Place, Problem
from orgmodel.findings.finding import Finding, Outcome
from orgmodel.graph.rows import Rows, build_rows
from orgmodel.model import Model

ORGANISATION = Path(__file__).with_name("organisation.yml")
VERDICTS = ("fail", "unknown", "info")
ASSERTS = ("values", "evidence", "rests_on", "basis", "cites", "contested")
KEYS = ("name", "about", "definitions", "without", "expect", *ASSERTS)
UNNAMED = ("thresholds", "waivers", "passages", "holdings")
ABOUT = {
    "title": "A department",
    "account_of": "A test",
    "as_of": "2023-03-03",
    "marking": "Invented",
    "organisation": "department",
}
HINT = "See queries/README.md for the form of a case."


@dataclass(frozen=True)
class Case:
    """One named case of one finding. `expect` maps a verdict to identities, written with / between their columns."""

    finding: str
    number: int
    name: str
    place: Place
    about: dict[str, Any] = field(hash=False)
    definitions: dict[str, Any] = field(hash=False)
    without: tuple[str, ...]
    expect: dict[str, list[str]] = field(hash=False)
    asserts: dict[str, Any] = field(hash=False)

    @property
    def label(self) -> str:
        """How the case is shown in a test run."""
        return f"{self.finding}: {self.name}"

    @cached_property
    def model(self) -> Model:
        """The common organisation with the definitions of the case; `without` leaves records of the former out.

        Raises CatalogueError, with the place of the case, where they make no model.
        """
        content: dict[str, Any] = copy.deepcopy(_load(ORGANISATION.read_text(encoding="utf-8")))
        for name, records in content.items():
            content[name] = [record for record in records if record["id"] not in self.without]
        try:
            for name, records in self.definitions.items():
                content[name] = _merge(content.get(name, []), records)
            about = {"id": f"{self.finding}-{self.number}", **ABOUT, **self.about}
            return Model.model_validate({"about": about, **_fill_in(content)})
        except ValidationError as error:
            raise CatalogueError([self._problem(_in_words(detail)) for detail in error.errors()]) from error
        except (AttributeError, KeyError, TypeError) as error:
            what = "its definitions are not lists of records, each with an id"
            raise CatalogueError([self._problem(what)]) from error

    @cached_property
    def rows(self) -> Rows:
        """The rows of the case's model, as of its day."""
        return build_rows(self.model)

    def _problem(self, what: str) -> Problem:
        return Problem(self.place, f"the case '{self.name}': {what}", HINT)


class _Loader(yaml.SafeLoader):
    """YAML as definitions are read: a day stays text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_cases(file: Path) -> list[Case]:
    """The cases of one file, which is named after its finding; raises CatalogueError with all that is wrong in it."""
    try:
        text = file.read_text(encoding="utf-8")
        node, raw = yaml.compose(text, _Loader), _load(text)
    except UnicodeDecodeError:
        raise CatalogueError([Problem(Place(file.name), "the file is not UTF-8 text", "Save it as UTF-8.")]) from None
    except yaml.YAMLError as error:
        raise CatalogueError([_not_yaml(file, error)]) from error
    if not isinstance(raw, list) or not isinstance(node, yaml.SequenceNode):
        raise CatalogueError([Problem(Place(file.name, 1, 1), "the file is not a list of cases", HINT)])
    places = [Place(file.name, mark.start_mark.line + 1, mark.start_mark.column + 1) for mark in node.value]
    problems = [problem for place, each in zip(places, raw, strict=True) for problem in _wrong_with(place, each)]
    if problems:
        raise CatalogueError(problems)
    return [_case(file.stem, number, *pair) for number, pair in enumerate(zip(places, raw, strict=True), start=1)]


def check_case(case: Case, outcome: Outcome) -> list[str]:
    """What came out otherwise than the case expects, in words; nothing where all is as expected."""
    wrong = list(_wrong_verdicts(case, outcome))
    rows = {short(row.identity): row for row in outcome.rows}
    for name in ASSERTS:
        for identity, expected in case.asserts.get(name, {}).items():
            found = _shown(rows.get(identity), name, expected)
            if found != expected:
                wrong.append(f"{name} of '{identity}': expected {expected}, found {found}")
    return wrong


def check_population(outcome: Outcome) -> list[str]:
    """Whether a run with passes returned one row for each of its population, in words; nothing where it did."""
    if outcome.population == len(outcome.rows):
        return []
    return [f"'population' counts {outcome.population}, and the query returns {len(outcome.rows)} with passes"]


def short(identity: Iterable[tuple[str, str]]) -> str:
    """An identity as the cases write it."""
    return "/".join(value for _, value in identity)


def _wrong_verdicts(case: Case, outcome: Outcome) -> Iterator[str]:
    for verdict in VERDICTS:
        expected = sorted(case.expect[verdict])
        found = sorted(short(row.identity) for row in outcome.rows if row.verdict == verdict)
        if expected != found:
            yield f"{verdict}: expected {expected}, found {found}"


def _shown(row: Finding | None, name: str, expected: Any) -> Any:
    """What a row shows of what a case asserts: of values, those that are named; of evidence, that it is there.

    What a row rests on is the whole of its evidence, in the order of the case where it is the same.
    """
    if row is None:
        return "no such row"
    if name == "values":
        return {column: row.values.get(column) for column in expected}
    if name == "evidence":
        there = {piece.key for piece in row.evidence}
        return [key for key in expected if key in there]
    if name == "rests_on":
        all_of_it = sorted(piece.key for piece in row.evidence)
        return expected if all_of_it == sorted(expected) else all_of_it
    return list(row.cites) if name == "cites" else getattr(row, name)


def _wrong_with(place: Place, raw: Any) -> Iterator[Problem]:
    if not isinstance(raw, dict):
        yield Problem(place, "a case is a mapping with 'name' and 'expect'", HINT)
        return
    yield from (Problem(place, f"a case has no '{key}' and needs one", HINT) for key in ("name", "expect") - raw.keys())
    yield from (Problem(place, f"'{key}' is not a key that a case has", HINT) for key in sorted(raw.keys() - set(KEYS)))
    expect = raw.get("expect", {})
    if not isinstance(expect, dict) or not all(isinstance(rows, list) for rows in expect.values()):
        yield Problem(place, "'expect' maps fail, unknown or info to lists of rows", HINT)
    else:
        for verdict in sorted(expect.keys() - set(VERDICTS)):
            yield Problem(place, f"'{verdict}' under 'expect' is none of: {', '.join(VERDICTS)}", HINT)
    for key in ("about", "definitions", *ASSERTS):
        if not isinstance(raw.get(key, {}), dict):
            yield Problem(place, f"'{key}' of a case has to be a mapping", HINT)


def _case(finding: str, number: int, place: Place, raw: Mapping[str, Any]) -> Case:
    return Case(
        finding=finding,
        number=number,
        name=str(raw["name"]),
        place=place,
        about=raw.get("about", {}),
        definitions=raw.get("definitions", {}),
        without=tuple(raw.get("without", ())),
        expect={verdict: raw["expect"].get(verdict, []) for verdict in VERDICTS},
        asserts={key: raw[key] for key in ASSERTS if key in raw},
    )


def _load(text: str) -> Any:
    return yaml.load(text, _Loader)


def _not_yaml(file: Path, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    place = Place(file.name, mark.line + 1, mark.column + 1) if mark else Place(file.name)
    return Problem(place, "the file is not YAML", str(getattr(error, "problem", error)))


def _in_words(detail: Any) -> str:
    where = ".".join(str(part) for part in detail["loc"])
    return f"{where}: {detail['msg'].removeprefix('Value error, ')}"


def _merge(common: list[dict[str, Any]], records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records of a case are added to the common ones; one with the same id replaces the keys that it gives."""
    merged = {record.get("id", number): record for number, record in enumerate(common)}
    for number, record in enumerate(records):
        key = record.get("id", f"new {number}")
        merged[key] = {**merged.get(key, {}), **record}
    return list(merged.values())


def _fill_in(content: dict[str, Any]) -> dict[str, Any]:
    """Titles made of ids, so that a case need not write them; stages inside processes too."""
    for name, records in content.items():
        if name in UNNAMED:
            continue
        for record in records:
            record.setdefault("title", record["id"].replace("-", " ").capitalize())
            for stage in record.get("stages", ()):
                stage.setdefault("title", stage["id"])
            if name == "units":
                record.setdefault("kind", "group")
    return content
