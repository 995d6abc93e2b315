"""Tables as people send them: every encoding, delimiter and kind of workbook, and what cannot be read says why."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import sys
import zipfile

import pytest
import xlsxwriter
import xlwt

from orgmodel.errors import ImportFileError, Place, UsageError
from orgmodel.exchange import sheet_books, sheets
from orgmodel.exchange.sheets import Sheet, read_sheets

TABLE = "Post,Cost (£)\nZoë's post,12\n"
ROWS = (("Post", "Cost (£)"), ("Zoë's post", "12"))


def read_one(data: bytes, name: str = "posts.csv") -> tuple[Sheet, list[str]]:
    found, problems = read_sheets(name, data)
    assert len(found) == 1
    return found[0], [str(problem).split("\n")[0] for problem in problems]


def refuse(data: bytes, name: str = "posts.csv") -> str:
    with pytest.raises(ImportFileError) as caught:
        read_sheets(name, data)
    return str(caught.value.problems[0])


def write_xlsx(*names: str) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for name in names or ("Senior posts",):
            sheet = book.add_worksheet(name)
            sheet.write(0, 0, "Senior posts as at 30 September 2011")
            sheet.write_row(2, 0, ["Post", "FTE", "As at", "Cost", "Valid"])
            sheet.write_string(3, 0, " P\u00a01 ")
            sheet.write_number(3, 1, 1.0)
            sheet.write_datetime(3, 2, dt.datetime(2011, 9, 30), book.add_format({"num_format": "yyyy-mm-dd"}))
            sheet.write_formula(3, 3, "=A99", value="#REF!")
            sheet.write_boolean(3, 4, True)
            sheet.write_number(4, 1, 0.1 + 0.2)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_as_it_is_with_or_without_its_mark(encoding: str) -> None:
    sheet, problems = read_one(TABLE.encode(encoding))
    assert (sheet.rows, sheet.lines, problems) == (ROWS, (1, 2), [])


def test_windows_1252_is_read_and_said() -> None:
    sheet, problems = read_one(TABLE.encode("cp1252"))
    assert sheet.rows == ROWS
    assert problems == [
        "posts.csv:1:1: the file is not UTF-8 (byte 0xA3, first on this line); it was read as Windows-1252"
    ]


def test_a_damaged_byte_among_good_utf8_leaves_the_rest_as_it_was() -> None:
    sheet, problems = read_one(TABLE.encode() + "Père,£3\n".encode() + b"x\xff,1\n")
    assert sheet.rows == (*ROWS, ("Père", "£3"), ("x\ufffd", "1"))
    assert problems[0].startswith("posts.csv:4:1: 1 places are damaged")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_that_makes_a_table(delimiter: str) -> None:
    text = f"Post{delimiter}Unit\nP1{delimiter}Harbours\nP2{delimiter}Coast\n"
    assert read_one(text.encode())[0].rows == (("Post", "Unit"), ("P1", "Harbours"), ("P2", "Coast"))


def test_commas_in_the_words_of_a_semicolon_table_do_not_mislead() -> None:
    text = "Post;Unit\nP1;Harbours, coasts, and lights\nP2;Coast, all of it, and more, and more\n"
    assert read_one(text.encode())[0].rows[1] == ("P1", "Harbours, coasts, and lights")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_machine_and_cells_may_hold_lines(end: str) -> None:
    sheet, problems = read_one(f'Post,Unit{end}{end}P1,"two{end}lines"{end}P2,Coast{end}'.encode())
    assert (sheet.rows[1:], sheet.lines, problems) == ((("P1", "two\nlines"), ("P2", "Coast")), (1, 3, 5), [])
    assert sheet.place(2, 1) == Place("posts.csv", 5, 2)


def test_nuls_are_left_out_and_said_with_the_line_of_the_first() -> None:
    sheet, problems = read_one(b"Post,Unit\nP1,Har\0bours\0\n")
    assert sheet.rows[1] == ("P1", "Harbours")
    assert problems == ["posts.csv:2:1: the file holds 2 NUL characters, which are not text; they were left out"]


@pytest.mark.parametrize("after", [b"P3,Sea\n", b'P3,"Sea, and sky"\n', b'P3,the "sea"\n'])
def test_a_quote_that_never_closes_costs_its_line_and_not_the_rest_of_the_file(after: bytes) -> None:
    sheet, problems = read_one(b'Post,Unit\nP1,"Harbours\nP2,Coast\n' + after)
    assert [row[:2] for row in sheet.rows[:3]] == [("Post", "Unit"), ("P1", "Harbours"), ("P2", "Coast")]
    assert sheet.rows[3][1] in ("Sea", "Sea, and sky", 'the "sea"')
    assert [problem.split(";")[0] for problem in problems] == [
        "posts.csv:2:1: a quote opens on this line and never closes"
    ]


def test_a_file_that_ends_inside_a_quote_is_said_and_read() -> None:
    sheet, problems = read_one(b'Post,Unit\nP1,"Harbours')
    assert sheet.rows[1] == ("P1", "Harbours")
    assert "posts.csv:2:1: a quote opens on this line and never closes" in problems[0]


def test_quotes_within_quotes_are_read_as_spreadsheet_programs_do() -> None:
    sheet, problems = read_one(b'Post,Unit\nP1,"the "old" harbour"\nP2,Coast\n')
    assert (sheet.rows[2], problems) == (("P2", "Coast"), [])
    assert sheet.rows[1][1] == 'the old" harbour"'


def test_rows_that_are_too_long_or_too_short_are_said_and_read() -> None:
    sheet, problems = read_one(b"All posts\n\nPost,Unit\nP1,Harbours\nP2\nP3,Coast,and more\n,\n")
    assert sheet.rows == (
        ("All posts", "", ""),
        ("Post", "Unit", ""),
        ("P1", "Harbours", ""),
        ("P2", "", ""),
        ("P3", "Coast", "and more"),
    )
    assert problems == [
        "posts.csv:5:1: this row has 1 cells where most have 2",
        "posts.csv:6:1: this row has 3 cells where most have 2",
    ]


def test_a_huge_cell_is_cut_and_said() -> None:
    sheet, problems = read_one(b"Post,Unit\nP1," + b"x" * 200_000 + b"\nP2,Coast\n")
    assert len(sheet.rows[1][1]) == 32_767
    assert problems == ["posts.csv:2:2: a cell holds 200,000 characters; the first 32,767 were read"]
    assert csv.field_size_limit() == 131_072  # the module's own, as definitions are read with


def test_workbooks_give_numbers_dates_and_errors_as_people_see_them() -> None:
    sheet, problems = read_one(write_xlsx(), "posts.csv")
    assert sheet.rows[1:] == (
        ("Post", "FTE", "As at", "Cost", "Valid"),
        ("P 1", "1", "2011-09-30", "#REF!", "TRUE"),
        ("", "0.3", "", "", ""),
    )
    assert sheet.lines == (1, 3, 4, 5)
    assert str(sheet.place(2, 3)) == "posts.csv [Senior posts]:4:4"
    assert problems == []


def test_every_visible_sheet_is_read_and_a_hidden_one_is_said() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("Senior").write(0, 0, "a")
        hidden = book.add_worksheet("Lists")
        hidden.write(0, 0, "b")
        hidden.hide()
        book.add_worksheet("Empty")
        book.add_worksheet("Junior").write(1, 1, "c")
    found, problems = read_sheets("posts.xlsx", stream.getvalue())
    assert [(sheet.name, sheet.rows) for sheet in found] == [("Senior", (("a",),)), ("Junior", (("", "c"),))]
    assert [str(problem.place) for problem in problems] == ["posts.xlsx [Lists]"]
    assert "hidden" in problems[0].what


def test_old_excel_files_are_read() -> None:
    book, stream = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("Junior posts")
    sheet.write(1, 0, "Unit")
    sheet.write(1, 1, 2.5)
    sheet.write(2, 0, dt.date(2011, 3, 31), xlwt.easyxf(num_format_str="YYYY-MM-DD"))
    book.save(stream)
    assert read_one(stream.getvalue(), "junior.xls")[0].rows == (("Unit", "2.5"), ("2011-03-31", ""))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "posts.csv: the file is empty"),
        (b" \n\n", "posts.csv: the file is empty"),
        (b",,\n,,\n", "posts.csv: no cell of the file holds anything"),
        (b"%PDF-1.4", "posts.csv: the file is a PDF, whatever its name"),
        (b"\xef\xbb\xbf <HTML><table>", "posts.csv: the file is a web page, whatever its name"),
        (b"PK\x03\x04 junk", "posts.csv: the file starts like a workbook and is damaged"),
        (write_xlsx()[:3000], "posts.csv: the file starts like a workbook and is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 junk", "posts.csv: the file looks like a workbook and cannot be opened"),
        (random.Random(1).randbytes(10_000), "posts.csv: the file is not text"),
        (b"," * 1_001 + b"a", "posts.csv:1:1: a row has 1,002 cells"),
        (b"a\n" * 200_001, "posts.csv: the file has 200,001 rows"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, words: str) -> None:
    assert refuse(data).startswith(words)


def test_a_zip_that_is_no_workbook_says_so() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("letter.txt", "hello")
    assert "cannot be opened" in refuse(stream.getvalue(), "posts.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_books, "MOST_UNPACKED", 1_000_000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 1_000_001)
    assert "unpacks to" in refuse(stream.getvalue(), "posts.xlsx")


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_BYTES", 10)
    assert "is the most that is read" in refuse(TABLE.encode())


def test_a_sheet_above_the_limits_is_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_books, "MOST_ROWS", 4)
    assert "the sheet has 5 rows" in refuse(write_xlsx(), "posts.xlsx")


def test_without_the_reader_of_workbooks_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(UsageError) as caught:
        read_sheets("posts.xlsx", write_xlsx())
    assert "orgmodel[exchange]" in caught.value.problem.hint
