"""Options beside doing nothing, whole: what each does, keeps, costs, disturbs and leaves open. No option wins."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from orgmodel_app.components.beside import show_grids, show_lists
from orgmodel_app.components.criteria import choose_criteria, choose_required
from orgmodel_app.components.markup import plain, show, table, tag
from orgmodel_app.components.option import SHIFTS, show_option
from orgmodel_app.components.page import empty, heading, page, show_problems
from orgmodel_app.components.pictures import show_structure, thing_address
from orgmodel_app.components.words import HEADLINES, of_word
from orgmodel_app.state import Beside, Desk, Finding, Links, beside_words, draw_union, try_compare

MOST_OPTIONS = 4


def body(desk: Desk) -> None:
    """The page of a model."""
    options = desk.opened.options
    if not options:
        empty(
            "This model has no options. An option is a file in the folder 'options' beside the definitions: "
            "what moves, what closes, and where everything it holds goes."
        )
        return
    asked = [name for name in st.query_params.get("options", "").split(",") if name in options]
    chosen = st.multiselect(
        "Options to set beside doing nothing",
        list(options),
        default=asked[:MOST_OPTIONS] or desk.opened.options_by_standing[:2],
        format_func=lambda name: options[name].title,
        max_selections=MOST_OPTIONS,
        placeholder="Choose one or more",
        key="options",
    )
    if not chosen:
        empty("Choose at least one option.")
        return
    st.query_params["options"] = ",".join(chosen)
    compared = try_compare(desk, chosen)
    if isinstance(compared, list):
        show_problems(compared, "An option cannot be carried out")
        return
    required = compared.requiring(choose_required(compared))
    weighed = required.weighed_by(choose_criteria(desk, required))
    _findings(weighed)
    show_grids(weighed)
    show_lists(weighed)
    _pictures(desk, weighed)
    for side in weighed.sides[1:]:
        show_option(desk, side)


def _findings(beside: Beside) -> None:
    comparison = beside.comparison
    heading(
        "Side by side", "Counts describe; they do not add up to a score, and the order of the options means nothing."
    )
    names = beside_words.titles_of(beside)
    after = [_rows_after(option.shifts) for option in comparison.options]
    rows: list[dict[str, object]] = []
    for word in HEADLINES:
        numbers = [len(of_word(word, found)) for found in (comparison.base, *after)]
        rows.append({"": word, **dict(zip(names, numbers, strict=True))})
    for kind, (title, _) in SHIFTS.items():
        numbers = [len(option.of(kind)) for option in comparison.options]
        rows.append({"": title, **dict(zip(names, ["", *numbers], strict=True))})
    for title, attribute in (("Left without a known holder", "losses"), ("Questions left open", "questions")):
        numbers = [len(getattr(option, attribute)) for option in comparison.options]
        rows.append({"": title, **dict(zip(names, ["", *numbers], strict=True))})
    show(tag("div", table(rows, "Findings under each option", ["", *names], numbers=names), class_="om-beside"))


def _rows_after(shifts: Sequence[object]) -> list[Finding]:
    return [shift.after for shift in shifts if shift.after is not None]  # type: ignore[attr-defined]


def _pictures(desk: Desk, beside: Beside) -> None:
    heading(
        "Before and after",
        "One layout for all, so that nothing jumps. What is not there in a state is a dotted ghost with a word.",
    )
    titles = beside_words.titles_of(beside)
    shown = st.radio(
        "Which state to show",
        range(len(titles)),
        index=1,
        format_func=lambda number: plain(titles[number]),
        horizontal=True,
        key="state",
    )
    pictures = draw_union(
        [side.model for side in beside.sides], titles, Links(lambda i: thing_address(i) if desk.knows(i) else None)
    )
    picture = pictures[shown]
    if picture.message:
        show(tag("p", picture.message, class_="om-inset"))
    if picture.boxes:
        show_structure(picture)
        show(tag("p", "The lists below have the same content, and more.", class_="om-small"))


page(
    "Compare options",
    body,
    "What each option would do, what it keeps, costs and disturbs, and what it leaves open. Nothing here ranks them.",
)
