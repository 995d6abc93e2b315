"""Holding a document against a pydantic class, and saying where each thing is wrong that the class refuses."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from orgmodel.errors import Problem
from orgmodel.loading.document import Document, Steps
from orgmodel.loading.fields import fields_at
from orgmodel.loading.messages import Wrong, describe, describe_type, expected_type

AnyModel = TypeVar("AnyModel", bound=BaseModel)


def validate(
    document: Document, cls: type[AnyModel], problems: list[Problem], *, noun: str = "file", path: Steps = ()
) -> AnyModel | None:
    """The value at `path` of a document as an instance of a class, or None with a located problem for each error.

    `noun` is what messages call it: `unknown key 'headd' in unit 'home-office'`.
    """
    value = document.value(path)
    try:
        return cls.model_validate(value)
    except ValidationError as error:
        problems.extend(_problems(error, document, cls, _Subject(noun, path, value)))
        return None


class _Subject:
    """What was validated, and how messages call it and the things within it."""

    def __init__(self, noun: str, path: Steps, value: Any) -> None:
        self.path = path
        ident = value.get("id") if isinstance(value, dict) else None
        number = f" {path[-1] + 1}" if path and isinstance(path[-1], int) else ""
        self.name = f"{noun} '{ident}'" if isinstance(ident, str) else f"{noun}{number}"
        if not number and ident is None:
            self.name = f"the {noun}"

    def where(self, steps: Steps) -> str:
        """Where something is: the keys around it, from the inside out."""
        return "".join(f"'{key}' of " for key in reversed(steps) if isinstance(key, str)) + self.name


def _problems(error: ValidationError, document: Document, cls: type[BaseModel], subject: _Subject) -> list[Problem]:
    every = error.errors(include_url=False)
    details = [detail for detail in every if not _outdone(detail, every, document, subject)]
    reals = [document.real_path((*subject.path, *detail["loc"])) for detail in details]
    found, types = [], _types_by_place(details, reals)
    for detail, real in zip(details, reals, strict=True):
        if not _expected(detail):
            found.append(_problem(detail, real, document, cls, subject))
        elif real in types:
            wrong = _wrong(detail, real, cls, subject)
            found.append(document.problem(real, *describe_type(wrong, types.pop(real))))
    return found


def _outdone(detail: ErrorDetails, every: list[ErrorDetails], document: Document, subject: _Subject) -> bool:
    """Whether a mapping is refused for no word of a list, and for what is wrong in it as well: only that counts."""
    if detail["type"] != "literal_error" or not isinstance(detail["input"], dict):
        return False
    place = detail["loc"][:-1]
    is_union = document.real_path((*subject.path, *detail["loc"])) == document.real_path((*subject.path, *place))
    return is_union and any(other is not detail and other["loc"][: len(place)] == place for other in every)


def _types_by_place(details: list[ErrorDetails], reals: list[Steps]) -> dict[Steps, list[str]]:
    """The types that would do at each place. Where a member of a union fits better, only its own errors count."""
    types: dict[Steps, list[str]] = {}
    inner = {real[:length] for real in reals for length in range(len(real))}
    inner |= {real for detail, real in zip(details, reals, strict=True) if not _expected(detail)}
    for detail, real in zip(details, reals, strict=True):
        expected = _expected(detail)
        if expected and real not in inner and expected not in types.setdefault(real, []):
            types[real].append(expected)
    return types


def _expected(detail: ErrorDetails) -> str | None:
    return expected_type(detail["type"], detail.get("ctx", {}))


def _problem(detail: ErrorDetails, real: Steps, document: Document, cls: type[BaseModel], subject: _Subject) -> Problem:
    wrong = _wrong(detail, real, cls, subject)
    place = document.key_place(real) if detail["type"] == "extra_forbidden" else document.place(real)
    return Problem(place, *describe(wrong))


def _wrong(detail: ErrorDetails, real: Steps, cls: type[BaseModel], subject: _Subject) -> Wrong:
    steps = real[len(subject.path) :]
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        name, around = str(detail["loc"][-1]), steps
    elif kind in ("union_tag_not_found", "union_tag_invalid"):
        name, around = context["discriminator"].strip("'"), steps
    else:
        while steps and isinstance(steps[-1], int):
            steps = steps[:-1]
        name, around = (str(steps[-1]), steps[:-1]) if steps else ("", ())
    known = tuple(fields_at(cls, detail["loc"][:-1])) if kind == "extra_forbidden" else ()
    written = context["tag"] if kind == "union_tag_invalid" else detail["input"]
    return Wrong(
        kind=kind,
        written=written,
        name=name,
        where=subject.where(around),
        context=context,
        known=known,
        said=detail["msg"],
    )


__all__ = ["validate"]
