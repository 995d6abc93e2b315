"""Ids that stay the same from one snapshot to the next: made of what is published, never of where it stands."""

from __future__ import annotations

import hashlib

from orgmodel.loading.scaffold import slug_of


class Idents:
    """Gives out ids for one snapshot; two things never get the same."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def make(self, prefix: str, *parts: str) -> str:
        """An id of the parts; where it is taken already, one that also holds a digest of the parts."""
        slug = "-".join(filter(None, (slug_of(part)[:40].strip("-") for part in parts)))
        ident = f"{prefix}-{slug}"[:100].strip("-") if slug else f"{prefix}-{_digest(parts)}"
        if ident in self._taken:
            ident = f"{ident}-{_digest(parts)}"
        number = 2
        found = ident
        while found in self._taken:
            found, number = f"{ident}-{number}", number + 1
        self._taken.add(found)
        return found


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:6]
