"""A paper as values, before it is a document: sections of texts, lists, tables and pictures, with their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from orgmodel.findings import cite_order
from orgmodel.render.wording import BASIS, join_words, say_cites

RANGE = re.compile(r"\bparagraph (\d+) to ")
"""Several paragraphs that were folded into one."""

WEAK = ("attributed", "inferred")
"""The bases that a reader has to be told of."""


@dataclass(frozen=True)
class Text:
    """A paragraph or a line of a list: words, perhaps with a few in front that stand out.

    `cites` are the paragraphs of the sources behind it; None where it says nothing of the organisation, such as a
    count or a direction. `basis` is said where it is weak.
    """

    words: str
    cites: tuple[str, ...] | None = None
    lead: str = ""
    basis: str = "stated"

    @property
    def source(self) -> str:
        """The paragraphs in words, and how firm it is where it is not; empty for what is no claim."""
        if self.cites is None:
            return ""
        firm = [BASIS[self.basis]] if self.basis in WEAK else []
        return "; ".join([*firm, say_paragraphs(self.cites)])


@dataclass(frozen=True)
class Items:
    """A list under a few words; `left` says how many more there are, and where."""

    lead: str
    items: tuple[Text, ...]
    left: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under headings. `widths` are shares of the page; `cites` has the paragraphs of each row, or is empty."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    cites: tuple[tuple[str, ...], ...] = ()
    left: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns, and one for the paragraphs where rows have them, with the source where there is but one."""
        one = f" of {self.sources[0]}" if len(self.sources) == 1 else ""
        return (*self.columns, f"Paragraphs{one}") if self.cites else self.columns

    @property
    def sources(self) -> list[str]:
        """The texts that its rows cite."""
        return sorted({cite.partition("#")[0] for cites in self.cites for cite in cites})

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The rows, each with its paragraphs where rows have them."""
        if not self.cites:
            return self.rows
        if len(self.sources) == 1:
            folded = [[cite.partition("#")[2] for cite in fold_cites(cites)] for cites in self.cites]
            said = [join_words(cites) or "none" for cites in folded]
        else:
            said = [say_paragraphs(cites) for cites in self.cites]
        return tuple((*row, each) for row, each in zip(self.rows, said, strict=True))


@dataclass(frozen=True)
class Picture:
    """A chart as SVG, what it shows in words for those who cannot see it, and its size in pixels."""

    title: str
    spoken: str
    svg: str
    width: int
    height: int
    note: str = ""


Block = Text | Items | Table | Picture


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it, and the sections within."""

    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Block]:
        """Every block, those of the sections within included."""
        yield from self.blocks
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class Paper:
    """The whole paper. `marking` and `standing` go on every page; `about_people` counts what was left out."""

    title: str
    marking: str
    standing: str
    sections: tuple[Section, ...]
    about_people: int = 0

    def walk(self) -> Iterator[Block]:
        """Every block of every section, in order."""
        for section in self.sections:
            yield from section.walk()


def fold_cites(cites: Iterable[str]) -> list[str]:
    """Citations in the order of their sources, with three or more paragraphs in a row as one: `review#67 to 69`."""
    folded: list[list[str]] = []
    for cite in sorted(set(cites), key=cite_order):
        if folded and _follows(folded[-1][-1], cite):
            folded[-1].append(cite)
        else:
            folded.append([cite])
    said = []
    for run in folded:
        said += run if len(run) < 3 else [f"{run[0]} to {run[-1].partition('#')[2]}"]
    return said


def say_paragraphs(cites: Iterable[str]) -> str:
    """Citations as people read them, those in a row as one: `review paragraphs 13, 67 to 69 and 71`."""
    said = say_cites(fold_cites(cites))
    return RANGE.sub(r"paragraphs \1 to ", said)


def _follows(before: str, cite: str) -> bool:
    """Whether a paragraph is the next one of the same source; those that are no plain number never are."""
    (source, _, number), (other, _, following) = before.partition("#"), cite.partition("#")
    return source == other and number.isdigit() and following.isdigit() and int(following) == int(number) + 1


def cites_in(block: Block) -> Iterator[str]:
    """Every citation of a block."""
    match block:
        case Text():
            yield from block.cites or ()
        case Items():
            for item in block.items:
                yield from item.cites or ()
        case Table():
            for cites in block.cites:
                yield from cites
