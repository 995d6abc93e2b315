"""Decision papers: worded once as a value, then written as a document, a page, Markdown or three slides."""

from orgmodel.render.brief.formats import FORMATS, PaperFormat, find_format
from orgmodel.render.brief.paper import build_paper, say_length

__all__ = ["FORMATS", "PaperFormat", "build_paper", "find_format", "say_length"]
