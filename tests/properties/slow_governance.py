"""Boards and recommendations, read off a model: too big, missing, of no use, or taken forward by nobody."""

from __future__ import annotations

from orgmodel.graph.slicing import has_passed
from orgmodel.model import Board, Decision, Recommendation, Subject
from tests.properties.slow_model import Reading, Verdicts


def read_board_too_big(reading: Reading) -> Verdicts:
    limit = reading.limit("board-too-big", "limit", 10)
    found = {}
    for board in boards(reading):
        count = board.attendance if reading.holds(board.attendance) else None
        spoken = count is not None and (count.state != "not_stated" or bool(count.cites))
        if board.decides is not False and (board.decides or spoken):
            state = count.state if count else "not_stated"
            least = count.at_least if count and state in ("known", "open") else None
            most = count.at_most if count and state == "known" else None
            small = state == "none" or (most is not None and most <= limit)
            big = board.decides and least is not None and least > limit
            found[board.id] = "pass" if small else "fail" if big else "unknown"
    return found


def read_priority_without_a_forum(reading: Reading) -> Verdicts:
    found = {}
    for ident in reading.subjects():
        subject = reading.here[ident]
        if isinstance(subject, Subject) and reading.calls(subject.priority):
            looked_at = any(ident in looks_at(reading, board) for board in boards(reading))
            if "none" in reading.states(subject, "forums"):
                found[ident] = "fail"
            elif looked_at:
                found[ident] = "pass"
            else:
                found[ident] = "fail" if reading.nobody(subject, "forums") else "unknown"
    return found


def read_redundant_forum(reading: Reading) -> Verdicts:
    found = {}
    decided = {
        by for one in reading.all(Decision) if isinstance(one, Decision) for by in reading.named(one, "decided_by")
    }
    for board in boards(reading):
        sees = looks_at(reading, board)
        spoken = reading.states(board, "purpose") | reading.states(board, "scrutinises")
        said = board.decides is not None or bool(board.remit) or bool(spoken - {"not_stated"})
        if said or sees or board.id in decided:
            found[board.id] = _of_use(reading, board, sees, board.id in decided)
    return found


def _of_use(reading: Reading, board: Board, sees: set[str], decided: bool) -> str:
    others = [looks_at(reading, other) for other in boards(reading) if other.id != board.id]
    purpose = reading.named(board, "purpose") and "none" not in reading.states(board, "purpose")
    if board.decides or decided or board.remit or purpose or sees - set().union(*others):
        return "pass"
    idle = reading.nobody(board, "purpose") and reading.ended(board, "scrutinises")
    return "fail" if board.decides is False and idle else "unknown"


def boards(reading: Reading) -> list[Board]:
    """Every board that is there."""
    return [board for board in reading.all(Board) if isinstance(board, Board)]


def looks_at(reading: Reading, board: Board) -> set[str]:
    """What a board scrutinises, said of the board or of a subject."""
    subjects = {ident for ident in reading.subjects() if board.id in reading.named(reading.here[ident], "forums")}
    return subjects | set(reading.named(board, "scrutinises"))


def read_recommendation_without_owner(reading: Reading) -> Verdicts:
    carried_out = {what for one in reading.all(Decision) for what in reading.named(one, "implements")}
    found = {}
    for advice in reading.all(Recommendation):
        assert isinstance(advice, Recommendation)
        overdue = has_passed(advice.due, reading.model.about.as_of)
        done = advice.response in ("known", "open") or advice.id in carried_out
        nobody = reading.nobody(advice, "owner")
        if done or overdue or advice.response != "not_stated" or reading.speaks(advice, "owner"):
            taken_up = done or (reading.named(advice, "owner") and not nobody)
            forgotten = nobody and advice.response == "none"
            found[advice.id] = "pass" if taken_up else "fail" if forgotten else "unknown"
    return found
