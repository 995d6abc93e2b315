"""Principles and whether they are kept, put into lines that every format can write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from orgmodel.answers.principles import PrincipleLine
from orgmodel.render.beside import say_kept
from orgmodel.render.lines import Lines
from orgmodel.render.wording import say_cites

COLUMNS = ("option", "id", "title", "held_by", "query", "verdict", "why", "withheld", "rows", "cites")
MOST_SAID = 4


class PrinciplesView(Protocol):
    """The principles as one option would leave them."""

    @property
    def option(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def lines(self) -> Sequence[PrincipleLine]: ...


def principles(found: Sequence[PrinciplesView], standing: str) -> Lines:
    """Every principle under doing nothing and under each option."""
    rows = tuple(
        (of.option, line.id, line.title, line.held_by, line.query, line.verdict, line.why, line.withheld,
         [row.sentence for row in line.rows], list(line.cites))
        for of in found
        for line in of.lines
    )  # fmt: skip
    several = len(found) > 1
    sentences = tuple(
        (f"{of.title}: {say_principle(line)}" if several else say_principle(line), say_why(line))
        for of in found
        for line in of.lines
    )
    title = "Principles that somebody asks for. None is a rule unless it is required"
    return Lines("principles", title, standing, COLUMNS, rows, sentences, "The model has no principle.")


def say_principle(line: PrincipleLine) -> str:
    """The verdict and the principle; where a part is withheld, what is kept is kept as far as it is published."""
    return f"{say_kept(line).capitalize()}. {line.title}."


def say_why(line: PrincipleLine) -> str:
    """Whose it is, what speaks against it or leaves it open, and what is withheld."""
    said = [f"Held by: {line.held_by}." if line.held_by else "", line.why]
    said += [row.sentence for row in line.rows[:MOST_SAID]]
    said += [f"And {len(line.rows) - MOST_SAID} more."] if len(line.rows) > MOST_SAID else []
    said += (
        ["A part of the paragraph is withheld, and with it perhaps a part of the principle."] if line.withheld else []
    )
    return " ".join(part for part in (*said, f"{say_cites(line.cites)}.") if part)
