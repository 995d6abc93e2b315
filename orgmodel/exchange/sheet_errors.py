"""Where an XLSX workbook holds errors of the spreadsheet program, such as #REF!: the reader gives those as blanks.

Blank and broken are not the same to whoever has to mend the file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

BROKEN = (
    KeyError,
    ET.ParseError,
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    OSError,
    NotImplementedError,
    EOFError,
)
"""What reading a broken archive may raise."""
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def find_error_cells(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """By the sheet's name, the error in each (row, column), from 0. Empty for ODS and for what is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: dict(_errors(archive.read(part))) for name, part in _sheet_parts(archive)}
    except BROKEN:
        return {}


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    links = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): posixpath.join("/xl", link.get("Target", "")).lstrip("/") for link in links}
    for sheet in ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
        part = targets.get(sheet.get(LINKED))
        if part in archive.namelist():
            yield sheet.get("name", ""), part


def _errors(xml: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    if b't="e"' not in xml:
        return
    for cell in ET.fromstring(xml).iter(f"{MAIN}c"):
        if cell.get("t") == "e" and cell.get("r"):
            yield _position(cell.get("r", "")), cell.findtext(f"{MAIN}v") or "#ERROR!"


def _position(reference: str) -> tuple[int, int]:
    """From `D3` to (2, 3)."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter.upper()) - ord("A") + 1
    return int(reference[len(letters) :]) - 1, column - 1
