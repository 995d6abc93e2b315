"""The properties that nodes of each label carry beside their name and evidence, computed for one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from orgmodel.graph.slicing import aspects_on, has_passed, holds_on
from orgmodel.model import (
    Assessment,
    Board,
    Confirmation,
    Count,
    Designation,
    Figure,
    Lever,
    Location,
    Model,
    Person,
    Post,
    Process,
    Range,
    Recommendation,
    RequiredRole,
    Responsibility,
    StaffGroup,
    Subject,
    Unit,
    Vacancy,
    When,
    summarise_states,
)

Properties = dict[str, Any]


def months_between(earlier: dt.date, later: dt.date) -> int:
    """Whole months from one day to another, counted as a calendar does."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months


def longer_than_months(since: When | None, day: dt.date) -> int | None:
    """The most whole months that a thing has certainly lasted longer than, or None when nothing is known.

    Since 2 March 2022 is, on 3 March 2023, longer than 12 months; since 3 March 2022 is longer than 11.
    """
    if since is None or since.latest is None or since.latest >= day:
        return None
    return months_between(since.latest, day - dt.timedelta(days=1))


def at_most_months(since: When | None, day: dt.date) -> int | None:
    """The whole months that a thing has lasted at the most, rounded up, or None when there is no bound."""
    if since is None or since.earliest is None or since.earliest > day:
        return None
    months = months_between(since.earliest, day)
    return months if since.earliest.day == day.day else months + 1


def _designated(designation: Designation | None, yes: str, day: dt.date) -> Properties:
    """What somebody says of a thing today; a designation that is only proposed, or past, is none."""
    holds = designation is not None and holds_on(designation, day)
    state = "not_stated" if designation is None or not holds else "yes" if designation.value else "no"
    return {yes: state == "yes", f"{yes}_state": state}


def _unit(unit: Unit, model: Model, day: dt.date) -> Properties:
    end = summarise_states([claim.state for claim in unit.end_date.claims if holds_on(claim, day)])
    return {
        "kind": unit.kind,
        "kind_rank": model.kind_rank.get(unit.kind),
        "outside": unit.outside,
        "principal": unit.principal,
        "organisation": unit.id == model.about.organisation,
        "time_limited": unit.time_limited,
        "until_state": "known" if unit.until else end,
    }


def _occupancy(vacancy: Vacancy, day: dt.date) -> Properties:
    if not holds_on(vacancy, day):
        return {"occupancy": "not_stated"}
    if vacancy.state != "vacant":
        return {"occupancy": vacancy.state}
    return {
        "occupancy": "vacant",
        "attempts": vacancy.attempts,
        "vacant_longer_than": longer_than_months(vacancy.since, day),
        "vacant_at_most": at_most_months(vacancy.since, day),
    }


def _post(post: Post, model: Model, day: dt.date) -> Properties:
    return {
        "kind": post.kind,
        "grade": post.grade,
        "grade_rank": model.grade_rank.get(post.grade or ""),
        "grade_bound": post.grade_bound,
        "fte": post.fte,
        "roles": list(post.roles),
        "requirements": list(post.requirements),
        "reference": post.reference,
        "profession": post.profession,
        "not_in_source": post.not_in_source,
        "other_responsibilities": post.other_responsibilities,
        **_designated(post.critical, "critical", day),
        **_occupancy(post.occupancy, day),
    }


def _staff_group(group: StaffGroup, model: Model, day: dt.date) -> Properties:
    rank = model.grade_rank.get(group.grade or "")
    return {"grade": group.grade, "grade_rank": rank, "fte": group.fte, "profession": group.profession}


def _person(person: Person, model: Model, day: dt.date) -> Properties:
    return {"invented": person.invented, "meets": list(person.meets), "does_not_meet": list(person.does_not_meet)}


def _responsibility(item: Responsibility, model: Model, day: dt.date) -> Properties:
    confirmation = item.confirmation if holds_on(item.confirmation, day) else Confirmation()
    review = confirmation.review_by
    overdue = has_passed(review, day)
    return {
        "aspects": [fact.aspect for fact in aspects_on(item, day)],
        "scope": item.scope,
        "confirmation": confirmation.state,
        "confirmation_asked": model.about.asks_for_confirmation,
        "confirmation_overdue": overdue,
    }


def _subject(subject: Subject, model: Model, day: dt.date) -> Properties:
    return {"code": subject.code, **_designated(subject.priority, "priority", day)}


def _process(process: Process, model: Model, day: dt.date) -> Properties:
    return {"all_stages_known": process.all_stages_known}


def _board(board: Board, model: Model, day: dt.date) -> Properties:
    decides = {None: "not_stated", True: "yes", False: "no"}[board.decides]
    attendance = board.attendance if holds_on(board.attendance, day) else Count()
    return {
        "decides": decides,
        "attendance": attendance.state,
        "remit": board.remit,
        "attendance_at_least": attendance.at_least,
        "attendance_at_most": attendance.at_most,
    }


def _kind(record: Lever | Location, model: Model, day: dt.date) -> Properties:
    return {"kind": record.kind}


def _recommendation(item: Recommendation, model: Model, day: dt.date) -> Properties:
    return {
        "response": item.response,
        "changes_structure": item.changes_structure,
        "overdue": has_passed(item.due, day),
    }


def _assessment(item: Assessment, model: Model, day: dt.date) -> Properties:
    return {"holder": item.holder, "finding": item.finding, "expects": item.expects}


def _figure(figure: Figure, model: Model, day: dt.date) -> Properties:
    value = figure.value
    low, high = (value.low, value.high) if isinstance(value, Range) else (value, value)
    return {
        "low": low,
        "high": high,
        "state": figure.state,
        "unit": figure.unit,
        "period": figure.period,
        "kind": figure.kind,
    }


def _required_role(role: RequiredRole, model: Model, day: dt.date) -> Properties:
    return {"role": role.role, "at_least": role.at_least, "at_most": role.at_most}


NODE_PROPERTIES: dict[str, Callable[[Any, Model, dt.date], Properties]] = {
    "Unit": _unit,
    "Post": _post,
    "StaffGroup": _staff_group,
    "Person": _person,
    "Responsibility": _responsibility,
    "Subject": _subject,
    "Process": _process,
    "Board": _board,
    "Lever": _kind,
    "Location": _kind,
    "Recommendation": _recommendation,
    "Assessment": _assessment,
    "Figure": _figure,
    "RequiredRole": _required_role,
}
