"""Where things stand on the page: an id for each, unique whatever the names are, and links to those that are there."""

from __future__ import annotations

import re

UNSAFE = re.compile(r"[^A-Za-z0-9]+")


class Anchors:
    """Ids of elements by kind and key. Only what was given a place can be linked to."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()

    def place(self, kind: str, key: str) -> str:
        """The id of a thing, made at the first call: two keys that look alike still get two ids."""
        if (kind, key) not in self._ids:
            name = f"{kind}-{UNSAFE.sub('-', key).strip('-') or 'unnamed'}"
            unique, number = name, 2
            while unique in self._taken:
                unique, number = f"{name}--{number}", number + 1
            self._taken.add(unique)
            self._ids[kind, key] = unique
        return self._ids[kind, key]

    def find(self, kind: str, key: str) -> str | None:
        """The id of a thing that has a place on the page, or None."""
        return self._ids.get((kind, key))
