"""Files that somebody brings: what is found in them, the template to fill in, and where a folder would be free."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from orgmodel import use_cases
from orgmodel.model import Model
from orgmodel.use_cases import Report, bringing
from orgmodel.use_cases import tables as tabling
from orgmodel_app.state.opening import model_name


def check_read(model: Model) -> Report:
    """What is found in a model that was read from somebody's files and is not written anywhere."""
    with use_cases.open_engine() as engine:
        return bringing.check_brought(model, engine)


@st.cache_resource
def template() -> bytes:
    """The workbook to fill in; raises UsageError where what writes it is not installed."""
    return tabling.render_template()


def folder_beside(name: str) -> Path:
    """A folder that is not there yet: beside the model of this server, or where the server was started."""
    return bringing.find_free(use_cases.find_model(model_name()).folder, name)
