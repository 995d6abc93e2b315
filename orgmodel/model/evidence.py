"""Where facts come from: sources, their passages (some withheld), and assessments: judgements with a holder."""

from __future__ import annotations

from typing import Literal

from orgmodel.model.base import Claim, Named, Paragraph, Record, Slot, Slug, Text, When, Whole


class Source(Record):
    """A text that facts are taken from. `paragraphs` is how many it numbers, so that a citation beyond is an error."""

    id: Slug
    title: Text
    author: Text
    date: When | None = None
    date_inferred: bool = False
    paragraphs: Whole | None = None
    parts: tuple[Paragraph, ...] = ()
    licence: Text | None = None
    note: Text | None = None


class Passage(Record):
    """What is to be known of one paragraph: open, redacted or blank, and whether anything in it was structural."""

    source: Slug
    paragraph: Paragraph
    state: Literal["open", "part_redacted", "redacted", "blank"] = "open"
    marked: bool = True
    structural: bool = True
    reason: Text | None = None
    touches: tuple[Slug, ...] = ()


class Assessment(Named):
    """What somebody thinks of a thing, a finding or an option. It never makes a verdict; it stands beside one."""

    holder: Text
    about: Slot[Claim] = Slot()
    disputes: Slot[Claim] = Slot()
    finding: Slug | None = None
    option: Slug | None = None
    expects: Literal["fail", "pass", "unknown"] | None = None
