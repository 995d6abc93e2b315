"""From bytes to text: UTF-8 and nothing else, and no characters that no editor shows."""

from __future__ import annotations

import codecs
import re

from orgmodel.errors import Place, Problem

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
SAVE_AS = "Save it as UTF-8: every editor offers this under 'Save as' or 'Encoding'."


def read_text(raw: bytes, file: str, problems: list[Problem]) -> str | None:
    """The text of a file, or None with a problem for the first thing that keeps it from being text."""
    for mark, encoding in OTHER_ENCODINGS.items():
        if raw.startswith(mark):
            problems.append(Problem(Place(file, 1, 1), f"the file is written in {encoding}, not in UTF-8", SAVE_AS))
            return None
    try:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(error, raw, file))
        return None
    found = CONTROL.search(text)
    if found:
        problems.append(_control_character(found, text, file))
        return None
    return text


def describe_control(character: str) -> str:
    """How a message names a character that cannot be shown."""
    return "a NUL character" if character == "\0" else f"the control character U+{ord(character):04X}"


def _not_utf8(error: UnicodeDecodeError, raw: bytes, file: str) -> Problem:
    skipped = len(raw) - len(error.object)
    before = error.object[: error.start].decode("utf-8")
    what = (
        f"the file is not UTF-8: byte {skipped + error.start + 1} of it is "
        f"0x{error.object[error.start]:02X}, which means nothing there"
    )
    return Problem(_place(before, file), what, SAVE_AS)


def _control_character(found: re.Match[str], text: str, file: str) -> Problem:
    what = f"the file holds {describe_control(found[0])}, which is not text"
    utf16 = f" Where there are many, the file is UTF-16: {SAVE_AS[0].lower()}{SAVE_AS[1:]}" if found[0] == "\0" else ""
    return Problem(_place(text[: found.start()], file), what, "Delete the character." + utf16)


def _place(before: str, file: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
