"""What a paper tells of criteria that somebody set: as they were set, with the result, and never a winner."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pptx
import pytest

from orgmodel.render.brief import build_paper, find_format
from orgmodel.render.brief.blocks import Items, Paper, Section, Table, Text
from orgmodel.use_cases import Brief
from tests.unit.render import brief_model

pytestmark = pytest.mark.embedded
CRITERIA = """
set_by: The Harbour Users
criteria:
  - {count: findings, severity: high, better: less, weight: 3}
  - {count: cost, often: one_off, better: less, weight: 0.01}
"""
FINDINGS_ALONE = """
criteria:
  - {count: findings, severity: high, better: less, weight: 3}
"""
WITH_LAMPS = """
id: with-lamps
title: Lamps, with the lot
model: quays
cites: [review#6]
because: The lamps come with the rest.
by: The Chief
includes: [one-post]
changes:
  - {do: assign, responsibility: lamps, to: quay-master, because: The quay is dark.}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = brief_model.write_quays(tmp_path_factory.mktemp("weighed") / "quays")
    (folder / "options" / "with-lamps.yaml").write_text(WITH_LAMPS, encoding="utf-8")
    (folder.parent / "criteria.yaml").write_text(CRITERIA, encoding="utf-8")
    (folder.parent / "findings.yaml").write_text(FINDINGS_ALONE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def gathered(folder: Path) -> Brief:
    file = folder.parent / "findings.yaml"
    return brief_model.gather(folder, "nothing-yet", "lamps-lit", criteria=file)


@pytest.fixture(scope="module")
def paper(gathered: Brief) -> Paper:
    return build_paper(gathered)


def part(paper: Paper, title: str) -> Section:
    every = [inner for section in paper.sections for inner in (section, *section.parts)]
    return next(section for section in every if section.title.startswith(title))


def texts(section: Section) -> list[Text]:
    found: list[Text] = []
    for block in section.walk():
        found += [block] if isinstance(block, Text) else block.items if isinstance(block, Items) else []
    return found


def weighed(paper: Paper) -> Table:
    return next(block for block in paper.walk() if isinstance(block, Table) and block.title.startswith("Criteria"))


def test_the_criteria_stand_as_they_were_set_with_the_result(paper: Paper) -> None:
    # Dredging and Lamps have nobody, and ships lie with two groups: three high findings, of which lamps-lit ends one.
    assert weighed(paper).rows == (
        ("Findings, severity high (less is better, weight 3)", "3", "3", "2"),
        ("Weighted sum (more is better)", "-9", "-9", "-6"),
        ("No better on any criterion than another, and worse on one", "yes", "yes", "no"),
    )
    assert any("none is said to win" in text.words for text in texts(part(paper, "The options side by side")))


def test_an_option_that_is_outdone_says_so_where_it_is_told_of(paper: Paper) -> None:
    marked = [text for text in texts(part(paper, "Option 1:")) if text.lead == "Outdone, by the criteria set:"]
    assert [text.words for text in marked] == [
        "Option 1 is no better on any criterion, and worse on one, than Option 2."
    ]
    assert not [text for text in texts(part(paper, "Option 2:")) if "criteria" in text.lead]


def test_the_slides_show_the_result_and_the_notes_the_criteria(gathered: Brief) -> None:
    content = find_format("pptx").render(gathered)
    assert isinstance(content, bytes)
    slide = pptx.Presentation(io.BytesIO(content)).slides[2]
    [shape] = [shape for shape in slide.shapes if shape.has_table]
    cells = {row.cells[0].text: [cell.text for cell in row.cells][1:] for row in shape.table.rows}
    assert cells["Weighted sum (more is better)"] == ["-9", "-9", "-6"]
    assert "Findings, severity high (less is better, weight 3): 3, 3 and 2." in slide.notes_slide.notes_text_frame.text


def test_without_criteria_nothing_is_weighed_and_the_paper_says_so(folder: Path) -> None:
    bare = build_paper(brief_model.gather(folder, "nothing-yet"))
    assert not [block for block in bare.walk() if isinstance(block, Table) and block.title.startswith("Criteria")]
    said = " ".join(text.words for text in texts(part(bare, "The options side by side")))
    assert "Nobody set criteria for this paper, so nothing is weighed and no option is said to be outdone." in said


def test_what_an_included_option_costs_is_told_and_is_no_nought(folder: Path) -> None:
    found = build_paper(brief_model.gather(folder, "with-lamps", "one-post", criteria=folder.parent / "criteria.yaml"))
    [costs] = [block for block in part(found, "Option 1:").blocks if getattr(block, "lead", "") == "Cost:"]
    assert isinstance(costs, Items)
    assert [text.words for text in costs.items] == [
        "Moving, once: 1,000 to 2,500 pounds. Borne by: not stated. Stated by option 2.",
        "Rent, each time: an amount that is not stated. Borne by: not stated. Stated by option 2.",
        "What it costs beside these is not stated.",
    ]
    counted = next(block for block in found.walk() if isinstance(block, Table) and block.title == "What can be counted")
    [cost] = [row for row in counted.rows if row[0] == "Cost"]
    stated = "Moving, once: 1,000 to 2,500 pounds; 1 cost more without an amount"
    assert cost[2:] == (f"{stated}; what it costs beside these is not stated", stated)
    # Option 1 states no cost of its own, so that what it comes to is not known; the rent recurs, and is not asked for.
    [row] = [row for row in weighed(found).rows if row[0].startswith("Cost once")]
    assert row[2:] == ("not known", "1,000 to 2,500")


def test_no_word_of_a_winner_is_said(paper: Paper) -> None:
    said = " ".join(f"{text.lead} {text.words}" for section in paper.sections for text in texts(section))
    assert not re.search(r"\b(best|wins|winner|optimal|superior|we recommend)\b", said, re.IGNORECASE)
