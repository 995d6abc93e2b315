"""Choosing one thing of the model by a part of its name; the address of the page holds the choice."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from orgmodel_app.state import Desk

LABELS = {"DataSystem": "Data system", "StaffGroup": "Staff group"}


def label_words(label: str) -> str:
    """A label of the graph as people write it."""
    return LABELS.get(label, label)


def pick_thing(desk: Desk, idents: Iterable[str], question: str, key: str) -> str | None:
    """The id chosen, or None; `key` is both the widget's and the parameter's in the address."""
    names = sorted(idents, key=lambda ident: desk.title_of(ident).casefold())
    asked = st.query_params.get(key)
    chosen = st.selectbox(
        question,
        names,
        index=names.index(asked) if asked in names else None,
        format_func=lambda ident: f"{desk.title_of(ident)} ({label_words(desk.model.label_of[ident]).lower()})",
        placeholder="Type a part of its name",
        key=key,
    )
    if chosen:
        st.query_params[key] = chosen
    return chosen
