"""The handover sheet: everything that passes from one to another, from whom, to whom, when, and whether it is accepted.

It is complete only when every line has a known end, a date and an acceptance: a gap cannot be signed away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.model import Model, When
from orgmodel.options.apply import apply
from orgmodel.options.changes import AnyChange
from orgmodel.options.changeset import Changeset
from orgmodel.options.destinations import find_destination
from orgmodel.options.held import Held, held_in
from orgmodel.options.plan_values import Name, names_of

NOT_HANDED_OVER = ("reports_to", "in_unit", "part_of")
"""Where something is, and whom it reports to: a move, which the plan tells, and nothing that a holder hands over."""


@dataclass(frozen=True)
class HandoverLine:
    """One thing that one holder gives up: what, as what, to whom, when. `gaps` is what is missing, none when whole.

    `accepted` is None where nobody has said. `given_up` is what ends on purpose and passes to nobody.
    """

    thing: Name
    kind: str
    chain: str
    giver: Name
    to: tuple[Name, ...]
    candidates: tuple[Name, ...]
    state: str
    when: When | None
    accepted: bool | None
    given_up: bool
    because: str
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class Handover:
    """The sheet of an option, or of one holder in it."""

    option: str
    title: str
    about: Name | None
    lines: tuple[HandoverLine, ...]

    @property
    def gaps(self) -> int:
        """How many lines are not whole."""
        return sum(bool(line.gaps) for line in self.lines)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing in any line."""
        return self.gaps == 0


def find_handover(model: Model, changeset: Changeset, about: str | None = None) -> Handover:
    """What passes on in an option; of one post, unit, board or person where named, given up or taken over by it.

    For a person, what their posts hand over counts as theirs. Raises OptionError where the option fails.
    """
    after = apply(model, changeset)
    lines = sorted(_lines(model, after, changeset), key=lambda line: (line.giver, line.thing, line.kind, line.chain))
    if about is not None:
        whole = {about} | {each.post for each in model.holdings if each.person == about}
        lines = [line for line in lines if whole & {line.giver.id, *(name.id for name in line.to)}]
    name = Name(about, after.title_of(about)) if about else None
    return Handover(changeset.id, changeset.title, name, tuple(lines))


def _lines(model: Model, after: Model, changeset: Changeset) -> Iterator[HandoverLine]:
    now: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    before: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for holders, of in ((before, model), (now, after)):
        for each in held_in(of):
            holders[each.key].add(each.holder)
    ended = {record.id for _, record in after.labelled() if record.mode == "past"}
    for each in held_in(model):
        handed = each.field not in NOT_HANDED_OVER and each.holder not in now[each.key] and each.thing not in ended
        if handed:
            yield _line(after, changeset, each, now[each.key] - before[each.key], now[each.key])


def _line(after: Model, changeset: Changeset, held: Held, came: set[str], now: set[str]) -> HandoverLine:
    operand, change = find_destination(changeset, held)
    who = {operand.who} if operand and operand.who in now else came if operand is None or operand.who else set[str]()
    to = tuple(ident for ident in sorted(who) if ident)
    state = operand.state if operand and not to else "known" if to else "not_stated"
    given_up = change is not None and operand is None and not to and held.field != "holding"
    when = (change.when or _phase_start(changeset, change)) if change else None
    accepted = _accepted(changeset, held.thing, to)
    return HandoverLine(
        thing=Name(held.thing, after.title_of(held.thing)),
        kind=held.kind,
        chain=held.chain,
        giver=Name(held.holder, after.title_of(held.holder)),
        to=names_of(after, to),
        candidates=names_of(after, operand.one_of if operand else ()),
        state=state,
        when=when,
        accepted=accepted,
        given_up=given_up,
        because=change.because if change else "",
        gaps=() if given_up else tuple(_gaps(to, when, accepted)),
    )


def _gaps(to: tuple[str, ...], when: When | None, accepted: bool | None) -> Iterator[str]:
    if not to:
        yield "nobody takes it over"
    if when is None:
        yield "no date"
    if to and accepted is None:
        yield "not accepted yet"
    if accepted is False:
        yield "refused"


def _accepted(changeset: Changeset, thing: str, to: tuple[str, ...]) -> bool | None:
    """Whether all who take a thing over have accepted it; one refusal is a refusal."""
    said = {each.by: each.accepted for each in changeset.accepted if each.what == thing}
    if any(said.get(ident) is False for ident in to):
        return False
    return True if to and all(said.get(ident) for ident in to) else None


def _phase_start(changeset: Changeset, change: AnyChange) -> When | None:
    return next((phase.start for phase in changeset.phases if phase.id == change.phase), None)
