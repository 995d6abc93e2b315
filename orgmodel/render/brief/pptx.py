"""Three slides, 16 to 9, in shapes and tables that people go on editing; the paragraphs stand in the notes."""

from __future__ import annotations

import io
from typing import Any

from orgmodel.exchange.optional import load_library
from orgmodel.pictures.text import clean_text
from orgmodel.render.brief.blocks import Items, Picture, Table, Text
from orgmodel.render.brief.image import NO_FONT, render_png
from orgmodel.render.brief.slides import Slide, build_slides, row_height
from orgmodel.render.brief.view import BriefView

FONT = "Arial"
WIDE, HIGH, EDGE = 13.333, 7.5, 0.5
"""The slide and its margin, in inches."""

TOP, FOOT = 1.45, 6.85
"""Where the content begins, and where the standing line does, in inches."""

PICTURE_PLACE = (0.3, 1.25, WIDE - 0.6, 5.15)
"""Where the picture of the structure has room, in inches: its small type is then 10 points at the least."""

LARGEST = 1.3 / 72
"""Inches for each pixel of a picture at the most, so that a small one does not shout."""

LINE, SMALLEST = 0.2, 11
"""How high a line of a table is, in inches; the smallest letters of a list, in points."""

HEADING = "1D3557"
"""Behind the headings of a table: white letters stand out from it."""

Place = tuple[float, float, float, float]
"""From the left, from the top, wide, high, in inches."""

TITLE_ONLY = 5
USE = "a decision paper as slides"


def render_pptx(view: BriefView) -> bytes:
    """The slides as bytes. Raises UsageError, with what to install, where python-pptx is absent."""
    pptx = load_library("pptx", USE, "papers")
    return _Writer(pptx.Presentation(), view).write()


class _Writer:
    """Writes slides into an empty presentation."""

    def __init__(self, presentation: Any, view: BriefView) -> None:
        self.presentation, self.view = presentation, view
        self.unit = load_library("pptx.util", USE, "papers")

    def write(self) -> bytes:
        self.presentation.slide_width = self.unit.Inches(WIDE)
        self.presentation.slide_height = self.unit.Inches(HIGH)
        slides = build_slides(self.view)
        about = self.presentation.core_properties
        about.title, about.author, about.language = clean_text(slides[0].title)[:255], "orgmodel", "en-GB"
        about.subject = clean_text(self.view.report.standing)[:255]
        about.category = clean_text(self.view.report.marking)[:255]
        for number, slide in enumerate(slides, start=1):
            self.slide(slide, f"{number} of {len(slides)}")
        buffer = io.BytesIO()
        self.presentation.save(buffer)
        return buffer.getvalue()

    def slide(self, slide: Slide, number: str) -> None:
        page = self.presentation.slides.add_slide(self.presentation.slide_layouts[TITLE_ONLY])
        title = page.shapes.title
        self.place(title, EDGE, 0.5, WIDE - 2 * EDGE, 0.7 if slide.picture else 0.85)
        size = 24 if len(slide.title) < 110 else 18
        self.line(title.text_frame, Text(slide.title), size, bold=True, first=True)
        title.text_frame.vertical_anchor = 3
        self.box(page, "Marking", (EDGE, 0.15, WIDE - 2 * EDGE, 0.3), Text(self.view.report.marking), 11, bold=True)
        half = (WIDE - 3 * EDGE) / 2
        below = self.table(page, slide.table, bool(slide.lists)) if slide.table else TOP
        if slide.picture:
            self.picture(page, slide.picture, slide.lists[0])
        else:
            letters = min(map(_size_for, slide.lists), default=0.0) if below == TOP else SMALLEST
            for place, each in enumerate(slide.lists):
                self.items(page, each, (EDGE + place * (EDGE + half), below, half, FOOT - below), letters)
        standing = Text(f"{self.view.report.standing} Slide {number}.")
        self.box(page, "Standing", (EDGE, FOOT, WIDE - 2 * EDGE, 0.5), standing, 9)
        self.notes(page, slide)

    def place(self, shape: Any, left: float, top: float, width: float, height: float) -> None:
        shape.left, shape.top = self.unit.Inches(left), self.unit.Inches(top)
        shape.width, shape.height = self.unit.Inches(width), self.unit.Inches(height)

    def box(self, page: Any, name: str, place: Place, text: Text, size: float, bold: bool = False) -> None:
        """A box with one line, which has the name given."""
        shape = page.shapes.add_textbox(*(self.unit.Inches(each) for each in place))
        shape.name = name
        shape.text_frame.word_wrap = True
        self.line(shape.text_frame, text, size, bold=bold, first=True)

    def items(self, page: Any, items: Items, place: Place, size: float) -> None:
        """A heading with a list."""
        shape = page.shapes.add_textbox(*(self.unit.Inches(each) for each in place))
        shape.name = items.lead
        frame = shape.text_frame
        frame.word_wrap = True
        self.line(frame, Text(items.lead), size + 2, bold=True, first=True)
        for item in items.items:
            self.line(frame, item, size, bullet=True)
        if items.left:
            self.line(frame, Text(items.left), 10)

    def line(
        self, frame: Any, text: Text, size: float, bold: bool = False, first: bool = False, bullet: bool = False
    ) -> None:
        paragraph = frame.paragraphs[0] if first else frame.add_paragraph()
        paragraph.space_after = self.unit.Pt(size * 0.4)
        paragraph.alignment = 1
        if bullet:
            _set_bullet(paragraph)
        for words, strong in ((f"{text.lead} " if text.lead else "", True), (text.words, bold)):
            if words.strip():
                run = paragraph.add_run()
                run.text = f"{clean_text(words)}{' ' if strong and not bold else ''}"
                run.font.size, run.font.bold, run.font.name = self.unit.Pt(size), strong, FONT
                run.font.language_id = 2057

    def picture(self, page: Any, picture: Picture, legend: Items) -> None:
        """The structure as large as there is room, with what its marks mean and which option is which below it."""
        image = render_png(picture.svg)
        left, top, wide, high = PICTURE_PLACE
        if image is None:
            self.box(page, "No picture", (left, top, wide, high), Text(NO_FONT), 14)
        else:
            inches = min(wide / picture.width, high / picture.height, LARGEST)
            width, height = picture.width * inches, picture.height * inches
            place = (left + (wide - width) / 2, top, width, height)
            shape = page.shapes.add_picture(io.BytesIO(image), *(self.unit.Inches(each) for each in place))
            shape.name = picture.title
            shape._element.nvPicPr.cNvPr.set("descr", clean_text(f"{picture.title}. {picture.spoken}"))
        told = " ".join([*(f"{each.lead} {each.words}" for each in legend.items), legend.lead])
        self.box(page, "Legend", (EDGE, top + high, WIDE - 2 * EDGE, FOOT - top - high), Text(told), 10)

    def table(self, page: Any, table: Table, above_lists: bool) -> float:
        """A native table with its headings marked as such, and a text for those who cannot see it; where it ends, in
        inches from the top."""
        width = WIDE - 2 * EDGE
        place = [self.unit.Inches(each) for each in (EDGE, TOP, width, 0.3 * (len(table.rows) + 1))]
        shape = page.shapes.add_table(len(table.rows) + 1, len(table.columns), *place)
        shape.name = table.title
        described = "; ".join(": ".join(filter(None, (row[0], ", ".join(row[1:])))) for row in table.rows)
        shape._element.nvGraphicFramePr.cNvPr.set("descr", clean_text(f"{table.title}. {described}"))
        grid = shape.table
        grid.first_row, grid.horz_banding = True, True
        for number, share in enumerate(table.widths):
            grid.columns[number].width = self.unit.Inches(width * share / sum(table.widths))
        for row, cells in enumerate((table.columns, *table.rows)):
            grid.rows[row].height = self.unit.Inches(row_height(cells, table.widths) * LINE)
            for column, words in enumerate(cells):
                self.cell(grid.cell(row, column), words, heading=row == 0)
        tall = sum(row_height(row, table.widths) for row in (table.columns, *table.rows)) * LINE
        end = TOP + tall if above_lists else FOOT - 0.3
        if table.left:
            self.box(page, "Left out", (EDGE, end, width, 0.3), Text(table.left), 9)
        return end + (0.3 if table.left else 0.1)

    def cell(self, cell: Any, words: str, heading: bool) -> None:
        cell.margin_top = cell.margin_bottom = self.unit.Inches(0.025)
        self.line(cell.text_frame, Text(words), 11, bold=heading, first=True)
        if heading:
            cell.fill.solid()
            cell.fill.fore_color.rgb = load_library("pptx.dml.color", USE, "papers").RGBColor.from_string(HEADING)
        cell.text_frame.paragraphs[0].space_after = self.unit.Pt(0)

    def notes(self, page: Any, slide: Slide) -> None:
        """Every paragraph behind what is shown, and what the slide has no room for."""
        lines = [f"{note.lead} {note.words} ({note.source})" if note.source else f"{note.lead} {note.words}"
                 for note in slide.notes]  # fmt: skip
        page.notes_slide.notes_text_frame.text = "\n".join(clean_text(line) for line in lines)


def _size_for(items: Items) -> float:
    """The size of letters for a list: the longer, the smaller, and never below 11 points."""
    letters = sum(len(item.words) + len(item.lead) for item in items.items) + len(items.left)
    return next((size for most, size in ((550, 16), (800, 14), (1000, 12.5)) if letters < most), SMALLEST)


def _set_bullet(paragraph: Any) -> None:
    """A real bullet with a hanging indent, which python-pptx has no name for."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "228600")
    properties.set("indent", "-228600")
    oxml = load_library("pptx.oxml.ns", USE, "papers")
    bullet = properties.makeelement(oxml.qn("a:buChar"), {"char": "•"})
    properties.append(bullet)
