"""The boxes of a chart as values, before anything has a position: what a box says, and what is in and below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

LineKind = Literal["head", "post", "silence", "answers", "more"]
Presence = Literal["here", "new", "ghost"]


@dataclass(frozen=True)
class Line:
    """One line in a box: a head, a post, something answered for, or a silence, with words for what is special."""

    kind: LineKind
    text: str
    ident: str | None = None
    words: tuple[str, ...] = ()
    presence: Presence = "here"


@dataclass(frozen=True)
class Box:
    """A unit, with what is inside it (lines) and below it (children).

    `key` tells boxes apart (a unit that moves has two); `inferred` is about its line to the box above; `hidden` says
    what a closed box does not show.
    """

    key: str
    title: str
    ident: str | None = None
    kind: str = ""
    words: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    children: tuple[Box, ...] = ()
    inferred: bool = False
    outside: bool = False
    presence: Presence = "here"
    can_open: bool = False
    is_open: bool = False
    hidden: str = ""

    def walk(self) -> Iterator[Box]:
        """The box and every box below it, from the top."""
        yield self
        for child in self.children:
            yield from child.walk()

    def spoken(self) -> str:
        """All that the box says, in one sentence for those who cannot see it."""
        parts = [self.title, self.kind, *self.words, *(line_spoken(line) for line in self.lines), self.hidden]
        return ". ".join(part for part in parts if part)


def line_spoken(line: Line) -> str:
    """A line of a box with its words."""
    return f"{line.text} ({', '.join(line.words)})" if line.words else line.text
