"""`export`: every form by one command, what it leaves out on standard error, and what cannot be asked of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orgmodel import use_cases
from tests.cli.conftest import Answer

Run = Callable[..., Answer]
TEXTS = [form.name for form in use_cases.FORMATS if not form.binary]


@pytest.fixture
def with_people(folder: Path) -> Path:
    """The small model with two holders, both invented, and grades."""
    (folder / "people.yaml").write_text(
        "people: [{id: ada, title: Ada Quill, invented: true}, {id: bo, title: Bo Tarn, invented: true}]\n"
        "holdings: [{person: ada, post: chief}, {person: bo, post: chief-pilot}]\n"
        "grades: [{id: top, title: Top}, {id: low, title: Low}]\n"
    )
    lists = folder / "lists.yaml"
    text = lists.read_text().replace("title: Chief}", "title: Chief, grade: top}")
    lists.write_text(text.replace("title: Chief Pilot,", "title: Chief Pilot, grade: low,"))
    return folder


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_goes_to_standard_output_and_says_whose_account_it_is(run: Run, folder: Path, name: str) -> None:
    answer = run("export", name, folder)
    assert answer.code == 0
    said = " ".join(answer.out.replace("<br/>", " ").replace("#8203;", "").split())
    assert "the account of an invented review" in said
    assert "Not the organisation" in said


@pytest.mark.parametrize("name", TEXTS)
def test_nobody_is_named_unless_asked_for(run: Run, with_people: Path, name: str) -> None:
    answer = run("export", name, with_people)
    assert "Ada Quill" not in answer.out
    form = use_cases.find_format(name)
    said = "Hidden, since they are about people: 2 people, 2 holdings. To include them: --with-people."
    assert (said in answer.err) == ("with_people" in form.takes)
    if "with_people" in form.takes:
        assert "Ada Quill" in run("export", name, with_people, "--with-people").out


def test_names_are_withheld_below_a_grade(run: Run, with_people: Path) -> None:
    answer = run("export", "organogram", with_people, "--with-people", "--withhold", "top")
    assert "Ada Quill" in answer.out
    assert "Bo Tarn" not in answer.out
    assert "Names withheld of 1 of 2 holders: posts below Top." in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["graphml", "--with-people", "--withhold", "top"], "'graphml' has no use for --withhold"),
        (["mermaid-units", "--with-people"], "'mermaid-units' has no use for --with-people"),
        (["organogram", "--base", "urn:x:"], "'organogram' has no use for --base"),
        (["turtle", "--most", "9"], "'turtle' has no use for --most"),
        (["turtle", "--base", "no address"], "'no address' cannot be what names begin with"),
        (["organogram", "--withhold", "top"], "--withhold says which names are left out, and none are in"),
        (["organogram", "--with-people", "--withhold", "x"], "'harbour' has no grade 'x'"),
        (["grapml"], "there is no export called 'grapml'"),
        (["graphml", "--option", "nowhere"], "'harbour' has no option 'nowhere'"),
    ],
)
def test_what_cannot_be_asked_is_said(run: Run, with_people: Path, words: list[str], said: str) -> None:
    answer = run("export", words[0], with_people, *words[1:])
    assert answer.code == 2
    assert said in answer.err
    assert answer.out == ""


def test_a_name_that_stands_in_a_title_is_warned_of(run: Run, with_people: Path) -> None:
    lists = with_people / "lists.yaml"
    lists.write_text(lists.read_text().replace("title: Chief Pilot,", "title: Pilot (Ada Quill),"))
    answer = run("export", "mermaid-posts", with_people)
    assert "The name of 1 hidden person stands in a title or a note" in answer.err


def test_a_file_is_written_whole_and_named(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.graphml"
    answer = run("export", "graphml", folder, "--to", target)
    assert (answer.code, answer.out) == (0, f"{target}\n")
    assert target.read_text("utf-8") == run("export", "graphml", folder).out
    assert not list(tmp_path.glob(".*.part"))


def test_a_place_that_cannot_be_written_is_said(run: Run, folder: Path, tmp_path: Path) -> None:
    answer = run("export", "graphml", folder, "--to", tmp_path / "nowhere" / "out.graphml")
    assert answer.code == 2
    assert "cannot be written: No such file or directory" in answer.err


def test_a_form_that_is_no_text_asks_for_a_file(run: Run, folder: Path) -> None:
    answer = run("export", "xlsx", folder)
    assert answer.code == 2
    assert "'xlsx' is not text, and needs a file" in answer.err
    assert "Give one: --to harbour.xlsx" in answer.err


def test_the_model_of_an_option_can_be_taken_away(run: Run) -> None:
    before = run("export", "mermaid-accountability", "example").out
    after = run("export", "mermaid-accountability", "example", "--option", "flood-lead").out
    assert before != after


def test_a_library_that_is_absent_is_asked_for_by_name(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rdflib", None)
    answer = run("export", "turtle", folder)
    assert answer.code == 2
    assert "Turtle needs rdflib, which is not installed" in answer.err
    assert "pip install 'orgmodel[exchange]'" in answer.err
