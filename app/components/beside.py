"""What stands side by side, on a page: grids as tables, and lists in a column for each option, always in one order."""

from __future__ import annotations

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import Html, details, items, join, show, table, tag
from orgmodel_app.components.page import heading
from orgmodel_app.state import Beside, Side, beside_words

MOST_LINES = 6
MOST_BOLD = 60
"""What is longer, in letters, is no name of a thing but a sentence with a colon in it."""


def show_grids(beside: Beside) -> None:
    """Every grid as a table with a column for each side, and all of them as one file."""
    titles = beside_words.titles_of(beside)
    for grid in beside_words.grids(beside):
        heading(grid.title, grid.lead)
        rows = [{"": row.label, **dict(zip(titles, row.cells, strict=True))} for row in grid.rows]
        drawn = table(rows, grid.title, ["", *titles], numbers=titles)
        show(tag("div", drawn, class_="om-beside"), _notes(grid.notes))
    download_table(_records(beside), "side-by-side", "download-beside")


def show_lists(beside: Beside) -> None:
    """Every list, with a column for each option; on a narrow screen one below the other."""
    titles = beside_words.titles_of(beside)
    for each in beside_words.lists(beside):
        heading(each.title, each.lead)
        columns = (
            tag("section", tag("h3", title, class_="om-h4"), _list(_told(each.key, side, said), each.empty))
            for title, side, said in zip(titles[1:], beside.sides[1:], each.sides[1:], strict=True)
        )
        show(tag("div", *columns, class_="om-sides"))


def _told(key: str, side: Side, said: tuple[str, ...]) -> list[Html]:
    """Each line of a list; who gains and loses what as a list of its own."""
    if key != "duties":
        return [_said(sentence) for sentence in said]
    told = map(beside_words.tell_shift_of_duties, side.duties)
    return [join([tag("strong", who), items(parts), details("Before and then", whole)]) for who, parts, whole in told]


def _list(said: list[Html], empty: str) -> Html:
    if not said:
        return tag("p", empty, class_="om-small")
    first, rest = said[:MOST_LINES], said[MOST_LINES:]
    return join([items(first), details(f"{len(rest)} more", items(rest)) if rest else ""])


def _said(sentence: str) -> Html:
    """A sentence, with what it is about in bold where it begins with that and a colon."""
    about, colon, rest = sentence.partition(": ")
    return join([tag("strong", f"{about}:"), " ", rest]) if colon and len(about) <= MOST_BOLD else join([sentence])


def _notes(notes: tuple[str, ...]) -> Html:
    if len(notes) <= MOST_LINES:
        return items(notes) if notes else Html("")
    return details(f"What is not known in it, and other notes ({len(notes)})", items(notes))


def _records(beside: Beside) -> list[dict[str, object]]:
    names = beside_words.names_of(beside)
    return [
        {"about": grid.title, "what": row.label, **dict(zip(names, row.cells, strict=True))}
        for grid in beside_words.grids(beside)
        for row in grid.rows
    ]
