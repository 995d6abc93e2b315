"""Any model goes into a workbook and comes back equal."""

import tempfile
from pathlib import Path

import hypothesis
from hypothesis import given

from orgmodel.exchange.tables import read_tables
from orgmodel.exchange.workbook import render_workbook
from orgmodel.model import Model
from tests.properties.findings_strategy import model_of, seeds
from tests.properties.model_strategy import models

few = hypothesis.settings(max_examples=15, deadline=None)


def came_back(model: Model) -> Model | None:
    content = render_workbook(model, "Standing.", (), True).content
    assert isinstance(content, bytes)
    with tempfile.TemporaryDirectory() as folder:
        found = read_tables([("model.xlsx", content)], Path(folder) / "new")
    assert found.problems == ()
    return found.model


@few
@given(models())
def test_a_random_model_comes_back_equal(model: Model) -> None:
    assert came_back(model) == model


@few
@given(seeds())
def test_a_random_organisation_comes_back_equal(seed: int) -> None:
    model = model_of(seed)
    assert came_back(model) == model
