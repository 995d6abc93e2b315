"""The pages of the app, as one flat list."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from orgmodel_app.settings import PAGES

HERE = Path(__file__).parent

st.set_page_config(
    page_title="orgmodel", page_icon=HERE / "static" / "icon.png", layout="wide", initial_sidebar_state="auto"
)
pages = [
    st.Page(HERE / "views" / f"{name}.py", title=title, url_path=name, default=name == "overview")
    for name, title in PAGES.items()
]
st.navigation(pages, position="top").run()
