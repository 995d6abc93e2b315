"""A table in a document: its headings come again on every page, and no row is torn in two."""

from __future__ import annotations

from typing import Any

from orgmodel.exchange.optional import load_library
from orgmodel.pictures.text import clean_text
from orgmodel.render.brief.blocks import Table
from orgmodel.render.brief.docx_page import WIDTH

SHADE = "E8EDF2"


def write_table(document: Any, table: Table) -> None:
    """Add a table with its headings, at the full width of the text."""
    shared = load_library("docx.shared", "a decision paper as a document", "papers")
    written = document.add_table(rows=0, cols=len(table.headings), style="Table Grid")
    written.autofit = False
    widths = [shared.Twips(WIDTH * share // sum(table.widths)) for share in table.widths]
    for number, cells in enumerate((table.headings, *table.cells)):
        row = written.add_row()
        _keep_whole(row, heading=number == 0)
        for place, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = widths[place]
            paragraph = cell.paragraphs[0]
            paragraph.style = "Cell"
            paragraph.add_run(clean_text(words)).bold = number == 0 or None
            # The headings stay with the first row, so that no page ends in headings alone.
            paragraph.paragraph_format.keep_with_next = number == 0 or None
            if number == 0:
                _shade(cell)
    for column, width in zip(written.columns, widths, strict=True):
        column.width = width


def _keep_whole(row: Any, heading: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(("w:tblHeader",) if heading else ())):
        properties.append(_element(name))


def _shade(cell: Any) -> None:
    ns = load_library("docx.oxml.ns", "a decision paper as a document", "papers")
    shade = _element("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", SHADE)):
        shade.set(ns.qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _element(name: str) -> Any:
    return load_library("docx.oxml", "a decision paper as a document", "papers").OxmlElement(name)
