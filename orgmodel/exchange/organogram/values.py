"""What stands in single cells: days of snapshots, numbers, who holds a post, what is withheld."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Literal

Holder = Literal["named", "withheld", "vacant", "closed", "not_stated"]

ERRORS = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|ERROR!|GETTING_DATA|SPILL!|CALC!)", re.IGNORECASE)
NOTHING = {"", "-", "n/a", "na", "none", "nil", "n/d", "nd", "not applicable", "tbc"}
TOPS = {"xx", "x", "n/a", "na", "none", "nil", "top", "-", "not applicable", "no one", "nobody"}
WITHHELD = {"n/d", "nd", "not disclosed", "withheld", "name withheld", "redacted"}
CLOSED = ("eliminated", "post eliminated", "closed", "post closed", "deleted", "post deleted", "abolished")
SECURITY = re.compile(r"information\s+(is\s+)?withheld|withheld\s+on\s+(national\s+)?security", re.IGNORECASE)
MONTHS = (
    {name.lower(): number for number in range(1, 13) for name in (calendar.month_name[number],)}
    | {calendar.month_abbr[number].lower(): number for number in range(1, 13)}
    | {"sept": 9}
)
ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ].*)?")
BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})")
MONTH_YEAR = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,9})[\s./_-]*'?(\d{4}|\d{2})", re.IGNORECASE)
IN_TEXT = re.compile(
    r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}"
    rf"|(?:[0-9]{{1,2}}(?:st|nd|rd|th)?[\s_-]+)?(?<![a-z])(?:{'|'.join(MONTHS)})[\s_-]+[0-9]{{4}}",
    re.IGNORECASE,
)


def unquote(text: str) -> str:
    """A text without the quotation marks that some publishers put around whole cells."""
    while len(text) > 1 and text[0] in "'\"‘“" and text[-1] in "'\"’”":
        text = text[1:-1].strip()
    return text


def read_day(text: str, month_end: bool = True) -> dt.date | None:
    """The day of a snapshot: `Mar-11` is 31 March 2011, since lists are made up to the end of a month.

    A first of a month, which spreadsheet programs make of `Mar-11`, is read likewise unless `month_end` is false.
    """
    text = text.strip().replace("_", " ")
    if found := ISO.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3] or 0)
    elif found := BRITISH.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), int(found[3])
    elif (found := MONTH_YEAR.fullmatch(text)) and found[2].lower() in MONTHS:
        day, month, year = int(found[1] or 0), MONTHS[found[2].lower()], int(found[3])
    else:
        return None
    year += 2000 if year < 100 else 0
    try:
        last = calendar.monthrange(year, month)[1]
        return dt.date(year, month, last if day == 0 or (day == 1 and month_end) else day)
    except (ValueError, calendar.IllegalMonthError):
        return None


def find_day(text: str) -> dt.date | None:
    """The first day that is written anywhere in a title or in the name of a file."""
    days = (read_day(found[0]) for found in IN_TEXT.finditer(text))
    return next((day for day in days if day and 2000 <= day.year <= 2100), None)


def read_number(text: str) -> float | None:
    """A number as people write it, with pounds and thousands; None where it is none. Raises ValueError if it is odd."""
    if text.lower() in NOTHING:
        return None
    plain = text.replace(",", "").replace("£", "").replace(" ", "")
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]*)?|-?\.[0-9]+", plain):
        raise ValueError("not a number")
    number = float(plain)
    if number < 0:
        raise ValueError("below nothing")
    if number > 1e12:
        raise ValueError("too large to be meant")
    return number


def read_holder(text: str) -> Holder:
    """Who holds a post: somebody named, somebody whose name is withheld, nobody, or the post is closed."""
    words = unquote(text).lower()
    if words in WITHHELD:
        return "withheld"
    if words in NOTHING:
        return "not_stated"
    if words.startswith("vacan"):
        return "vacant"
    return "closed" if words.startswith(CLOSED) else "named"


def is_withheld(text: str) -> bool:
    """Whether a text says that it is withheld, and nothing else."""
    return len(text) < 120 and SECURITY.search(text) is not None
