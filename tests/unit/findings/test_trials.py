"""Trials: what is found in each is what is found in the model loaded whole, also where an engine keeps what it should
not, and where a trial differs in more than some records."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import pytest

from orgmodel.findings import run_catalogue, trials
from orgmodel.findings.trials import Trial, Verdicts, run_trials
from orgmodel.graph import Answering, Changes, Rows, Suppose, build_rows
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.model import Model
from tests.findings.running import shipped_catalogue
from tests.unit.graph.building import model, post

pytestmark = pytest.mark.embedded

T = TypeVar("T")
ASKED = (shipped_catalogue()["ownerless-responsibility"],)
MODELS = "MATCH (n) RETURN DISTINCT n.model AS model"


def harbour(dredging: str = "not_stated", *more: str) -> Model:
    """A body with one task, for which a post answers or a kind of silence; of `more` nobody says who answers."""
    answer = {"state": dredging} if dredging in ("none", "not_stated") else {"who": dredging}
    return model(
        about={"expects": ["line"]},
        posts=[post("chief"), post("digger")],
        responsibilities=[
            {"id": "dredging", "title": "Dredging", "accountable": [answer]},
            *({"id": name, "title": name.capitalize()} for name in more),
        ],
    )


class KeepingEngine(EmbeddedEngine):
    """An engine that does not undo what is supposed: each is carried out on what the one before left behind."""

    @contextlib.contextmanager
    def supposing(self, rows: Rows) -> Iterator[Suppose]:
        kept: list[Changes] = []

        with super().supposing(rows) as suppose:

            def keep(changes: Changes, work: Callable[[Answering], T]) -> T:
                kept.extend([changes] if changes != Changes() else [])
                return suppose(kept[0] if kept else changes, work)

            yield keep


@pytest.fixture(params=[EmbeddedEngine, KeepingEngine])
def engine(request: pytest.FixtureRequest) -> Iterator[EmbeddedEngine]:
    with contextlib.closing(request.param()) as opened:
        yield opened


def verdicts(found: Verdicts) -> dict[str, str]:
    return {identity[0][1]: row.verdict for (_, identity), row in found.items()}


def tried(engine: EmbeddedEngine, base: Model, others: Sequence[Model], steps: list[tuple[int, int]]) -> list[Verdicts]:
    rows = build_rows(base)
    engine.load(rows)
    found = {row.key: row for outcome in run_catalogue(engine, base, rows, ASKED) for row in outcome.rows}
    wanted = [Trial(other, ASKED) for other in others]
    return run_trials(engine, found, base, rows, wanted, lambda done, of: steps.append((done, of)))


def test_each_trial_finds_what_its_own_answer_gives(engine: EmbeddedEngine) -> None:
    steps: list[tuple[int, int]] = []
    found = tried(engine, harbour(), [harbour("none"), harbour("digger"), harbour()], steps)
    assert [verdicts(each) for each in found] == [{"dredging": "fail"}, {"dredging": "pass"}, {"dredging": "unknown"}]
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_trial_that_adds_a_record_is_loaded_whole(engine: EmbeddedEngine) -> None:
    found = tried(engine, harbour(), [harbour("none", "lights")], [])
    assert verdicts(found[0]) == {"dredging": "fail", "lights": "unknown"}


@pytest.mark.parametrize(("most", "whole"), [(trials.MOST_CHANGES, 0), (0, 1)])
def test_a_trial_that_differs_in_many_rows_is_loaded_whole(
    most: int, whole: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Trial] = []
    real = trials._load_whole
    monkeypatch.setattr(trials, "MOST_CHANGES", most)
    monkeypatch.setattr(trials, "_load_whole", lambda engine, trial: (loaded.append(trial), real(engine, trial))[1])
    with contextlib.closing(EmbeddedEngine()) as engine:
        found = tried(engine, harbour(), [harbour("none")], [])
    assert verdicts(found[0]) == {"dredging": "fail"}
    assert len(loaded) == whole


def test_nothing_of_what_was_tried_is_left_in_the_engine() -> None:
    with contextlib.closing(EmbeddedEngine()) as engine:
        tried(engine, harbour(), [harbour("none"), harbour("digger")], [])
        assert [row[0] for row in engine.query(MODELS, {}).rows] == [build_rows(harbour()).model]


def test_without_trials_nothing_is_done(engine: EmbeddedEngine) -> None:
    assert tried(engine, harbour(), [], steps := []) == []
    assert steps == []
