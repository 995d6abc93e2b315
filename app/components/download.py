"""Tables as files. A cell that a spreadsheet would run as a formula is made text."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

import streamlit as st

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows as CSV, with the headings of the first row."""
    written = io.StringIO()
    if rows:
        writer = csv.DictWriter(written, list(rows[0]), extrasaction="ignore")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return "\ufeff" + written.getvalue()


def _cell(value: object) -> str:
    words = ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{words}" if words.startswith(FORMULA) else words


def download_table(rows: Sequence[Mapping[str, object]], name: str, key: str) -> None:
    """A button that hands the rows over."""
    st.download_button("Download this table (CSV)", to_csv(rows), f"{name}.csv", "text/csv", key=key, on_click="ignore")
