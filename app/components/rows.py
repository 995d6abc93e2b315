"""Rows of findings on a page: as a sentence with its word and basis, as a table, and with their paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgmodel_app.components.markup import Html, details, items, join, link, tag
from orgmodel_app.components.words import basis_tag, how_known, word_tag
from orgmodel_app.state import Desk, Finding, FindingQuery, Said, say_cites


def row_key(row: Finding) -> str:
    """What tells a row from the others of its question, in an address."""
    return "~".join(value for _, value in row.identity)


def row_link(row: Finding, words: object) -> Html:
    """A link to a row in full."""
    return link(words, "findings", finding=row.finding, row=row_key(row))


def row_line(row: Finding, linked: bool = True) -> Html:
    """A row as a line: word, sentence, basis and paragraphs."""
    said = row_link(row, row.sentence) if linked else row.sentence
    return join([word_tag(row.word), " ", said, evidence_line(row)])


def evidence_line(row: Finding) -> Html:
    """How a row is known, its paragraphs, and who has accepted it."""
    waived = tag("span", f" Accepted: {row.waived}", class_="om-basis") if row.waived else ""
    return join([tag("span", " ", basis_tag(row), " · ", say_cites(row.cites), class_="om-evidence"), waived])


def row_lines(rows: Iterable[Finding]) -> Html:
    """Rows as a list of lines."""
    return items((row_line(row) for row in rows), "om-rows")


def as_records(desk: Desk, query: FindingQuery, rows: Sequence[Finding]) -> list[dict[str, str]]:
    """Rows as a table of text: every column of the question, with verdict, basis and paragraphs."""
    return [
        {
            "Verdict": row.word,
            **{column.heading: in_words(desk, row.values.get(name)) for name, column in query.about.columns.items()},
            "In a sentence": row.sentence,
            "Basis": how_known(row),
            "Paragraphs": say_cites(row.cites),
        }
        for row in rows
    ]


def in_words(desk: Desk, value: object) -> str:
    """A value as people read it: titles for ids."""
    if isinstance(value, list):
        return ", ".join(in_words(desk, each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return ""
    return desk.title_of(value).replace("_", " ") if isinstance(value, str) else str(value)


def thing_link(desk: Desk, ident: str, words: object | None = None) -> Html:
    """A link to the page of a thing, or its name where it has none."""
    shown = desk.title_of(ident) if words is None else words
    return link(shown, "thing", thing=ident) if desk.knows(ident) else join([shown])


def paragraphs(desk: Desk, cites: Sequence[str], things: Iterable[str]) -> Html:
    """Each paragraph with what the model takes from it, in our words; the source's own words are not here."""
    found = desk.said_in(cites, things)
    return join(_paragraph(desk, cite, found[cite]) for cite in cites)


def _paragraph(desk: Desk, cite: str, told: Sequence[Said]) -> Html:
    withheld = desk.withheld.get(cite)
    state = ""
    if withheld:
        part = "A part of this paragraph is withheld." if withheld.state == "part_redacted" else "It is withheld."
        state = tag("p", part, class_="om-small")
    said = [_said(desk, each) for each in told if each.words or each.note]
    body = items(said) if said else tag("p", "Named here; nothing more is noted of it.", class_="om-small")
    return details(say_cites([cite]), state, body)


def _said(desk: Desk, said: Said) -> Html:
    weak = f" ({said.basis})" if said.basis != "stated" else ""
    note = tag("span", f" {said.note}", class_="om-note") if said.note else ""
    return join([thing_link(desk, said.thing), f": {said.words}" if said.words else "", weak, note])
