"""How the links that lead to a verdict are said: each with how it is known, and the weakest by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgmodel.findings.paths import Path, PathLink
from orgmodel.render.wording import say_cites

MOST_LINKS = 12


def say_path(path: Path) -> Iterator[str]:
    """The weakest link first, then the links that lead to a verdict, each with how it is known."""
    if path.weakest:
        yield f"Weakest link: {_said(path.weakest)}."
    yield from (f"{_said(link)}." for link in path.links[:MOST_LINKS])
    if len(path.links) > MOST_LINKS:
        yield f"And {len(path.links) - MOST_LINKS} more links."


def path_as_json(path: Path) -> dict[str, Any]:
    """A path for programs."""
    return {"links": [vars(link) for link in path.links], "weakest": vars(path.weakest) if path.weakest else None}


def name_end(ident: str, title: str) -> str:
    """The name of one end of a link; a paragraph has none, and is said as one."""
    return say_cites([ident]) if "#" in ident else title


def _said(link: PathLink) -> str:
    start, end = name_end(link.start_id, link.start), name_end(link.end_id, link.end)
    return f"{start} {link.words} {end} ({link.basis}; {say_cites(link.cites)})"
