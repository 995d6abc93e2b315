"""An option: a changeset over one model, with its standing, its reasons, its benefits, its costs and its phases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, model_validator

from orgmodel.errors import Place
from orgmodel.model import Basis, Cite, Named, Process, Record, Slug, When
from orgmodel.model.base import Text
from orgmodel.model.links import BODIES
from orgmodel.options.changes import Adopt, AnyChange, Create, Restore
from orgmodel.options.operands import A_HELD, Amount, Operand, Ref

Standing = Literal["offered", "recommended", "preferred", "ruled_out"]
Path = tuple[str | int, ...]


class Benefit(Record):
    """What the option is said to bring: a measure, where it stands today, and who answers for reaching it."""

    measure: Text
    baseline: Text | None = None
    owner: Operand = Operand(state="not_stated")
    cites: tuple[Cite, ...] = ()


class Cost(Record):
    """What the option costs, once or again and again: a number, a range, words of the source, or not known."""

    what: Text
    kind: Literal["one_off", "recurring"] = "one_off"
    amount: Amount = Amount()
    unit: Text = "pounds"
    borne_by: Text | None = None
    cites: tuple[Cite, ...] = ()
    note: Text | None = None


class Phase(Record):
    """A step in carrying out the option. Phases are listed in their order.

    `requires` names phases that have to end before it; `needs` is what else has to be there, such as a law.
    """

    id: Slug
    title: Text
    start: When | None = Field(default=None, alias="from")
    until: When | None = None
    requires: tuple[Slug, ...] = ()
    needs: tuple[Text, ...] = ()


class Acceptance(Record):
    """That the one to whom something passes has accepted it, or refused."""

    what: Annotated[Slug, A_HELD]
    by: Annotated[Slug, Ref((*BODIES, "Person"))]
    accepted: bool = True
    on: When | None = None
    cites: tuple[Cite, ...] = ()


class Changeset(Record):
    """One option. `by` says who offers, recommends, prefers or rules it out, and `decided_by` who decides.

    `includes` brings in the changes of others; `requires` and `excludes` are conditions; `variant_of` names the option
    of which this is another form, so that only one of the two can be chosen. `ruled_out` lists what the model says is
    ruled out and this option does all the same.
    """

    id: Slug
    title: Text
    model: Slug
    because: Text
    cites: tuple[Cite, ...] = ()
    basis: Basis = "stated"
    standing: Standing = "offered"
    by: Text | None = None
    why: Text | None = None
    decided_by: Operand = Operand(state="not_stated")
    includes: tuple[Slug, ...] = ()
    requires: tuple[Slug, ...] = ()
    excludes: tuple[Slug, ...] = ()
    variant_of: Slug | None = None
    ruled_out: tuple[Slug, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    costs: tuple[Cost, ...] = ()
    phases: tuple[Phase, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    changes: tuple[AnyChange, ...] = ()
    _places: Mapping[Path, Place] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _standing_has_a_holder(self) -> Changeset:
        if self.standing != "offered" and self.by is None:
            raise ValueError(f"an option that is {self.standing.replace('_', ' ')} needs 'by': who says so")
        if self.standing == "ruled_out" and self.why is None:
            raise ValueError("an option that is ruled out needs 'why'")
        return self

    @property
    def created(self) -> dict[str, str]:
        """The label of each thing that the option creates, by id."""
        found: dict[str, str] = {}
        for record in filter(None, map(created_by, self.changes)):
            found[record.id] = type(record).__name__
            found |= {stage.id: "Stage" for stage in record.stages} if isinstance(record, Process) else {}
        return found

    @property
    def adopted(self) -> frozenset[str]:
        """The things that the model holds as proposed or planned and that the option makes actual."""
        return frozenset(ident for change in self.changes if isinstance(change, Adopt) for ident in change.things)

    @property
    def restored(self) -> frozenset[str]:
        """The things that have ended and that the option puts back."""
        restores = [change for change in self.changes if isinstance(change, Restore)]
        return frozenset(change.thing for change in restores if change.was.get("mode") == "actual")

    @property
    def places(self) -> Mapping[Path, Place]:
        """Where each part was written, as far as known."""
        return self._places

    def located(self, places: Mapping[Path, Place]) -> Changeset:
        """The same option, which knows where in a file each of its parts was written."""
        copy = self.model_copy()
        copy._places = dict(places)
        return copy

    def place(self, *path: str | int) -> Place:
        """Where a part of the option was written: the nearest place known, else the option's id."""
        for length in range(len(path), -1, -1):
            if found := self._places.get(path[:length]):
                return found
        return Place(f"option {self.id}")


def created_by(change: AnyChange) -> Named | None:
    """The record that a change creates, or None."""
    return change.record if isinstance(change, Create) else None
