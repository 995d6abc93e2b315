"""Criteria that people set: what is counted, whether less or more of it is better, and the weight of one of it.

A criteria file, and the short form of an address, hold the same. Nothing here has a weight of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import quote, unquote

from pydantic import Field, model_validator

from orgmodel.errors import DefinitionError, Problem, UsageError
from orgmodel.loading import read_document, validate
from orgmodel.loading.spelling import did_you_mean
from orgmodel.model import Record
from orgmodel.model.base import Text
from orgmodel.options.disruption import Kind

Counted = Literal["findings", "principle", "metric", "disruption", "cost", "open_questions", "losses"]
NARROWS: Mapping[str, tuple[str, ...]] = {
    "findings": ("severity", "family", "finding"),
    "principle": ("principle",),
    "metric": ("metric", "about"),
    "disruption": ("kind", "unit"),
    "cost": ("often", "unit"),
    "open_questions": (),
    "losses": (),
}
"""By what each thing that is counted is narrowed down."""
NEEDED = {"principle": "principle", "metric": "metric", "disruption": "kind", "cost": "often"}
FIELDS = tuple(dict.fromkeys(name for names in NARROWS.values() for name in names))


class Criterion(Record):
    """One criterion. `weight` is what one of it counts: one finding, one post, one pound; `better` says which way.

    Findings are narrowed by `severity`, `family` or `finding`; a principle counts one where it is kept.
    """

    title: Text | None = None
    count: Counted
    severity: Literal["high", "medium", "low"] | None = None
    family: Text | None = None
    finding: Text | None = None
    principle: Text | None = None
    metric: Text | None = None
    about: Text | None = None
    kind: Kind | None = None
    often: Literal["one_off", "recurring"] | None = None
    unit: Text | None = None
    better: Literal["less", "more"]
    weight: Annotated[float, Field(ge=0, allow_inf_nan=False)]

    @model_validator(mode="after")
    def _is_narrowed_well(self) -> Criterion:
        given = {name for name in FIELDS if getattr(self, name) is not None}
        if wrong := sorted(given - set(NARROWS[self.count])):
            raise ValueError(f"'{wrong[0]}' says nothing of a criterion that counts '{self.count}'")
        needed = NEEDED.get(self.count)
        if needed and needed not in given:
            raise ValueError(f"a criterion that counts '{self.count}' needs '{needed}'")
        return self


class Criteria(Record):
    """The criteria of somebody. `set_by` says whose they are, and stands beside every result."""

    set_by: Text | None = None
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Countable:
    """What a model lets people count: ids and words, by the field that names them."""

    words: Mapping[str, Collection[str]]


def read_criteria(text: str, name: str, countable: Countable) -> Criteria:
    """The criteria in a YAML text; `name` is what messages call it. Raises DefinitionError with every problem."""
    document = read_document(text, name)
    problems: list[Problem] = []
    criteria = validate(document, Criteria, problems, noun="criteria file")
    for number, criterion in enumerate(criteria.criteria if criteria else ()):
        for field, what, hint in _unknown_words(criterion, countable):
            problems.append(document.problem(("criteria", number, field), what, hint))
    if problems or criteria is None:
        raise DefinitionError(problems)
    return criteria


def read_short(text: str, countable: Countable) -> Criteria:
    """The criteria of an address, as `write_short` gives them. Raises UsageError where they make no sense."""
    criteria = []
    for number, part in enumerate(filter(None, text.split(";")), start=1):
        pairs = (piece.partition("=") for piece in part.split(","))
        try:
            criterion = Criterion.model_validate({name: unquote(value) for name, _, value in pairs})
        except ValueError:
            raise UsageError(f"criterion {number} of the address is none", "Set it again on the page.") from None
        for _, what, hint in _unknown_words(criterion, countable):
            raise UsageError(what, hint)
        criteria.append(criterion)
    if not criteria:
        raise UsageError("the address has no criteria", "Set some on the page, or leave them out.")
    return Criteria(criteria=tuple(criteria))


def write_short(criteria: Criteria) -> str:
    """Criteria for an address."""
    told = (criterion.model_dump(exclude_none=True) for criterion in criteria.criteria)
    return ";".join(",".join(f"{name}={_plain(value)}" for name, value in each.items()) for each in told)


def _plain(value: object) -> str:
    return quote(f"{value:g}" if isinstance(value, float) else str(value), safe="")


def _unknown_words(criterion: Criterion, countable: Countable) -> Iterator[tuple[str, str, str]]:
    for field in FIELDS:
        word = getattr(criterion, field)
        known = countable.words.get(field)
        if word is not None and known is not None and word not in known:
            told = f"It is one of: {', '.join(sorted(known))}." if known else "This model has none."
            yield field, f"there is no {field} '{word}' to count", did_you_mean(word, known) or told
