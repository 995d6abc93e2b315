"""What the options of a model do to one finding, put into lines that every format can write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from orgmodel.options import Shift
from orgmodel.render.comparison_text import HEADINGS
from orgmodel.render.lines import Lines
from orgmodel.render.wording import join_words

COLUMNS = ("option", "title", "becomes", "identity", "before", "after")


class EffectView(Protocol):
    """What one option does to each row of a finding."""

    @property
    def option(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def shifts(self) -> Sequence[Shift]: ...


def option_effects(found: Sequence[EffectView], finding: str, standing: str) -> Lines:
    """Every option with what it closes, opens and leaves of a finding, by name."""
    rows = tuple(
        (of.option, of.title, shift.kind, dict(shift.identity), shift.before.verdict if shift.before else "pass",
         shift.after.verdict if shift.after else "pass")
        for of in found
        for shift in of.shifts
    )  # fmt: skip
    sentences = tuple((f"{of.title} [{of.option}]. {_said(of.shifts)}", "") for of in found)
    title = f"What each option does to {finding}. No option is ranked here"
    return Lines("option effects", title, standing, COLUMNS, rows, sentences, "The model has no option.")


def _said(shifts: Sequence[Shift]) -> str:
    parts = [
        f"{heading}: {join_words([join_words(shift.names) for shift in shifts if shift.kind == kind])}."
        for kind, heading in HEADINGS.items()
        if any(shift.kind == kind for shift in shifts)
    ]
    return " ".join(parts) or "Nothing of it is found before or after."
