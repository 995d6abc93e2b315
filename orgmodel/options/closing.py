"""What ends in an option, and where what it holds goes: the one reading of close, merge and split."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.options.changes import Close, ClosePost, CloseUnit, Merge, Split
from orgmodel.options.operands import Move, Operand

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Closing:
    """What ends, the moves said one by one with where each is written, and where all else goes (None: not said).

    `stays` is for a unit that a split leaves there, with the rest of what it held.
    """

    ident: str
    moves: tuple[tuple[Move, Path], ...]
    rest: Operand | None = None
    stays: bool = False
    heirs: tuple[str, ...] = ()

    def destination(self, thing: str, field: str, kind: str) -> Operand | None:
        """Where one thing goes that it held, or None where nothing is said of it."""
        for move, _ in self.moves:
            if move.what == thing and move.held_as in (None, field, kind):
                return move.to
        return self.rest


def closing_in(change: object) -> Closing | None:
    """The closing that a change is, or None."""
    match change:
        case CloseUnit():
            return Closing(change.unit, _moves(change.moves))
        case ClosePost():
            return Closing(change.post, _moves(change.moves))
        case Close():
            return Closing(change.thing, _moves(change.moves))
        case Merge():
            return Closing(change.unit, _moves(change.moves), Operand(who=change.into), heirs=(change.into,))
        case Split():
            return _split(change)
        case _:
            return None


def closed_by(change: object) -> str | None:
    """The id of what a change ends, or None. What would go into itself does not end: carrying it out says so."""
    closing = closing_in(change)
    return closing.ident if closing and not closing.stays and closing.ident not in closing.heirs else None


def _moves(moves: tuple[Move, ...]) -> tuple[tuple[Move, Path], ...]:
    return tuple((move, ("moves", number, "what")) for number, move in enumerate(moves))


def _split(change: Split) -> Closing:
    moves = tuple(
        (Move(what=thing, to=Operand(who=part.to)), ("into", number, "takes", place))
        for number, part in enumerate(change.into)
        for place, thing in enumerate(part.takes)
    )
    stays = change.rest is not None and change.rest.who == change.unit
    heirs = tuple(dict.fromkeys(part.to for part in change.into))
    return Closing(change.unit, moves, change.rest, stays, heirs)
