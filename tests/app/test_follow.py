"""The page that follows an option up, without a browser: a later account, a changed one, and files that are neither."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.app.conftest import html_of
from tests.app.models import HOSTILE, write_empty_model, write_model

pytestmark = pytest.mark.embedded
SHIPPED = "home-office-2023"
HOLDER = "{state: none, cites: [text#1]"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model with one option, which makes the boss answer for what nobody does."""
    return write_model(tmp_path_factory.mktemp("follow") / "plain")


def pack(folder: Path, **changed: tuple[str, str]) -> bytes:
    """A ZIP of a model's definitions, with words changed in some of its files, by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(folder.glob("*.yaml")):
            text = path.read_text("utf-8")
            old, new = changed.get(path.stem, ("", ""))
            assert old in text
            archive.writestr(f"later/{path.name}", text.replace(old, new, 1) if old else text)
    return out.getvalue()


@pytest.fixture
def follow(served, run_page):
    """The page with one file brought."""

    def start(data: bytes, name: str = "later.zip", model: Path = served):
        test = run_page("follow", model)
        test.radio(key="account-way").set_value("files").run()
        test.file_uploader(key="account-files").set_value([(name, data, "application/zip")]).run()
        assert not test.exception, test.exception[0].message
        return test

    return start


def part(test, heading: str) -> str:
    html = html_of(test)
    start = html.index(f">{heading}")
    return html[start : html.index("<h2", start + 1) if "<h2" in html[start + 1 :] else None]


def carried(test):
    return [each for each in test.get("download_button") if each.proto.label.startswith("Download the option")]


def test_what_a_later_account_did_is_followed_and_what_it_did_not_is_not(follow, served):
    done = follow(pack(served, units=(HOLDER, "{who: boss, cites: [text#1]"), model=("2024-01-01", "2025-01-01")))
    assert "Followed (1)" in part(done, "Did reality follow?")
    assert "is The boss" in part(done, "Did reality follow?")
    assert "There already, as the option wants it (1)" in part(done, "Carry it over")
    other = follow(pack(served, units=(HOLDER, "{who: clerk, cites: [text#1]")))
    assert "Otherwise (1)" in part(other, "Did reality follow?")
    same = follow(pack(served))
    assert "Not followed (1)" in part(same, "Did reality follow?")
    # The option also asks something, which no account can answer by what it is.
    assert "Questions that the option asks (1)" in part(same, "Did reality follow?")


def test_a_conflict_shows_all_three_and_gives_no_file(follow, served):
    test = follow(pack(served, units=(HOLDER, "{who: clerk, cites: [text#1]")))
    told = part(test, "Carry it over")
    assert "Conflicts (1)" in told
    for heading, cell in (("It was (base)", "(none)"), ("It is there (theirs)", "The clerk"),
                          ("The option wants (ours)", "The boss")):  # fmt: skip
        assert f'data-label="{heading}">{cell}' in told
    assert not carried(test)


def test_without_a_conflict_the_option_is_handed_over_for_the_other_account(follow, served):
    test = follow(pack(served, model=("id: tiny", "id: tiny-later")))
    assert "Conflicts (0)" in part(test, "Carry it over")
    [button] = carried(test)
    assert button.proto.label.endswith("(one.yaml)")
    data = test.session_state["kept-followed"][1].carried
    written = yaml.safe_load(data)
    assert (written["id"], written["model"], len(written["changes"])) == ("one", "tiny-later", 2)


def test_an_account_of_an_earlier_day_followed_nothing(follow, served):
    told = part(follow(pack(served, model=("2024-01-01", "2020-01-01"))), "Did reality follow?")
    assert "is no later account: 2020-01-01 is before 2024-01-01. Name an account of a later day." in told


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.zip", b"", "it is no ZIP file that can be read"),
        ("units.csv", b"", "of which day it is has not been said"),
        ("wrong.zip", b"PK nothing", "it is no ZIP file that can be read"),
    ],
)
def test_files_that_are_no_account_are_said_and_the_page_goes_on(name, data, says, follow):
    html = html_of(follow(data, name))
    assert "This account cannot be used." in html
    assert says in html
    assert "Did reality follow?" not in html


def test_an_account_with_a_mistake_gives_its_place_and_one_of_another_organisation_is_refused(follow, served):
    assert "topp" in html_of(follow(pack(served, units=("who: top,", "who: topp,"))))
    other = pack(served, model=("organisation: top", "organisation: low"))
    assert "is about &#x27;low&#x27;, and the option about &#x27;top&#x27;" in html_of(follow(other))


def test_hostile_names_stay_text(follow, tmp_path):
    hostile = write_model(tmp_path / "hostile", HOSTILE, "hostile")
    html = html_of(follow(pack(hostile, units=(HOLDER, "{who: clerk, cites: [text#1]")), model=hostile))
    assert "&lt;svg onload=window.ran=1&gt;" in html
    assert not any(forbidden in html for forbidden in ("<script", "<img", "<iframe", "<svg"))


def test_a_shipped_account_of_the_same_organisation_is_offered(run_page):
    test = run_page("follow", SHIPPED, option="organised-crime-command", account="home-office-2012")
    html = html_of(test)
    assert "Not the organisation&#x27;s own statement" in html
    assert html.count('om-tag-account">') == 2
    assert "Director General, organised crime command" in part(test, "Carry it over")


def test_a_model_without_options_and_one_without_another_account_say_so(run_page, served, tmp_path):
    assert "This model has no options" in html_of(run_page("follow", write_empty_model(tmp_path / "empty")))
    test = run_page("follow", served)
    assert "No file has been brought yet." in html_of(test)
    assert [each.label for each in test.radio] == ["Which other account"]
    assert len(test.radio[0].options) == 2
