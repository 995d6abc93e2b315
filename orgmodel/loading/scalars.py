"""What a word without quotation marks means: true, false, null, a number, or else text.

As in YAML 1.2, `no`, `on`, `yes` and dates are text. A number that would not be written back as it stands (`1.10`,
`007`) is text too, so that a paragraph's number is never changed on the way.
"""

from __future__ import annotations

import re

WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,15}")


def resolve_scalar(text: str) -> str | int | float | bool | None:
    """The value of a word that stands in a file without quotation marks."""
    if text in WORDS:
        return WORDS[text]
    return resolve_number(text)


def resolve_number(text: str) -> str | int | float:
    """The number that a word stands for, or the word itself."""
    if INTEGER.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text) and str(float(text)) == text:
        return float(text)
    return text
