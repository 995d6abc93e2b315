"""A damaged or hostile workbook is refused with a reason; it never ends the program that reads it."""

import io
import zipfile

import pytest

from orgmodel.errors import ImportFileError
from orgmodel.exchange.sheet_trial import check_workbooks
from orgmodel.exchange.sheets import read_sheets

xlsxwriter = pytest.importorskip("xlsxwriter")
xlwt = pytest.importorskip("xlwt")
pytest.importorskip("python_calamine")


def xlsx(*cells: tuple[int, int]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Posts")
        for row, column in cells:
            sheet.write_string(row, column, "words")
    return stream.getvalue()


def xls() -> bytes:
    book, stream = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("Posts")
    for row in range(30):
        for column in range(8):
            sheet.write(row, column, f"{row} {column}")
    book.save(stream)
    return stream.getvalue()


def with_damage(data: bytes) -> bytes:
    """The bytes with the compressed contents of the first sheet written over."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo("xl/worksheets/sheet1.xml")
    start = entry.header_offset + 30 + len(entry.filename)
    return data[:start] + b"\xff" * 40 + data[start + 40 :]


def test_a_cell_in_the_last_corner_is_refused_before_it_asks_for_all_memory() -> None:
    with pytest.raises(ImportFileError) as caught:
        check_workbooks([("good.xlsx", xlsx((0, 0))), ("far.xlsx", xlsx((0, 0), (1_048_575, 16_383)))])
    (problem,) = caught.value.problems
    assert problem.place.file == "far.xlsx"
    assert "asks for more memory or time" in problem.what
    assert "new workbook" in problem.hint


def test_workbooks_of_every_kind_and_what_is_none_pass() -> None:
    check_workbooks([("a.xlsx", xlsx((0, 0), (9, 9))), ("a.xls", xls()), ("a.csv", b"a,b\n"), ("a.zip", b"PK\x03\x04")])


@pytest.mark.parametrize("cut", [10, 500, 1_400])
def test_an_old_workbook_that_is_cut_off_is_refused(cut: int) -> None:
    """The reader panics here, which `except Exception` does not catch."""
    with pytest.raises(ImportFileError) as caught:
        read_sheets("cut.xls", xls()[:-cut])
    assert "cannot be opened: it is damaged" in caught.value.problems[0].what


def test_a_workbook_with_damaged_contents_or_of_a_version_to_come_is_refused() -> None:
    good = xlsx((0, 0))
    version = good.index(b"PK\x01\x02") + 6
    for data in (with_damage(good), good[:version] + b"\xe2" + good[version + 1 :]):
        with pytest.raises(ImportFileError) as caught:
            read_sheets("odd.xlsx", data)
        assert caught.value.problems[0].place.file == "odd.xlsx"
