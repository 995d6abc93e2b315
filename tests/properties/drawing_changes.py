"""Draws what changes of random options name: things of a random model, one or several or none that is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

from orgmodel.model import LINKS_BY_LABEL, Claim, Model, Named, Slot
from orgmodel.options.held import Held, held_in

Made = dict[str, Any]
One = TypeVar("One")
CHAINS = ("line", "line", "line", "ministerial", "sro")


class NothingToChooseError(Exception):
    """The model has nothing that a verb could be about."""


class Choosing:
    """Choices among the things of one model. `prefix` is in all that the option makes or names anew."""

    def __init__(self, random: Random, model: Model, prefix: str) -> None:
        self.random, self.model, self.prefix = random, model, prefix

    def one(self, values: Sequence[One]) -> One:
        """One of the values; raises NothingToChooseError where there are none."""
        if not values:
            raise NothingToChooseError
        return self.random.choice(values)

    def seldom(self, one_in: int) -> bool:
        """True once in so many times."""
        return self.random.randrange(one_in) == 0

    def ids(self, *lists: str) -> list[str]:
        """The ids in some lists of the model, mostly only of what is there today."""
        records: list[Named] = [record for name in lists for record in getattr(self.model, name)]
        there = [record.id for record in records if record.mode == "actual"]
        return there if not self.seldom(20) else [record.id for record in records]

    def thing(self, *lists: str) -> str:
        """One id out of some lists."""
        return self.one(self.ids(*lists))

    def bodies(self) -> list[str]:
        """Units, posts and boards."""
        return self.ids("units", "posts", "boards")

    def operand(self, idents: Sequence[str]) -> Any:
        """Mostly one id; else several, or a word that says how it is not known."""
        kind = self.random.randrange(8)
        if kind == 0 or not idents:
            return self.random.choice(["unknown", "redacted"])
        if kind == 1 and len(set(idents)) > 1:
            return {"one_of": self.random.sample(sorted(set(idents)), 2)}
        return self.random.choice(idents)

    def amount(self) -> Any:
        """A number, a range, words, or not known."""
        return self.random.choice([2, {"at_least": 1, "at_most": 4}, "many more", "unknown"])

    def held(self, *fields: str) -> Held:
        """Something that somebody has, as one of these: a responsibility, a seat on a board."""
        return self.one([each for each in held_in(self.model) if each.field in fields])

    def claim(self, free: Callable[[str, str], bool]) -> tuple[str, str, Claim]:
        """A claim of today that names something, in a slot chosen by label and field: of what, in which slot."""
        found = [
            (record.id, link.field, claim)
            for label, record in self.model.labelled()
            if record.mode == "actual" and label != "StaffGroup"
            for link in LINKS_BY_LABEL.get(label, ())
            if free(label, link.field)
            for claim in self._today(getattr(record, link.field))
        ]
        return self.one(found)

    def new_id(self, kind: str) -> str:
        """An id for something new, which another change of the option has perhaps taken."""
        return f"{self.prefix}-{kind}-{self.random.randrange(30)}"

    @staticmethod
    def _today(slot: Slot[Claim]) -> list[Claim]:
        return [claim for claim in slot.known if claim.mode == "actual" and claim.until is None]


Drawer = Callable[[Choosing], Made]
