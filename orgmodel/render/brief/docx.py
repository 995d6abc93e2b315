"""A paper as a Word document on A4: real headings and tables, pictures with a text for those who cannot see them."""

from __future__ import annotations

import io
from typing import Any

from orgmodel.exchange.optional import load_library
from orgmodel.pictures.text import clean_text
from orgmodel.render.brief.blocks import Block, Items, Paper, Picture, Section, Table, Text
from orgmodel.render.brief.docx_page import WIDTH, prepare_page
from orgmodel.render.brief.docx_table import write_table
from orgmodel.render.brief.image import NO_FONT, render_png
from orgmodel.render.brief.length import PICTURE
from orgmodel.render.brief.paper import build_paper
from orgmodel.render.brief.view import BriefView


def render_docx(view: BriefView) -> bytes:
    """The document as bytes. Raises UsageError, with what to install, where python-docx or resvg_py is absent."""
    docx = load_library("docx", "a decision paper as a document", "papers")
    return _Writer(docx.Document(), build_paper(view)).write()


class _Writer:
    """Writes a paper into an empty document."""

    def __init__(self, document: Any, paper: Paper) -> None:
        self.document, self.paper = document, paper

    def write(self) -> bytes:
        prepare_page(self.document, self.paper)
        self.document.add_paragraph(clean_text(self.paper.title), style="Title")
        for section in self.paper.sections:
            self.section(section, 1)
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def section(self, section: Section, level: int) -> None:
        self.document.add_heading(clean_text(section.title), level)
        for block in section.blocks:
            self.block(block)
        for part in section.parts:
            self.section(part, level + 1)

    def block(self, block: Block) -> None:
        match block:
            case Text():
                self.text(block, "Normal")
            case Items():
                self.lead(block.lead)
                for item in block.items:
                    self.text(item, "List Bullet")
                self.left(block.left)
            case Table():
                self.lead(block.title)
                write_table(self.document, block)
                self.left(block.left, after_table=True)
            case Picture():
                self.picture(block)

    def text(self, text: Text, style: str) -> None:
        paragraph = self.document.add_paragraph(style=style)
        if text.lead:
            paragraph.add_run(f"{clean_text(text.lead)} ").bold = True
        paragraph.add_run(clean_text(text.words))
        if text.source:
            paragraph.add_run(f" ({clean_text(text.source)})", style="Paragraphs")

    def lead(self, words: str) -> None:
        """A line that stands above a list, a table or a picture and never apart from it."""
        paragraph = self.document.add_paragraph(style="Lead")
        paragraph.add_run(clean_text(words))

    def left(self, words: str, after_table: bool = False) -> None:
        if words or after_table:
            self.document.add_paragraph(clean_text(words), style="Left out")

    def picture(self, picture: Picture) -> None:
        image = render_png(picture.svg)
        if image is None:
            self.left(NO_FONT)
            return
        self.lead(picture.title)
        shared = load_library("docx.shared", "a decision paper as a document", "papers")
        width = shared.Pt(min(picture.width * PICTURE, WIDTH / 20))
        paragraph = self.document.add_paragraph(style="Normal")
        shape = paragraph.add_run().add_picture(io.BytesIO(image), width=width)
        about = shape._inline.docPr
        about.set("title", clean_text(picture.title))
        about.set("descr", clean_text(f"{picture.title}. {picture.spoken}"))
        self.left(picture.note)
