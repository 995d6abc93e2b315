"""Draws the units, posts, people and places of a random model."""

from __future__ import annotations

from tests.properties.drawing import DATES, NOBODY, SILENCES, Drawing, Record, Slot

VACANCIES: tuple[Record, ...] = (
    {},
    {"state": "filled"},
    {"state": "redacted"},
    {"state": "unclear"},
    {"state": "closed"},
    {"state": "not_stated", "cites": ["report#1"]},
    {"state": "vacant"},
    {"state": "vacant", "since": "2022-03-02"},
    {"state": "vacant", "since": "2022-03-03"},
    {"state": "vacant", "since": "2022"},
    {"state": "vacant", "since": "2023-02-01"},
)
HOLDINGS = ("substantive", "substantive", "temporary_promotion", "acting_cover", "interim", "job_share", "loan")
PRINCIPAL_CHAINS = ("ministerial", "ministerial", "statutory", "line")
ROLES = ("secretary", "planner")


def draw_unit(draw: Drawing, number: int) -> Record:
    """One unit; the first is the organisation."""
    ident = draw.units[number]
    return {
        "id": ident,
        "title": "Unit",
        "kind": draw.one("group", "group", "team"),
        "outside": number > 0 and draw.seldom(5),
        "principal": number > 0 and draw.seldom(12),
        "time_limited": draw.seldom(3),
        "until": "2030-12-31" if draw.seldom(8) else None,
        "part_of": draw.slot(draw.units[:number], "department") if number else [],
        "head": draw.slot(draw.posts, draw.posts[number] if number < len(draw.posts) else None),
        "answers_to": draw.answer(
            [*draw.posts, *draw.units[:number], "board-0"], chain=PRINCIPAL_CHAINS, scope=[None, "north", "south"]
        ),
        "inspects": draw.answer(draw.units[1:]) if draw.seldom(4) else [],
        "divides_by": draw.answer(draw.locations),
        "works_with": draw.answer([unit for unit in draw.units if unit != ident]),
        "uses": draw.answer(draw.systems),
        "pursues": draw.answer(draw.objectives) if draw.seldom(3) else [],
        "can_use": draw.answer(draw.levers),
        "staffing": draw.answer([*draw.posts, *draw.units]),
        "end_date": draw.answer(draw.decisions),
        "roles": draw.answer(draw.posts, role=ROLES),
    }


def draw_post(draw: Drawing, number: int) -> Record:
    """One post; the first has seldom anybody above it."""
    ident = draw.posts[number]
    others = draw.posts[:number] or draw.posts[1:]
    if draw.seldom(8):
        others = [post for post in draw.posts if post != ident]
    if draw.seldom(15):
        others = draw.posts
    usual = draw.posts[(number - 1) // 2] if number else None
    kinds = ["line"] * 6 + ["dotted", "statutory"]
    lines: Slot = draw.slot(others, usual, kind=kinds) if number else draw.one([], NOBODY, NOBODY, NOBODY)
    return {
        "id": ident,
        "title": "Post",
        "mode": draw.mode() if number else "actual",
        "not_in_source": draw.seldom(20),
        "kind": draw.one("official", "official", "official", "minister", "elected"),
        "grade": draw.one(None, "high", "middle", "low"),
        "grade_bound": draw.one("exact", "exact", "at_least"),
        "reference": draw.one(None, None, None, None, "A1", "A2"),
        "fte": draw.one(None, 0.4, 0.6, 1.0),
        "requirements": draw.some(["Driving", "Law"]),
        "roles": draw.some(ROLES, most=1),
        "in_unit": draw.slot(draw.units, draw.units[number % len(draw.units)]),
        "reports_to": NOBODY if draw.seldom(10) else lines,
        "other_responsibilities": draw.one("none", "none", "none", "known", *SILENCES),
        "critical": draw.designation(),
        "occupancy": draw.one(*VACANCIES),
        **_draw_ties(draw, ident),
    }


def _draw_ties(draw: Drawing, ident: str) -> Record:
    """What a post has to do with others, beside its unit and its line."""
    others = [post for post in draw.posts if post != ident]
    return {
        "answers_to": draw.answer([*others, *draw.units], chain=PRINCIPAL_CHAINS, scope=[None, "north", "south"]),
        "covered_by": draw.answer(
            [*others, *draw.people], cover=["acting_cover", "interim", "job_share"], due_end=DATES
        ),
        "deputies": draw.answer([*others, *draw.people]),
        "candidates": draw.answer(
            [*others, *draw.people], months_to_ready_max=[None, 0, 0, 12, 36], interim=[False, False, True]
        ),
        "serves": draw.answer([*others, *draw.units]) if draw.seldom(2) else [],
        "appoints": draw.answer([*others, *draw.units[1:]]) if draw.seldom(4) else [],
        "can_use": draw.answer(draw.levers),
        "precedes_over": NOBODY if draw.seldom(3) else draw.answer(others),
    }


def draw_required_role(draw: Drawing, number: int) -> Record:
    """A role that the model requires of a kind of unit or of one unit."""
    least = draw.random.randint(0, 2)
    of = {"unit_kind": draw.one("group", "team")} if draw.seldom(2) else {"unit": draw.one(*draw.units)}
    return {
        "id": f"required-{number}",
        "title": "Required",
        "role": ROLES[number],
        "mode": draw.mode(),
        "at_least": least,
        "at_most": draw.one(None, least, least + 1),
        **of,
    }


def draw_person(draw: Drawing, number: int) -> Record:
    """One invented person."""
    met = draw.some(["Driving", "Law"])
    unmet = [name for name in draw.some(["Driving", "Law"]) if name not in met]
    return {"id": draw.people[number], "title": "Person", "invented": True, "meets": met, "does_not_meet": unmet}


def draw_holding(draw: Drawing) -> Record:
    """That one of the people holds one of the posts."""
    return {
        "person": draw.one(*draw.people),
        "post": draw.one(*draw.posts),
        "holding": draw.one(*HOLDINGS),
        "mode": draw.mode(),
        "fte": draw.one(None, 0.5, 1.0),
        "due_end": draw.one(*DATES),
    }


def draw_location(draw: Drawing, number: int) -> Record:
    """An area, perhaps within one named before."""
    parts = draw.slot(draw.locations[:number]) if number and draw.seldom(2) else []
    return {"id": draw.locations[number], "title": "Area", "kind": "division", "part_of": parts}
