"""An invented model ten times as large as others of the tests, with options that turn all of it and ask a lot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

GROUPS, POSTS, DUTIES, QUESTIONS = 6, 4, 2, 20

ABOUT = """
id: large
title: Large Board (invented)
account_of: the Examiner, who is invented
as_of: 2024-05-01
marking: Invented for tests
organisation: board
"""


def write_large(folder: Path, options: int) -> Path:
    """A model of 24 posts with 48 responsibilities; each option hands all of them to another group."""
    (folder / "options").mkdir(parents=True)
    (folder / "model.yaml").write_text(ABOUT, encoding="utf-8")
    (folder / "lists.yaml").write_text("\n".join(_lists()), encoding="utf-8")
    for number in range(1, options + 1):
        text = "\n".join(_option(number))
        (folder / "options" / f"turn-{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def _lists() -> Iterator[str]:
    yield "sources: [{id: review, title: A review, author: The Examiner, paragraphs: 400}]"
    yield "unit_kinds: [{id: body, title: Body}, {id: group, title: Group}]"
    yield "subjects: [{id: ships, title: Ships, cites: [review#3]}]"
    yield "units:"
    yield "  - {id: board, title: Large Board, kind: body, head: [{who: chief}], cites: [review#1]}"
    for group in range(GROUPS):
        yield (
            f"  - {{id: group-{group}, title: Group {group} for affairs of the coast and the sea, kind: group, "
            f"part_of: [{{who: board}}], cites: [review#{group + 2}]}}"
        )
    yield "posts:"
    yield "  - {id: chief, title: Chief, in_unit: [{who: board}], cites: [review#1]}"
    for group, post in _posts():
        yield (
            f"  - {{id: post-{group}-{post}, title: Director {post} of group {group} and its works, "
            f"in_unit: [{{who: group-{group}}}], reports_to: [{{who: chief}}], cites: [review#{20 + group}]}}"
        )
    yield "responsibilities:"
    for group, post in _posts():
        for duty in range(DUTIES):
            yield (
                f"  - {{id: work-{group}-{post}-{duty}, title: Work {duty} of director {post} in group {group} at sea, "
                f"concerns: [{{who: ships}}], "
                f"accountable: [{{who: post-{group}-{post}, cites: [review#{100 + group}]}}]}}"
            )


def _option(number: int) -> Iterator[str]:
    yield f"id: turn-{number}\ntitle: Everything turned by {number} from group to group\nmodel: large"
    yield f"cites: [review#{200 + number}]\nbecause: Everything lies with the wrong group, it is said at length."
    yield "by: The Examiner\nwhy: It is said in many words, and in more than one place.\nchanges:"
    for group, post in _posts():
        duties = ", ".join(f"work-{group}-{post}-{duty}" for duty in range(DUTIES))
        yield (
            f"  - {{do: transfer, responsibilities: [{duties}], from: post-{group}-{post}, "
            f"to: post-{(group + number) % GROUPS}-{post}, part: accountable, because: It is turned., "
            f"cites: [review#{210 + group}]}}"
        )
    for question in range(QUESTIONS):
        asked = f"Who has part {question} of what option {number} leaves?"
        yield f"  - {{do: ask, question: {asked}, because: Nobody says.}}"


def _posts() -> Iterator[tuple[int, int]]:
    return ((group, post) for group in range(GROUPS) for post in range(POSTS))
