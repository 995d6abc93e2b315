"""The pages without a browser: what they say, their empty states, and what they do with hostile names."""

import re
from pathlib import Path

import pytest

from tests.app.conftest import html_of
from tests.app.models import HOSTILE, write_broken_model, write_empty_model, write_model

PAGES = (
    "overview",
    "findings",
    "structure",
    "compare",
    "follow",
    "who",
    "coverage",
    "questions",
    "sources",
    "thing",
    "query",
    "bring",
)
SHIPPED = "home-office-2023"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = tmp_path_factory.mktemp("models")
    return {
        "plain": write_model(made / "plain"),
        "hostile": write_model(made / "hostile", HOSTILE, "hostile"),
        "empty": write_empty_model(made / "empty"),
        "broken": write_broken_model(made / "broken"),
    }


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_whose_account_it_is_and_bears_the_marking(page, folders, run_page):
    html = html_of(run_page(page, folders["plain"]))
    assert "the account of the tests, as of 1 January 2024" in html
    assert "Not the organisation&#x27;s own statement." in html
    assert "Marking: </strong>Invented for tests" in html


@pytest.mark.parametrize("page", PAGES)
def test_a_model_with_nothing_in_it_has_something_to_say_on_every_page(page, folders, run_page):
    test = run_page(page, folders["empty"])
    assert "om-title" in html_of(test)


def test_a_model_without_options_says_what_an_option_is(folders, run_page):
    assert "This model has no options." in html_of(run_page("compare", folders["empty"]))


def test_a_model_without_findings_says_so(folders, run_page):
    html = html_of(run_page("overview", folders["empty"]))
    assert "No question found anything." in html


@pytest.mark.parametrize("page", PAGES)
def test_a_broken_model_gives_its_problems_and_no_traceback(page, folders, run_page):
    html = html_of(run_page(page, folders["broken"]))
    assert "This model cannot be opened" in html
    assert "topp" in html
    assert "units.yaml" in html
    assert "Traceback" not in html


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("overview", {}),
        ("findings", {}),
        ("findings", {"finding": "ownerless-responsibility"}),
        ("structure", {}),
        ("compare", {"options": "one"}),
        ("thing", {"thing": "duty"}),
        ("thing", {"thing": "low"}),
        ("who", {"subject": "duty"}),
        ("coverage", {}),
        ("sources", {}),
    ],
)
def test_hostile_names_are_text_in_html_and_in_labels(page, parameters, folders, run_page):
    test = run_page(page, folders["hostile"], **parameters)
    html = html_of(test)
    for forbidden in ("<script", "<img", "<iframe", "<svg", 'href="http', 'javascript:alert(1)"'):
        assert forbidden not in html
    assert not any(re.search(r"(?<!\\)[\[<`*$]", button.label) for button in test.button)
    assert not test.markdown


def test_the_overview_counts_in_the_words_that_people_read(folders, run_page):
    html = html_of(run_page("overview", folders["plain"]))
    for word in ("Gap", "Overlap", "Split", "Not clear", "We do not know"):
        assert f'om-tile-word">{word}<' in html
    assert 'href="findings?word=Gap"' in html
    assert "Nobody answers for Top in the line chain: the source says so." in html


def test_a_finding_by_its_address_has_all_that_belongs_to_it(folders, run_page):
    test = run_page("findings", folders["plain"], finding="ownerless-responsibility")
    html = html_of(test)
    for heading in ("Why it matters", "What usually mends it", "The paragraphs it rests on", "Limits"):
        assert heading in html
    assert "text paragraph 1" in html
    assert "The same content as a table" in html
    assert "Nobody: the source says so" in html
    assert len(test.get("iframe")) == 1


def test_who_answers_says_nobody_where_the_source_does_and_what_a_day_is(folders, run_page):
    told = html_of(run_page("who", SHIPPED, subject="immigration-system"))
    assert "nobody or nothing: the source says so" in told
    assert "not clear to the people concerned" in told
    assert "timothy-2023 paragraph 13" in told
    wrong = html_of(run_page("who", SHIPPED, subject="immigration-system", on="yesterday"))
    assert "is not a day. Write it as 2023-03-03." in wrong


def test_sources_tell_each_paragraph_and_what_is_withheld(folders, run_page):
    told = html_of(run_page("sources", SHIPPED))
    assert "Paragraph 37</strong> (blank" in told
    assert "withheld" in told
    assert "read, nothing structural" in told
    assert "Recommendations" in told


def test_an_address_that_names_no_question_says_so_and_lists_all(folders, run_page):
    html = html_of(run_page("findings", folders["plain"], finding="nothing"))
    assert "There is no question &#x27;nothing&#x27;" in html
    assert "Does anyone answer for it?" in html


def test_findings_can_be_kept_to_one_word(run_page):
    html = html_of(run_page("findings", SHIPPED, word="Not clear"))
    assert "om-tag om-tag-not-clear" in html
    assert "om-tag om-tag-gap" not in html


def test_an_address_that_names_no_thing_says_so(folders, run_page):
    html = html_of(run_page("thing", folders["plain"], thing="nothing"))
    assert "There is nothing in the model with the id &#x27;nothing&#x27;." in html


def test_who_answers_is_said_in_each_chain_with_silence_in_its_kind(folders, run_page):
    html = html_of(run_page("thing", folders["plain"], thing="duty"))
    assert "Who answers, in each chain" in html
    assert "nobody or nothing: the source says so" in html
    assert 'href="findings?finding=ownerless-responsibility&amp;row=duty' in html


def test_the_chains_above_a_thing_are_told_apart(run_page):
    html = html_of(run_page("thing", SHIPPED, thing="police-forces"))
    assert "The line chain and the statutory chain part at The 43 police forces" in html
    assert "no fault" in html
    assert "The chains above it" not in html_of(run_page("thing", SHIPPED, thing="organised-crime"))


def test_units_are_opened_and_closed_by_buttons(folders, run_page):
    test = run_page("structure", folders["plain"])
    closed = next(button for button in test.button if button.label == "Close everything").click().run()
    assert closed.query_params["open"] in ("none", ["none"])
    assert any(button.label == "Open: Top" for button in closed.button)
    opened = next(button for button in closed.button if button.label == "Open: Top").click().run()
    assert any(button.label == "Close: Top" for button in opened.button)


def test_options_are_compared_without_a_winner(run_page):
    test = run_page("compare", SHIPPED)
    html = html_of(test)
    assert len(test.multiselect[0].value) == 2
    for heading in (
        "What happens, by name",
        "What becomes of the findings",
        "What would be left without a known holder",
        "Handover sheet",
    ):
        assert html.count(heading) == 2
    for heading in (">Principles<", ">Measures<", ">Disruption<", ">Costs<", ">What is open, and what it could turn<",
                    ">Who gains and loses which responsibilities<"):  # fmt: skip
        assert html.count(f"{heading}/h2") == 1
    assert "Weighted sum" not in html
    for word in ("best", "winner", "score of", "ranked first"):
        assert word not in html.lower()


def test_an_address_holds_the_criteria_that_people_set_and_the_page_shows_them_with_the_result(folders, run_page):
    short = "count=findings,finding=ownerless-responsibility,better=less,weight=2"
    test = run_page("compare", folders["plain"], options="one", criteria=short)
    html = html_of(test)
    assert "Findings, ownerless-responsibility (less is better, weight 2)" in html
    assert 'href="follow?option=one"' in html
    assert re.search(r"Weighted sum.*?>-2</td>.*?>0</td>", html)
    weight = test.number_input[0]
    assert (weight.value, "Weight of" in weight.label) == (2, True)
    heavier = weight.set_value(3.0).run()
    assert "weight%3D3" in str(heavier.query_params["criteria"]) or "weight=3" in str(heavier.query_params["criteria"])
    assert re.search(r"Weighted sum.*?>-3</td>.*?>0</td>", html_of(heavier))


def test_an_option_shows_what_stays_open_beside_whom_it_names(run_page, tmp_path):
    model = write_model(tmp_path / "open")
    units = (model / "units.yaml").read_text(encoding="utf-8")
    assert "state: none" in units
    (model / "units.yaml").write_text(units.replace("state: none", "state: redacted"), encoding="utf-8")
    html = html_of(run_page("compare", model, options="one"))
    assert "Still said beside what is new (1)" in html
    assert "Top, accountable: redacted." in html


def test_a_principle_that_the_address_requires_is_marked_in_words(folders, run_page, tmp_path):
    model = write_model(tmp_path / "held")
    (model / "held.yaml").write_text(
        "principles:\n  - {id: owned, title: Somebody answers, held_by: The board, query: ownerless-responsibility}\n",
        "utf-8",
    )
    html = html_of(run_page("compare", model, options="one", require="owned,no-such"))
    assert "Somebody answers (held by: The board) (required)" in html
    assert html.count("not kept: breaks what you require") == 1


def test_criteria_of_an_address_that_make_no_sense_are_said_and_none_is_set(folders, run_page):
    wrong = "count=findings,finding=ownerless-responsibilty,better=less,weight=2"
    html = html_of(run_page("compare", folders["plain"], options="one", criteria=wrong))
    assert "The criteria of this address cannot be used, and none is set." in html
    assert "Did you mean &#x27;ownerless-responsibility&#x27;?" in html
    assert "Weighted sum" not in html


def test_the_structure_has_a_table_with_links_and_a_download(run_page):
    test = run_page("structure", SHIPPED)
    html = html_of(test)
    assert 'href="thing?thing=home-office"' in html
    assert any(element.proto.label.startswith("Download") for element in test.get("download_button"))


def test_coverage_says_owners_and_silences_with_their_level_and_leads_down(run_page):
    top = html_of(run_page("coverage", SHIPPED))
    assert 'href="coverage?subject=public-safety"' in top
    below = html_of(run_page("coverage", SHIPPED, subject="public-safety"))
    assert 'href="thing?thing=public-safety-group"' in below
    assert "Local: " in below
    assert "not stated" in below


def test_coverage_of_a_silence_and_of_an_unknown_address(folders, run_page):
    told = html_of(run_page("coverage", folders["plain"]))
    assert "nobody: the source says so" in told
    assert "The boss" in told
    assert "There is no subject with the id &#x27;duty&#x27;" in html_of(
        run_page("coverage", folders["plain"], subject="duty")
    )


def test_a_question_with_a_threshold_says_what_another_value_would_change(run_page):
    html = html_of(run_page("findings", "example", finding="board-too-big"))
    assert "limit: 10 people, by default." in html
    assert "At 14 instead of 10: one fewer (Harbour Safety Committee, from Too big to no finding)." in html


def test_answers_are_tried_when_somebody_asks_and_kept_for_everybody(folders, run_page):
    page = run_page("questions", folders["plain"])
    assert "No answer was tried" in html_of(page)
    page.button(key="try-answers").click().run()
    tried = html_of(page)
    assert "answers were tried" in tried
    assert "If nobody or nothing" in tried
    counted = re.findall(r"\d+ answers were tried", tried)
    assert counted
    assert re.findall(r"\d+ answers were tried", html_of(run_page("questions", folders["plain"]))) == counted


def test_what_to_ask_next_ranks_without_trying_and_keeps_what_people_think_apart(run_page):
    html = html_of(run_page("questions", SHIPPED))
    assert "No answer was tried" in html
    assert "Does anyone answer for Tackling illegal immigration in the line chain?" in html
    assert "No answer is tried or guessed." in html
    assert "What people think, beside what is computed" in html
