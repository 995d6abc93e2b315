"""HTML from text. Every word that comes from a model passes through `text` (HTML) or `plain` (a label of a widget)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import quote, urlencode

import streamlit as st

MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&@/])")
ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)
"""Where an address is taken for a link even when it is escaped; a character without width keeps it text."""


class Html(str):
    """Text that is HTML already. Only this module and those that build pages with it make any."""

    __slots__ = ()


def text(words: object) -> Html:
    """Words made safe to stand between tags; HTML stays as it is."""
    return words if isinstance(words, Html) else Html(escape(str(words), quote=True))


def plain(words: str) -> str:
    """Words for the label of a widget, in which Streamlit would read Markdown: nothing in them is read so."""
    return MARKDOWN.sub(r"\\\1", ADDRESS.sub("\u2060", " ".join(words.split())))


def tag(name: str, *inner: object, **attributes: str) -> Html:
    """An element with escaped contents and attributes; `class_` and the like lose their underscore."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value, quote=True)}"' for key, value in attributes.items()
    )
    return Html(f"<{name}{given}>{join(inner)}</{name}>")


def join(parts: Iterable[object], between: str = "") -> Html:
    """Several parts as one, each escaped where it is not HTML."""
    return Html(text(between).join(text(part) for part in parts))


def address(page: str, **parameters: str) -> str:
    """The address of a page of the app, with parameters; relative, so that it works under any path."""
    return f"{quote(page)}?{urlencode(parameters)}" if parameters else quote(page) or "."


def link(words: object, page: str, **parameters: str) -> Html:
    """A link to a page of the app."""
    return tag("a", words, href=address(page, **parameters), target="_self")


def items(entries: Iterable[object], css: str = "om-list") -> Html:
    """A list."""
    return tag("ul", *(tag("li", entry) for entry in entries), class_=css)


def details(summary: object, *inner: object) -> Html:
    """Something that opens when asked."""
    return tag("details", tag("summary", summary), *inner, class_="om-details")


def table(
    rows: Sequence[Mapping[str, object]],
    caption: str,
    columns: Sequence[str] | None = None,
    numbers: Iterable[str] = (),
) -> Html:
    """A real table with a caption; on a narrow screen each cell carries its heading."""
    names = list(columns or (rows[0] if rows else ()))
    right = set(numbers)
    head = tag("tr", *(tag("th", name, scope="col", **_number(name in right)) for name in names))
    body = (
        tag("tr", *(tag("td", row.get(name, ""), data_label=name, **_number(name in right)) for name in names))
        for row in rows
    )
    drawn = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body), class_="om-table")
    return tag("div", drawn, class_="om-scroll", tabindex="0", role="region", aria_label=caption)


def _number(is_number: bool) -> dict[str, str]:
    return {"class_": "om-number"} if is_number else {}


def show(*parts: object) -> None:
    """Put HTML on the page; of nothing, nothing."""
    html = join(parts)
    if html:
        st.html(html)
