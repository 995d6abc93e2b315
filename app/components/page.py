"""The frame of every page: whose account this is at the top, the marking at the end, and an error page in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from orgmodel_app.components.markup import Html, items, link, show, tag
from orgmodel_app.settings import PAGES
from orgmodel_app.state import Desk, Problem, try_open

STATIC = Path(__file__).parents[1] / "static"


def page(title: str, body: Callable[[Desk], None], lead: str = "") -> None:
    """Draw a page: its body is called with the model, or not at all where the model cannot be opened."""
    st.html(STATIC / "app.css")
    desk = try_open()
    if isinstance(desk, list):
        show_problems(desk)
        return
    show(
        tag(
            "p",
            tag("strong", "Whose account", class_="om-tag om-tag-account"),
            " ",
            desk.standing,
            class_="om-standing",
        ),
        tag("h1", title, class_="om-title"),
        tag("p", lead, class_="om-lead") if lead else "",
    )
    body(desk)
    show(
        tag("p", tag("strong", "Marking: "), desk.model.about.marking, class_="om-marking", role="note"),
        tag(
            "nav",
            *(_page_link(name, words) for name, words in PAGES.items()),
            class_="om-pages",
            aria_label="All pages",
        ),
    )


def _page_link(name: str, words: str) -> Html:
    first = next(iter(PAGES))
    return link(words, "" if name == first else name)


def show_problems(problems: list[Problem], title: str = "This model cannot be opened") -> None:
    """What is wrong with a model or an option, instead of a page; never a traceback."""
    show(
        tag("h1", title, class_="om-title"),
        tag(
            "p",
            "Nothing was loaded, so nothing is shown by halves. Put the following right, then load this page again.",
        ),
        tell_problems(problems),
    )


def tell_problems(problems: Sequence[Problem]) -> Html:
    """Everything that is wrong and what to do about it, in the words of the check."""
    said = (
        tag(
            "div",
            tag("p", tag("strong", problem.what)),
            tag("p", problem.hint) if problem.hint else "",
            tag("p", str(problem.place), class_="om-small") if str(problem.place) else "",
        )
        for problem in problems
    )
    return tag("div", items(said), class_="om-problems", role="alert")


def heading(words: str, lead: str = "", level: int = 2) -> None:
    """A heading, with a sentence under it where that helps."""
    show(tag(f"h{level}", words, class_=f"om-h{level}"), tag("p", lead, class_="om-under") if lead else "")


def empty(words: str) -> None:
    """Said where there is nothing to show, so that nothing looks forgotten."""
    show(tag("p", words, class_="om-empty"))
