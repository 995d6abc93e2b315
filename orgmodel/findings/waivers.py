"""Waivers: findings that somebody has accepted, with a reason and a date. They are still counted, and never hidden
from the machine-readable output; one that matches nothing, or whose date has passed, is an error."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from orgmodel.errors import Place, Problem
from orgmodel.findings.finding import Identity, Outcome
from orgmodel.model import Model


def find_waiver(model: Model, finding: str, identity: Identity) -> str | None:
    """The reason with which a row is waived, or None."""
    for waiver in model.waivers:
        if waiver.finding == finding and waiver.identity.items() <= dict(identity).items():
            return f"{waiver.reason} (accepted by {waiver.accepted_by}, to be looked at again by {waiver.review})"
    return None


def check_waivers(model: Model, outcomes: Iterable[Outcome], today: dt.date) -> list[Problem]:
    """What is wrong with a model's waivers, given what was found."""
    rows = [row for outcome in outcomes for row in outcome.rows if row.verdict != "pass"]
    problems = []
    for waiver in model.waivers:
        name = f"the waiver of '{waiver.finding}' for {waiver.identity}"
        hits = [
            row
            for row in rows
            if row.finding == waiver.finding and waiver.identity.items() <= dict(row.identity).items()
        ]
        if not hits:
            problems.append(Problem(Place(), f"{name} matches no finding", "Remove it, or correct its identity."))
        if waiver.review < today:
            problems.append(
                Problem(Place(), f"{name} expired on {waiver.review}", "Renew it with a reason, or remove it.")
            )
    return problems
