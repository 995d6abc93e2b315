"""The page of a document: A4, styles, language, and on every page the marking, the standing line and its number."""

from __future__ import annotations

import datetime as dt
from typing import Any

from orgmodel.exchange.optional import load_library
from orgmodel.pictures.text import clean_text
from orgmodel.render.brief.blocks import Paper
from orgmodel.render.brief.length import CITED, FOOT_MM, KEPT, PAGE_MM, SIDE_MM, SIZES, SPACING, TOP_MM

FONT = "Arial"
WIDTH = int((PAGE_MM[0] - 2 * SIDE_MM) / 25.4 * 1440)
"""The width of the text, in twentieths of a point."""

GREY, INK = "505A5F", "0B0C0C"


def prepare_page(document: Any, paper: Paper) -> None:
    """Set paper, styles, properties, header and footer of an empty document."""
    shared = load_library("docx.shared", "a decision paper as a document", "papers")
    section = document.sections[0]
    section.page_width, section.page_height = map(shared.Mm, PAGE_MM)
    section.left_margin = section.right_margin = shared.Mm(SIDE_MM)
    section.top_margin, section.bottom_margin = shared.Mm(TOP_MM), shared.Mm(FOOT_MM)
    section.header_distance = section.footer_distance = shared.Mm(8)
    _set_styles(document, shared)
    _set_properties(document, paper)
    _write_header(section, paper)
    _write_footer(section, paper)


def _set_styles(document: Any, shared: Any) -> None:
    styles = document.styles
    enum = load_library("docx.enum.style", "a decision paper as a document", "papers").WD_STYLE_TYPE
    for name, (size, above, below) in SIZES.items():
        style = styles[name] if name in styles else styles.add_style(name, enum.PARAGRAPH)
        color = GREY if name == "Left out" else INK
        _set_style(style, shared, size, above, below, bold=name in KEPT, color=color)
        style.paragraph_format.keep_with_next = name in KEPT or None
    cited = styles.add_style("Paragraphs", enum.CHARACTER)
    cited.font.size, cited.font.color.rgb = shared.Pt(CITED), shared.RGBColor.from_string(GREY)


def _set_style(
    style: Any, shared: Any, size: float, above: float, below: float, bold: bool = False, color: str = INK
) -> None:
    """One family for all, so that no theme of a template puts another in; language British English."""
    style.font.name, style.font.size, style.font.bold = FONT, shared.Pt(size), bold
    style.font.color.rgb = shared.RGBColor.from_string(color)
    style.paragraph_format.space_before, style.paragraph_format.space_after = shared.Pt(above), shared.Pt(below)
    style.paragraph_format.line_spacing, style.paragraph_format.widow_control = SPACING, True
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for name in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(_name(name), FONT)
    language = properties.find(_name("w:lang"))
    if language is None:
        language = _element("w:lang")
        properties.append(language)
    language.set(_name("w:val"), "en-GB")


def _set_properties(document: Any, paper: Paper) -> None:
    about = document.core_properties
    about.title, about.subject = clean_text(paper.title)[:255], clean_text(paper.standing)[:255]
    about.author, about.last_modified_by = "orgmodel", "orgmodel"
    about.category, about.language = clean_text(paper.marking)[:255], "en-GB"
    about.comments, about.keywords = "", "decision paper"
    about.created = about.modified = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)


def _write_header(section: Any, paper: Paper) -> None:
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = 1
    paragraph.add_run(clean_text(paper.marking)).bold = True


def _write_footer(section: Any, paper: Paper) -> None:
    """The standing line, and the number of the page, which Word works out itself."""
    shared = load_library("docx.shared", "a decision paper as a document", "papers")
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run(f"{clean_text(paper.standing)} Page ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _add_field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size = shared.Pt(7.5)


def _add_field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        part = _element("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(_name("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)


def _element(name: str) -> Any:
    return load_library("docx.oxml", "a decision paper as a document", "papers").OxmlElement(name)


def _name(name: str) -> str:
    named: str = load_library("docx.oxml.ns", "a decision paper as a document", "papers").qn(name)
    return named
