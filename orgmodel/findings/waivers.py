"""Waivers: findings that somebody has accepted, with a reason and a date. They are still counted, and never hidden
from the machine-readable output; one that matches nothing, or whose date has passed, is an error."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from orgmodel.errors import Place, Problem
from orgmodel.findings.finding import Identity, Outcome
from orgmodel.model import Model, Waiver


def find_waiver(model: Model, finding: str, identity: Identity) -> str | None:
    """The reason with which a row is waived, or None."""
    waiver = _find(model, finding, identity)
    if waiver is None:
        return None
    return f"{waiver.reason} (accepted by {waiver.accepted_by}, to be looked at again by {waiver.review})"


def find_review(model: Model, finding: str, identity: Identity) -> dt.date | None:
    """The day by which the waiver of a row is to be looked at again, or None where it has none."""
    waiver = _find(model, finding, identity)
    return waiver.review if waiver else None


def _find(model: Model, finding: str, identity: Identity) -> Waiver | None:
    return next((each for each in model.waivers if each.finding == finding and _is_of(each, identity)), None)


def _is_of(waiver: Waiver, identity: Identity) -> bool:
    """Whether a waiver is of a row: it may name some of the columns that identify it, and not none."""
    return bool(waiver.identity) and waiver.identity.items() <= dict(identity).items()


def check_waivers(model: Model, outcomes: Iterable[Outcome], today: dt.date) -> list[Problem]:
    """What is wrong with a model's waivers, given what was found."""
    rows = [row for outcome in outcomes for row in outcome.rows if row.verdict != "pass"]
    problems = []
    for waiver in model.waivers:
        name = f"the waiver of '{waiver.finding}' for {waiver.identity}"
        if not waiver.identity:
            problems.append(Problem(Place(), f"{name} says of no row that it is meant", "Give its identity."))
        elif not any(row.finding == waiver.finding and _is_of(waiver, row.identity) for row in rows):
            problems.append(Problem(Place(), f"{name} matches no finding", "Remove it, or correct its identity."))
        if waiver.review < today:
            problems.append(
                Problem(Place(), f"{name} expired on {waiver.review}", "Renew it with a reason, or remove it.")
            )
    return problems
