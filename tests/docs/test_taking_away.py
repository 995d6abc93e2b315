"""The guide to exports names every form as the table of forms does, and what it shows is what is written."""

import contextlib
import io

import pytest
from rdflib import Graph

from orgmodel.cli import main
from orgmodel.cli.exporting import FORMATS
from orgmodel.use_cases import ExportFormat
from tests.docs.test_written_examples import ROOT, blocks

PAGE = "docs/guides/taking-it-away.md"


def run(*words: str) -> tuple[str, str]:
    """What a command writes to standard output and to standard error."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        assert main(words) == 0
    return out.getvalue(), err.getvalue()


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_form_has_its_row(form: ExportFormat) -> None:
    row = f"| `{form.name}` | {form.what} | {form.keeps} | {form.cannot_hold} |"
    assert row in (ROOT / PAGE).read_text("utf-8").splitlines()


def test_what_is_shown_as_said_is_said() -> None:
    _, said = run("export", "organogram", "example")
    for block in blocks(PAGE, "text"):
        assert block in said


def test_the_flowchart_is_what_is_written() -> None:
    (shown,) = blocks(PAGE, "mermaid")
    assert run("export", "mermaid-units", "example", "--within", "coast-directorate")[0] == shown


def test_the_question_in_the_guide_finds_what_nobody_answers_for() -> None:
    (query,) = blocks(PAGE, "sparql")
    graph = Graph().parse(data=run("export", "turtle", "example")[0], format="turtle")
    # The invented review says so of wrecks, and of nothing else.
    assert [str(row[0]) for row in graph.query(query)] == ["resp-wrecks"]  # type: ignore[index]
