"""Draws what a random organisation is for and how it is steered: duties, flows, systems, objectives, boards, levers."""

from __future__ import annotations

import itertools

from tests.properties.drawing import DATES, Drawing, Record, Slot


def draw_concerns(draw: Drawing) -> list[Record]:
    """The subjects that a thing concerns, each wholly or in part."""
    return draw.slot(draw.subjects, extent=["whole", "part", "part"])


def draw_subject(draw: Drawing, number: int) -> Record:
    """One subject, perhaps a part of those before."""
    parents = draw.subjects[:number]
    return {
        "id": draw.subjects[number],
        "title": "Subject",
        "priority": draw.designation(),
        "part_of": draw.slot(parents) if parents else [],
        "forums": draw.answer(draw.boards),
        "staffing": draw.counted([*draw.posts, *draw.units]),
        "precedence": draw.answer(draw.posts),
    }


def draw_duty(draw: Drawing, number: int) -> Record:
    """One responsibility, mostly with somebody who answers for it and somebody who does the work."""
    return {
        "id": f"duty-{number}",
        "title": "Duty",
        "mode": draw.mode(),
        "aspects": draw.one([], ["policy"], ["operations"], ["policy", "operations"], _draw_aspects(draw)),
        "concerns": draw_concerns(draw),
        "accountable": draw.accountable(),
        "responsible": _draw_doers(draw),
        "consulted": draw.slot(draw.bodies) if draw.seldom(4) else [],
        "informed": draw.slot(draw.bodies) if draw.seldom(4) else [],
        "data": draw.answer(draw.systems),
        "confirmation": _draw_confirmation(draw),
    }


def _draw_aspects(draw: Drawing) -> list[str | Record]:
    """Policy as a fact with evidence of its own, which may be of another day, beside operations by name."""
    return [{"aspect": "policy", "basis": draw.one("stated", "inferred"), "mode": draw.mode()}, "operations"]


def _draw_doers(draw: Drawing) -> Slot:
    return draw.counted(
        draw.bodies,
        chain=["line"] * 6 + ["operational"],
        scope=[None] * 4 + ["north"],
        sharing=["sole", "shared", "shared", "divided"],
        reason=[None] * 5 + ["By law"],
    )


def _draw_confirmation(draw: Drawing) -> Record:
    return {"state": draw.state(), "review_by": draw.one(None, *DATES), "mode": draw.mode()}


def draw_process(draw: Drawing, number: int) -> Record:
    """One flow of work with its stages, each of which mostly hands over to the next."""
    ident = draw.flows[number]
    owner = [{"state": "none"}] if draw.seldom(3) else draw.accountable()
    stages = draw.stages[ident]
    return {
        "id": ident,
        "title": "Flow",
        "concerns": draw_concerns(draw),
        "owner": {"claims": owner, "complete": draw.seldom(2)},
        "all_stages_known": draw.seldom(2),
        "stages": [
            {
                "id": stage,
                "title": "Stage",
                "mode": draw.mode(),
                "performed_by": draw.slot(draw.bodies),
                "uses": draw.answer(draw.systems, keyed_twice=[False] * 5 + [True]),
            }
            for stage in stages
        ],
        "handoffs": [
            {
                "before": before,
                "after": after,
                "mode": draw.mode(),
                "shared_system": draw.state(),
                "shared_target": draw.state(),
                "common_owner": draw.state(),
            }
            for before, after in itertools.pairwise(stages)
            if not draw.seldom(8)
        ],
    }


def draw_system(draw: Drawing, number: int) -> Record:
    """One data system, and with which others it exchanges."""
    others = [system for system in draw.systems if system != draw.systems[number]]
    return {"id": draw.systems[number], "title": "System", "exchanges_with": draw.answer(others)}


def draw_objective(draw: Drawing, number: int) -> Record:
    """One objective, mostly said to conflict with another."""
    ident = draw.objectives[number]
    others = [objective for objective in draw.objectives if objective != ident]
    stages = [stage for stages in draw.stages.values() for stage in stages]
    return {
        "id": ident,
        "title": "Objective",
        "mode": draw.mode(),
        "concerns": draw.answer(draw.subjects, extent=["whole", "part"]),
        "owner": draw.answer(draw.bodies),
        "conflicts_with": draw.slot(others, designated_by=["X", "Y"]),
        "of_process": draw.answer([*draw.flows, *stages]),
    }


def draw_board(draw: Drawing, number: int) -> Record:
    """One board or forum."""
    seen = [*draw.subjects, *draw.units, *draw.objectives, *draw.flows]
    return {
        "id": draw.boards[number],
        "title": "Board",
        "mode": draw.mode(),
        "decides": draw.one(None, True, False),
        "attendance": _draw_count(draw),
        "remit": draw.one(None, None, None, "All of it"),
        "in_unit": draw.slot(draw.units),
        "chair": draw.answer(draw.posts),
        "members": draw.answer([*draw.posts, *draw.units, *draw.people]),
        "scrutinises": draw.answer(seen),
        "purpose": draw.answer([*draw.objectives, *draw.levers]),
        "answers_to": draw.answer([*draw.posts, *draw.units]),
    }


def _draw_count(draw: Drawing) -> Record:
    state = draw.state()
    low, high = draw.one((8, 10), (11, None), (12, 14), (8, None), (None, 9), (None, 20), (8, 12))
    numbers = {"at_least": low, "at_most": high} if state in ("known", "open") else {}
    return {"state": state, "mode": draw.mode(), "cites": ["report#1"] if draw.seldom(3) else [], **numbers}


def draw_lever(draw: Drawing, number: int) -> Record:
    """One lever, and on whom it acts."""
    return {"id": draw.levers[number], "title": "Lever", "kind": "other", "acts_on": draw.answer(draw.units)}


def draw_decision(draw: Drawing, number: int) -> Record:
    """One decision, perhaps only planned, and the recommendations that it carries out."""
    return {
        "id": draw.decisions[number],
        "title": "Decision",
        "mode": draw.one("actual", "actual", "planned"),
        "decided_by": draw.answer([*draw.boards, *draw.posts]),
        "implements": draw.slot(draw.recommendations) if draw.seldom(3) else [],
    }


def draw_recommendation(draw: Drawing, number: int) -> Record:
    """One recommendation, and what is said of who takes it forward."""
    return {
        "id": draw.recommendations[number],
        "title": "Recommendation",
        "owner": draw.answer(draw.bodies),
        "response": draw.one("none", "none", draw.state()),
        "due": draw.one(*DATES),
    }
