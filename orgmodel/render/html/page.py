"""The page from what was gathered: sections, policy, style and script put into one file.

Every word of a model passes through the template's escaping; a policy lets run only the script that is written here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from orgmodel.exchange.optional import load_library
from orgmodel.pictures.frame import allow
from orgmodel.pictures.inline import CHART_STYLE
from orgmodel.pictures.text import UNSAFE, clean_text
from orgmodel.render.html.anchors import Anchors
from orgmodel.render.html.people import People
from orgmodel.render.html.sections import build_sections
from orgmodel.render.html.view import PageView

HERE = Path(__file__).parent
FOOT = """
@page {{ size: A4; margin: 15mm 14mm 20mm; @bottom-left {{ content: "{line}"; font: 7pt/1.3 sans-serif; color: #333; \
width: 82%; vertical-align: top; padding-top: 3mm; text-align: left; }} @bottom-right {{ content: counter(page) " of " \
counter(pages); font: 7pt/1.3 sans-serif; color: #333; vertical-align: top; padding-top: 3mm; }} }}
"""
"""On paper the standing line stands at the foot of every sheet."""


def render_page(view: PageView, with_people: bool = False) -> str:
    """The whole page as HTML text; data about people is left out and counted unless it is asked for.

    Raises UsageError, with what to install, where the template engine is not there.
    """
    anchors, people = Anchors(), People([view.model, *view.models], with_people)
    style = "\n".join((_read("page.css"), CHART_STYLE, FOOT.format(line=escape_css(view.report.standing))))
    script = _read("page.js")
    values = {
        "policy": f"default-src 'none'; script-src {allow(script)}; style-src {allow(style)}; "
        "base-uri 'none'; form-action 'none'",
        "style": style,
        "script": script,
        "view": view,
        "about": view.model.about,
        "day": f"{view.model.about.as_of.day} {view.model.about.as_of:%B %Y}",
        "people": people,
        "with_people": with_people,
        "find": anchors.find,
        "cited": lambda cites: cite_groups(anchors, cites),
        **build_sections(view, anchors, people),
    }
    environment = build_environment(HERE)
    environment.tests["about_people"] = people.in_fact
    rendered: str = environment.get_template("page.html").render(values)
    return rendered


def escape_css(text: str) -> str:
    """A text for a quoted string of CSS: whatever is not a letter or a digit as its number."""
    return "".join(each if each.isascii() and each.isalnum() else f"\\{ord(each):06x}" for each in clean_text(text))


def cite_groups(anchors: Anchors, cites: Any) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Citations by source: its id, and each paragraph with the id of its place on the page, where it has one."""
    groups: dict[str, list[tuple[str, str | None]]] = {}
    for cite in cites:
        source, _, paragraph = cite.partition("#")
        groups.setdefault(source, []).append((paragraph, anchors.find("paragraph", cite)))
    return list(groups.items())


def build_environment(folder: Path) -> Any:
    """The template engine over a folder: all that is put into a page is escaped, and nothing may be missing."""
    jinja = load_library("jinja2", "the page that opens without Python")
    markup: type[str] = load_library("markupsafe", "the page that opens without Python").Markup

    def clean(value: Any) -> Any:
        """Without the characters that turn the direction of what stands beside them; markup is ours and stays."""
        return UNSAFE.sub("", value) if isinstance(value, str) and not isinstance(value, markup) else value

    return jinja.Environment(
        loader=jinja.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja.StrictUndefined,
        finalize=clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
