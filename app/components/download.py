"""Tables as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from orgmodel_app.state import render_table

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes UTF-8 for the local encoding."""


def to_csv(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows as CSV, with the headings of the first row."""
    headings = list(rows[0]) if rows else []
    return BYTE_ORDER_MARK + (
        render_table(headings, [[row.get(name) for name in headings] for row in rows]) if rows else ""
    )


def download_table(rows: Sequence[Mapping[str, object]], name: str, key: str) -> None:
    """A button that hands the rows over."""
    st.download_button("Download this table (CSV)", to_csv(rows), f"{name}.csv", "text/csv", key=key, on_click="ignore")
