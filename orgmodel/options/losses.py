"""What has no known destination in an option: the value that says so, and where in the option it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from orgmodel.model import Model
from orgmodel.options.changes import AnyChange
from orgmodel.options.changeset import Changeset
from orgmodel.options.held import Held
from orgmodel.options.operands import Operand

Outcome = Literal["unknown", "redacted", "given_up", "lost", "not_said"]


@dataclass(frozen=True, order=True)
class Loss:
    """One thing without a known destination: what it is to its holder, whose it was, and what the option says of it.

    `unknown` and `redacted`: the option says that this is not known, perhaps with `candidates`; `given_up`: on
    purpose; `not_said`: the holder moved or ended, and nothing is said of what it had; `lost`: nothing was said at all.
    `number` is the change that it comes from, counted from 1 (0: none), and `where` is where that was written.
    """

    thing: str
    title: str
    label: str
    kind: str
    chain: str
    holders: tuple[str, ...]
    outcome: Outcome
    candidates: tuple[str, ...] = ()
    because: str = ""
    cites: tuple[str, ...] = ()
    number: int = 0
    where: str = ""


def loss_of(
    after: Model, held: Held, outcome: Outcome, to: Operand | None, change: AnyChange | None, changeset: Changeset
) -> Loss:
    """The loss of one thing, as a change of the option leaves it (None: no change speaks of it)."""
    number = changeset.changes.index(change) + 1 if change else 0
    return Loss(
        thing=held.thing,
        title=after.title_of(held.thing),
        label=after.label_of.get(held.thing, "Figure" if held.field == "about" else ""),
        kind=held.kind,
        chain=held.chain,
        holders=(held.holder,),
        outcome=outcome,
        candidates=to.one_of if to else (),
        because=change.because if change else "",
        cites=(change.cites or changeset.cites) if change else (),
        number=number,
        where=str(changeset.place("changes", number - 1)) if number else "",
    )
