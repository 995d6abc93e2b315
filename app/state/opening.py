"""Opening the model of this server, and saying what is wrong where an action of orgmodel cannot be carried out.

Kept in `cache_resource`, under a fingerprint of the model's files, so that an edit shows at the next page.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from orgmodel import use_cases
from orgmodel.errors import OrgmodelError, Problem
from orgmodel_app.settings import MODEL_VARIABLE
from orgmodel_app.state.desk import Desk, Fingerprint

Result = TypeVar("Result")
MOST_KEPT = 8
"""How many models, versions and comparisons stay in memory."""


def model_name() -> str:
    """The model that this server was started for."""
    return os.environ.get(MODEL_VARIABLE, "")


def open_desk() -> Desk:
    """The model of this server, opened and checked; raises OrgmodelError where it cannot be."""
    name = model_name()
    return _open(name, find_fingerprint(use_cases.find_model(name).folder))


def find_fingerprint(folder: Path) -> Fingerprint:
    """Each file of a folder with its time and size."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner="Reading the definitions and asking the questions …")
def _open(name: str, fingerprint: Fingerprint) -> Desk:
    opened = use_cases.open_model(name)
    with use_cases.open_engine() as engine:
        return Desk(opened, use_cases.check_model(opened, engine), fingerprint)


def try_it(action: Callable[..., Result], *given: object) -> Result | list[Problem]:
    """What an action of orgmodel gives, or everything that is wrong."""
    try:
        return action(*given)
    except OrgmodelError as error:
        return list(error.problems)


def try_open() -> Desk | list[Problem]:
    """The desk, or everything that is wrong with the model."""
    return try_it(open_desk)
