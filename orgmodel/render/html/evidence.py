"""What a finding rests on, in words: each node, relationship or slot of the graph by the names of the things in it."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.findings import Finding
from orgmodel.model import LINKS_BY_LABEL, Model
from orgmodel.model.statements import CHAINS, PHRASES
from orgmodel.render.wording import BASIS, say_cites


@dataclass(frozen=True)
class EvidenceLine:
    """One thing that a row rests on: in words, how it is known, and its paragraphs."""

    words: str
    known: str
    cites: tuple[str, ...]


def list_evidence(model: Model, row: Finding) -> list[EvidenceLine]:
    """Everything that a row rests on, each once, in the order of its keys."""
    lines = (
        EvidenceLine(
            say_evidence(model, piece.key),
            BASIS.get(piece.basis, piece.basis) + ("; contested" if piece.contested else ""),
            tuple(piece.cites),
        )
        for piece in row.evidence
    )
    return list(dict.fromkeys(lines))


def say_evidence(model: Model, key: str) -> str:
    """A key of the graph in words: `Crime: part of: Public safety`."""
    start, arrow, rest = key.partition(">")
    if not arrow:
        return _say_own(model, key)
    relationship, _, end = rest.partition(">")
    other, *field = end.split(".")
    return _say_link(model, start, relationship, other, field)


def _say_own(model: Model, key: str) -> str:
    if "#" in key:
        return say_cites([key]).capitalize() if key.partition("#")[0] not in model.by_id else key
    ident, *field = key.split(".")
    words = [CHAINS.get(part, part.replace("_", " ").replace("-", " ")) for part in field]
    return f"{_title(model, ident)}: {', '.join(words)}" if words else _title(model, ident)


def _say_link(model: Model, start: str, relationship: str, other: str, field: list[str]) -> str:
    name = field[0] if field else ""
    inferred = " (as head of the unit that is named)" if "head" in field[1:] else ""
    for link in LINKS_BY_LABEL.get(model.label_of.get(other if _is_reverse(model, other, name) else start, ""), ()):
        if link.field == name:
            owner, named = (other, start) if link.reverse else (start, other)
            phrase = PHRASES.get((link.label, name), (name.replace("_", " "), ""))[0]
            return f"{_title(model, owner)}: {phrase}: {_title(model, named)}{inferred}"
    return f"{_title(model, start)}: {relationship.replace('_', ' ').lower()}: {_title(model, other)}{inferred}"


def _is_reverse(model: Model, ident: str, field: str) -> bool:
    links = LINKS_BY_LABEL.get(model.label_of.get(ident, ""), ())
    return any(link.field == field and link.reverse for link in links)


def _title(model: Model, ident: str) -> str:
    return say_cites([ident]) if "#" in ident else model.title_of(ident)
