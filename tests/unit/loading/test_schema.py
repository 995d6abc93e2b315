from pathlib import Path

import jsonschema
import pytest
import yaml

from orgmodel.loading import render_schema, schemas
from orgmodel.model import Principle
from orgmodel.options.changeset import Changeset
from tests.unit.loading.building import FULL, MODEL

DEFINITIONS = Path(__file__).parents[3] / "definitions"
PUBLISHED = schemas({"options.schema.json": Changeset})


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_schemas_are_those_of_the_classes(name: str) -> None:
    assert (DEFINITIONS / name).read_text(encoding="utf-8") == render_schema(PUBLISHED[name]), (
        "the schema is stale: write it anew with 'orgmodel schema definitions'"
    )


@pytest.mark.parametrize("name", PUBLISHED)
def test_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(PUBLISHED[name])


def test_other_layers_add_their_own() -> None:
    assert list(schemas({"own.schema.json": Principle})) == ["schema.json", "model.schema.json", "own.schema.json"]


@pytest.mark.parametrize(("name", "text"), [("schema.json", FULL), ("model.schema.json", MODEL)])
def test_an_editor_accepts_what_loading_accepts(name: str, text: str) -> None:
    data = yaml.load(text, Loader=yaml.BaseLoader)
    if name == "schema.json":
        for entry in data["figures"], data["sources"], data["thresholds"]:
            del entry[:]
        data["responsibilities"][0].pop("expects", None)
        del data["people"]
    jsonschema.validate(data, schemas()[name])


def test_an_editor_refuses_an_unknown_key() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"units": [{"id": "a", "title": "A", "kind": "k", "headd": []}]}, schemas()["schema.json"])
