"""Data about people in what leaves the product: hidden unless asked for, and then said and counted, never shown as
absent."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.model import LINKS_BY_LABEL, Claim, Model, Slot

PERSONAL = ("people", "holdings")
"""The lists that are about people."""


@dataclass(frozen=True)
class Hidden:
    """The people (ids) that an export hides, with their names, and how many holdings and statements name them."""

    people: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    holdings: int = 0
    statements: int = 0

    def hides(self, claim: Claim) -> bool:
        """Whether a claim names somebody who is hidden."""
        return claim.who in self.people

    def lines(self) -> tuple[str, ...]:
        """What is hidden, in words, with how to have it; nothing where nothing is."""
        counts = (
            (len(self.people), "person", "people"),
            (self.holdings, "holding", "holdings"),
            (self.statements, "statement that names them", "statements that name them"),
        )
        said = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)
        return (f"Hidden, since they are about people: {said}. To include them: --with-people.",) if said else ()

    def named_in(self, text: str) -> tuple[str, ...]:
        """A warning where a name that is hidden stands in a text all the same, in a title or a note."""
        found = sum(name in text for name in self.names)
        if not found:
            return ()
        said = "name of 1 hidden person stands" if found == 1 else f"names of {found} hidden people stand"
        return (f"The {said} in a title or a note, which is written as it is. Look before you pass it on.",)


def find_hidden(model: Model, with_people: bool) -> Hidden:
    """Who and what is hidden in an export of a model; nothing where people are asked for."""
    if with_people or not model.people:
        return Hidden(holdings=0 if with_people else len(model.holdings))
    people = frozenset(person.id for person in model.people)
    statements = sum(
        claim.who in people
        for label, record in model.labelled()
        for link in LINKS_BY_LABEL.get(label, ())
        for claim in _claims(getattr(record, link.field))
    )
    names = tuple(name for person in model.people for name in (person.title, *person.aliases))
    return Hidden(people, names, len(model.holdings), statements)


def _claims(slot: Slot[Claim]) -> tuple[Claim, ...]:
    return slot.claims
