"""Random models on which the findings have something to find: few names, mostly one chain, every kind of silence.

A model is made from a seed, so that all shapes are equally likely, and a failing one can be had again by its number.
How much the source is silent about differs from model to model: in some it tells everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from orgmodel.model import Model

Record = dict[str, Any]
SILENCES = ("none", "unclear", "not_stated", "redacted", "open")
VACANCIES: tuple[Record, ...] = (
    {},
    {"state": "filled"},
    {"state": "redacted"},
    {"state": "vacant"},
    {"state": "vacant", "since": "2022-03-02"},
    {"state": "vacant", "since": "2022-03-03"},
    {"state": "vacant", "since": "2022"},
    {"state": "vacant", "since": "2023-02-01"},
)


def seeds() -> st.SearchStrategy[int]:
    """Numbers that models are made from."""
    return st.integers(0, 2**32 - 1)


def model_of(seed: int, ident: str = "random") -> Model:
    """The random model of a seed."""
    return _Maker(Random(seed)).model(ident)


class _Maker:
    """Draws one model: a department with a few groups and posts, and what they answer for."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.silence = random.choice([0.0, 0.1, 0.3])
        self.units = ["department", *(f"unit-{number}" for number in range(random.randint(2, 4)))]
        self.posts = [f"post-{number}" for number in range(random.randint(3, 6))]
        self.subjects = [f"subject-{number}" for number in range(random.randint(1, 4))]
        self.bodies = [*self.posts, *self.units, "board-0"]

    def seldom(self, one_in: int) -> bool:
        return self.random.randrange(one_in) == 0

    def slot(self, names: Sequence[str], usual: str | None = None, **extra: Sequence[Any]) -> list[Record]:
        """The usual name or one of the names, seldom two or none, and perhaps a silence; some past or proposed."""
        pool = [usual] if usual and not self.seldom(5) else list(names)
        count = min(len(pool), self.random.choice([1, 1, 1, 1, 1, 2, 2, 0]))
        claims: list[Record] = [{"who": name} for name in self.random.sample(pool, count)]
        if self.random.random() < self.silence:
            claims.append({"state": self.random.choice(SILENCES)})
        for claim in claims:
            claim["mode"] = self.mode()
            if self.seldom(12):
                claim["until"] = self.random.choice(["2020-12-31", "2030-12-31"])
            claim |= {name: self.random.choice(values) for name, values in extra.items()}
        return claims

    def mode(self) -> str:
        return self.random.choice(["past", "proposed"]) if self.seldom(15) else "actual"

    def accountable(self) -> list[Record]:
        return self.slot(
            self.bodies,
            chain=["line"] * 6 + ["sro"],
            scope=[None] * 4 + ["north"],
            sharing=["sole", "sole", "shared", "divided"],
            reason=[None, None, None, "By law"],
        )

    def concerns(self) -> list[Record]:
        return self.slot(self.subjects, extent=["whole", "part", "part"])

    def model(self, ident: str) -> Model:
        about = {
            "id": ident,
            "title": "Random",
            "account_of": "A test",
            "as_of": "2023-03-03",
            "marking": "Invented",
            "organisation": "department",
            "expects": self.random.choice([["line"], ["line"], ["line"], ["line", "sro"], ["sro"]]),
        }
        return Model.model_validate(
            {
                "about": about,
                "unit_kinds": [{"id": "kind", "title": "Kind"}],
                "units": [self.unit(number) for number in range(len(self.units))],
                "posts": [self.post(number) for number in range(len(self.posts))],
                "boards": [{"id": "board-0", "title": "Board", "in_unit": self.slot(self.units)}],
                "subjects": [self.subject(number) for number in range(len(self.subjects))],
                "responsibilities": [self.duty(number) for number in range(self.random.randint(2, 6))],
                "processes": [self.process(number) for number in range(2)],
            }
        )

    def unit(self, number: int) -> Record:
        return {
            "id": self.units[number],
            "title": "Unit",
            "kind": "kind",
            "outside": number > 0 and self.seldom(8),
            "part_of": self.slot(self.units[:number], "department") if number else [],
            "head": self.slot(self.posts, self.posts[number] if number < len(self.posts) else None),
        }

    def post(self, number: int) -> Record:
        others = self.posts[:number] or self.posts[1:]
        if self.seldom(8):
            others = [post for post in self.posts if post != self.posts[number]]
        usual = self.posts[(number - 1) // 2] if number else None
        return {
            "id": self.posts[number],
            "title": "Post",
            "mode": self.mode() if number else "actual",
            "in_unit": self.slot(self.units, self.units[number % len(self.units)]),
            "reports_to": self.slot(others, usual, kind=["line"] * 6 + ["dotted"]) if number or self.seldom(4) else [],
            "other_responsibilities": self.random.choice(["none", "none", "none", "known", *SILENCES]),
            "critical": self.designation(),
            "occupancy": self.random.choice(VACANCIES),
        }

    def designation(self) -> Record | None:
        value = self.random.choice([None, True, True, False])
        return None if value is None else {"value": value, "designated_by": "X", "mode": self.mode()}

    def subject(self, number: int) -> Record:
        parents = self.subjects[:number]
        return {
            "id": self.subjects[number],
            "title": "Subject",
            "priority": self.designation(),
            "part_of": self.slot(parents) if parents else [],
        }

    def duty(self, number: int) -> Record:
        return {
            "id": f"duty-{number}",
            "title": "Duty",
            "mode": self.mode(),
            "concerns": self.concerns(),
            "accountable": self.accountable(),
        }

    def process(self, number: int) -> Record:
        owner = [{"state": "none"}] if self.seldom(3) else self.accountable()
        return {
            "id": f"flow-{number}",
            "title": "Flow",
            "concerns": self.concerns(),
            "owner": {"claims": owner, "complete": self.seldom(2)},
            "all_stages_known": self.seldom(2),
            "stages": [
                {"id": f"stage-{number}-{stage}", "title": "Stage", "performed_by": self.slot(self.bodies)}
                for stage in range(self.random.randint(0, 3))
            ],
        }
