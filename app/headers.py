"""What is put on every answer: the headers of the policy, and into the page itself where its server is.

Without being told, Streamlit's page looks for its server under the address of the page that was asked for, and fails
twice, before it looks where it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from orgmodel_app.settings import HEADERS, PAGES

HEAD = b"<head>"


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


class ServerAddress:
    """Tells the page, in its head, where its server is: above the page's own name."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].rstrip("/").rpartition("/")[2] not in ("", *PAGES):
            await self.app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, _Rewriter(send).send)


class _Rewriter:
    """Holds an answer back until it is whole, where it is a page, and sends it with the script in its head."""

    def __init__(self, send: Send) -> None:
        self.onward = send
        self.start: Message | None = None
        self.body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and "text/html" in MutableHeaders(scope=message).get(
            "content-type", ""
        ):
            self.start = message
        elif self.start is None or message["type"] != "http.response.body":
            await self.onward(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self.finish(self.start)

    async def finish(self, start: Message) -> None:
        body = self.body.replace(HEAD, HEAD + server_script(PAGES).encode(), 1)
        MutableHeaders(scope=start)["content-length"] = str(len(body))
        await self.onward(start)
        await self.onward({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    return "text/html" in MutableHeaders(scope=start).get("content-type", "")


def server_script(pages: Iterable[str]) -> str:
    """The script that says where the server is, given the names that a page's address may end in."""
    names = "|".join(re.escape(name) for name in pages)
    ends = json.dumps(f"({names})?/*$")
    above = f"location.pathname.replace(new RegExp({ends}),'')"
    return f"<script>window.__streamlit={{BACKEND_BASE_URL:location.origin+{above}}}</script>"
