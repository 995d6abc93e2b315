"""Files of one's own in a real browser: looked at, put right and taken away; no file ends the visit."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest

from orgmodel.loading import load_model
from orgmodel.use_cases.tables import read_mapping_file
from tests.app.models import HOSTILE
from tests.browser.test_app import FETCHING, WIDTHS, broken_rules

xlsxwriter = pytest.importorskip("xlsxwriter")
pytestmark = [pytest.mark.browser, pytest.mark.embedded]

ORGANOGRAM = Path(__file__).parents[2] / "docs" / "guides" / "invented-organogram.csv"
PROBLEMS = "[role=region][aria-label='Problems in the files']"
RESULT = "h2:has-text('The result, before anything is written')"
TAKE = "h2:has-text('Take it')"


def write_csv(path: Path, *rows: tuple[str, ...]) -> Path:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path.write_text(out.getvalue(), "utf-8")
    return path


def bring(watched: Any, *paths: Path, organogram: bool = False) -> Any:
    """The page with files, and nothing else: those of before are taken away."""
    page = watched.page
    if organogram:
        page.get_by_text("An organogram as departments publish them").click()
        page.wait_for_selector("h2:has-text('What the files may not say themselves')")
    while page.get_by_role("button", name="Remove ").count():
        before = page.get_by_role("button", name="Remove ").count()
        page.get_by_role("button", name="Remove ").first.click()
        page.wait_for_function(f"document.querySelectorAll('[data-testid=stFileChip]').length < {before}")
    page.locator("input[type=file]").first.set_input_files(paths)
    return page


def settle(page: Any) -> None:
    page.wait_for_selector("[data-testid=stStatusWidget]", state="detached")
    page.wait_for_timeout(300)


def keeps_to_itself(watched: Any, width: int) -> None:
    page = watched.page
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    assert broken_rules(page) == []
    assert watched.errors == []
    assert watched.violations == []
    assert watched.foreign == []


@pytest.mark.parametrize("width", WIDTHS)
def test_an_organogram_is_looked_at_and_taken_away_as_models_that_load(width: int, watch, tmp_path: Path):
    watched = watch(width=width)
    watched.open("bring")
    page = bring(watched, ORGANOGRAM, organogram=True)
    page.wait_for_selector(TAKE)
    assert "'HL25' reports to itself" in page.locator(PROBLEMS).inner_text()
    assert page.frame_locator("iframe").get_by_text("Deputy Director, Fog Signals").count() == 1
    assert "Deputy Director, Fog Signals: reports in a circle." in page.locator(".stMain").inner_text()
    keeps_to_itself(watched, width)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download it (ZIP)").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    model = load_model(folder / "2011-09-30")
    assert model.about.account_of == "Department for Harbours and Lights, in the organogram that it publishes"
    assert not model.people


def test_headings_are_put_right_in_the_form_and_the_mapping_can_be_kept(watch, tmp_path: Path):
    watched = watch(width=390)
    watched.open("bring")
    posts = write_csv(tmp_path / "posts.csv", ("Job titel", "Where"), ("Chief", "Board"))
    units = write_csv(tmp_path / "units.csv", ("Title", "Part of"), ("Board", ""), ("Works", "Board"))
    page = bring(watched, units, posts)
    page.wait_for_selector(PROBLEMS)
    assert "no column of Posts is called 'Where'" in page.locator(PROBLEMS).inner_text()
    keeps_to_itself(watched, 390)
    field = page.get_by_label("What Where is")
    field.click()
    field.fill("Unit")
    page.get_by_role("option", name="Unit", exact=True).click()
    page.get_by_role("button", name="Read again with this").click()
    page.wait_for_selector(RESULT)
    page.wait_for_selector(TAKE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this mapping (YAML)").click()
    kept = read_mapping_file(Path(download.value.path()))
    assert kept.tables["posts.csv"].columns == {"Job titel": "title", "Where": "in_unit"}
    keeps_to_itself(watched, 390)


def test_damaged_noisy_huge_and_hostile_files_show_problems_and_the_visit_goes_on(watch, tmp_path: Path):
    watched = watch()
    watched.open("bring")
    damaged = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(damaged) as book:
        sheet = book.add_worksheet("Posts")
        sheet.write_string(0, 0, "near")
        sheet.write_string(1_048_575, 16_383, "far out")
    noise = tmp_path / "noise.csv"
    noise.write_bytes(random.Random(1).randbytes(10_000_000))
    a, b, c, d, _ = HOSTILE
    named = tmp_path / "<img src=x onerror=window.ran=1>.csv"
    rows = (("Title", "Unit", a), (b, c, d), ("=1+1", "", "{{own}}"))
    hostile = [write_csv(named, *rows), write_csv(tmp_path / "posts.csv", *rows)]
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(53_000_000)
    for paths, words in (([damaged], "asks for more memory or time"), ([noise], "noise.csv"), (hostile, a)):
        page = bring(watched, *paths)
        page.wait_for_selector(f"{PROBLEMS} td:has-text('{paths[0].name}')")
        assert words in page.locator(PROBLEMS).inner_text()
        assert page.evaluate("window.ran") is None
        assert page.locator(FETCHING).count() == 0
        keeps_to_itself(watched, 1440)
    page = bring(watched, huge)
    page.wait_for_selector("[data-testid=stFileUploader]:has-text('File must be 50.0MB or smaller.')")
    page = bring(watched, ORGANOGRAM, organogram=True)
    page.wait_for_selector(TAKE)
    assert watched.dialogs == []
    assert watched.foreign == []
