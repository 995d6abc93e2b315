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
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from orgmodel_app import state
from orgmodel_app.settings import HEADERS, PICTURE_SCRIPTS


class Headers:
    """Puts the content security policy and its companions on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _no_external_address() -> None:
    """Instead of asking another host for this machine's address."""


streamlit.net_util.get_external_ip = _no_external_address  # type: ignore[assignment]
scripts = state.vis_network_file().parent
app = st.App(
    Path(__file__).with_name("router.py"),
    routes=[Mount(PICTURE_SCRIPTS, StaticFiles(directory=scripts))],
    middleware=[Middleware(Headers)],
)
gc.collect()
gc.freeze()
