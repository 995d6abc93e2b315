"""Who answers for what: subjects by aspect, each cell with its levels, down to the parts of a subject by address."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import Html, items, join, link, show, table, tag
from orgmodel_app.components.page import empty, page
from orgmodel_app.components.rows import thing_link
from orgmodel_app.state import (
    ASPECTS,
    CHAINS,
    LEVELS,
    Answer,
    CoverageCell,
    CoverageRow,
    Desk,
    is_said,
    join_words,
    place_words,
    say_cites,
    say_silence,
    word_of,
)

LEAD = (
    "Subjects by aspect by level. Each cell names who answers, or says which kind of silence there is. "
    "What is wider stands above, and fills no gap below."
)
EVERY = "Every level"


def body(desk: Desk) -> None:
    """The subjects at the top, or one that the address names with its parts."""
    asked = st.query_params.get("subject")
    if asked and desk.model.label_of.get(asked) != "Subject":
        empty(f"There is no subject with the id '{asked}'. All subjects that are part of no other follow.")
        asked = None
    left, right = st.columns(2)
    chain = _choose(left, "Chain", list(CHAINS), "chain", CHAINS, "line")
    level = _choose(right, "Level", [EVERY, *LEVELS], "level", {}, EVERY)
    rows = desk.coverage(asked, chain, 1 if asked else 0)
    if not rows:
        empty("The model has no subject yet.")
        return
    _way_back(desk, rows[0] if asked else None)
    shown = list(LEVELS) if level == EVERY else [level]
    show(table([_row(desk, row, shown, asked) for row in rows], _caption(desk, asked, chain), ("Subject", *_heads())))
    download_table(_plain(desk, rows), f"coverage-{asked or 'all'}", "coverage-download")


def _choose(column: object, words: str, values: list[str], key: str, names: dict[str, str], first: str) -> str:
    """A choice that the address holds."""
    asked = st.query_params.get(key, first)
    index = values.index(asked) if asked in values else values.index(first)
    chosen: str = column.selectbox(  # type: ignore[attr-defined]
        words, values, index=index, format_func=lambda value: names.get(value, value).capitalize(), key=key
    )
    if chosen != first or key in st.query_params:
        st.query_params[key] = chosen
    return chosen


def _caption(desk: Desk, asked: str | None, chain: str) -> str:
    where = f"{desk.title_of(asked)} and its parts" if asked else "Subjects that are part of no other"
    return f"Who answers, in the {CHAINS[chain]}: {where}"


def _way_back(desk: Desk, top: CoverageRow | None) -> None:
    if top is None:
        return
    above = [link(desk.title_of(ident), "coverage", subject=ident) for ident in top.part_of]
    part_of = [" · Part of: ", join(above, ", ")] if above else []
    show(tag("p", link("All subjects", "coverage"), *part_of, " · ", thing_link(desk, top.subject, "Its own page")))


def _heads() -> list[str]:
    return [aspect.capitalize() for aspect in ASPECTS]


def _row(desk: Desk, row: CoverageRow, levels: list[str], asked: str | None) -> dict[str, object]:
    name: object = row.title
    if row.parts and row.subject != asked:
        name = join([link(row.title, "coverage", subject=row.subject), f" ({len(row.parts)} parts)"])
    elif row.subject != asked:
        name = thing_link(desk, row.subject)
    cells: dict[str, object] = {
        aspect.capitalize(): _cell(desk, [row.cell(aspect, level) for level in levels]) for aspect in ASPECTS
    }
    return {"Subject": tag("strong", name), **cells}


def _cell(desk: Desk, cells: list[CoverageCell]) -> Html:
    """What is said at each level; where nothing is, that it is not stated, with what is above and within."""
    said = [_said(desk, cell) for cell in cells if is_said(cell)]
    above = list(dict.fromkeys(answer.who for cell in cells for answer in cell.above if answer.who))
    within = sum(cell.within for cell in cells)
    notes = [tag("p", "Above: ", join([thing_link(desk, who) for who in above], ", "), class_="om-small")]
    parts = "responsibility" if within == 1 else "responsibilities"
    inside = tag("p", f"Within it: {within} {parts} with an owner", class_="om-small")
    body = items(said) if said else tag("p", tag("em", "not stated"))
    return join([body, *(notes if above else []), inside if within else ""])


def _said(desk: Desk, cell: CoverageCell) -> Html:
    told: list[object] = [tag("strong", f"{_place(cell.level)}: "), tag("span", word_of(cell))]
    for answer in cell.answers:
        told.append(tag("p", _answer(desk, answer), class_="om-small"))
    if cell.work:
        done = join([thing_link(desk, who) for who in cell.work], ", ")
        told.append(tag("p", "Work done by ", done, class_="om-small"))
    return join(told)


def _answer(desk: Desk, answer: Answer) -> Html:
    named = thing_link(desk, answer.who) if answer.who else tag("em", say_silence(answer.state))
    head = f" (its head is inferred to answer: {desk.title_of(answer.head)})" if answer.head else ""
    what = thing_link(desk, answer.responsibility)
    return join([named, head, " for ", what, f". {answer.basis.capitalize()}; {say_cites(answer.cites)}."])


def _place(level: str) -> str:
    return "No level given" if level == "not placed" else level.capitalize()


def _plain(desk: Desk, rows: list[CoverageRow]) -> list[dict[str, object]]:
    """Every cell as a row of text."""
    return [
        {
            "Subject": row.title,
            "Aspect": cell.aspect,
            "Level": place_words(cell.level),
            "In short": word_of(cell),
            "Owners": join_words([desk.title_of(who) for who in cell.owners]),
            "Work done by": join_words([desk.title_of(who) for who in cell.work]),
            "Above": join_words(list(dict.fromkeys(answer.who_title for answer in cell.above))),
            "Basis": cell.basis or "",
            "Paragraphs": say_cites(cell.cites) if cell.cites else "",
        }
        for row in rows
        for cell in row.cells
    ]


page("Who answers for what", body, LEAD)
