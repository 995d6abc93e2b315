"""What each kind of pydantic error means to the person who wrote the file: what is wrong, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from orgmodel.loading.spelling import did_you_mean, list_words

WRONG_TYPE: dict[str, str] = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "set_type": "a list",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "date_type": "a date",
}
DATES = ("date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact", "date_past", "date_future")
HOW: dict[str, str] = {
    "text": "Put it in quotes.",
    "a whole number": "Write digits only.",
    "a number": "Write digits, such as 12 or 0.5.",
    "true or false": "Write true or false.",
    "a list": "Write '[a, b]', or each entry on a line that starts with '- '.",
    "a mapping": "Write 'key: value' on lines of their own, or '{key: value}'.",
    "a date": "Write a day, such as 2023-03-03.",
    "a list of claims": "Write '[{who: the-id}]', or '[{state: none}]' where there is none.",
}
ID_HINT = "An id is small letters, digits and single hyphens"


@dataclass(frozen=True)
class Wrong:
    """One error: its kind, what was written, the field and what it belongs to, and the keys that could stand there."""

    kind: str
    written: Any
    name: str
    where: str
    context: Mapping[str, Any]
    known: tuple[str, ...] = ()
    said: str = ""

    @property
    def field(self) -> str:
        """The field and what it belongs to."""
        return f"'{self.name}' of {self.where}" if self.name else self.where


def expected_type(kind: str, context: Mapping[str, Any]) -> str | None:
    """The type that an error asks for, as a message says it, or None where the type is right."""
    cls = str(context.get("class_name", "")) if kind in ("model_type", "model_attributes_type") else ""
    if cls.startswith("Slot["):
        return "a list of claims"
    return "a date" if cls == "When" else WRONG_TYPE.get(kind)


def describe(wrong: Wrong) -> tuple[str, str]:
    """What is wrong and what to do, in plain English."""
    if wrong.kind in DATES:
        return _date(wrong)
    return DESCRIBERS.get(wrong.kind, _other)(wrong)


def describe_type(wrong: Wrong, expected: list[str]) -> tuple[str, str]:
    """The message for a value of the wrong type, where one of several types would be right."""
    what = f"{wrong.field} must be {list_words(expected)}, but is {show(wrong.written)}"
    return what, " ".join(HOW[kind] for kind in expected if kind in HOW)


def show(written: Any) -> str:
    """How a message shows what was written, cut short where it is long."""
    if written is None:
        return "empty"
    if isinstance(written, bool):
        return str(written).lower()
    if isinstance(written, dict):
        return "a mapping"
    if isinstance(written, (list, tuple)):
        return "a list"
    text = str(written)
    return repr(text if len(text) <= 60 else text[:57] + "...") if isinstance(written, str) else f"the number {text}"


def _unknown_key(wrong: Wrong) -> tuple[str, str]:
    if wrong.name == "<<":
        return f"'<<' in {wrong.where} is not read: it belongs to an older YAML", "Write the keys out."
    near = did_you_mean(wrong.name, wrong.known)
    return f"unknown key '{wrong.name}' in {wrong.where}", near or f"Known keys: {', '.join(sorted(wrong.known))}."


def _missing(wrong: Wrong) -> tuple[str, str]:
    return f"'{wrong.name}' is missing in {wrong.where}", f"Add '{wrong.name}:'."


def _word(wrong: Wrong) -> tuple[str, str]:
    words = re.findall(r"'([^']*)'", str(wrong.context.get("expected") or wrong.context.get("expected_tags")))
    what = f"{show(wrong.written)} is not a word that {wrong.field} may be"
    return what, f"{did_you_mean(wrong.written, words)} Write one of: {', '.join(words)}.".strip()


def _pattern(wrong: Wrong) -> tuple[str, str]:
    if "#" in str(wrong.context.get("pattern", "")):
        return (
            f"{show(wrong.written)} in {wrong.field} is not a citation",
            "Write the id of a source, '#' and a paragraph, such as 'timothy-2023#69'.",
        )
    slug = re.sub(r"[^a-z0-9]+", "-", str(wrong.written).lower()).strip("-")
    such = f": '{slug}', for example." if slug else "."
    return f"{show(wrong.written)} in {wrong.field} is not an id", ID_HINT + such


def _short(wrong: Wrong) -> tuple[str, str]:
    return f"{wrong.field} is empty", "Write something there, or delete the key."


def _long(wrong: Wrong) -> tuple[str, str]:
    most = wrong.context.get("max_length")
    return f"{wrong.field} is longer than {most} characters", "Shorten it."


def _bound(wrong: Wrong) -> tuple[str, str]:
    words = {"ge": "at least", "gt": "above", "le": "at most", "lt": "below"}
    limits = [f"{words[key]} {value:g}" for key, value in wrong.context.items() if key in words]
    return f"{wrong.field} must be {list_words(limits, 'and')}, but is {wrong.written}", "Correct the number."


def _own_words(wrong: Wrong) -> tuple[str, str]:
    return f"{wrong.field}: {wrong.context.get('error', wrong.said)}", ""


def _date(wrong: Wrong) -> tuple[str, str]:
    hint = "Write a day of the calendar, such as 2023-03-03. 'from' and 'until' may be a month or a year as well."
    return f"{show(wrong.written)} in {wrong.field} is not a date", hint


def _other(wrong: Wrong) -> tuple[str, str]:
    return f"{wrong.field} is not as it should be: {wrong.said}", ""


DESCRIBERS: dict[str, Callable[[Wrong], tuple[str, str]]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "union_tag_not_found": _missing,
    "literal_error": _word,
    "union_tag_invalid": _word,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _short,
    "string_too_long": _long,
    "greater_than_equal": _bound,
    "greater_than": _bound,
    "less_than_equal": _bound,
    "less_than": _bound,
    "value_error": _own_words,
}
