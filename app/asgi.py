"""The app as an ASGI application: Streamlit with our headers on every answer and the script that draws networks.

Heavy modules are imported before the first page and then left out of garbage collection, which Streamlit runs in full
after every page.
"""

from __future__ import annotations

import gc
from pathlib import Path

import pandas  # noqa: F401 - imported early, so that it is frozen with the rest
import streamlit as st
import streamlit.net_util
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from orgmodel_app import state
from orgmodel_app.headers import Headers, ServerAddress
from orgmodel_app.settings import PICTURE_SCRIPTS


def _no_external_address() -> None:
    """Instead of asking another host for this machine's address."""


streamlit.net_util.get_external_ip = _no_external_address  # type: ignore[assignment]
scripts = state.vis_network_file().parent
app = st.App(
    Path(__file__).with_name("router.py"),
    routes=[Mount(PICTURE_SCRIPTS, StaticFiles(directory=scripts))],
    middleware=[Middleware(Headers), Middleware(ServerAddress)],
)
gc.collect()
gc.freeze()
