"""The console without a browser: examples, answers, refusals, and that a stopped query leaves the page usable."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import html_of
from tests.app.models import HOSTILE, write_model

pytestmark = pytest.mark.embedded
SLOW = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = 7 RETURN count(*)"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("asked") / "hostile", HOSTILE, "hostile")


def ask(test, query: str):
    """Types a query into the page and runs it."""
    test.text_area[0].set_value(query)
    next(button for button in test.button if button.label == "Run the query").click()
    test.run(timeout=90)
    assert not test.exception
    return test


def test_one_session_asks_is_refused_is_stopped_and_asks_again(hostile, run_page):
    test = run_page("query", hostile)
    assert "Nothing has been asked yet." in html_of(test)
    answered = html_of(ask(test, "MATCH (u:Unit {model: $model}) RETURN u.title AS title, u.id AS id"))
    assert "2 rows." in answered
    assert "&lt;script&gt;window.ran=1" in answered
    assert "<script" not in answered
    assert any(button.proto.label.startswith("Download") for button in test.get("download_button"))
    refused = html_of(ask(test, "MATCH (u:Unit)\nDETACH DELETE u"))
    assert "DETACH is refused" in refused
    assert "Line 2, column 1." in refused
    assert "2 rows." not in refused
    next(box for box in test.selectbox if box.label.startswith("Stop it after")).set_value(5)
    stopped = html_of(ask(test, SLOW))
    assert "The query was stopped after 5 seconds." in stopped
    assert "Traceback" not in stopped
    assert "1 row." in html_of(ask(test, "RETURN 1 AS one"))
    assert "No row fits." in html_of(ask(test, "MATCH (u:Unit {id: 'nothing'}) RETURN u"))


def test_an_address_may_name_an_example(hostile, run_page):
    test = run_page("query", hostile, example="gaps")
    assert "says_none" in test.text_area[0].value
    assert "Passage" in run_page("query", hostile, example="withheld").text_area[0].value


def test_columns_of_one_name_are_told_apart(hostile, run_page):
    answered = html_of(ask(run_page("query", hostile), "MATCH (u:Unit) RETURN u.id, count(u) AS n ORDER BY n LIMIT 1"))
    assert 'scope="col">u.id<' in answered
