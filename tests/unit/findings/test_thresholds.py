"""What another value of a threshold changes is found by asking again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from orgmodel.findings.thresholds import ThresholdEffect, find_threshold_effects
from orgmodel.graph import build_rows
from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.port import Engine
from orgmodel.model import Model, Threshold
from orgmodel.render.thresholds import say_others, say_threshold
from tests.findings.running import shipped_catalogue

QUERY = shipped_catalogue()["board-too-big"]

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def engine() -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine()
    yield engine
    engine.close()


def model_of(*sizes: int, **own: object) -> Model:
    """A department with boards that decide, of these sizes."""
    boards = [
        {"id": f"board-{size}", "title": f"Board of {size}", "decides": True,
         "attendance": {"state": "known", "at_least": size, "at_most": size}}
        for size in sizes
    ]  # fmt: skip
    about = {
        "id": "boards-" + "-".join(map(str, sizes)),
        "title": "Boards",
        "account_of": "A test",
        "as_of": "2024-01-01",
        "marking": "Invented",
        "organisation": "department",
    }
    units = [{"id": "department", "title": "Department", "kind": "kind"}]
    lists = {"unit_kinds": [{"id": "kind", "title": "Kind"}], "units": units, "boards": boards}
    return Model.model_validate({"about": about, **lists, **own})


def effect_of(engine: Engine, model: Model) -> ThresholdEffect:
    rows = build_rows(model)
    engine.load(rows)
    [effect] = find_threshold_effects(engine, model, rows.model, QUERY)
    return effect


def test_the_next_value_on_either_side_that_matters_is_found(engine: Engine) -> None:
    # The limit is 10. Boards of 12 and 13 are too big, that of 8 is not. A limit of 12 lets the board of 12 through,
    # while 11 changes nothing; a limit of 7 catches the board of 8, while 9 and 8 change nothing.
    effect = effect_of(engine, model_of(8, 12, 13))
    assert [(other.value, other.fails) for other in effect.others] == [(7, 1), (12, -1)]
    assert list(say_others(effect)) == [
        "At 7 instead of 10: one more (board-8, from no finding to Too big).",
        "At 12 instead of 10: one fewer (board-12, from Too big to no finding).",
    ]


def test_where_nothing_would_change_it_says_how_far_was_looked(engine: Engine) -> None:
    effect = effect_of(engine, model_of(40))
    assert list(say_others(effect)) == ["Nothing changes at any value tried, from 0 to 22."]


def test_a_model_with_a_threshold_of_its_own_says_why_and_by_whose_authority(engine: Engine) -> None:
    own = Threshold(finding="board-too-big", name="limit", value=12, reason="Twelve seats by law", authority="The Act")
    effect = effect_of(engine, model_of(12, thresholds=[own]))
    assert say_threshold(effect) == "limit: 12 people, set by this model (10 by default). Twelve seats by law. The Act."
    assert [(other.value, other.fails) for other in effect.others] == [(11, 1)]
