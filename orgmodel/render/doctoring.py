"""What the examination of an installation found, as text or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from orgmodel.render.json_v1 import dump


class CheckView(Protocol):
    """One thing that was looked at."""

    @property
    def name(self) -> str: ...
    @property
    def fine(self) -> bool: ...
    @property
    def needed(self) -> bool: ...
    @property
    def found(self) -> str: ...
    @property
    def advice(self) -> str: ...


def render_text(checks: Sequence[CheckView]) -> str:
    """A line for each thing, with what to do under those that are missing."""
    lines = []
    for check in checks:
        word = "yes" if check.fine else "NO" if check.needed else "no (optional)"
        lines.append(f"{check.name:<24} {word:<14} {check.found}")
        if not check.fine and check.advice:
            lines.append(f"{'':<24} {check.advice}")
    return "\n".join(lines)


def render_json(checks: Sequence[CheckView]) -> str:
    """The same as versioned JSON."""
    return dump(
        "doctor",
        {
            "checks": [
                {
                    "name": check.name,
                    "fine": check.fine,
                    "needed": check.needed,
                    "found": check.found,
                    "advice": check.advice,
                }
                for check in checks
            ]
        },
    )
