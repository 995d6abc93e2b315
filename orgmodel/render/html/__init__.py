"""A model as one page that opens without Python and fetches nothing: everything is in it, its style and script too."""

from orgmodel.render.html.page import render_page

__all__ = ["render_page"]
