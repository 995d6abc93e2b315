"""`assessments`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer

VIEWS = """
assessments:
  - {id: view, title: Nobody looks after the channel, holder: A pilot, about: [{who: dredging}],
     finding: ownerless-responsibility, expects: fail}
  - {id: hope, title: Nobody leads the pilots, holder: A captain, about: [{who: pilotage}],
     finding: ownerless-responsibility, expects: fail}
"""


@pytest.mark.embedded
def test_views_stand_beside_what_is_computed(run: Callable[..., Answer], folder: Path) -> None:
    (folder / "views.yaml").write_text(VIEWS)
    answer = run("assessments", folder, "--format", "json")
    assert answer.code == 0, answer.err
    rows = {row["id"]: row["standing"] for row in json.loads(answer.out)["rows"]}
    assert rows == {"view": "agrees", "hope": "disagrees"}
