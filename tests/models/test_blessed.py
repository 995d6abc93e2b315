"""What is found in the shipped models is what was read and blessed."""

import json
from typing import Any

import pytest

from orgmodel.use_cases import list_models
from tests.models.golden import MODELS, blessed_file, read_report, render_findings, render_rows

pytestmark = pytest.mark.embedded
HINT = "If the new rows are right, read them against the source and run: python scripts/bless_models.py"


@pytest.mark.parametrize("model", MODELS)
def test_every_finding_gives_the_rows_that_were_blessed(model: str) -> None:
    differences = []
    for finding, text in render_findings(model).items():
        path = blessed_file(model, finding)
        blessed = path.read_text(encoding="utf-8") if path.exists() else render_rows([])
        new, old = set(text.splitlines()), set(blessed.splitlines())
        differences += [f"+ {line.strip()}" for line in sorted(new - old)]
        differences += [f"- {line.strip()}" for line in sorted(old - new)]
    assert not differences, "\n".join([HINT, *differences])


@pytest.mark.parametrize("model", MODELS)
def test_no_blessed_file_is_of_a_finding_that_is_gone(model: str) -> None:
    known = {blessed_file(model, outcome["id"]) for outcome in read_report(model)["findings"]}
    assert set(blessed_file(model, "any").parent.glob("*.json")) <= known


@pytest.mark.parametrize("model", [entry.id for entry in list_models()])
def test_every_row_rests_on_a_passage_and_has_an_identity_of_its_own(model: str) -> None:
    rows: list[dict[str, Any]] = [row for outcome in read_report(model)["findings"] for row in outcome["rows"]]
    without = [row["identity"] for row in rows if not row["cites"]]
    assert without == []
    keys = [json.dumps([row["finding"], row["identity"]], sort_keys=True) for row in rows]
    assert len(keys) == len(set(keys))
