"""The page for files of one's own, without a browser: problems, the mapping, the result, taking it, and bad files."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from orgmodel.loading import load_model
from orgmodel.use_cases import Report
from tests.app.conftest import html_of
from tests.app.models import HOSTILE, write_model

pytestmark = pytest.mark.embedded
PUBLISHED = "An organogram as departments publish them"
ORGANOGRAM = Path(__file__).parents[2] / "docs" / "guides" / "invented-organogram.csv"
UNITS = (
    ("Title", "Part of", "Kind", "Head"),
    ("Harbour Board", "", "Board", "Chief"),
    ("Works", "Harbour Board", "Group", ""),
)
POSTS = (("Title", "Unit", "Reports to"), ("Chief", "Harbour Board", ""), ("Foreman", "Works", "Chief"))
CSS = (Path(__file__).parents[2] / "app" / "static" / "app.css").read_text("utf-8")
KINDS = (("Title",), ("Board",), ("Group",))
DUTIES = (("Title", "Who is accountable"), ("Clearing wrecks", "nobody"))


def to_csv(rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def tables(**changed):
    """The files of an invented harbour, as the browser hands them over."""
    rows = {"units": UNITS, "posts": POSTS, "unit_kinds": KINDS, "responsibilities": DUTIES} | changed
    return [(f"{name}.csv", to_csv(each), "text/csv") for name, each in rows.items()]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("served") / "plain")


@pytest.fixture
def unasked(monkeypatch):
    """Nothing is asked of what is read, which takes most of the time and is looked at in a test of its own."""
    monkeypatch.setattr("orgmodel_app.state.check_read", lambda model: Report(model, "", "none", ()))


@pytest.fixture
def bring(served, run_page, monkeypatch):
    """The page at a machine of one's own, with files and what is said of them."""
    monkeypatch.setattr("orgmodel_app.settings.is_loopback", lambda address: True)

    def start(files, what: str = "Tables of your own organisation", **said: str):
        test = run_page("bring", served)
        test.radio[0].set_value(what)
        test.run()
        for key, words in said.items():
            test.text_input(key=f"bring-{key}").set_value(words)
        test.file_uploader[0].set_value(files)
        return again(test)

    return start


def again(test):
    test.run()
    assert not test.exception
    assert "went wrong on our side" not in html_of(test)
    return test


def press(test, words: str):
    next(button for button in test.button if button.label == words).click()
    return again(test)


def downloads(test) -> list[str]:
    return [button.proto.label for button in test.get("download_button")]


def test_tables_are_looked_at_and_then_written_with_what_to_do_next(bring, tmp_path, monkeypatch):
    folder = tmp_path / "my harbour"
    test = bring(tables(), **{"folder-my-organisation": str(folder)})
    looked = html_of(test)
    assert "Nothing odd was found." in looked
    assert "<strong>2</strong> posts added<" in looked
    assert "Nobody answers for Clearing wrecks in the line chain: the source says so." in looked
    assert "account of somebody who has not said so yet" in looked
    assert "Say above whose account it is; then it can be taken." in looked
    assert "Download it (ZIP)" not in downloads(test)
    assert len(test.get("iframe")) == 1
    test.text_input(key="bring-account").set_value("The tests")
    again(test)
    assert "Download it (ZIP)" in downloads(test)
    assert not folder.exists()
    written = html_of(press(test, "Write it to the folder"))
    assert f"Written to {folder}." in written
    assert f"orgmodel check &#x27;{folder}&#x27;\norgmodel serve &#x27;{folder}&#x27;" in written
    assert [unit.title for unit in load_model(folder).units] == ["Harbour Board", "Works"]
    assert load_model(folder).about.account_of == "The tests"
    monkeypatch.setattr("orgmodel_app.state.check_read", lambda model: Report(model, "", "none", ()))
    test.file_uploader[0].set_value(tables(posts=(*POSTS, ("Diver", "Works", "Foreman"))))
    assert "<strong>1</strong> posts added<" in html_of(again(test))
    press(test, "Bring the folder up to date")
    assert len(load_model(folder).posts) == 3


@pytest.mark.usefixtures("unasked")
def test_headings_of_ones_own_are_put_right_in_a_form_and_read_again(bring):
    posts = (("Job titel", "Where", "Reports to"), *POSTS[1:])
    test = bring(tables(posts=posts), account="The tests")
    assert "no column of Posts is called &#x27;Where&#x27;" in html_of(test)
    assert "Nothing can be looked at or written until all that has to be put right is." in html_of(test)
    at = ["units", "posts", "unit_kinds", "responsibilities"].index("posts")
    guessed, unknown = (
        test.selectbox(key=f"bring-field-{at}-{place}-posts-{said}") for place, said in ((0, "title"), (1, "skip"))
    )
    assert guessed.value == "title"
    assert "a guess: is it right?" in html_of(test)
    assert "Save this mapping (YAML)" in downloads(test)
    unknown.set_value("in_unit")
    looked = html_of(press(test, "Read again with this"))
    assert "Nothing odd was found." in looked
    assert "<strong>2</strong> posts added<" in looked


@pytest.mark.usefixtures("unasked")
def test_a_mapping_that_was_saved_is_handed_back_and_what_is_put_right_after_counts_more(bring):
    posts = (("Job titel", "Where", "Reports to"), *POSTS[1:])
    test = bring(tables(posts=posts), account="The tests")
    at = ["units", "posts", "unit_kinds", "responsibilities"].index("posts")
    test.selectbox(key=f"bring-field-{at}-1-posts-skip").set_value("in_unit")
    press(test, "Read again with this")
    saved = test.session_state["kept-read"][1].tables.suggested.encode()

    later = bring(tables(posts=posts), account="The tests")
    assert "no column of Posts is called &#x27;Where&#x27;" in html_of(later)
    later.file_uploader(key="bring-saved").set_value(("mapping.yaml", saved, "application/yaml"))
    looked = html_of(again(later))
    assert "Nothing odd was found." in looked
    assert "<strong>2</strong> posts added<" in looked
    later.selectbox(key=f"bring-field-{at}-2-posts-reports_to").set_value("skip")
    press(later, "Read again with this")
    assert "reports_to" not in later.session_state["kept-read"][1].tables.suggested
    later.file_uploader(key="bring-saved").set_value([])
    assert "no column of Posts is called &#x27;Where&#x27;" in html_of(again(later))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "&#x27;mapping.yaml&#x27; is empty"),
        (b"\xff\xfe\x00", "&#x27;mapping.yaml&#x27; is not UTF-8"),
        (b"tables:\n  posts.csv: {list: postz}\n", "&#x27;postz&#x27; is no list that a table can be"),
        (b"tables: [", "mapping.yaml"),
        (b"#" * 1_000_001, "a mapping is 1 MB at most"),
        (b"tables:\n  <script>: {list: <img src=x>}\n", "&lt;img src=x&gt;"),
    ],
)
@pytest.mark.usefixtures("unasked")
def test_a_mapping_that_cannot_be_used_is_said_and_nothing_is_read_with_it(data, says, bring):
    test = bring(tables(), account="The tests")
    test.file_uploader(key="bring-saved").set_value(("mapping.yaml", data, "application/yaml"))
    html = html_of(again(test))
    assert "The mapping cannot be used." in html
    assert says in html
    assert "posts added" not in html


@pytest.mark.usefixtures("unasked")
def test_a_table_taken_for_another_list_has_its_columns_looked_at_anew(bring):
    files = [
        ("work.csv", to_csv(POSTS), "text/csv") if name == "posts.csv" else (name, *rest) for name, *rest in tables()
    ]
    test = bring(files, account="The tests")
    first = next(box for box in test.selectbox if (box.key or "").startswith("bring-list-1"))
    first.set_value("subjects")
    assert "no column of Subjects is called &#x27;Reports to&#x27;" in html_of(press(test, "Read again with this"))


@pytest.mark.usefixtures("unasked")
def test_problems_are_narrowed_by_kind_and_by_words(bring):
    test = bring([(ORGANOGRAM.name, ORGANOGRAM.read_bytes(), "text/csv")], PUBLISHED)
    whole = html_of(test)
    assert "None of them keeps the rest from being read." in whole
    assert "Harbours and Lights, organogram of 30 September 2011" in whole
    test.selectbox(key="bring-kind").set_value("a post that reports to itself")
    narrowed = html_of(again(test))
    assert "1 of 11 problems are shown." in narrowed
    assert "reports to &#x27;HL20&#x27;" not in narrowed.partition("The result")[0]
    test.text_input(key="bring-words").set_value("no such words")
    assert "0 of 11 problems are shown." in html_of(again(test))


@pytest.mark.usefixtures("unasked")
def test_one_snapshot_of_an_organogram_is_looked_at_and_taken_without_names(bring, tmp_path):
    folder = tmp_path / "lights"
    file = (ORGANOGRAM.name, ORGANOGRAM.read_bytes(), "text/csv")
    test = bring([file], PUBLISHED, **{"folder-my-organogram": str(folder)})
    test.selectbox(key="bring-snapshot").set_value("2011-03-31")
    looked = html_of(again(test))
    assert "<strong>8</strong> posts<" in looked
    test.checkbox(key="bring-only").check()
    again(test)
    assert f"orgmodel check {folder}/2011-03-31" in html_of(press(test, "Write it to the folder"))
    assert {path.name for path in folder.iterdir() if path.is_dir()} == {"2011-03-31"}
    assert not load_model(folder / "2011-03-31").people
    test.checkbox(key="bring-names-organogram").check()
    again(test)
    test.checkbox(key="bring-only").uncheck()
    again(test)
    press(test, "Write it to the folder")
    assert {person.title for person in load_model(folder / "2011-09-30").people} != set()


@pytest.mark.usefixtures("unasked")
def test_hostile_names_of_files_headings_and_things_are_text(bring):
    a, b, c, d, e = HOSTILE
    rows = {
        "units": (UNITS[0], (a, "", b, c)),
        "posts": ((*POSTS[0], d), (c, a, "", "x"), ("<b>bold</b>", a, c, "=1+1")),
        "unit_kinds": (KINDS[0], (b,)),
        "responsibilities": (DUTIES[0], (e, "nobody")),
    }
    files = [(f"{name}.csv", to_csv(each), "text/csv") for name, each in rows.items()]
    files.append((f"{a.replace('/', '')}.csv", b"Title,Who is accountable\n", "text/csv"))
    test = bring(files, account=a, whole=b, marking=c)
    said = html_of(test)
    assert "no column of Posts is called" in said
    _is_text(test)
    test.file_uploader[0].set_value(
        [*files[:1], ("posts.csv", to_csv((POSTS[0], (c, a, ""))), "text/csv"), *files[2:4]]
    )
    test.text_input(key="bring-whole").set_value("")
    assert "The structure of it" in html_of(again(test))
    _is_text(test)


def _is_text(test) -> None:
    html = html_of(test).replace(f"<style>{CSS}</style>", "")
    for forbidden in ("<script", "<img", "<iframe", "<svg", "<b>", 'href="http', 'javascript:alert(1)"'):
        assert forbidden not in html
    assert not test.markdown
    for widget in (*test.button, *test.selectbox, *test.expander):
        assert not re.search(r"(?<!\\)[\[<`*$]", widget.label), widget.label


@pytest.mark.parametrize("what", ["Tables of your own organisation", PUBLISHED])
@pytest.mark.usefixtures("unasked")
def test_bad_files_give_problems_and_the_session_goes_on(what, bring):
    good = tables() if what != PUBLISHED else [(ORGANOGRAM.name, ORGANOGRAM.read_bytes(), "text/csv")]
    test = bring([("noise.xlsx", b"PK\x03\x04" + bytes(range(256)) * 40, "application/zip")], what)
    assert "What is wrong in the files" in html_of(test)
    assert "noise.xlsx" in html_of(test)
    for bad in (
        ("a.csv", b"", "text/csv"),
        ("a.xls", b"%PDF-1.4 ...", "text/csv"),
        ("a.csv", b"\xff\x00\x81" * 99, "text/csv"),
    ):
        test.file_uploader[0].set_value([bad])
        assert f'data-label="File">{bad[0]}<' in html_of(again(test))
    test.file_uploader[0].set_value([*good, (good[0][0], b"other", "text/csv")])
    assert f"two of the files are called &#x27;{good[0][0]}&#x27;" in html_of(again(test))
    test.file_uploader[0].set_value(good)
    assert "The result, before anything is written" in html_of(again(test))


@pytest.mark.usefixtures("unasked")
def test_what_goes_wrong_on_our_side_is_said_plainly_and_the_page_goes_on(bring, monkeypatch):
    test = bring(tables(), account="The tests")

    def fail(*_):
        raise RuntimeError("secret of the machine")

    with monkeypatch.context() as broken:
        broken.setattr("orgmodel.use_cases.bringing.bring_tables", fail)
        test.text_input(key="bring-account").set_value("Others")
        test.run()
    said = html_of(test)
    assert not test.exception
    assert "Something went wrong on our side." in said
    assert "secret" not in said
    assert "Marking: " in said
    test.text_input(key="bring-account").set_value("The tests")
    assert "The result, before anything is written" in html_of(again(test))


@pytest.mark.usefixtures("unasked")
def test_a_server_for_others_writes_to_no_folder_and_looks_into_none(served, run_page, tmp_path):
    test = run_page("bring", served)
    assert test.text_input(key="bring-folder-my-organisation").value == "my-organisation"
    test.text_input(key="bring-account").set_value("The tests")
    test.file_uploader[0].set_value(tables())
    said = html_of(again(test))
    assert "it writes to no folder of it" in said
    assert not any(button.label == "Write it to the folder" for button in test.button)
    assert "Download it (ZIP)" in downloads(test)


@pytest.mark.usefixtures("unasked")
def test_a_folder_that_nobody_imported_is_refused(bring, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    test = bring(tables(), account="The tests", **{"folder-my-organisation": str(tmp_path)})
    assert "is there already, and no import made it" in html_of(press(test, "Write it to the folder"))
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.usefixtures("unasked")
def test_of_something_large_the_questions_are_asked_only_when_wanted(bring, monkeypatch):
    monkeypatch.setattr("orgmodel.use_cases.bringing.ASKED_AT_ONCE", 3)
    test = bring(tables(), account="The tests")
    assert "The questions have not been asked yet" in html_of(test)
    assert "What the questions find in it" not in html_of(test)
    asked = html_of(press(test, "Ask the questions of these 7 things"))
    assert "What the questions find in it" in asked
    assert "What the questions find in it" in html_of(again(test))
