"""Random models on which the findings have something to find: few names, mostly one chain, every kind of silence.

A model is made from a seed, so that all shapes are equally likely, and a failing one can be had again by its number.
How much the source is silent about differs from model to model: in some it tells everything.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from orgmodel.model import Model
from tests.properties import drawing_structure as structure
from tests.properties import drawing_work as work
from tests.properties.drawing import Drawing, Record

LIMITS = (
    ("thin-bench", "coverage", 0.5),
    ("board-too-big", "limit", 12),
    ("handoff-gap", "missing", 2),
    ("fragmented-data-systems", "systems", 2),
    ("duplicated-work", "units", 3),
    ("overloaded-post", "at_least", 3),
)
"""Thresholds as some of the models set them."""


def seeds() -> st.SearchStrategy[int]:
    """Numbers that models are made from."""
    return st.integers(0, 2**32 - 1)


def model_of(seed: int, ident: str = "random") -> Model:
    """The random model of a seed."""
    draw = Drawing(Random(seed))
    lists: dict[str, list[Record]] = {
        "sources": [{"id": "report", "title": "Report", "author": "A test", "paragraphs": 9}],
        "grades": [{"id": name, "title": name} for name in ("high", "middle", "low")],
        "unit_kinds": [{"id": name, "title": name} for name in ("group", "team")],
        "units": [structure.draw_unit(draw, number) for number in range(len(draw.units))],
        "posts": [structure.draw_post(draw, number) for number in range(len(draw.posts))],
        "required_roles": [structure.draw_required_role(draw, number) for number in range(2)],
        "locations": [structure.draw_location(draw, number) for number in range(len(draw.locations))],
        "people": [structure.draw_person(draw, number) for number in range(len(draw.people))],
        "holdings": [structure.draw_holding(draw) for _ in range(draw.random.randint(0, 4))],
        "subjects": [work.draw_subject(draw, number) for number in range(len(draw.subjects))],
        "responsibilities": [work.draw_duty(draw, number) for number in range(draw.random.randint(2, 6))],
        "processes": [work.draw_process(draw, number) for number in range(len(draw.flows))],
        "data_systems": [work.draw_system(draw, number) for number in range(len(draw.systems))],
        "objectives": [work.draw_objective(draw, number) for number in range(len(draw.objectives))],
        "boards": [work.draw_board(draw, number) for number in range(len(draw.boards))],
        "levers": [work.draw_lever(draw, number) for number in range(len(draw.levers))],
        "decisions": [work.draw_decision(draw, number) for number in range(len(draw.decisions))],
        "recommendations": [work.draw_recommendation(draw, number) for number in range(len(draw.recommendations))],
    }
    thresholds = [
        {"finding": finding, "name": name, "value": value, "reason": "A test"}
        for finding, name, value in LIMITS
        if draw.seldom(4)
    ]
    return Model.model_validate({"about": _draw_about(draw, ident), "thresholds": thresholds, **lists})


def _draw_about(draw: Drawing, ident: str) -> Record:
    return {
        "id": ident,
        "title": "Random",
        "account_of": "A test",
        "as_of": "2023-03-03",
        "marking": "Invented",
        "organisation": "department",
        "asks_for_confirmation": draw.seldom(2),
        "expects": draw.one(["line"], ["line"], ["line"], ["line", "sro"], ["sro"]),
    }
