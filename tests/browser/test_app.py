"""The app in a real browser: every page at two widths asks no other host and breaks no policy and no rule."""

from __future__ import annotations

from typing import Any

import pytest

sync_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")

pytestmark = pytest.mark.browser

PAGES = {
    "overview": "",
    "findings": "findings",
    "stories": "findings?told=story",
    "finding": "findings?finding=split-subject",
    "structure": "structure",
    "compare": "compare",
    "follow": "follow?option=organised-crime-command&account=home-office-2012",
    "criteria": "compare?options=organised-crime-matrix&criteria=count%3Dfindings%2Cbetter%3Dless%2Cweight%3D2",
    "who": "who?subject=organised-crime",
    "coverage": "coverage?subject=public-safety",
    "sources": "sources",
    "thing": "thing?thing=organised-crime",
    "query": "query",
    "bring": "bring",
}
WIDTHS = (1440, 390)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
FOCUSED = """() => {
  const at = document.activeElement;
  const name = at.getAttribute("aria-label") || at.title || at.textContent || "";
  return at.tagName + " " + name.trim().slice(0, 60);
}"""
FETCHING = "img[src*=evil], iframe[src*=evil], a[href*=evil], a[href^=javascript]"
STANDING = "Not the organisation's own statement. Findings concern structure, not individuals."


def broken_rules(page: Any) -> list[str]:
    """The accessibility rules that a page and its frames break, with where."""
    axe = sync_playwright.Axe()
    found = []
    for frame in page.frames:
        for rule in axe.run(frame, options=RULES).response["violations"]:
            found += [f"{rule['id']}: {node['target']} {node['html'][:200]}" for node in rule["nodes"]]
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_to_itself_and_can_be_read(name: str, width: int, watch):
    watched = watch(width=width)
    answer = watched.open(PAGES[name])
    page = watched.page
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert STANDING in page.locator(".om-standing").first.inner_text()
    assert "redacted in part" in page.locator(".om-marking").inner_text()
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    assert broken_rules(page) == []
    assert watched.errors == []
    assert watched.violations == []
    assert watched.foreign == []
    assert watched.requests > 10


def test_every_part_of_the_menu_leads_to_its_page(watch):
    watched = watch()
    watched.open("")
    for words, heading in (
        ("Findings", "Findings"),
        ("Structure", "Structure"),
        ("Compare options", "Compare options"),
    ):
        watched.page.get_by_test_id("stTopNavLink").filter(has_text=words).click()
        watched.page.wait_for_selector(f"h1:has-text('{heading}')")
    assert watched.errors == []
    assert watched.foreign == []


def test_an_address_leads_to_a_row_of_a_finding(watch):
    watched = watch()
    watched.open("findings?finding=split-subject&row=organised-crime")
    assert "Organised crime is split over" in watched.page.locator(".om-chosen").inner_text()


def test_an_address_says_which_units_are_open_and_which_options_are_chosen(watch):
    watched = watch()
    watched.open("structure?open=none")
    frame = watched.page.frame_locator("iframe")
    assert "units and" in frame.locator("svg").text_content()
    assert frame.get_by_text("Border Force").count() == 0
    watched.open("compare?options=organised-crime-matrix")
    assert watched.page.locator("h2").filter(has_text="matrix").count() == 1
    assert watched.page.locator("h2").filter(has_text="command of its own").count() == 0


def test_a_box_in_the_chart_opens_and_leads_to_its_page(watch):
    watched = watch()
    watched.open("structure?open=none")
    watched.page.frame_locator("iframe").get_by_role("link", name="Open Home Office").click()
    watched.page.wait_for_url("**/structure?open=home-office")
    watched.page.wait_for_selector(".om-marking")
    chart = watched.page.frame_locator("iframe")
    chart.get_by_role("link", name="Public Safety Group", exact=True).click()
    watched.page.wait_for_url("**/thing?thing=public-safety-group")
    watched.page.wait_for_selector("h2:has-text('Public Safety Group')")


def test_a_node_of_the_network_is_told_with_a_link_to_its_page(watch):
    watched = watch()
    watched.open("thing?thing=organised-crime")
    frame = watched.page.wait_for_selector("iframe").content_frame()
    canvas = frame.locator("canvas")
    canvas.wait_for()
    box = canvas.bounding_box()
    frame.locator("#all").click()
    for x in range(40, int(box["width"]), 30):
        canvas.click(position={"x": x, "y": box["height"] / 2})
        if frame.get_by_text("Open its page").count():
            break
    assert frame.get_by_text("Open its page").get_attribute("href").startswith("thing?thing=")


def test_the_keyboard_reaches_everything_in_order(watch):
    watched = watch()
    watched.open("findings?finding=ownerless-responsibility")
    page = watched.page
    seen: list[str] = []
    for _ in range(90):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
    told = "\n".join(seen)
    for reached in ("A Overview", "A Compare options", "A All findings", "IFRAME Picture", "SUMMARY The same content"):
        assert reached in told, told
    for reached in ("BUTTON Download this table (CSV)", "SUMMARY timothy-2023", "SUMMARY As a table"):
        assert reached in told, told


def test_a_typed_query_is_answered_and_refused_on_one_page(watch):
    watched = watch("hostile", width=390)
    watched.open("query")
    page = watched.page
    written, run = page.get_by_label("Query (Cypher)"), page.get_by_role("button", name="Run the query")
    written.fill("MATCH (u:Unit) RETURN u.title AS title, u.id AS id")
    run.click()
    page.wait_for_selector("td:has-text('<script>window.ran=1')")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert broken_rules(page) == []
    written.fill("MATCH (u:Unit) SET u.title = 'x'")
    run.click()
    page.wait_for_selector("[role=alert]:has-text('SET is refused')")
    assert broken_rules(page) == []
    assert watched.errors == []
    assert watched.foreign == []


def test_hostile_names_run_nothing_and_fetch_nothing(watch):
    watched = watch("hostile")
    for path in (
        "",
        "findings",
        "findings?finding=ownerless-responsibility",
        "structure",
        "compare?options=one",
        "thing?thing=duty",
        "thing?thing=low",
        "thing?thing=%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E",
    ):
        watched.open(path)
        for frame in watched.page.frames:
            assert frame.evaluate("window.ran") is None
            assert frame.evaluate("window.top.ran") is None
            assert frame.locator(FETCHING).count() == 0
        assert watched.violations == []
    assert watched.foreign == []
    assert watched.dialogs == []
    assert watched.errors == []


def test_a_hostile_name_opened_in_a_list_stays_text(watch):
    watched = watch("hostile")
    watched.open("thing")
    watched.page.get_by_role("combobox").click()
    watched.page.wait_for_timeout(500)
    assert watched.page.locator("[role=option]").count() >= 6
    assert watched.page.evaluate("window.ran") is None
    assert watched.foreign == []


def test_a_broken_model_shows_its_problems(watch):
    watched = watch("broken")
    watched.open("")
    assert "This model cannot be opened" in watched.page.locator("h1").inner_text()
    assert "topp" in watched.page.locator(".om-problems").inner_text()
    assert "Traceback" not in watched.page.content()
    assert broken_rules(watched.page) == []
