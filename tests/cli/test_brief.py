"""`brief` as a person types it: a file of each kind, what it prints, and what it says when something is wrong."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from orgmodel.render.brief import paper
from tests.cli.conftest import Answer
from tests.unit.render.brief_model import write_quays

Run = Callable[..., Answer]
pytestmark = pytest.mark.embedded


@pytest.fixture
def quays(tmp_path: Path) -> Path:
    return write_quays(tmp_path / "quays")


def test_markdown_goes_to_standard_output(run: Run, quays: Path) -> None:
    answer = run("brief", quays, "--options", "one-post,lamps-lit")
    assert answer.code == 0, answer.err
    assert answer.out.startswith("**Invented for tests**")
    assert "## Decisions needed" in answer.out


def test_the_ending_of_the_file_says_which_form(run: Run, quays: Path, tmp_path: Path) -> None:
    answer = run("brief", quays, "--options", "one-post", "--to", tmp_path / "paper.docx")
    assert (answer.code, answer.out.strip()) == (0, str(tmp_path / "paper.docx")), answer.err
    with zipfile.ZipFile(tmp_path / "paper.docx") as parts:
        assert b"Ships under one post" in parts.read("word/document.xml")


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("--options", "one-posts"), "'quays' has no option 'one-posts'", "Did you mean 'one-post'?"),
        (("--options", " , "), "no option was named", "Options: appointed, lamps-lit"),
        (("--options", "one-post", "--format", "pptx"), "'pptx' is not text", "--to paper.pptx"),
        (("--options", "one-post", "--to", "paper.odt"), "cannot be written as 'odt'", "docx, html, md, pptx"),
        (("--options", "one-post", "--to", "no/such/folder/paper.md"), "cannot be written", "folder that is there"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    run: Run, quays: Path, words: tuple[str, ...], message: str, hint: str
) -> None:
    answer = run("brief", quays, *words)
    assert answer.code == 2
    assert message in answer.err
    assert hint in answer.err


def test_an_option_that_cannot_be_carried_out_is_refused_with_every_reason(run: Run, quays: Path) -> None:
    option = "id: torn\ntitle: Torn\nmodel: quays\nbecause: It is said to help.\nchanges:\n"
    close = "  - {do: close-post, post: quay-master, because: It is said not to be needed.}\n"
    (quays / "options" / "torn.yaml").write_text(option + close)
    answer = run("brief", quays, "--options", "torn", "--to", quays.parent / "paper.html")
    assert answer.code == 3
    assert "berths" in answer.err
    assert not (quays.parent / "paper.html").exists()


def test_criteria_that_somebody_sets_stand_in_the_paper(run: Run, quays: Path) -> None:
    file = quays.parent / "criteria.yaml"
    file.write_text("set_by: The Users\ncriteria: [{count: findings, better: less, weight: 2}]\n", encoding="utf-8")
    answer = run("brief", quays, "--options", "lamps-lit", "--criteria", file)
    assert answer.code == 0, answer.err
    assert "Set by The Users" in answer.out
    assert "Findings \\(less is better, weight 2\\)" in answer.out
    assert answer.err == "", "this paper is short"


def test_criteria_that_cannot_be_read_are_refused_before_anything_is_checked(run: Run, quays: Path) -> None:
    file = quays.parent / "criteria.yaml"
    file.write_text("criteria: [{count: luck, better: less, weight: 2}]\n", encoding="utf-8")
    answer = run("brief", quays, "--options", "lamps-lit", "--criteria", file)
    assert answer.code == 3
    assert "criteria.yaml" in answer.err


def test_a_paper_that_is_too_long_is_written_and_says_so(
    run: Run, quays: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "MOST_PAGES", 1)
    answer = run("brief", quays, "--options", "one-post,lamps-lit", "--to", quays.parent / "paper.md")
    assert answer.code == 0
    assert "1 are the most it is meant to have" in answer.err
    assert "tells of 2 options: name fewer with --options" in answer.err
    assert (quays.parent / "paper.md").exists()
    slides = run("brief", quays, "--options", "one-post", "--to", quays.parent / "slides.pptx")
    assert slides.err == "", "slides are three whatever they tell"
