"""Text in pictures: cleaned, escaped and wrapped."""

import pytest

from orgmodel.pictures.text import clean_text, escape_text, measure_text, wrap_text


def test_characters_that_xml_forbids_or_that_turn_the_direction_are_dropped():
    assert clean_text("a\x00b\u202ec\u2066d\ne") == "abcd e"


def test_markup_is_escaped_also_for_attributes():
    assert escape_text("<b a=\"x\" c='y'>&") == "&lt;b a=&quot;x&quot; c=&#x27;y&#x27;&gt;&amp;"


@pytest.mark.parametrize("text", ["word " * 40, "unbroken" * 60, "WWWW MMMM " * 20, "組織図" * 50, ""])
def test_every_line_fits_and_there_are_no_more_than_wanted(text: str):
    lines = wrap_text(text, 200, 13, 3)
    assert 1 <= len(lines) <= 3
    assert all(measure_text(line, 13) <= 200 for line in lines)


def test_what_does_not_fit_ends_in_an_ellipsis_and_what_fits_does_not():
    assert wrap_text("word " * 40, 200, 13, 2)[-1].endswith("…")
    assert wrap_text("two words", 200, 13, 2) == ["two words"]


def test_bold_text_is_taken_to_be_wider():
    words = "Migration and Borders Group"
    assert len(wrap_text(words, 200, 13, 3, bold=True)) >= len(wrap_text(words, 200, 13, 3))
