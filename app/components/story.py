"""Findings that are one story, told once: the account, how firm it is, what usually mends it, and its rows below it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from orgmodel_app.components.markup import Html, items, join, show, tag
from orgmodel_app.components.page import heading
from orgmodel_app.components.rows import evidence_line, row_link
from orgmodel_app.components.words import word_order, word_tag
from orgmodel_app.state import Desk, Finding, Story, say_rest, tell_once


def show_stories(desk: Desk, stories: Sequence[Story]) -> None:
    """Each story in turn, those with most findings first."""
    titles = {query.id: query.about.title for query in desk.questions.values()}
    for story in stories:
        heading(story.title)
        words = sorted({row.word for row in story.rows}, key=word_order)
        show(
            tag("p", *(join([word_tag(word), " "]) for word in words), _count(story)),
            tag("p", tell_once(story)),
            *(tag("p", words, class_="om-small") for words in say_rest(story)),
            tag("h3", "Its rows", class_="om-h4"),
            items(
                (_row(row, titles[row.finding], row.verdict == story.rows[0].verdict) for row in story.rows), "om-rows"
            ),
        )


def _count(story: Story) -> str:
    return f"What {len({row.finding for row in story.rows})} questions find on it is one story."


def _row(row: Finding, title: str, told: bool) -> Html:
    """A row by its question; its sentence only where the account has not told it already."""
    return join(
        [
            word_tag(row.word),
            " ",
            row_link(row, title),
            "" if told else f" {row.sentence}",
            evidence_line(row),
        ]
    )


def find_kept(desk: Desk, kept: Collection[Finding]) -> tuple[list[Story], list[Finding]]:
    """The stories that have one of the rows, whole, and the rows that are in no story."""
    keys = {row.key for row in kept}
    stories = [story for story in desk.stories if keys & {row.key for row in story.rows}]
    told = {row.key for story in desk.stories for row in story.rows}
    return stories, [row for row in kept if row.key not in told]


def story_of(desk: Desk, row: Finding) -> Html:
    """With which other rows this one is a story; nothing where it is in none."""
    said = [
        tag("p", tag("strong", f"One story with others on {story.title}: "), join(_others(story, row), "; "), ".")
        for story in desk.stories
        if row.key in {each.key for each in story.rows}
    ]
    return tag("div", *said, class_="om-inset") if said else Html("")


def _others(story: Story, row: Finding) -> list[Html]:
    return [row_link(each, each.title) for each in story.rows if each.key != row.key]
