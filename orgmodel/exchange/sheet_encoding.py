"""From the bytes of other people's text files to text: every encoding that spreadsheet programs save in.

The definitions themselves are UTF-8 and nothing else; this is for what comes from outside.
"""

from __future__ import annotations

import codecs

from orgmodel.errors import ImportFileError, Place, Problem

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAVE = "Look at letters with accents, dashes and pound signs. Save the file as UTF-8 to be sure of them."


def decode(name: str, data: bytes, problems: list[Problem]) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32 or Windows-1252; what was guessed or lost is a problem.

    Raises ImportFileError where the bytes are no text at all.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _without_nul(name, _decode_as(name, data[len(mark) :], encoding, problems), problems)
    encoding = _utf16_without_mark(data) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = _guess(name, data, error, problems)
    return _without_nul(name, text, problems)


def _decode_as(name: str, data: bytes, encoding: str, problems: list[Problem]) -> str:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost:
        before = text[: text.index("\ufffd")]
        what = f"{lost:,} bytes are not {encoding.upper()}, though the file says that it is; each is read as \ufffd"
        problems.append(Problem(Place(name, before.count("\n") + 1, 1), what, SAVE))
    return text


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of mostly plain letters has a zero in every second byte: which half tells the order."""
    start = data[:4000]
    half = len(start) // 2
    if half < 2:
        return None
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else None


def _guess(name: str, data: bytes, error: UnicodeDecodeError, problems: list[Problem]) -> str:
    """Windows-1252, unless nearly all that is not plain is good UTF-8 and a few bytes were damaged."""
    damaged = data.decode("utf-8", errors="replace")
    lost = damaged.count("\ufffd")
    good = sum(1 for letter in damaged if letter > "\x7f") - lost
    line = data[: error.start].count(b"\n") + 1
    if good > lost:
        what = f"{lost:,} places are damaged: the bytes there are not UTF-8, and each is read as \ufffd"
        problems.append(Problem(Place(name, line, 1), what, SAVE))
        return damaged
    _check_text(name, data)
    what = f"the file is not UTF-8 (byte 0x{data[error.start]:02X}, first on this line); it was read as Windows-1252"
    problems.append(Problem(Place(name, line, 1), what, SAVE))
    return data.decode("cp1252", errors="replace")


def _check_text(name: str, data: bytes) -> None:
    """Programs, pictures and noise are full of bytes that no text holds."""
    start = data[:20_000]
    odd = sum(1 for byte in start if byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a")
    if odd > len(start) * 0.02:
        what = "the file is not text, and none of the kinds of workbook that are read (XLSX, XLS, ODS)"
        raise ImportFileError([Problem(Place(name), what, "Look whether it is the file that you meant.")])


def _without_nul(name: str, text: str, problems: list[Problem]) -> str:
    found = text.find("\0")
    if found < 0:
        return text
    what = f"the file holds {text.count(chr(0)):,} NUL characters, which are not text; they were left out"
    hint = "Look whether the file is whole: save it again as UTF-8."
    problems.append(Problem(Place(name, text.count("\n", 0, found) + 1, 1), what, hint))
    return text.replace("\0", "")
