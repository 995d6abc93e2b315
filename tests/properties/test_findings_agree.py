"""The engine agrees with a slow and obvious reading of each definition, over random models."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from orgmodel.graph.embedded import EmbeddedEngine
from orgmodel.graph.rows import build_rows
from tests.findings.cases import short
from tests.findings.running import ask, shipped_catalogue
from tests.properties.findings_strategy import model_of, seeds
from tests.properties.slow_reading import READINGS, Reading

CATALOGUE = shipped_catalogue()
SEVERAL = 3
A_FEW = settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
"""A seed says which model it is, so that nothing is gained by looking for a smaller one."""

pytestmark = [pytest.mark.embedded, pytest.mark.slow]


@A_FEW
@given(seed=seeds())
def test_the_engine_agrees_with_the_slow_reading(seed: int) -> None:
    """On the verdict and identity of every member, passes too; and on how many there are."""
    models = [model_of(seed + number, f"random-{number}") for number in range(SEVERAL)]
    rows = [build_rows(model) for model in models]
    engine = EmbeddedEngine()
    engine.load_many(rows)
    for model, built in zip(models, rows, strict=True):
        for ident, finding in CATALOGUE.items():
            outcome = ask(engine, finding, model, built, passes=True)
            found = {short(row.identity): row.verdict for row in outcome.rows}
            assert (ident, model.id, found) == (ident, model.id, READINGS[ident](Reading(model)))
            assert (ident, model.id, outcome.population) == (ident, model.id, len(found))
    engine.close()
