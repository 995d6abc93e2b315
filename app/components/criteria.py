"""Criteria and weights set on the page: which count, which way is better, and how much one of each counts."""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.markup import plain, show, tag
from orgmodel_app.state import (
    Beside,
    Criteria,
    Criterion,
    Desk,
    beside_words,
    offer_criteria,
    try_criteria,
    write_short,
)

WAYS = {"less": "Less is better", "more": "More is better"}


def choose_criteria(desk: Desk, beside: Beside) -> Criteria | None:
    """The criteria of the address, as the page lets people set them; None where nobody sets any."""
    given = try_criteria(desk, st.query_params.get("criteria", ""))
    if isinstance(given, list):
        said = (tag("p", tag("strong", problem.what), " ", problem.hint) for problem in given)
        heading = tag("p", tag("strong", "The criteria of this address cannot be used, and none is set."))
        show(tag("div", heading, *said, class_="om-problems", role="alert"))
        given = None
    set_before = {_key(each): each for each in given.criteria} if given else {}
    offered = {_key(each): each for each in offer_criteria(beside)} | set_before
    with st.expander("Criteria and weights", expanded=bool(set_before)):
        show(
            tag(
                "p",
                "None is set unless you set it. A weight is what one of it counts: one finding, one post, one pound.",
            )
        )
        chosen = st.multiselect(
            "What counts",
            list(offered),
            default=list(set_before),
            format_func=lambda key: plain(beside_words.say_counted(offered[key], beside)),
            placeholder="Choose what counts for you",
            key=f"criteria-{'-'.join(side.option for side in beside.sides)}",
        )
        found = tuple(_weigh(offered[key], beside) for key in chosen)
    criteria = Criteria(criteria=found) if found else None
    if criteria:
        st.query_params["criteria"] = write_short(criteria)
    else:
        st.query_params.pop("criteria", None)
    return criteria


def choose_required(beside: Beside) -> list[str]:
    """The principles that somebody requires on the page, as the address has them; none where there are none."""
    titles = {row.id: row.title for row in beside.principles}
    asked = [name for name in st.query_params.get("require", "").split(",") if name in titles]
    if not titles:
        return []
    chosen = st.multiselect(
        "Principles that you require",
        list(titles),
        default=asked,
        format_func=lambda name: plain(titles[name]),
        placeholder="None is a rule unless you require it",
        key="require",
    )
    if chosen:
        st.query_params["require"] = ",".join(chosen)
    else:
        st.query_params.pop("require", None)
    return chosen


def _weigh(criterion: Criterion, beside: Beside) -> Criterion:
    words = plain(beside_words.say_counted(criterion, beside))
    key = _key(criterion)
    weight, way = st.columns(2)
    number = weight.number_input(
        f"Weight of: {words}", min_value=0.0, value=criterion.weight, step=0.5, key=f"weight-{key}"
    )
    better = way.selectbox(
        f"Which way is better: {words}",
        list(WAYS),
        index=list(WAYS).index(criterion.better),
        format_func=lambda word: WAYS[word],
        key=f"better-{key}",
    )
    return criterion.model_copy(update={"weight": float(number), "better": better})


def _key(criterion: Criterion) -> str:
    """What it counts, apart from how much and which way."""
    return write_short(Criteria(criteria=(criterion.model_copy(update={"weight": 0.0, "better": "less"}),)))
