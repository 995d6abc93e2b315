"""How long a decision paper is: six pages at the most by saying less and never by smaller type, else it says so.

Pages are counted in what Chromium prints and, where it is there, in what LibreOffice makes of the document.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from orgmodel.render.brief import build_paper, find_format, paper, say_length
from orgmodel.render.brief.blocks import Items, Paper, Picture, Section, Table, Text
from orgmodel.render.brief.choosing import LEFT_OUT, MOST_LETTERS, MOST_PAGES, ROOMS, cut_middle
from orgmodel.render.brief.image import find_font
from orgmodel.render.brief.length import SIZES, count_pages
from orgmodel.use_cases import Brief
from tests.unit.render import brief_model
from tests.unit.render.large_brief import DUTIES, GROUPS, POSTS, QUESTIONS, write_large

pytestmark = pytest.mark.embedded
AS_WIDE_AS_ARIAL = ("Arial", "Helvetica", "Liberation Sans")
PAGE = re.compile(rb"/Type\s*/Page\b")
IMMIGRATION = ("immigration-whole", "asylum-own-director-general")
LONG = ("lowest-common-manager-too-high", "no-end-to-end-owner", "handoff-gap", "answerable-without-data",
        "no-dedicated-owner")  # fmt: skip
TURNS = ("turn-1", "turn-2", "turn-3", "turn-4")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return brief_model.gather(write_large(tmp_path_factory.mktemp("large") / "large", len(TURNS)), *TURNS)


@pytest.fixture(scope="module")
def immigration() -> Brief:
    """With the questions that make this paper long: what of them the options bear on did not fit before."""
    return brief_model.gather("home-office-2023", *IMMIGRATION, also=LONG)


def count_printed(gathered: Brief, folder: Path, chromium: str) -> dict[str, int]:
    """Pages of the page as Chromium prints it and of the document as LibreOffice does, as far as this machine can.

    Letters of another width would measure the machine's fonts and not the paper: then neither is counted.
    """
    if find_font() not in AS_WIDE_AS_ARIAL:
        return {}
    page, printed = folder / "paper.html", folder / "page.pdf"
    page.write_text(str(find_format("html").render(gathered)), encoding="utf-8")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    run([chromium, *quiet, f"--user-data-dir={folder / 'chromium'}", f"--print-to-pdf={printed}", str(page)])
    found = {"html": len(PAGE.findall(printed.read_bytes()))}
    if office := shutil.which("soffice"):
        content = find_format("docx").render(gathered)
        assert isinstance(content, bytes)
        (folder / "paper.docx").write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        run([office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "paper.docx")])
        found["docx"] = len(PAGE.findall((folder / "paper.pdf").read_bytes()))
    return found


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def items(found: Paper | Section, lead: str) -> list[Items]:
    return [block for block in found.walk() if isinstance(block, Items) and block.lead == lead]


def left(words: str) -> int:
    """How many more a line says there are."""
    said = re.search(r"And (\d+) more", words)
    return int(said[1]) if said else 0


def test_the_paper_on_immigration_keeps_to_six_pages(immigration: Brief, tmp_path: Path, chromium_path: str) -> None:
    assert count_pages(paper._build_within(immigration, ROOMS[0])) > 6, "all that there could be said is too long"
    counted = count_pages(build_paper(immigration))
    assert counted <= 6
    assert say_length(immigration) == ""
    for form, pages in count_printed(immigration, tmp_path, chromium_path).items():
        assert 4 <= pages <= 6, form
        # The measure promises no fewer pages than there are.
        assert counted - 1 <= pages <= counted, form


def test_four_options_of_a_model_ten_times_as_large_keep_to_six_pages(
    large: Brief, tmp_path: Path, chromium_path: str
) -> None:
    assert count_pages(build_paper(large)) <= 6
    for form, pages in count_printed(large, tmp_path, chromium_path).items():
        assert 2 <= pages <= 6, form


def test_what_is_cut_is_counted_and_nothing_is_lost(large: Brief) -> None:
    found = build_paper(large)
    moves = items(found, "What moves:")
    assert len(moves) == len(TURNS)
    assert {len(each.items) + left(each.left) for each in moves} == {GROUPS * POSTS * DUTIES}
    assert all(each.left.endswith("orgmodel plan") for each in moves)
    decided = next(block for block in found.sections[0].blocks if isinstance(block, Table))
    assert len(decided.rows) - len(TURNS) + left(decided.left) == QUESTIONS * len(TURNS)
    passing = next(block for block in found.walk() if isinstance(block, Table) and block.title == "What passes on")
    assert len(passing.rows) + left(passing.left) == GROUPS * POSTS * DUTIES * len(TURNS)
    commands = " ".join(
        text.words for text in items(found, "Everything that this paper chooses from is told by:")[0].items
    )
    for command in ("compare", "plan", "handover", "check", "questions", "sources", "serve"):
        assert f"orgmodel {command} large" in commands


def test_with_less_room_nothing_takes_more_pages(large: Brief, immigration: Brief) -> None:
    """The last resort is the shortest; type is the same for all, and never smaller than 8.5 points in what is told."""
    for gathered in (large, immigration):
        longest, shortest = (count_pages(paper._build_within(gathered, room)) for room in (ROOMS[0], ROOMS[-1]))
        assert shortest < longest
    assert min(size for size, _, _ in SIZES.values()) >= 8.5


def test_a_paper_that_cannot_be_short_says_so_with_what_to_do(large: Brief) -> None:
    """The same four options five times over, as twenty of their kind would be."""
    many = 5
    compared = replace(large.comparison, options=large.comparison.options * many)
    beside = replace(large.beside, comparison=compared, sides=(large.beside.sides[0], *large.beside.sides[1:] * many))
    drawn = replace(large.drawn, options=large.drawn.options * many)
    gathered = replace(large, options=large.options * many, beside=beside, drawn=drawn)
    pages = count_pages(build_paper(gathered))
    assert pages > MOST_PAGES
    said = say_length(gathered)
    assert f"about {pages} pages, and 6 are the most" in said
    assert "tells of 20 options: name fewer with --options" in said


def test_one_picture_of_all_options_takes_the_place_of_many(immigration: Brief) -> None:
    apart, together = (
        [block for block in paper._build_within(immigration, room).walk() if isinstance(block, Picture)]
        for room in (ROOMS[0], ROOMS[2])
    )
    assert len(apart) == 2
    [one] = together
    assert "Asylum casework. Command. new in options 1 and 2" in one.spoken
    assert "Second Permanent Secretary for the whole immigration system (new in option 1)" in one.spoken


def test_a_sentence_that_names_very_many_keeps_its_beginning_and_its_end() -> None:
    short = "A dispute between A and B has no manager below the head."
    assert cut_middle(short) == short
    names = [f"Director {number} of the works" for number in range(60)]
    cut = cut_middle(f"A dispute about Ships between {', '.join(names)} and the Chief has no manager below the head.")
    assert len(cut) <= MOST_LETTERS
    assert cut.startswith("A dispute about Ships between Director 0 of the works, Director 1 of the works, ")
    assert LEFT_OUT in cut
    assert cut.endswith("and the Chief has no manager below the head.")
    kept: list[Any] = re.findall(r"Director \d+ of the works", cut)
    assert len(re.findall("Director", cut)) == len(kept), "no name is cut in two"


@pytest.mark.parametrize(("lines", "pages"), [(1, 1), (45, 1), (46, 2), (94, 2), (95, 3)])
def test_the_measure_counts_lines(lines: int, pages: int) -> None:
    """A page has 260 mm or 737 points; the title and a heading take 56 of them, and each line of ten points 15: so 45
    lines stand on the first page, and 49 on each that follows."""
    texts = tuple(Text("word") for _ in range(lines))
    assert count_pages(Paper("Title", "", "", (Section("Heading", texts),))) == pages
