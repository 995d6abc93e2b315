"""Following an option up in a real browser: a folder is brought, and the option taken away for it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.app.models import HOSTILE, write_model
from tests.browser.test_app import FETCHING, broken_rules

pytestmark = [pytest.mark.browser, pytest.mark.embedded]


def test_a_folder_is_brought_and_the_option_taken_away_for_it(watch, tmp_path: Path):
    later = write_model(tmp_path / "later", HOSTILE, "hostile-later")
    watched = watch("hostile", width=390)
    watched.open("follow")
    page = watched.page
    page.locator("input[type=file]").set_input_files(later)
    page.wait_for_selector("h2:has-text('Carry it over to the other account')")
    assert page.get_by_text("Not followed (1)").count() == 1
    assert page.evaluate("window.ran") is None
    assert page.locator(FETCHING).count() == 0
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the option for the other account").click()
    written = yaml.safe_load(Path(download.value.path()).read_text("utf-8"))
    assert (download.value.suggested_filename, written["model"]) == ("one.yaml", "hostile-later")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert broken_rules(page) == []
    assert (watched.errors, watched.violations, watched.foreign) == ([], [], [])
