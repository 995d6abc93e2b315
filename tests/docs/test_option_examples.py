"""The examples of the verbs in docs/options.md: one for each verb, and each can be carried out on `example`."""

import functools

import pytest
import yaml

from orgmodel.model import Model
from orgmodel.options import Changeset, plan
from orgmodel.use_cases import open_model
from scripts.doc_pages.options import changes, examples, verb

WRITTEN = examples()


@functools.cache
def model() -> Model:
    return open_model("example").model


def test_every_verb_has_an_example_and_every_example_a_verb() -> None:
    assert sorted(WRITTEN) == sorted(map(verb, changes()))


@pytest.mark.parametrize("name", WRITTEN)
def test_an_example_can_be_carried_out_and_has_something_to_tell(name: str) -> None:
    whole = {"id": "shown", "title": "Shown", "model": "example", "because": "It is shown."}
    told = plan(model(), Changeset.model_validate(whole | {"changes": yaml.safe_load(WRITTEN[name])}))
    assert told.steps or told.questions or told.unknowns or told.staffing or told.requirements
