"""Data about people on the page: left out, said and counted. It never makes a finding look as if nothing was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from orgmodel.answers import FactLine
from orgmodel.exchange.people import Hidden, find_hidden
from orgmodel.findings import Finding
from orgmodel.model import Model

PARTS = re.compile(r"[.>#]")


class People:
    """Which rows and facts name people, and so are left out."""

    def __init__(self, models: Iterable[Model], with_people: bool = False) -> None:
        self._hidden: list[Hidden] = [find_hidden(model, with_people) for model in models]
        self._ids = frozenset(ident for hidden in self._hidden for ident in hidden.people)
        self._names = tuple(dict.fromkeys(name for hidden in self._hidden for name in hidden.names))

    @property
    def base(self) -> Hidden:
        """What the model as it stands hides."""
        return self._hidden[0]

    def says(self, text: str) -> bool:
        """Whether a text holds the name of somebody who is hidden."""
        return any(name in text for name in self._names)

    def in_row(self, row: Finding | None) -> bool:
        """Whether a row of a finding names somebody or rests on what is said of somebody."""
        if row is None or not self._ids:
            return False
        named = {value for _, value in row.identity} | {part for e in row.evidence for part in PARTS.split(e.key)}
        named |= {ident for value in row.values.values() for ident in _idents(value)}
        return bool(named & self._ids) or self.says(row.sentence)

    def in_fact(self, fact: FactLine) -> bool:
        """Whether a fact is about somebody or names somebody."""
        return fact.thing in self._ids or (bool(self._names) and self.says(f"{fact.title} {fact.says}"))

    def shown(self, rows: Sequence[Finding]) -> list[Finding]:
        """The rows that name nobody."""
        return [row for row in rows if not self.in_row(row)]


def _idents(value: Any) -> list[str]:
    return [each for each in (value if isinstance(value, (list, tuple)) else [value]) if isinstance(each, str)]
