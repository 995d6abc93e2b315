"""The page that opens without Python, from disk: nothing but the file is asked for, and everything can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from orgmodel import use_cases
from orgmodel.render.html import render_page
from tests.app.models import HOSTILE, write_model
from tests.browser.conftest import NOTE_VIOLATIONS, Watched
from tests.unit.render.gathering import gather_few

sync_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

RULES = {"resultTypes": ["violations"]}
CUT = """() => [...document.querySelectorAll('.om-scroll:not(.om-picture)')]
  .filter(each => each.scrollWidth > each.clientWidth + 1)
  .map(each => each.getAttribute('aria-label'))"""
PICTURES = """() => [...document.querySelectorAll('svg')].map(each => each.getBoundingClientRect())
  .filter(box => box.width > 269 * 96 / 25.4 || box.height > 150 * 96 / 25.4).length"""
"""The pictures that are larger than what an A4 sheet on its side leaves for them."""

Open = Callable[..., Watched]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files, as somebody gets them by e-mail."""
    made = tmp_path_factory.mktemp("sent")
    models = {"example": "example", "hostile": str(write_model(made / "hostile", HOSTILE, "hostile"))}
    files = {}
    for name, model in models.items():
        text = render_page(gather_few(use_cases.open_model(model)))
        files[name] = made / f"{name}.html"
        files[name].write_text(text, encoding="utf-8")
    return files


@pytest.fixture
def from_disk(browser: Any, written: dict[str, Path]) -> Iterator[Open]:
    """Opens a file in the browser, with or without script."""
    opened: list[Any] = []

    def start(name: str = "example", width: int = 1440, script: bool = True, at: str = "") -> Watched:
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
        opened.append(context)
        context.add_init_script(NOTE_VIOLATIONS)
        address = written[name].as_uri()
        watched = Watched(context.new_page(), address)
        watched.page.on("request", watched.note_request)
        watched.page.on("console", watched.note_message)
        watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
        watched.page.on("dialog", watched.note_dialog)
        watched.page.goto(f"{address}{at}")
        return watched

    yield start
    for context in opened:
        context.close()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", ["example", "hostile"])
def test_it_asks_for_nothing_but_itself_and_breaks_no_rule(name: str, width: int, from_disk: Open):
    watched = from_disk(name, width)
    page = watched.page
    page.wait_for_timeout(200)
    assert watched.requests == 1
    assert watched.errors == []
    assert watched.violations == []
    assert watched.dialogs == []
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = sync_playwright.Axe().run(page, options=RULES).response["violations"]
    assert [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]] == []


def test_script_in_the_page_that_is_not_ours_does_not_run(from_disk: Open, written: dict[str, Path]):
    text = written["example"].read_text(encoding="utf-8")
    foreign = "<script>window.ran=1</script><img src='x' onerror='window.ran=2'><b style='color:red'>x</b>"
    written["planted"] = written["example"].with_name("planted.html")
    written["planted"].write_text(text.replace("</main>", f"{foreign}</main>"), encoding="utf-8")
    watched = from_disk("planted")
    watched.page.wait_for_timeout(200)
    assert watched.page.evaluate("window.ran") is None
    assert {violation.split()[0] for violation in watched.violations} >= {"script-src-elem", "img-src"}


def test_without_script_everything_can_be_read(from_disk: Open):
    page = from_disk(script=False).page
    rows = page.locator("#findings-list [data-entry]")
    assert rows.count() > 10
    assert all(row.is_visible() for row in rows.all())
    assert page.locator("form").count() == 2
    assert not any(form.is_visible() for form in page.locator("form").all())
    page.locator("#findings-list summary").first.click()
    assert page.locator("#findings-list details[open] li").first.is_visible()


def test_the_filter_works_by_keyboard_and_says_how_many(from_disk: Open):
    page = from_disk().page
    every = page.locator("#findings-list [data-entry]")
    whole = every.count()
    page.locator("#filter-text").focus()
    page.keyboard.type("Answers for")
    shown = [row for row in every.all() if row.is_visible()]
    assert 0 < len(shown) < whole
    assert all("answers for" in row.text_content().lower() for row in shown)
    assert page.locator("#findings [role=status]").inner_text() == f"{len(shown)} of {whole} rows are shown."
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "filter-word"
    page.keyboard.type("Split")
    split = [row for row in every.all() if row.is_visible()]
    assert 0 < len(split) < len(shown)
    assert {row.get_attribute("data-word") for row in split} == {"Split"}
    assert not page.get_by_role("heading", name="We do not know").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(50)
    assert sum(row.is_visible() for row in every.all()) == whole


def test_a_link_leads_to_its_paragraph_and_a_place_in_the_address_opens_what_it_is_in(from_disk: Open):
    page = from_disk().page
    page.locator("#findings-list .om-known a").first.click()
    target = page.evaluate("location.hash")
    assert target.startswith("#paragraph-example-")
    assert page.locator(target).is_visible()
    assert page.locator(f"{target} details").first.get_attribute("open") is not None
    page.goto(page.url.partition("#")[0] + "#question-split-subject")
    page.reload()
    assert page.locator("#question-split-subject dl").is_visible()


def test_a_link_to_what_the_filter_hides_shows_it_again(from_disk: Open):
    page = from_disk().page
    page.locator("#filter-text").fill("no row has these words")
    assert not any(row.is_visible() for row in page.locator("#findings-list [data-entry]").all())
    page.locator("#overview .om-rows .om-row a").first.click()
    page.wait_for_timeout(100)
    assert page.locator(page.evaluate("location.hash")).is_visible()


def test_the_keyboard_reaches_the_skip_link_first_and_every_region_that_scrolls(from_disk: Open):
    page = from_disk(width=390).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "om-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for region in page.locator(".om-scroll").all():
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("aria-label")


def test_on_paper_nothing_is_cut_and_everything_is_open(from_disk: Open):
    page = from_disk(width=690).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(CUT) == []
    assert page.locator("svg").count() == 4
    assert page.evaluate(PICTURES) == 0
    assert page.locator("details:not([open])").count() == 0
    assert not page.locator(".om-toc").is_visible()
    assert page.locator(".om-standing").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
