"""One row in full: two sentences, its story, what mends it, its picture, its links, its paragraphs and the options."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel_app.components.effects import show_effects
from orgmodel_app.components.markup import Html, details, join, show, table, tag
from orgmodel_app.components.page import heading
from orgmodel_app.components.pictures import show_network
from orgmodel_app.components.rows import paragraphs, row_line, thing_link
from orgmodel_app.components.story import story_of
from orgmodel_app.components.words import UNKNOWN, how_known
from orgmodel_app.state import (
    BASIS_OF_FACT,
    Desk,
    Finding,
    FindingQuery,
    PathLink,
    name_end,
    network_of,
    say_cites,
    say_reason,
)

MOST_LINKS, MOST_TOLD = 8, 100


def show_row(desk: Desk, query: FindingQuery, row: Finding, key: str) -> None:
    """Everything about one row; `key` tells it from the others of its question."""
    path = desk.path(row)
    reason = say_reason(path, row.verdict)
    show(
        tag("p", row_line(row, linked=False), class_="om-chosen"),
        tag("p", reason) if reason else "",
        _firmness(row),
        _mending(query, row),
        story_of(desk, row),
    )
    things = desk.things_of(row)
    title = f"{query.about.title} {', '.join(desk.title_of(value) for _, value in row.identity)}"
    show_network(network_of(desk.model, things, [row.identity[0][1]], title), f"{query.id}-{key}")
    _links(desk, path.weakest_first)
    heading("The paragraphs it rests on", "What the model takes from each, in our words.", 3)
    show(paragraphs(desk, row.cites, things) if row.cites else tag("p", "No paragraph is cited.", class_="om-empty"))
    show(tag("p", "Look up: ", join((_named(desk, ident) for ident in things[:8]), ", "), class_="om-small"))
    show_effects(desk, row)


def _firmness(row: Finding) -> Html:
    if row.basis not in ("inferred", "attributed"):
        return Html("")
    said = how_known(row)
    return tag("p", f"How firm this is: it {said if said.startswith('rests') else f'is {said}'}.", class_="om-inset")


def _mending(query: FindingQuery, row: Finding) -> Html:
    """What usually mends what was found, and what would settle what cannot be told."""
    if row.verdict == "fail":
        return tag("p", tag("strong", "What usually mends it: "), query.about.remedy, class_="om-inset")
    if query.about.settles and (row.verdict == "unknown" or row.word == UNKNOWN):
        return tag("p", tag("strong", "What would settle it: "), query.about.settles, class_="om-inset")
    return Html("")


def _links(desk: Desk, links: Sequence[PathLink]) -> None:
    """Every link that leads to the row, the least firm first."""
    if not links:
        return
    heading("The links that lead to it", "The weakest first, each with how it is known and its paragraphs.", 3)
    rows = [
        {
            "Link": join([_end(desk, link.start_id, link.start), f" {link.words} ", _end(desk, link.end_id, link.end)]),
            "How it is known": BASIS_OF_FACT[link.basis],
            "Paragraphs": say_cites(link.cites),
        }
        for link in links
    ]
    show(table(rows[:MOST_LINKS], "The links that lead to it, the weakest first"))
    if rest := rows[MOST_LINKS:MOST_TOLD]:
        show(details(f"The next {len(rest)}", table(rest, "The next links")))
    if len(rows) > MOST_TOLD:
        words = f"The {MOST_TOLD} weakest of {len(rows)} links are shown; 'orgmodel explain --format json' has all."
        show(tag("p", words, class_="om-small"))


def _end(desk: Desk, ident: str, title: str) -> Html:
    return thing_link(desk, ident, name_end(ident, title))


def _named(desk: Desk, ident: str) -> Html:
    return join([thing_link(desk, ident), f" ({desk.model.label_of[ident].lower()})"])
