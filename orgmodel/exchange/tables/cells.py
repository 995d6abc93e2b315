"""From the text of a cell to the plain data of a field, or what is wrong with the cell and what to do about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from orgmodel.exchange.cell_errors import is_error
from orgmodel.exchange.tables.columns import Column, Kind
from orgmodel.exchange.tables.names import Names
from orgmodel.exchange.tables.words import NO, SILENCES, SILENCES_TAUGHT, YES, find_word, fold, plain
from orgmodel.loading.scalars import resolve_number
from orgmodel.loading.spelling import did_you_mean, list_words


class CellError(Exception):
    """A cell that cannot be read: what is wrong with it, and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


Found = str | tuple[str, str]


def read_cell(text: str, column: Column, names: Names) -> Any:
    """The data that a cell which is not empty stands for. Raises CellError."""
    if is_error(text):
        raise CellError(
            f"the cell holds the spreadsheet's error {text}", "Mend the formula, or write what it should have given."
        )
    return READERS[column.kind](text, column, names)


def _text(text: str, column: Column, names: Names) -> Any:
    return text


def _texts(text: str, column: Column, names: Names) -> Any:
    return [entry for part in re.split(r"[;\n]", text) if (entry := part.strip())]


def _slot(text: str, column: Column, names: Names) -> Any:
    """Claims: the whole cell as one name, or names and silences with semicolons between them."""
    entries = [text] if len(names.find(text, column.targets)) == 1 else _texts(text, column, names)
    claims: list[dict[str, str]] = []
    for entry in entries:
        silence = SILENCES.get(fold(entry))
        claim = {"state": silence} if silence else {"who": _resolve(entry, column, names)}
        if claim in claims:
            raise CellError(f"'{entry}' stands twice in the cell", "Write each once.")
        claims.append(claim)
    return claims


def _reference(text: str, column: Column, names: Names) -> Any:
    return _resolve(text, column, names)


def _resolve(text: str, column: Column, names: Names) -> str:
    found: Found = names.resolve(text, column.targets)
    if isinstance(found, str):
        return found
    words = list_words([f"'{word}'" for word in SILENCES_TAUGHT]) if column.kind == "slot" else ""
    hint = f"{found[1]} Where it is nobody in particular, write {words}." if words and _unsaid(text) else found[1]
    raise CellError(found[0], hint)


def _unsaid(text: str) -> bool:
    """Whether a cell looks as if somebody wanted to say that there is no answer."""
    return fold(text) in ("n/a", "na", "tbc", "tbd", "unknown", "various", "vacant", "?", "", "no", "not applicable")


def _number(text: str, column: Column, names: Names) -> Any:
    number = resolve_number(text)
    if isinstance(number, str):
        plain_text = text.replace(",", ".")
        such = plain_text if not isinstance(resolve_number(plain_text), str) else "0.5"
        raise CellError(f"'{text}' is not a number", f"Write digits, with a full stop for the fraction: {such}.")
    return number


def _rank(text: str, column: Column, names: Names) -> Any:
    number = _number(text, column, names)
    if not isinstance(number, int) or number < 1:
        raise CellError(f"'{text}' is not a rank", "Write a whole number; 1 is the highest.")
    return number


def _date(text: str, column: Column, names: Names) -> Any:
    day = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([T ][0-9:.]+)?", text)
    if day and _is_day(day[1]):
        return day[1]
    if not column.is_day and (re.fullmatch(r"[0-9]{4}", text) or re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text)):
        return text
    slashed = re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})", text)
    if slashed:
        first, second, year = int(slashed[1]), int(slashed[2]), slashed[3]
        orders = {(first, second), (second, first)}
        days = [f"{year}-{month:02}-{day:02}" for day, month in orders if _is_day(f"{year}-{month:02}-{day:02}")]
        if len(days) == 1:
            return days[0]
        if days:
            which = list_words(sorted(days))
            raise CellError(f"'{text}' may be read as two days", f"Write {which}, whichever is meant.")
    such = "a day, such as 2024-04-03" + ("" if column.is_day else ", a month, such as 2024-04, or a year")
    raise CellError(f"'{text}' is not a day of the calendar", f"Write {such}.")


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _word(text: str, column: Column, names: Names) -> Any:
    word = find_word(text, column.words)
    if word is None:
        known = [plain(word) for word in column.words]
        hint = f"{did_you_mean(text, known)} Write one of: {', '.join(known)}.".strip()
        raise CellError(f"'{text}' is not a word that may stand here", hint)
    return word


def _yes(text: str, column: Column, names: Names) -> Any:
    if fold(text) in YES or fold(text) in NO:
        return fold(text) in YES
    raise CellError(f"'{text}' is neither yes nor no", "Write yes or no.")


def _designation(text: str, column: Column, names: Names) -> Any:
    if fold(text) in NO:
        return None
    if fold(text) in YES:
        raise CellError(f"'{text}' does not say who says so", "Write who calls it that, such as 'The strategy'.")
    return {"value": True, "designated_by": text}


READERS: dict[Kind, Callable[[str, Column, Names], Any]] = {
    "text": _text,
    "texts": _texts,
    "slot": _slot,
    "reference": _reference,
    "number": _number,
    "date": _date,
    "word": _word,
    "yes": _yes,
    "designation": _designation,
    "rank": _rank,
}
