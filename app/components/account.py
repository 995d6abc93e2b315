"""Choosing another account of the same organisation: one that comes with the program, a folder, or files."""

from __future__ import annotations

from typing import Any

import streamlit as st

from orgmodel_app.components.kept import keep
from orgmodel_app.components.markup import plain, show, tag
from orgmodel_app.components.page import empty, tell_problems
from orgmodel_app.settings import MOST_UPLOADED
from orgmodel_app.state import Desk, Model, Problem, accounts_of, standing_line, try_account, try_files

SHIPPED, FOLDER, FILES = "shipped", "folder", "files"
WAYS = {
    SHIPPED: "One that comes with this program",
    FOLDER: "A folder of definitions",
    FILES: "A ZIP file of such a folder, or tables",
}
TABLES = ["csv", "tsv", "txt", "xls", "xlsx", "ods"]
NOTHING = (
    "No file has been brought yet. It is read for this visit and not kept; names of people in tables are left out."
)
DAY = "Of which day the tables are, such as 2024-06-30; a workbook that says so itself counts more"


Found = Model | list[Problem] | None


def choose_account(desk: Desk) -> Model | None:
    """The account chosen, None while there is none; what is wrong with it is said on the page."""
    shipped = accounts_of(desk)
    ways = [way for way in WAYS if way != SHIPPED or shipped]
    way = st.radio("Which other account", ways, format_func=WAYS.__getitem__, key="account-way")
    found = {SHIPPED: _ask_shipped, FOLDER: _ask_folder, FILES: _ask_files}[way](desk)
    if isinstance(found, list):
        said = "This account cannot be used. Put right what follows, and bring it again."
        show(tag("p", tag("strong", said)), tell_problems(found))
        return None
    if found is not None:
        tag_of_it = tag("strong", "The other account", class_="om-tag om-tag-account")
        show(tag("p", tag_of_it, " ", standing_line(found), class_="om-standing"))
    return found


def _ask_shipped(desk: Desk) -> Found:
    entries = accounts_of(desk)
    asked = st.query_params.get("account")
    names = list(entries)
    chosen = st.selectbox(
        "The account",
        names,
        index=names.index(asked) if asked in names else len(names) - 1,
        format_func=lambda name: plain(entries[name].title),
        key="account",
    )
    st.query_params["account"] = chosen
    return try_account(desk, entries[chosen])


def _ask_folder(desk: Desk) -> Found:
    files = st.file_uploader(
        f"The folder, with its model.yaml, {MOST_UPLOADED} MB together at most",
        accept_multiple_files="directory",
        key="account-folder",
    )
    return _read(desk, files, "")


def _ask_files(desk: Desk) -> Found:
    files = st.file_uploader(
        f"One ZIP, or tables (CSV, XLS, XLSX, ODS), {MOST_UPLOADED} MB together at most",
        type=["zip", *TABLES],
        accept_multiple_files=True,
        key="account-files",
    )
    tables = any(not file.name.lower().endswith(".zip") for file in files)
    day = st.text_input(DAY, key="account-day") if tables else ""
    return _read(desk, files, day)


def _read(desk: Desk, files: list[Any], day: str) -> Found:
    if not files:
        empty(NOTHING)
        return None
    given = [(file.name, file.getvalue()) for file in files]
    key = (tuple(file.file_id for file in files), day)
    with st.spinner("Reading the other account …"):
        return keep("account", key, lambda: try_files(desk, given, day))
