"""A made-up organisation of any size, shaped like a department: groups, commands and teams, posts under posts, and what
they answer for, with every kind of silence now and then. The same number and seed always give the same model.
"""

from __future__ import annotations

from random import Random
from typing import Any

from orgmodel.model import Model

Record = dict[str, Any]
SPAN = 6
"""How many posts report to one."""
SILENCES = ("none", "unclear", "not_stated", "redacted")


def build_organisation(posts: int, ident: str = "big", seed: int = 1) -> Model:
    """A model with that many posts, a unit to about eight of them, a responsibility to five, a subject to twenty."""
    random = Random(seed)
    units = max(2, posts // 8)
    subjects = max(2, posts // 20)
    return Model.model_validate(
        {
            "about": {
                "id": ident, "title": f"An organisation of {posts} posts", "account_of": "a benchmark",
                "as_of": "2024-01-01", "marking": "Invented", "organisation": "unit-0",
            },
            "grades": [{"id": f"grade-{rank}", "title": f"Grade {rank}"} for rank in range(8)],
            "unit_kinds": [{"id": kind, "title": kind.title()} for kind in ("department", "group", "command", "team")],
            "units": [_unit(number, random) for number in range(units)],
            "posts": [_post(number, units, random) for number in range(posts)],
            "boards": [_board(number, posts, subjects, random) for number in range(max(1, posts // 200))],
            "subjects": [_subject(number, random) for number in range(subjects)],
            "responsibilities": [_duty(number, posts, units, subjects, random) for number in range(posts // 5)],
            "processes": [_process(number, posts, units, random) for number in range(max(1, posts // 100))],
        }
    )  # fmt: skip


def _depth(number: int) -> int:
    depth = 0
    while number:
        number = (number - 1) // SPAN
        depth += 1
    return depth


def _silent(random: Random, claims: list[Record]) -> list[Record]:
    return [{"state": random.choice(SILENCES)}] if random.random() < 0.05 else claims


def _unit(number: int, random: Random) -> Record:
    kind = ("department", "group", "command")[_depth(number)] if _depth(number) < 3 else "team"
    parent = [{"who": f"unit-{(number - 1) // SPAN}"}] if number else []
    head = [{"who": f"post-{number}"}]
    return {
        "id": f"unit-{number}", "title": f"Unit {number}", "kind": kind, "part_of": parent,
        "head": _silent(random, head) if number else head,
    }  # fmt: skip


def _post(number: int, units: int, random: Random) -> Record:
    post: Record = {
        "id": f"post-{number}", "title": f"Post {number}", "grade": f"grade-{min(7, _depth(number))}", "fte": 1,
        "in_unit": [{"who": f"unit-{number if number < units else number % units}"}],
        "reports_to": _silent(random, [{"who": f"post-{(number - 1) // SPAN}"}]) if number else [{"state": "none"}],
    }  # fmt: skip
    if random.random() < 0.05:
        post["critical"] = {"value": True, "designated_by": "A benchmark"}
        post["occupancy"] = {"state": "vacant", "since": "2022"}
    return post


def _subject(number: int, random: Random) -> Record:
    subject: Record = {"id": f"subject-{number}", "title": f"Subject {number}"}
    if number:
        subject["part_of"] = [{"who": f"subject-{(number - 1) // SPAN}"}]
    if random.random() < 0.1:
        subject["priority"] = {"value": True, "designated_by": "A benchmark"}
    return subject


def _duty(number: int, posts: int, units: int, subjects: int, random: Random) -> Record:
    subject = random.randrange(subjects)
    who = f"post-{_owner(subject, posts, random)}" if random.random() < 0.7 else f"unit-{subject % units}"
    return {
        "id": f"duty-{number}", "title": f"Duty {number}",
        "concerns": [{"who": f"subject-{subject}", "extent": "whole" if random.random() < 0.2 else "part"}],
        "accountable": _silent(random, [{"who": who}]),
        "responsible": [{"who": f"unit-{random.randrange(units)}"}],
    }  # fmt: skip


def _owner(subject: int, posts: int, random: Random) -> int:
    """A post below the one that the subject lies with, and now and then any other: most subjects lie in one command."""
    if random.random() < 0.1:
        return random.randrange(posts)
    post = subject
    while random.random() < 0.7 and SPAN * post + SPAN < posts:
        post = SPAN * post + random.randint(1, SPAN)
    return post


def _process(number: int, posts: int, units: int, random: Random) -> Record:
    stages = [
        {"id": f"stage-{number}-{step}", "title": f"Step {step}",
         "performed_by": [{"who": f"unit-{random.randrange(units)}"}]}
        for step in range(5)
    ]  # fmt: skip
    handoffs = [{"before": f"stage-{number}-{step}", "after": f"stage-{number}-{step + 1}"} for step in range(4)]
    return {
        "id": f"flow-{number}", "title": f"Flow {number}", "stages": stages, "handoffs": handoffs,
        "owner": _silent(random, [{"who": f"post-{random.randrange(posts)}"}]),
    }  # fmt: skip


def _board(number: int, posts: int, subjects: int, random: Random) -> Record:
    return {
        "id": f"board-{number}", "title": f"Board {number}", "decides": True,
        "chair": [{"who": f"post-{random.randrange(posts)}"}],
        "members": [{"who": f"post-{member}"} for member in random.sample(range(posts), min(posts, 9))],
        "scrutinises": [{"who": f"subject-{random.randrange(subjects)}"}],
    }  # fmt: skip
