"""Several versions side by side: each gives the outcomes that it gives loaded whole, with evidence and populations."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest

from orgmodel import use_cases
from orgmodel.errors import EngineError
from orgmodel.findings import FindingQuery, Outcome, run_catalogue, versions
from orgmodel.findings.versions import Version, run_versions
from orgmodel.graph import Engine, Rows, Suppose, build_rows
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.model import Model
from orgmodel.options import apply, required_model
from tests.findings.running import shipped_questions
from tests.unit.findings.test_trials import KeepingEngine
from tests.unit.options.small import do, option, small_model, who

pytestmark = pytest.mark.embedded

NEW = do("create-unit", unit={"id": "quays", "title": "Quays", "kind": "office", "part_of": who("harbour-board")})
SPLIT = do("split", unit="docks", into=[{"to": "quays", "takes": ["dock-master", "berths", "cranes"]}])
MERGE = do("merge", unit="docks", into="pilots")
ASKED = tuple(shipped_questions()[name] for name in ("headless-unit", "duplicated-work", "no-oversized-command"))
SHIPPED = ["organised-crime-command", "policing-board-abolished", "merge-border-and-enforcement", "immigration-whole"]
"""One that creates, one that closes, one that merges, one that brings others in."""


class RefusingEngine(EmbeddedEngine):
    """An engine that cannot suppose anything."""

    @contextlib.contextmanager
    def supposing(self, rows: Rows) -> Iterator[Suppose]:
        raise EngineError("it cannot")
        yield  # it is a generator all the same


def options() -> list[Model]:
    """A small model split, the split one merged on, which an option requires, and merged."""
    whole = small_model()
    first = option(NEW, SPLIT, id="first")
    after = option(do("merge", unit="cranes", into="quays"), id="after", requires=["first"])
    on = apply(required_model(whole, after, {"first": first, "after": after}), after)
    return [whole, apply(whole, first), on, apply(whole, option(MERGE))]


def as_versions(models: list[Model]) -> list[Version]:
    return [Version(each, build_rows(each), f"{number}") for number, each in enumerate(models)]


def loaded_whole(engine: Engine, given: list[Version], asked: tuple[FindingQuery, ...]) -> list[list[Outcome]]:
    found = []
    for version in given:
        engine.load_alone(version.rows)
        found.append(run_catalogue(engine, version.model, version.rows, asked, passes=True))
    return found


def whole_loads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the versions that are loaded whole from now on."""
    real, loaded = versions._load_whole, list[int]()

    def note(engine: Any, given: Any, number: int, *more: Any) -> list[Outcome]:
        loaded.append(number)
        return real(engine, given, number, *more)

    monkeypatch.setattr(versions, "_load_whole", note)
    return loaded


@pytest.mark.parametrize(
    ("kind", "most", "whole"),
    [
        (EmbeddedEngine, 400, []),
        (EmbeddedEngine, 0, [0, 1, 2, 3]),
        (KeepingEngine, 400, [0, 1, 2, 3]),
        (RefusingEngine, 400, [0, 1, 2, 3]),
    ],
)
def test_each_version_gives_what_it_gives_loaded_whole(
    kind: type[EmbeddedEngine], most: int, whole: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "MOST_CHANGES", most)
    given, loaded, told = as_versions(options()), whole_loads(monkeypatch), list[str]()
    with contextlib.closing(kind()) as engine:
        found = run_versions(engine, given, ASKED, told.append)
        assert loaded == whole
        assert found == loaded_whole(engine, given, ASKED)
    assert len({repr(each) for each in found}) > 2, "they do not differ, so that nothing is shown"
    assert told == ["0", "1", "2", "3"]


@pytest.mark.parametrize(
    ("name", "number", "chosen"),
    [("example", number, None) for number in range(2)] + [("home-office-2023", number, SHIPPED) for number in range(4)],
)
def test_options_that_are_shipped_give_what_they_give_loaded_whole(
    name: str, number: int, chosen: list[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of all questions of each model, a few for each option: all of all would take minutes."""
    opened, loaded = use_cases.open_model(name), whole_loads(monkeypatch)
    names = chosen or sorted(opened.options)
    picked = opened.options[names[number]]
    asked = (*opened.catalogue, *opened.principles)[number :: len(names) * 2]
    changed = apply(required_model(opened.model, picked, opened.options), picked)
    given = as_versions([opened.model, changed])
    with contextlib.closing(EmbeddedEngine()) as engine:
        found = run_versions(engine, given, asked, lambda title: None)
        assert loaded == []
        assert found == loaded_whole(engine, given, asked)
    assert any(row.evidence for outcome in found[1] for row in outcome.rows)
