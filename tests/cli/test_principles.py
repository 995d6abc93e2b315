"""`principles`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer

PRINCIPLES = """
principles:
  - {id: somebody-answers, title: Somebody answers for everything, held_by: The harbour master,
     query: ownerless-responsibility}
"""


@pytest.mark.embedded
def test_a_principle_is_a_rule_only_where_it_is_required(run: Callable[..., Answer], folder: Path) -> None:
    (folder / "principles.yaml").write_text(PRINCIPLES)
    answer = run("principles", folder, "--format", "json")
    assert answer.code == 0, answer.err
    assert [(row["id"], row["verdict"]) for row in json.loads(answer.out)["rows"]] == [("somebody-answers", "not kept")]
    assert run("principles", folder, "--require", "somebody-answers").code == 1
    unknown = run("principles", folder, "--require", "nobody-answers")
    assert unknown.code == 2
    assert "Its principles: somebody-answers." in unknown.err
