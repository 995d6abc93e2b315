"""What the tests of the app share: a page of a model, run without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

streamlit_testing = pytest.importorskip("streamlit.testing.v1")

VIEWS = Path(__file__).parents[2] / "app" / "views"
Run = Callable[..., "streamlit_testing.AppTest"]


@pytest.fixture
def run_page(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Run:
    """Runs a page of a model, with query parameters; fails where it raises or uses something on its way out."""

    def run(name: str, model: Path | str, **parameters: str) -> streamlit_testing.AppTest:
        monkeypatch.setenv("ORGMODEL_APP_MODEL", str(model))
        test = streamlit_testing.AppTest.from_file(str(VIEWS / f"{name}.py"), default_timeout=60)
        for key, value in parameters.items():
            test.query_params[key] = value
        test.run()
        assert not test.exception, test.exception[0].message
        assert "Please replace" not in caplog.text
        return test

    return run


def html_of(test: streamlit_testing.AppTest) -> str:
    """All the HTML that a page puts out."""
    return "\n".join(element.proto.body for element in test.get("html"))
