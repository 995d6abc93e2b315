"""What an export gives: the content, and in words what it leaves out, so that nothing is lost without a word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Exported:
    """What is to be written, as text or bytes, and a line (with its count) for each thing left out or hidden."""

    content: str | bytes
    left_out: tuple[str, ...] = ()
