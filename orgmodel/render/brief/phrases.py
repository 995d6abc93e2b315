"""How a paper says who has something and what is open: whole words, as titles hold commas and ids say nothing."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.options.plan_values import Name
from orgmodel.render.plan_text import STATES
from orgmodel.render.wording import join_words

FIELDS = {
    "accountable": "who answers for it", "responsible": "who does the work", "reports_to": "to whom it reports",
    "part_of": "what it is part of", "in_unit": "which unit it is in", "head": "who heads it", "owner": "who owns it",
    "chair": "who chairs it", "members": "who sits on it", "performed_by": "who performs it", "holder": "who holds it",
    "destination": "where it goes", "to": "where it goes", "staff_from": "where the staff come from",
    "staff_to": "where the staff go", "amount_of_staff": "how many staff", "grade": "its grade",
    "fte": "how many full-time posts", "budget": "how much money",
    "meetings_per_year": "how often it meets", "who_no_longer_attends": "who no longer attends",
}  # fmt: skip
"""What moves or is left open, as people would ask for it; another field is called by its name."""


def say_field(field: str) -> str:
    """A field as a question without its mark."""
    return FIELDS.get(field, field.replace("_", " "))


def say_options(numbers: Sequence[int]) -> str:
    """`Option 1`, `Options 1 and 2`: titles are long, and stand where the option is told of."""
    said = dict.fromkeys(map(str, numbers))
    return f"Option{'s' if len(said) > 1 else ''} {join_words(list(said))}"


def say_open(candidates: Sequence[Name], state: str) -> str:
    """What is not known: one of several, none before another, or which kind of silence it is."""
    silence = STATES.get(state, state)
    if candidates:
        return f"one of {'; or '.join(name.title for name in candidates)}. Which of them is {silence}"
    return silence
