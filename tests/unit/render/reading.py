"""Reads a page as a browser's parser would see it: its elements, their text, and everything that could fetch."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "hr", "img", "link"}


@dataclass
class Element:
    """An element with its attributes and the text inside it."""

    tag: str
    attributes: dict[str, str]
    parents: tuple[str, ...]
    text: str = ""


@dataclass
class Read(HTMLParser):
    """A page in the order of its elements."""

    elements: list[Element] = field(default_factory=list)
    open_: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(each.tag for each in self.open_))
        self.elements.append(element)
        if tag not in VOID:
            self.open_.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open_.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open_, f"</{tag}> closes nothing"
        assert self.open_[-1].tag == tag, f"</{tag}> closes <{self.open_[-1].tag}>"
        self.open_.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open_:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a name with these attributes (`class_` for class: one of the classes)."""

        def fits(element: Element) -> bool:
            for name, value in attributes.items():
                found = element.attributes.get(name.rstrip("_").replace("_", "-"))
                if value not in ((found or "").split() if name == "class_" else [found]):
                    return False
            return True

        return [element for element in self.elements if element.tag == tag and fits(element)]

    def with_id(self, ident: str) -> Element:
        """The one element with an id."""
        (found,) = [element for element in self.elements if element.attributes.get("id") == ident]
        return found


def read_page(text: str) -> Read:
    """The page, whose every element is closed in order."""
    page = Read()
    page.feed(text)
    page.close()
    assert page.open_ == []
    return page
