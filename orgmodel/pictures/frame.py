"""Pages for frames: a template filled in one pass, with a policy that allows its own scripts by their digest alone."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from orgmodel.pictures.text import escape_text

ASSETS = Path(__file__).parent
PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")


def frame_svg(svg: str, title: str) -> str:
    """A page that shows a chart in a window which scrolls both ways; its links lead the page around the frame."""
    own = read_asset("leave.js")
    values = {
        "policy": f"default-src 'none'; script-src {allow(own)}; style-src 'unsafe-inline'; base-uri 'none'",
        "title": escape_text(title),
        "svg": svg,
        "own": f"<script>{own}</script>",
    }
    return fill("frame.html", values)


def fill(template: str, values: Mapping[str, str]) -> str:
    """A template with its values, in one pass, so that what is filled in is never looked at again."""
    return PLACEHOLDER.sub(lambda found: values[found[1]], read_asset(template))


def read_asset(name: str) -> str:
    """A file that stands beside this module."""
    return (ASSETS / name).read_text(encoding="utf-8")


def allow(*scripts: str) -> str:
    """The sources for a policy that allow exactly these scripts."""
    return " ".join(f"'sha256-{_digest(script)}'" for script in scripts if script)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
