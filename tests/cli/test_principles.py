"""`principles`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from orgmodel.loading import load_model
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


OWN = """
principles:
  - {id: many-commands, title: Many commands, held_by: The harbour master, query: many-commands, about: [ABOUT]}
"""


@pytest.mark.embedded
def test_a_question_of_its_own_is_asked_of_what_the_principle_is_about_and_is_no_finding(
    run: Callable[..., Answer], folder: Path
) -> None:
    shipped = Path(__file__).parents[2] / "queries" / "principles" / "several-vertical-commands.cypher"
    (folder / "queries" / "principles").mkdir(parents=True)
    (folder / "queries" / "principles" / "many-commands.cypher").write_text(
        shipped.read_text("utf-8").replace("default: 2,", "default: 99,"), "utf-8"
    )
    organisation = load_model(folder).about.organisation
    (folder / "own.yaml").write_text(OWN.replace("ABOUT", organisation))
    answer = run("principles", folder, "--format", "json")
    assert answer.code == 0, answer.err
    [told] = [each for each in json.loads(answer.out)["rows"] if each["id"] == "many-commands"]
    assert told["verdict"] == "not kept"
    assert "many-commands" not in run("check", folder, "--format", "json").out


def test_a_query_that_there_is_not_is_refused(run: Callable[..., Answer], folder: Path) -> None:
    (folder / "principles.yaml").write_text(PRINCIPLES.replace("ownerless-responsibility", "ownerless-responsibilty"))
    answer = run("principles", folder)
    assert answer.code == 2
    assert "names the query 'ownerless-responsibilty', which there is not" in answer.err
    assert "Did you mean 'ownerless-responsibility'?" in answer.err


def test_a_question_of_a_principle_may_not_have_the_id_of_a_finding(run: Callable[..., Answer], folder: Path) -> None:
    queries = Path(__file__).parents[2] / "queries"
    (folder / "queries" / "principles").mkdir(parents=True)
    text = (queries / "principles" / "several-vertical-commands.cypher").read_text("utf-8")
    (folder / "queries" / "principles" / "board-too-big.cypher").write_text(text, "utf-8")
    answer = run("principles", folder)
    assert answer.code == 3
    assert "a finding has the id 'board-too-big' too" in answer.err
    assert "Rename the file of the principle." in answer.err
