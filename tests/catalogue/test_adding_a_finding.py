"""A finding is added by two files and nothing else: a query, and its cases. Tried with the example of the guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orgmodel.findings import load_catalogue
from orgmodel.findings.catalogue import FrontMatter
from orgmodel.graph.embedded import EmbeddedEngine
from tests.findings.cases import check_case, read_all_cases
from tests.findings.running import QUERIES, ask

GUIDE = QUERIES.parent / "README.md"


def block(language: str) -> str:
    """The first block of a language in the guide."""
    found = re.search(rf"```{language}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


@pytest.mark.embedded
def test_two_files_are_enough(tmp_path: Path) -> None:
    queries, cases = tmp_path / "queries", tmp_path / "cases"
    queries.mkdir()
    cases.mkdir()
    (queries / "reports-to-nobody.cypher").write_text(block("cypher"), encoding="utf-8")
    (cases / "reports-to-nobody.yaml").write_text(block("yaml"), encoding="utf-8")

    catalogue = {finding.id: finding for finding in load_catalogue([QUERIES, queries])}
    engine = EmbeddedEngine()
    found = read_all_cases(cases)
    engine.load_many([case.rows for case in found])
    for case in found:
        outcome = ask(engine, catalogue[case.finding], case.model, case.rows)
        assert check_case(case, outcome) == []
        assert outcome.population == 5
    assert len(found) == 3
    engine.close()


def test_the_guide_names_every_key_of_front_matter() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert [key for key in FrontMatter.model_fields if f"`{key}`" not in text] == []
