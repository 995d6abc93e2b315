"""What a decision paper says: every claim with its paragraphs, nothing guessed, nobody named, no option put first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orgmodel.render.brief import build_paper
from orgmodel.render.brief.blocks import Block, Items, Paper, Picture, Section, Table, Text, fold_cites, say_paragraphs
from orgmodel.render.brief.choosing import first
from orgmodel.render.brief.md import render_md
from orgmodel.use_cases import Brief
from tests.unit.render import brief_model
from tests.unit.render.brief_model import ALL

pytestmark = pytest.mark.embedded
GOLDEN = Path(__file__).parent / "brief_example.md"
ORDER = (
    "Decisions needed", "Why now", "If nothing is done", "The options", "The options side by side",
    "What we do not know", "Handovers", "Benefits", "Sources",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return brief_model.write_quays(tmp_path_factory.mktemp("papers") / "quays")


@pytest.fixture(scope="module")
def gathered(folder: Path) -> Brief:
    return brief_model.gather(folder, *ALL)


@pytest.fixture(scope="module")
def paper(gathered: Brief) -> Paper:
    return build_paper(gathered)


def texts_of(blocks: Section | Paper) -> list[Text]:
    found: list[Text] = []
    for block in blocks.walk():
        found += [block] if isinstance(block, Text) else block.items if isinstance(block, Items) else []
    return found


def part(paper: Paper, title: str) -> Section:
    every = [inner for section in paper.sections for inner in (section, *section.parts)]
    return next(section for section in every if section.title.startswith(title))


def words_of(block: Block) -> str:
    match block:
        case Text():
            return f"{block.lead} {block.words}"
        case Items():
            return " ".join([block.lead, *map(words_of, block.items), block.left])
        case Table():
            return " ".join([block.title, *block.columns, *(cell for row in block.rows for cell in row), block.left])
        case Picture():
            return f"{block.title} {block.spoken} {block.note}"


def table(section: Section, title: str) -> Table:
    return next(block for block in section.walk() if isinstance(block, Table) and block.title.startswith(title))


def row(found: Table, name: str) -> tuple[str, ...]:
    return next(cells[1:] for cells in found.rows if cells[0].startswith(name))


def test_sections_stand_in_the_order_of_a_decision(paper: Paper) -> None:
    assert tuple(section.title for section in paper.sections) == ORDER
    assert paper.marking == "Invented for tests"
    assert "Not the organisation's own statement" in paper.standing


def test_every_claim_has_its_paragraphs(paper: Paper, gathered: Brief) -> None:
    known = {f"review#{number}" for number in range(1, 13)}
    claims = [text for text in texts_of(paper) if text.cites is not None]
    assert {cite for text in claims for cite in text.cites or ()} <= known
    # Only what the options themselves say without a citation is without one, and it says so.
    bare = [text for text in claims if not text.cites]
    assert {option.id for option in gathered.options if not option.cites} == {"nothing-yet", "appointed"}
    assert {text.words for text in bare} == {"It was never worked out.", "nobody who is named. Why is not stated."}
    assert all(text.source == "no paragraph" for text in bare)


def test_what_is_said_without_paragraphs_is_no_claim(paper: Paper) -> None:
    """Counts, directions and silences: none of them names a thing of the model."""
    said = " ".join(
        words_of(text) for text in texts_of(paper) if text.cites is None and not text.lead.startswith("In full")
    )
    for name in ("Quay Master", "Chief", "Pilot", "Berths", "Dredging", "Lamps", "Ships"):
        assert name not in said, name


def test_the_first_page_says_what_is_asked(paper: Paper) -> None:
    asked = part(paper, "Decisions").blocks[0]
    # Two questions of one-post (its phase and the rest of the post), and one of appointed, which names somebody.
    assert words_of(asked) == (
        "You are asked to choose between doing nothing and options 1 to 5, and have 3 questions answered that they "
        "leave open. This paper does not say which to choose."
    )


def test_decisions_name_who_takes_them_or_say_not_stated(paper: Paper) -> None:
    found = table(part(paper, "Decisions"), "What is to be decided")
    assert row(found, "Whether to carry out 'Ships under one post'") == ("Option 1", "Chief")
    assert row(found, "Whether to carry out 'Nothing yet'") == ("Option 2", "not stated")
    assert row(found, "Does the Quay Master keep the rest?") == ("Option 1", "Chief")
    assert row(found, "When does it begin?") == ("Option 1", "not stated")


def test_what_is_ruled_out_in_the_model_is_told_with_whose_reason(paper: Paper) -> None:
    [told] = [text for text in texts_of(part(paper, "Decisions")) if "Moving the berths" in text.words]
    assert "ruled out by The Harbour Users: It was tried before" in told.words
    assert told.cites == ("review#10",)


def test_why_now_holds_the_findings_on_which_options_bear(paper: Paper) -> None:
    said = [text.words for text in texts_of(part(paper, "Why now"))]
    assert any("Nobody answers for Dredging" in words for words in said)
    assert any("Ships is split over 2 groups" in words for words in said)


def test_doing_nothing_counts_what_stays(paper: Paper) -> None:
    # Dredging and Lamps have nobody (review 5 and 6), and ships lie with two groups (3 and 4).
    assert "3 findings stay as today" in " ".join(text.words for text in texts_of(part(paper, "If nothing")))


def test_a_cost_is_a_range_or_not_stated_and_never_nought(paper: Paper) -> None:
    costs = [
        words_of(block)
        for block in part(paper, "Option 1").walk()
        if isinstance(block, Items) and block.lead == "Cost:"
    ]
    assert "Moving, once: 1,000 to 2,500 pounds" in costs[0]
    assert "Rent, each time: an amount that is not stated" in costs[0]
    for number in (2, 3, 4, 5):
        [cost] = [text for text in texts_of(part(paper, f"Option {number}:")) if text.lead == "Cost:"]
        assert cost.words.startswith("Not stated.")
    for found in (block for block in part(paper, "The options side by side").walk() if isinstance(block, Table)):
        for name in ("Cost", "When"):
            cells = [cell for cells in found.rows if cells[0] == name for cell in cells[1:]]
            assert all(cell and not re.match(r"^(0|nil|none|£0)", cell) for cell in cells), (name, cells)


def test_benefits_have_measure_today_and_owner_or_say_not_stated(paper: Paper) -> None:
    found = table(part(paper, "Benefits"), "As said")
    assert found.rows == (
        ("Option 1", "Boats met", "Half of them", "Chief"),
        ("Option 1", "Calls answered", "not stated", "not stated"),
    )
    assert any(text.lead == "Options 2, 3, 4 and 5:" for text in texts_of(part(paper, "Benefits")))


def test_no_option_is_put_first_by_the_paper_itself(paper: Paper) -> None:
    """Words of judgement stand only in the mouth of somebody who is named."""
    judging = re.compile(
        r"\b(best|better|wins?|winner|optimal|superior|should|we recommend|advise[sd]?)\b", re.IGNORECASE
    )
    for block in paper.walk():
        assert not judging.search(words_of(block)), words_of(block)
    recommended = [text for text in texts_of(paper) if "ecommended" in words_of(text)]
    assert [(text.lead, text.words.split(".")[0]) for text in recommended] == [("Recommended by", "The Examiner")]
    beside = [cell for block in paper.walk() if isinstance(block, Table) for cells in block.rows for cell in cells]
    assert not [cell for cell in beside if "ecommended" in cell]


def test_what_is_withheld_stands_apart_and_is_not_guessed_at(paper: Paper) -> None:
    withheld, unknown = part(paper, "What has been withheld"), part(paper, "What we do not know")
    said = " ".join(words_of(block) for block in withheld.walk())
    assert "Dredging, who answers for it: redacted" in said
    assert "review paragraph 7" in said
    assert "review paragraph 8" in said
    # Paragraph 9 touches nothing that an option does.
    assert "paragraph 9" not in said
    assert "1 paragraph withheld elsewhere" in said
    apart = " ".join(words_of(block) for block in unknown.blocks)
    assert "redacted" not in apart
    for candidate in ("Chief", "Pilot", "Quay Master"):
        assert candidate not in said, "nobody is suggested for what is redacted"


def test_an_option_all_of_which_is_withheld_is_not_said_to_be_stated(tmp_path: Path) -> None:
    folder = brief_model.write_quays(tmp_path / "quays")
    option = "id: hidden\ntitle: Hidden\nmodel: quays\ncites: [review#8]\nbecause: It is withheld.\nchanges:\n"
    change = "  - {do: assign, responsibility: dredging, to: redacted, because: To whom is withheld.}\n"
    (folder / "options" / "hidden.yaml").write_text(option + change, encoding="utf-8")
    found = build_paper(brief_model.gather(folder, "hidden"))
    said = [text.words for text in texts_of(part(found, "What we do not know"))]
    assert "Every part of the options is stated or withheld; what is withheld stands apart." in said
    assert "Dredging, who answers for it: redacted." in said
    assert "Every part of the options is stated." not in said


@pytest.mark.parametrize(
    ("state", "words", "where"),
    [
        ("redacted", "redacted", "What has been withheld"),
        ("open", "others that the source does not name", "What we do not know"),
    ],
)
def test_what_stays_open_beside_whom_an_option_names_is_told(
    tmp_path: Path, state: str, words: str, where: str
) -> None:
    folder = brief_model.write_quays(tmp_path / "quays")
    lists = (folder / "lists.yaml").read_text(encoding="utf-8")
    today = "accountable: [{state: none, cites: [review#6]}]"
    assert today in lists
    (folder / "lists.yaml").write_text(lists.replace(today, today.replace("none", state)), encoding="utf-8")
    found = build_paper(brief_model.gather(folder, "lamps-lit"))
    said = [words_of(text) for text in part(found, where).blocks]
    told = f"Lamps, who answers for it: {words}, as today, beside whom the option names."
    assert told in " ".join(said)


def test_what_is_open_names_all_candidates_and_none_before_another(paper: Paper) -> None:
    [told] = [text for text in texts_of(part(paper, "What we do not know")) if "to whom it reports" in text.words]
    assert told.words == "Quay Master, to whom it reports: one of Chief; or Chief Pilot. Which of them is not stated."


def test_people_are_left_out_and_counted(paper: Paper, gathered: Brief) -> None:
    assert gathered.model.people, "the model knows somebody"
    for block in paper.walk():
        assert "Zelda" not in words_of(block)
    # The reason of the option, who is to hold the post, and the question.
    assert paper.about_people == 3
    assert "3 statements that name people are left out" in " ".join(text.words for text in texts_of(paper))


def test_an_option_without_changes_says_that_nothing_moves(folder: Path) -> None:
    alone = build_paper(brief_model.gather(folder, "nothing-yet"))
    said = " ".join(words_of(block) for block in alone.walk())
    assert "You are asked to choose between doing nothing and option 1. This paper does not say which" in said
    assert "Nothing closes, moves or is new." in said
    assert "It closes, opens, changes without closing, settles or makes unknown no finding." in said
    assert "The options bear on nothing that is a finding today." in said


def test_five_options_stand_in_tables_that_can_be_read_each_with_doing_nothing(paper: Paper) -> None:
    counted = [block for block in part(paper, "The options side by side").walk() if isinstance(block, Table)]
    assert [found.columns for found in counted if found.title == "What can be counted"] == [
        ("", "Doing nothing", "Option 1", "Option 2", "Option 3", "Option 4"),
        ("", "Doing nothing", "Option 5"),
    ]
    assert paper.title == "For decision: 5 options for Quays Board (invented)"


def test_where_options_differ_is_named_with_what_each_does(paper: Paper) -> None:
    found = table(part(paper, "The options side by side"), "Where they differ")
    states = row(found, "Does anyone answer for it? Dredging")
    assert states == ("a finding", "not known", "a finding", "a finding", "a finding")


def test_handovers_say_what_is_missing(paper: Paper) -> None:
    found = table(part(paper, "Handovers"), "What passes on")
    assert found.rows == (
        ("Option 1", "Berths, responsibility", "Quay Master", "Chief Pilot", "2024-06-01", "not accepted yet"),
    )
    said = [words_of(text) for text in texts_of(part(paper, "Handovers"))]
    assert "Option 1: 1 thing passes on; 1 lacks a taker, a date or an acceptance." in said
    assert "Option 2: Nothing passes from one to another." in said


def test_what_does_not_fit_is_counted_with_where_it_is() -> None:
    assert first([1, 2, 3], 3, "there") == ([1, 2, 3], "")
    assert first([1, 2, 3, 4, 5], 3, "orgmodel check x") == ([1, 2, 3], "And 2 more: orgmodel check x")


def test_pictures_can_be_read_at_the_width_of_a_page(gathered: Brief, paper: Paper) -> None:
    drawn = [block for block in paper.walk() if isinstance(block, Picture)]
    assert len(drawn) == 1 + len(ALL)
    # Small type is 13 pixels; the text of a page is 510 points wide; 7 points are the least.
    assert all(13 * 510 / picture.width >= 6.9 for picture in drawn)
    assert len({(picture.width, picture.height) for picture in drawn}) == 1, "one layout for all, so that nothing jumps"
    today, moved = drawn[0], drawn[1]
    assert "Berths (not yet here)" in today.spoken
    assert "Berths (new here)" in moved.spoken
    assert "Berths (gone from here)" in moved.spoken
    assert all(title in moved.svg for title in ("Quays Board", "Pilots", "Berthing"))


@pytest.mark.parametrize(
    ("cites", "said"),
    [
        ((), "no paragraph"),
        (("a#2", "a#1"), "a paragraphs 1 and 2"),
        (("a#71", "a#69", "a#68", "a#67", "a#67"), "a paragraphs 67 to 69 and 71"),
        (("a#1", "a#2", "a#3"), "a paragraphs 1 to 3"),
        (("a#3", "b#4", "a#4", "a#5x"), "a paragraphs 3, 4 and 5x; b paragraph 4"),
    ],
)
def test_paragraphs_in_a_row_are_said_as_one(cites: tuple[str, ...], said: str) -> None:
    assert say_paragraphs(cites) == said


def test_paragraphs_of_two_sources_never_run_into_each_other() -> None:
    assert fold_cites(["a#1", "a#2", "b#3"]) == ["a#1", "a#2", "b#3"]


def test_the_paper_of_the_example_is_the_one_that_was_read() -> None:
    """Read line by line against the model. To write it anew: scripts/bless_brief.py, and read the difference."""
    said = render_md(brief_model.gather("example", "flood-lead", "ships-in-one-hand"))
    assert said == GOLDEN.read_text(encoding="utf-8")
