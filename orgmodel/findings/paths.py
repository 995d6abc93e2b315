"""What leads to a verdict: the links, each with how it is known, the weakest of them, and what the text leaves open."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.findings.finding import Evidence, Finding
from orgmodel.findings.run import WEAKEST_LAST
from orgmodel.graph import holds_on
from orgmodel.model import Claim, Model, Slot

ASPECTS = "aspects"
"""That a responsibility is policy or operations is a fact of it alone, and may be the weakest link all the same."""
ORDER = {type_: number for number, type_ in enumerate(("CONCERNS", ASPECTS, "ACCOUNTABLE_FOR", "RESPONSIBLE_FOR",
                                                       "IN_UNIT", "HEADS", "PART_OF", "REPORTS_TO"))}  # fmt: skip
SAID = {
    "ACCOUNTABLE_FOR": "answers for",
    "RESPONSIBLE_FOR": "does the work of",
    "CONCERNS": "concerns",
    "IN_UNIT": "is in",
    "HEADS": "heads",
    "PART_OF": "is part of",
    "REPORTS_TO": "reports to",
    "ANSWERS_TO": "answers to",
    "PERFORMS": "does the stage",
    "HOLDS": "holds",
    "NEXT": "is handed on to",
    "COVERS": "stands in for",
    "DEPUTISES_FOR": "deputises for",
    "CANDIDATE_FOR": "is a candidate for",
    "SCRUTINISES": "looks at",
    "MEMBER_OF": "is a member of",
    "EXCHANGES_WITH": "exchanges data with",
    "CONFLICTS_WITH": "is said to pull against",
    "DIVIDES_BY": "divides the country by",
    "TOUCHES": "may bear on",
    "REQUIRES_ROLE": "has to have",
    "STAFFED_BY": "is staffed by",
    "PRECEDES_OVER": "goes before",
}
AS_HEAD = "answers, as head of the unit that is named, for"
DECISIVE_FIRST = ("none", "unclear", "redacted", "not_stated", "open", "known")


@dataclass(frozen=True)
class PathLink:
    """One link: from one thing to another by what, how firmly it is known, and its paragraphs. `kind` is its type in
    the graph, and the ids are those of its two ends."""

    start: str
    end: str
    words: str
    basis: str
    cites: tuple[str, ...]
    kind: str
    start_id: str
    end_id: str


@dataclass(frozen=True)
class Asked:
    """One question about a thing that a row rests on, such as who is accountable: what the text says to it. `states`
    are known and every kind of silence that is said, the decisive one first; `part` is the chain or the role that is
    asked about, or empty. `links` is False where the answer is a fact of the thing alone, such as how many attend."""

    thing: str
    title: str
    label: str
    field: str
    part: str
    states: tuple[str, ...]
    links: bool
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Path:
    """The links that a row rests on, from what is answered for up to the units, the weakest of them, if any is weaker
    than stated, and what was asked of single things."""

    links: tuple[PathLink, ...]
    weakest: PathLink | None
    asked: tuple[Asked, ...] = ()

    @property
    def weakest_first(self) -> tuple[PathLink, ...]:
        """The links by how firmly each is known, the least firm first."""
        return tuple(sorted(self.links, key=lambda link: -WEAKEST_LAST.index(link.basis)))


def find_path(model: Model, row: Finding) -> Path:
    """The links of the graph that a row rests on, in words, ordered from responsibilities to posts, units and lines,
    and the questions about single things, in the order of their keys."""
    found = [(piece.key, link) for piece in row.evidence if (link := _link(model, piece))]
    links = tuple(link for _, link in sorted(found, key=lambda each: (ORDER.get(each[1].kind, len(ORDER)), each[0])))
    weakest = max(links, key=lambda link: WEAKEST_LAST.index(link.basis), default=None)
    asked = tuple(each for piece in row.evidence if (each := _asked(model, piece)))
    return Path(links, weakest if weakest and weakest.basis != "stated" else None, asked)


def _link(model: Model, piece: Evidence) -> PathLink | None:
    """A link of the graph in words; None of evidence that is no link."""
    ident, _, aspect = piece.key.partition(f".{ASPECTS}.")
    if aspect:
        ends = model.title_of(ident), aspect.replace("_", " ")
        return PathLink(*ends, "is counted as", piece.basis, piece.cites, ASPECTS, ident, aspect)
    if piece.key.count(">") != 2:
        return None
    start, type_, end = piece.key.split(">")
    other, *rest = end.split(".")
    words = SAID.get(type_, type_.lower().replace("_", " "))
    if type_ == "ACCOUNTABLE_FOR" and "head" in rest[1:]:
        words = AS_HEAD
    ends = model.title_of(start), model.title_of(other)
    return PathLink(*ends, words, piece.basis, piece.cites, type_, start, other)


def _asked(model: Model, piece: Evidence) -> Asked | None:
    """The question behind a piece of evidence; None of links, of things themselves and of what is no question."""
    ident, *parts = piece.key.split(".")
    record = model.by_id.get(ident)
    if ">" in piece.key or not parts or parts[0] == ASPECTS or record is None or not hasattr(record, parts[0]):
        return None
    field, part = parts[0], ".".join(parts[1:])
    value = getattr(record, field)
    states = _states(value, part, model)
    label = model.label_of.get(ident, "")
    return Asked(ident, record.title, label, field, part, states, isinstance(value, Slot), piece.cites)


def _states(value: object, part: str, model: Model) -> tuple[str, ...]:
    """What the text says to a question on the model's day, the decisive state first; never empty."""
    if not isinstance(value, Slot):
        state = "not_stated" if value is None else str(getattr(value, "state", "known"))
        return (state if state in DECISIVE_FIRST else "known",)
    claims: list[Claim] = [claim for claim in value.claims if holds_on(claim, model.about.as_of)]
    if part:
        claims = [claim for claim in claims if part in (getattr(claim, "chain", None), getattr(claim, "role", None))]
    return tuple(sorted({claim.state for claim in claims}, key=DECISIVE_FIRST.index)) or ("not_stated",)
