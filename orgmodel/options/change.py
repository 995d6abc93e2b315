"""What every change says besides its verb. The verbs themselves are in the `changes_of_` modules."""

from __future__ import annotations

from typing import ClassVar

from orgmodel.model import Basis, Cite, Record, Slug, When
from orgmodel.model.base import Text


class Change(Record):
    """What every change says besides its verb: why, on what evidence, in which phase and when.

    `order` is the turn in which verbs are carried out, so that the order of the list does not matter. A `passive`
    verb may leave the model as it is. `fields` are those of the records in the model that the verb sets.
    """

    order: ClassVar[int] = 5
    passive: ClassVar[bool] = False
    fields: ClassVar[tuple[str, ...]] = ()

    do: str
    because: Text
    cites: tuple[Cite, ...] = ()
    basis: Basis | None = None
    phase: Slug | None = None
    when: When | None = None
    note: Text | None = None

    @property
    def sets(self) -> tuple[str, ...]:
        """The fields of records that this change sets: those of the verb, or the one that is named in it."""
        return self.fields
