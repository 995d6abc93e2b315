"""What the guides and the front page tell a reader to type is right: definitions load, and give what is promised."""

import contextlib
import functools
import io
import re
from pathlib import Path

import pytest
import yaml

from orgmodel.cli import main
from orgmodel.use_cases import open_model

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.embedded


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@functools.cache
def run(*words: str) -> tuple[int, str]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = main(words)
    return code, printed.getvalue()


@pytest.fixture(scope="module")
def criteria(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The criteria that the guide shows, as a file: the comparison under them prints all that it prints without."""
    file = tmp_path_factory.mktemp("guide") / "criteria.yaml"
    file.write_text(blocks("docs/guides/comparing-options.md", "yaml")[1], encoding="utf-8")
    return file


def words_of(text: str) -> str:
    return " ".join(text.split())


def test_the_first_definitions_of_the_guide_load_and_have_their_gap(tmp_path: Path) -> None:
    header, rest, *_ = blocks("docs/guides/writing-definitions.md", "yaml")
    (tmp_path / "model.yaml").write_text(header, encoding="utf-8")
    (tmp_path / "harbour.yaml").write_text(rest, encoding="utf-8")
    code, printed = run("check", str(tmp_path))
    assert code == 1
    assert "Nobody answers for Clearing wrecks in the line chain" in words_of(printed)


def test_the_front_page_shows_definitions_that_are_there_and_the_finding_that_is_printed() -> None:
    (snippet,) = blocks("README.md", "yaml")
    (shown,) = yaml.safe_load(snippet)["responsibilities"]
    record = open_model("example").model.by_id[shown["id"]]
    assert shown["title"] == record.title
    claims = [(claim.who, list(claim.cites)) for claim in record.accountable.claims]  # type: ignore[attr-defined]
    assert [(claim["who"], claim["cites"]) for claim in shown["accountable"]] == claims
    command, finding = blocks("README.md", "console")[0].split("\n", 1)
    assert command.startswith("$ orgmodel ")
    _, printed = run(*command.removeprefix("$ orgmodel ").split())
    assert words_of(finding.replace("...", "")) in words_of(printed)


@pytest.mark.parametrize("page", ["docs/guides/reading-findings.md", "docs/guides/comparing-options.md"])
def test_what_a_guide_shows_as_printed_is_printed(page: str, criteria: Path) -> None:
    _, checked = run("check", "example")
    _, compared = run("compare", "example", "--options", "flood-lead,ships-in-one-hand", "--criteria", str(criteria))
    for block in blocks(page, "text"):
        assert words_of(block) in words_of(checked + compared)


def test_the_change_that_the_guide_shows_is_in_the_option() -> None:
    snippet, _ = blocks("docs/guides/comparing-options.md", "yaml")
    options = (ROOT / "definitions" / "example" / "options" / "flood-lead.yaml").read_text("utf-8")
    (shown,) = yaml.safe_load(snippet)
    assert shown in yaml.safe_load(options)["changes"]
