"""An option beside a later or changed account: did reality follow, and can it be carried over to there?"""

from __future__ import annotations

import streamlit as st

from orgmodel_app.components.account import choose_account
from orgmodel_app.components.followed import show_drift, show_rebase
from orgmodel_app.components.kept import keep
from orgmodel_app.components.page import empty, page
from orgmodel_app.state import Desk, follow


def body(desk: Desk) -> None:
    """The page of a model."""
    options = desk.opened.options
    if not options:
        empty("This model has no options, so that there is nothing that could have been followed.")
        return
    names = desk.opened.options_by_standing
    asked = st.query_params.get("option")
    chosen = st.selectbox(
        "The option",
        names,
        index=names.index(asked) if asked in names else 0,
        format_func=lambda name: options[name].title,
        key="option",
    )
    st.query_params["option"] = chosen
    other = choose_account(desk)
    if other is None:
        return
    key = (desk.fingerprint, chosen, id(other))
    found = keep("followed", key, lambda: follow(desk, chosen, other))
    show_drift(desk, found)
    show_rebase(desk, found)


page(
    "Follow up",
    body,
    "An option held against a later account of the same organisation: what of it was done, what was not, what was done "
    "otherwise; and its file for that account, where nothing conflicts.",
)
