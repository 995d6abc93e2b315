"""The links that lead to a verdict, each with how it is known, and which of them is the weakest."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.findings.finding import Evidence, Finding
from orgmodel.findings.run import WEAKEST_LAST
from orgmodel.model import Model

ORDER = {type_: number for number, type_ in enumerate(("CONCERNS", "ACCOUNTABLE_FOR", "RESPONSIBLE_FOR", "IN_UNIT",
                                                       "HEADS", "PART_OF", "REPORTS_TO"))}  # fmt: skip
SAID = {
    "ACCOUNTABLE_FOR": "answers for",
    "RESPONSIBLE_FOR": "does the work of",
    "CONCERNS": "concerns",
    "IN_UNIT": "is in",
    "HEADS": "heads",
    "PART_OF": "is part of",
    "REPORTS_TO": "reports to",
    "PERFORMS": "does the stage",
    "HOLDS": "holds",
    "NEXT": "is handed on to",
}


@dataclass(frozen=True)
class PathLink:
    """One link: from one thing to another by what, how firmly it is known, and its paragraphs."""

    start: str
    end: str
    words: str
    basis: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Path:
    """The links that a row rests on, from what is answered for up to the units, and the weakest of them, if any is
    weaker than stated."""

    links: tuple[PathLink, ...]
    weakest: PathLink | None


def find_path(model: Model, row: Finding) -> Path:
    """The links of the graph that a row rests on, in words, ordered from responsibilities to posts, units and lines."""
    pieces = [piece for piece in row.evidence if piece.key.count(">") == 2]
    ordered = sorted(pieces, key=lambda piece: (ORDER.get(piece.key.split(">")[1], len(ORDER)), piece.key))
    links = tuple(_link(model, piece) for piece in ordered)
    weakest = max(links, key=lambda link: WEAKEST_LAST.index(link.basis), default=None)
    return Path(links, weakest if weakest and weakest.basis != "stated" else None)


def _link(model: Model, piece: Evidence) -> PathLink:
    start, type_, end = piece.key.split(">")
    words = SAID.get(type_, type_.lower().replace("_", " "))
    ends = model.title_of(start), model.title_of(end.partition(".")[0])
    return PathLink(*ends, words, piece.basis, piece.cites)
