"""The words people read for a verdict as tags on a page, and how firmly a row stands."""

from __future__ import annotations

from orgmodel_app.components.markup import Html, tag
from orgmodel_app.state import Finding, verdicts

MEANING, UNKNOWN, HEADLINES, SEVERITIES = (
    verdicts.MEANING,
    verdicts.UNKNOWN,
    verdicts.HEADLINES,
    verdicts.SEVERITIES,
)
word_order, in_order, how_known = verdicts.word_order, verdicts.in_order, verdicts.how_known
of_word, taken_in_turn = verdicts.of_word, verdicts.taken_in_turn


def word_tag(word: str) -> Html:
    """A verdict as a tag: the word itself, with a colour and a border that only repeat it."""
    css = word.lower().replace(" ", "-") if word in MEANING else "other"
    return tag("strong", word, class_=f"om-tag om-tag-{css}")


def basis_tag(row: Finding) -> Html:
    """The basis of a row, marked where it is weaker than what the source states."""
    weak = row.basis in ("inferred", "attributed")
    return tag("span", how_known(row), class_="om-basis om-basis-weak" if weak else "om-basis")
