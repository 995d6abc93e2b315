"""Draws parts of random models: names, slots with every kind of silence, modes, dates and designations."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

Record = dict[str, Any]
Slot = dict[str, Any] | list[Record]
SILENCES = ("none", "unclear", "not_stated", "redacted", "open")
NOBODY: Slot = [{"state": "none"}]
DATES = ("2020-12-31", "2023", "2023-03-02", "2023-03-03", "2030-12-31", None)
"""Of a model as of 3 March 2023: long past, perhaps past, just past, today, to come, and not known."""
One = TypeVar("One")


class Drawing:
    """One model in the making: its names, and how much its source is silent about, which differs from model to model.

    Where the source is `told`, it says most things, so that verdicts are reached that any silence would hide.
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        self.told = random.random() < 0.4
        self.silence = 0.0 if self.told else random.choice([0.0, 0.1, 0.3])
        self.units = ["department", *self.numbered("unit", 2, 4)]
        self.posts = self.numbered("post", 3, 6)
        self.subjects = self.numbered("subject", 1, 4)
        self.boards = self.numbered("board", 1, 3)
        self.systems = self.numbered("system", 1, 3)
        self.levers = self.numbered("lever", 1, 2)
        self.objectives = self.numbered("objective", 1, 3)
        self.locations = self.numbered("location", 1, 3)
        self.decisions = self.numbered("decision", 1, 2)
        self.recommendations = self.numbered("advice", 1, 3)
        self.people = self.numbered("person", 1, 3)
        self.flows = self.numbered("flow", 2, 2)
        self.stages = {flow: self.numbered(flow.replace("flow", "stage"), 0, 3) for flow in self.flows}
        self.bodies = [*self.posts, *self.units, "board-0"]

    def numbered(self, name: str, least: int, most: int) -> list[str]:
        """Between `least` and `most` names that are numbered."""
        return [f"{name}-{number}" for number in range(self.random.randint(least, most))]

    def seldom(self, one_in: int) -> bool:
        """True once in so many times."""
        return self.random.randrange(one_in) == 0

    def one(self, *values: One) -> One:
        """One of the values, all equally likely."""
        return self.random.choice(values)

    def some(self, values: Sequence[One], most: int = 2) -> list[One]:
        """Up to so many of the values, each once."""
        return self.random.sample(values, self.random.randint(0, min(most, len(values))))

    def mode(self) -> str:
        """Mostly actual, else past or proposed."""
        return self.random.choice(["past", "proposed"]) if self.seldom(40 if self.told else 15) else "actual"

    def slot(self, names: Sequence[str], usual: str | None = None, **extra: Sequence[Any]) -> list[Record]:
        """The usual name or one of the names, seldom two or none, and perhaps a silence; some past or proposed."""
        pool = [usual] if usual and not self.seldom(5) else list(names)
        count = min(len(pool), self.random.choice([1, 1, 1, 2] if self.told else [1, 1, 1, 1, 1, 2, 2, 0]))
        claims: list[Record] = [{"who": name} for name in self.random.sample(pool, count)]
        if self.random.random() < self.silence:
            claims.append({"state": self.random.choice(SILENCES)})
        return [self.dress(claim, extra) for claim in claims]

    def dress(self, claim: Record, extra: dict[str, Sequence[Any]]) -> Record:
        """A claim with its mode, seldom a last day, and one of the values of each extra field."""
        claim["mode"] = self.mode()
        if self.seldom(12):
            claim["until"] = self.random.choice(["2020-12-31", "2030-12-31"])
        return claim | {name: self.random.choice(values) for name, values in extra.items()}

    def answer(self, names: Sequence[str], **extra: Sequence[Any]) -> Slot:
        """What a source says where it often says nothing: names, silences alone or beside them, whole lists, counts."""
        silent = ["nothing", "nothing", "slot", "silence", "unclear"] if not self.told else []
        kind = self.random.choice([*silent, "nothing", "names", "names", "names", "none", "none"])
        if kind == "nothing":
            return {"claims": [], "complete": self.seldom(8)}
        if kind == "slot":
            return self.slot(names, None, **extra)
        if kind == "names":
            claims = [self.dress({"who": name}, extra) for name in self.some(names)]
            return {"claims": claims, "complete": self.seldom(2)}
        claim: Record = {"state": self.random.choice(SILENCES) if kind == "silence" else kind}
        if self.seldom(3):
            claim["cites"] = ["report#1"]
        return [self.dress(claim, extra)]

    def counted(self, names: Sequence[str], **extra: Sequence[Any]) -> Slot:
        """An answer that seldom also counts how many there are, named or not."""
        slot = self.answer(names, **extra)
        if self.seldom(4):
            claims = slot["claims"] if isinstance(slot, dict) else slot
            return {"claims": claims, "at_least": self.random.randint(1, 3)}
        return slot

    def designation(self) -> Record | None:
        """That somebody calls a thing a priority or critical, or not so; or nothing."""
        value = self.random.choice([None, True, True, False])
        return None if value is None else {"value": value, "designated_by": "X", "mode": self.mode()}

    def state(self) -> str:
        """A state as a field that is no slot has it: mostly not stated."""
        return self.random.choice(["not_stated", "not_stated", "known", "known", *SILENCES])

    def accountable(self) -> list[Record]:
        """Who answers for a thing, mostly in the line."""
        return self.slot(
            self.bodies,
            chain=["line"] * 6 + ["sro", "ministerial", "ministerial"],
            scope=[None] * 4 + ["north"],
            sharing=["sole", "sole", "shared", "divided"],
            reason=[None, None, None, "By law"],
            axis=["vertical", "vertical", "horizontal"],
        )
