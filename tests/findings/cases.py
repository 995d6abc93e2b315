"""Reads the cases of each finding, and builds the models that they describe.

A case is a few definitions on top of a small common organisation, and what is expected of the finding of its file:
which rows fail, are unknown or are for information. Everything else has to stay silent.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from orgmodel.graph.rows import Rows, build_rows
from orgmodel.model import Model

FOLDER = Path(__file__).parent
VERDICTS = ("fail", "unknown", "info")
KEYS = {"name", "about", "definitions", "without", "expect", "values", "evidence", "basis", "cites", "contested"}
ABOUT = {
    "title": "A department",
    "account_of": "A test",
    "as_of": "2023-03-03",
    "marking": "Invented",
    "organisation": "department",
}


@dataclass(frozen=True)
class Case:
    """One named case of one finding. `expect` maps a verdict to identities, written with / between their columns."""

    finding: str
    number: int
    name: str
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
        """The common organisation with the definitions of the case; `without` leaves records of the former out."""
        content: dict[str, Any] = copy.deepcopy(read_yaml(FOLDER / "organisation.yml"))
        for name, records in content.items():
            content[name] = [record for record in records if record["id"] not in self.without]
        for name, records in self.definitions.items():
            content[name] = _merge(content.get(name, []), records)
        about = {"id": f"{self.finding}-{self.number}", **ABOUT, **self.about}
        return Model.model_validate({"about": about, **_fill_in(content)})

    @cached_property
    def rows(self) -> Rows:
        """The rows of the case's model, as of its day."""
        return build_rows(self.model)


class _Loader(yaml.SafeLoader):
    """YAML as definitions are read: a day stays text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(file: Path) -> Any:
    """What a YAML file holds."""
    return yaml.load(file.read_text(encoding="utf-8"), _Loader)


def read_cases(file: Path) -> list[Case]:
    """The cases of one file, which is named after its finding."""
    cases = []
    for number, raw in enumerate(read_yaml(file), start=1):
        unknown = set(raw) - KEYS
        if unknown:
            raise ValueError(f"{file.name}, case '{raw.get('name')}': unknown keys {sorted(unknown)}")
        expect = {verdict: raw["expect"].get(verdict, []) for verdict in VERDICTS}
        asserts = {key: raw[key] for key in ("values", "evidence", "basis", "cites", "contested") if key in raw}
        cases.append(
            Case(
                finding=file.stem,
                number=number,
                name=raw["name"],
                about=raw.get("about", {}),
                definitions=raw.get("definitions", {}),
                without=tuple(raw.get("without", ())),
                expect=expect,
                asserts=asserts,
            )
        )
    return cases


def read_all_cases(folder: Path = FOLDER) -> list[Case]:
    """Every case of every finding, in the order of the files."""
    return [case for file in sorted(folder.glob("*.yaml")) for case in read_cases(file)]


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
        if name in ("thresholds", "waivers", "passages", "holdings"):
            continue
        for record in records:
            record.setdefault("title", record["id"].replace("-", " ").capitalize())
            for stage in record.get("stages", ()):
                stage.setdefault("title", stage["id"])
            if name == "units":
                record.setdefault("kind", "group")
    return content
