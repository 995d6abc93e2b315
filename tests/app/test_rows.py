"""A row of a finding in full, and rows on one subject told once, without a browser."""

from pathlib import Path

import pytest

from tests.app.conftest import html_of
from tests.app.models import HOSTILE, write_empty_model, write_model

SHIPPED = "home-office-2023"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("rows") / "plain")


def test_a_row_says_what_it_rests_on_and_what_usually_mends_it(plain, run_page):
    html = html_of(run_page("findings", plain, finding="ownerless-responsibility", row="duty~line"))
    assert "It rests on this: the source says that nobody answers for Top in the line chain." in html
    assert "What usually mends it: </strong>" in html


def test_the_links_of_a_row_stand_with_the_least_firm_first(run_page):
    html = html_of(run_page("findings", SHIPPED, finding="split-subject", row="organised-crime"))
    table = html[html.index("The links that lead to it, the weakest first") :]
    # Paragraph 69 names the director's responsibility; what it concerns is ours.
    assert table.index("inferred, not stated") < table.index("stated in the source")
    assert "One story with others on Organised crime" in html


def test_the_options_are_tried_on_a_question_only_when_somebody_asks_and_are_then_kept(plain, run_page):
    asked = {"finding": "ownerless-responsibility", "row": "duty~line"}
    test = run_page("findings", plain, **asked)
    assert "Closes it" not in html_of(test)
    button = next(each for each in test.button if each.label.startswith("Try the one option"))
    told = html_of(button.click().run())
    assert "Closes it (1)" in told
    assert '<a href="compare?options=one" target="_self">The boss</a>: nothing found.' in told
    again = run_page("findings", plain, **asked)
    assert "Closes it (1)" in html_of(again)
    assert not any(each.label.startswith("Try") for each in again.button)


def test_a_model_without_options_offers_none_to_try(plain, run_page, tmp_path):
    model = write_model(tmp_path / "alone")
    (model / "options" / "one.yaml").unlink()
    html = html_of(run_page("findings", model, finding="ownerless-responsibility"))
    assert "What the options do to it" not in html


def test_hostile_names_stay_text_in_what_the_options_do(run_page, tmp_path):
    model = write_model(tmp_path / "hostile", HOSTILE, "hostile")
    test = run_page("findings", model, finding="ownerless-responsibility")
    html = html_of(next(each for each in test.button if each.label.startswith("Try")).click().run())
    assert "&lt;svg onload=window.ran=1&gt;" in html
    assert not any(forbidden in html for forbidden in ("<script", "<img", "<iframe", "<svg"))


def test_what_is_found_on_one_subject_is_told_once_with_its_rows_below(run_page):
    test = run_page("findings", SHIPPED, told="story")
    html = html_of(test)
    story = html[html.index(">Organised crime</h2>") : html.index("Everything else, question by question")]
    assert html.count("Organised crime is split over 2 groups") == 1
    for title in ("How far up must a dispute go?", "Has a priority somebody for it alone?",
                  "Is a subject spread over groups with no lead below the top?"):  # fmt: skip
        assert title in story
    assert "What usually mends it: Name a lead" in story
    # Public safety is told under a narrower subject for information only, and is no story.
    assert "Public safety is spread over" in html[html.index("Everything else") :]
    back = next(each for each in test.radio if each.label == "How they are told").set_value("question").run()
    assert "Everything else, question by question" not in html_of(back)


def test_a_model_without_stories_does_not_offer_them(run_page, tmp_path):
    test = run_page("findings", write_empty_model(tmp_path / "empty"), told="story")
    assert not test.radio
