"""What the documentation points at is there: files, sections, models, findings and commands."""

import re
from collections.abc import Iterator
from pathlib import Path

import typer

from orgmodel.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").rglob("*.md"))]
WRITTEN = [page for page in PAGES if "Made by scripts/build_docs.py" not in page.read_text("utf-8")]
MADE_ELSEWHERE = ("docs/images/app-findings.png", "queries/README.md")
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
COMMAND = re.compile(r"\borgmodel ([a-z]+)\b")
FILE = re.compile(r"`((?:orgmodel|app|queries|definitions|tests|docs|scripts|bench)/[\w./-]*)`")


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    headings = [re.sub(r"[`*]", "", heading).strip().lower() for heading in HEADING.findall(text)]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in headings}


def broken_links(page: Path) -> Iterator[str]:
    for target in LINK.findall(page.read_text("utf-8")):
        file, _, anchor = target.partition("#")
        path = (page.parent / file).resolve() if file else page
        if re.match(r"[a-z]+:", target) or path.relative_to(ROOT).as_posix() in MADE_ELSEWHERE:
            continue
        if not path.exists():
            yield f"{page.name} points to {target}, which is not there"
        elif anchor and anchor not in anchors(path):
            yield f"{page.name} points to {target}, and the page has no such heading"


def test_every_link_leads_somewhere() -> None:
    assert [broken for page in PAGES for broken in broken_links(page)] == []


def test_every_file_that_is_named_is_there() -> None:
    named = {(page.name, name) for page in WRITTEN for name in FILE.findall(page.read_text("utf-8"))}
    assert sorted(pair for pair in named if pair[1] not in MADE_ELSEWHERE and not (ROOT / pair[1]).exists()) == []


def test_every_command_that_is_named_exists() -> None:
    commands = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    for page in PAGES:
        text = page.read_text("utf-8")
        blocks = re.findall(r"^```(?:sh|console)?\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
        typed = [line for block in blocks for line in block.splitlines()] + re.findall(r"`(orgmodel [^`\n]+)`", text)
        lines = [line.strip().removeprefix("$ ").removeprefix(".venv/bin/") for line in typed]
        named = {match[1] for line in lines if (match := COMMAND.match(line))}
        assert named <= commands, page.name


def test_no_page_names_the_address_of_a_registry() -> None:
    addresses = re.compile(r"https?://[\w.]*(pypi|npmjs|maven|registry|crates|anaconda)", re.IGNORECASE)
    assert [page.name for page in PAGES if addresses.search(page.read_text("utf-8"))] == []
