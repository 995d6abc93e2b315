"""The forms in which a paper is written, by name. Each takes what was gathered and gives text or bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from orgmodel.errors import UsageError
from orgmodel.render.brief.docx import render_docx
from orgmodel.render.brief.html import render_html
from orgmodel.render.brief.md import render_md
from orgmodel.render.brief.pptx import render_pptx
from orgmodel.render.brief.view import BriefView


@dataclass(frozen=True)
class PaperFormat:
    """One form: its name, which is also the ending of its files, what it is, and what writes it.

    `paged` says that the whole paper stands in it, so that it can be too long.
    """

    name: str
    what: str
    render: Callable[[BriefView], str | bytes]
    binary: bool = True
    paged: bool = True


FORMATS = (
    PaperFormat("docx", "a document of two to six pages, to go on editing", render_docx),
    PaperFormat("html", "the same as a page that opens in a browser and prints on A4", render_html, False),
    PaperFormat("md", "the same as Markdown, without the pictures, whose content is told in words", render_md, False),
    PaperFormat(
        "pptx",
        "three slides: the decision and why, the structure with what each option changes, the rest",
        render_pptx,
        paged=False,
    ),
)


def find_format(name: str) -> PaperFormat:
    """The form with a name; raises UsageError where there is none."""
    found = next((form for form in FORMATS if form.name == name), None)
    if found is None:
        known = ", ".join(form.name for form in FORMATS)
        raise UsageError(f"a decision paper cannot be written as '{name}'", f"It can be: {known}.")
    return found
