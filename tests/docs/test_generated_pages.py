"""The pages made from the code are what the code says today, and say something of everything."""

import pytest

from scripts.build_docs import PAGES, ROOT, stale_pages
from scripts.doc_pages import definitions, graph


def test_no_page_is_stale() -> None:
    stale = sorted(path.name for path in stale_pages())
    assert stale == [], "run: .venv/bin/python scripts/build_docs.py"


def test_every_field_of_a_definition_has_a_meaning_and_no_meaning_is_left_over() -> None:
    assert definitions.missing_meanings() == set()


def test_every_name_in_the_graph_has_a_meaning_and_no_meaning_is_left_over() -> None:
    assert graph.missing_meanings() == set()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_that_it_is_made_from_the_code(name: str) -> None:
    assert "Made by scripts/build_docs.py" in (ROOT / "docs" / name).read_text("utf-8")
