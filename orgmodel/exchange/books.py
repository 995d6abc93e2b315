"""Workbooks as we write them: text stays text and is never run, headings stay in sight, and long cells wrap."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from orgmodel.exchange.optional import load_library
from orgmodel.exchange.text import clean

LONGEST_CELL = 32_767
"""The most characters that a cell of a workbook can hold."""
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


LINE, MOST_LINES = 15, 12
"""The height of a line in points, and how many lines a row shows at the most."""


def lines_of(row: Sequence[Any], widths: Sequence[int]) -> int:
    """How many lines a row needs for its longest wrapped cell: programs that open a workbook do not all work it out."""
    needed = [
        sum(1 + len(line) // max(width - 2, 1) for line in str(value).split("\n"))
        for value, width in zip(row, widths, strict=False)
    ]
    return min(max(needed, default=1), MOST_LINES)


@dataclass(frozen=True)
class Heading:
    """A column of a sheet: its heading, its width in characters, and a remark that shows when one points at it."""

    title: str
    width: int = 24
    remark: str = ""


class Book:
    """One workbook that is being written."""

    def __init__(self, title: str) -> None:
        xlsxwriter = load_library("xlsxwriter", "Writing a workbook")
        self._content = io.BytesIO()
        self._widths: dict[str, list[int]] = {}
        self.book = xlsxwriter.Workbook(self._content, OPTIONS)
        self.book.set_properties({"title": clean(title)[:250]})
        base = {"valign": "top", "text_wrap": True, "font_name": "Calibri", "font_size": 11}
        self.text = self.book.add_format({**base, "num_format": "@"})
        self.number = self.book.add_format(base)
        self.bold = self.book.add_format({**base, "bold": True})
        self.title = self.book.add_format({**base, "bold": True, "font_size": 16, "text_wrap": False})
        self.example = self.book.add_format({**base, "italic": True, "font_color": "#595959", "bg_color": "#F2F2F2"})
        heading = {**base, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3864", "bottom": 1}
        self.heading = self.book.add_format(heading)

    def add_sheet(self, name: str, headings: Sequence[Heading], first: int = 0) -> Any:
        """A sheet with its headings in row `first`, frozen there, as wide as they ask."""
        sheet = self.book.add_worksheet(name)
        self._widths[sheet.get_name()] = [heading.width for heading in headings]
        for at, heading in enumerate(headings):
            sheet.set_column(at, at, heading.width)
            sheet.write_string(first, at, heading.title, self.heading)
            if heading.remark:
                sheet.write_comment(first, at, heading.remark[:1000], {"x_scale": 2})
        sheet.freeze_panes(first + 1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(first)
        return sheet

    def write_rows(self, sheet: Any, rows: Sequence[Sequence[Any]], first: int = 1, filters: bool = True) -> None:
        """Rows below the headings: numbers as numbers, all else as text that nothing runs."""
        for down, row in enumerate(rows, start=first):
            for across, value in enumerate(row):
                self.write(sheet, down, across, value)
            sheet.set_row(down, LINE * lines_of(row, self._widths[sheet.get_name()]))
        if filters and rows:
            sheet.autofilter(first - 1, 0, first + len(rows) - 1, max(len(row) for row in rows) - 1)

    def write(self, sheet: Any, row: int, column: int, value: Any, style: Any = None) -> None:
        """One cell; nothing for None and for empty text."""
        if value is None or value == "":
            return
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            sheet.write_number(row, column, value, style or self.number)
        else:
            sheet.write_string(row, column, clean(str(value))[:LONGEST_CELL], style or self.text)

    def close(self) -> bytes:
        """The workbook as the content of a file."""
        self.book.close()
        return self._content.getvalue()
