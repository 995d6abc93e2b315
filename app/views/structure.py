"""The structure: the chart, with each unit opened or closed by a button, a search, and the same content as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import streamlit as st

from orgmodel_app.components.download import download_table
from orgmodel_app.components.markup import address, details, items, plain, show, table, tag, text
from orgmodel_app.components.page import empty, heading, page
from orgmodel_app.components.pictures import show_structure, thing_address
from orgmodel_app.components.rows import thing_link
from orgmodel_app.state import Chart, Desk, Links, StructurePicture, draw_structure, structure_table

NONE = "none"
MOST_ROWS = 400
LEGEND = (
    "■ heads the unit. ● a post. ○ a vacant post. A dashed circle with words in italics: who heads it is a silence.",
    "A dashed line and the words “place inferred”: where the unit belongs is inferred, not stated.",
    "A double frame and the words “outside body”: not part of the organisation.",
)


def body(desk: Desk) -> None:
    """The page of a model."""
    if not desk.model.units:
        empty("The model has no units, so there is nothing to draw.")
        return
    chart = Chart(desk.model)
    opened = _opened(chart)
    _search(desk)
    picture = draw_structure(desk.model, opened, Links(thing_address, lambda key: _toggled(opened, key)))
    _buttons(chart, picture)
    if picture.message:
        show(tag("p", text(picture.message), class_="om-inset", role="status"))
    show_structure(picture)
    show(details("How to read the chart", items(LEGEND)))
    _table(desk)


def _opened(chart: Chart) -> frozenset[str]:
    asked = st.query_params.get("open")
    if asked is None:
        return chart.default_open()
    return frozenset(asked.split(",")) & frozenset(chart.openable())


def _toggled(opened: frozenset[str], key: str) -> str:
    return address("structure", open=_written(opened ^ {key}))


def _written(opened: frozenset[str]) -> str:
    return ",".join(sorted(opened)) or NONE


def _search(desk: Desk) -> None:
    names = {unit.id: unit.title for unit in desk.model.units} | {post.id: post.title for post in desk.model.posts}
    found = st.selectbox(
        "Find a unit or a post",
        sorted(names, key=lambda ident: names[ident].casefold()),
        index=None,
        format_func=names.__getitem__,
        placeholder="Type a part of its name",
        key="structure-search",
    )
    if found:
        show(tag("p", "Its page: ", thing_link(desk, found), class_="om-inset"))


def _buttons(chart: Chart, picture: StructurePicture) -> None:
    keys = chart.openable()

    def set_open(opened: frozenset[str] | None) -> None:
        if opened is None:
            st.query_params.pop("open", None)
        else:
            st.query_params["open"] = _written(opened)

    with st.container(horizontal=True, key="open-all"):
        st.button("Open everything", on_click=set_open, args=(frozenset(keys),))
        st.button("Close everything", on_click=set_open, args=(frozenset(),))
        st.button("As at first", on_click=set_open, args=(None,))
    with st.expander("Open and close single units"), st.container(height=320, key="outline"):
        for level, box in _visible(picture):
            mark = "Close" if box.is_open else "Open"
            st.button(
                f"{'· ' * level}{mark}: {plain(box.title)}",
                key=f"toggle-{box.key}",
                type="tertiary",
                on_click=set_open,
                args=(picture.opened ^ {box.key},),
            )


def _visible(picture: StructurePicture) -> Iterator[tuple[int, Any]]:
    """The boxes that can be opened or closed, with how deep each is, from the top."""
    waiting = [(0, box) for box in reversed(picture.boxes)]
    while waiting:
        level, box = waiting.pop()
        if box.can_open:
            yield level, box
        waiting += [(level + 1, child) for child in reversed(box.children)]


def _table(desk: Desk) -> None:
    heading("The same content as a table", "Every unit and post, also those that the chart does not show.")
    rows = structure_table(desk.model)
    linked = [{**row, "Name": thing_link(desk, row["Id"], row["Name"])} for row in rows[:MOST_ROWS]]
    columns = [name for name in rows[0] if name != "Id"]
    show(details(f"The table ({len(rows)} rows)", table(linked, "Units and posts", columns)))
    if len(rows) > MOST_ROWS:
        show(tag("p", f"The first {MOST_ROWS} rows are shown; the download has all {len(rows)}.", class_="om-small"))
    download_table(rows, "structure", "structure-table")


page("Structure", body, "Units with their posts, who heads them, and what the text does not say.")
