"""Why now, and what stays if nothing is done: the findings that the options bear on, and the others that stand."""

from __future__ import annotations

from orgmodel.findings import Finding
from orgmodel.pictures.tree import count
from orgmodel.render.brief.blocks import Block, Items, Section, Text
from orgmodel.render.brief.choosing import (
    CHECK,
    SOURCES,
    Room,
    bearing_rows,
    cut_middle,
    failing_rows,
    first,
    worst_rows,
)
from orgmodel.render.brief.view import BriefView
from orgmodel.render.html.people import People
from orgmodel.render.wording import join_words


def build_context(view: BriefView, people: People, room: Room) -> Section:
    """The findings of today that an option closes, changes or makes unknown, and what was said of the options."""
    rows, left = first(bearing_rows(view, people), room.bearing, CHECK)
    blocks: list[Block] = []
    if rows:
        blocks.append(Items("What the options bear on, as it is today:", tuple(map(say_finding, rows)), left))
    else:
        blocks.append(Text("The options bear on nothing that is a finding today."))
    return Section("Why now", (*blocks, *_said(view, room)))


def build_nothing(view: BriefView, people: People, room: Room) -> Section:
    """What stays as it is: the counts, and the worst of it by name."""
    told = bearing_rows(view, people)[: room.bearing]
    failing = failing_rows(view)
    high = sum(row.severity == "high" for row in failing)
    accepted = sum(row.verdict == "fail" for row in view.comparison.base) - len(failing)
    unknown = sum(row.verdict == "unknown" for row in view.comparison.base)
    words = f"{count(len(failing), 'finding')} {'stays' if len(failing) == 1 else 'stay'} as today, {high} of high "
    words += f"severity. In {count(unknown, 'case')} we do not know."
    words += f" {count(accepted, 'finding')} more {'is' if accepted == 1 else 'are'} accepted." if accepted else ""
    blocks: list[Block] = [Text(f"All that is said under Why now stays as it is. {words}" if told else words)]
    rows, left = first(worst_rows(view, people, told), room.worst, CHECK)
    if rows:
        lead = "The worst of the others, on which no option bears:" if told else "The worst of them:"
        blocks.append(Items(lead, tuple(map(say_finding, rows)), left))
    return Section("If nothing is done", tuple(blocks))


def say_finding(row: Finding) -> Text:
    """A finding as a sentence, with the word for it in front."""
    contested = " This is contested." if row.contested else ""
    return Text(f"{cut_middle(row.sentence)}{contested}", row.cites, f"{row.word}.", row.basis)


def _said(view: BriefView, room: Room) -> list[Block]:
    """What was recommended that an option carries out, and what somebody thinks of an option: attributed, apart."""
    titles = {option.id: number for number, option in enumerate(view.options, start=1)}
    texts = []
    for line in view.recommendations:
        numbers = [str(titles[name]) for name in line.options if name in titles]
        to = f" Addressed to: {join_words(line.addressed_to)}." if line.addressed_to else ""
        word = "Options" if len(numbers) > 1 else "Option"
        words = f"{line.title.rstrip('.')}.{to} {word} {join_words(sorted(numbers))}."
        texts.append(Text(words, line.cites, "Recommended in the source:"))
    for each in view.assessments:
        lead = f"{each.holder} on option {titles[each.option or '']}:"
        texts.append(Text(f"{each.title.rstrip('.')}.", each.cites, lead, each.basis))
    kept, left = first(texts, room.said, SOURCES)
    return [Items("What was said of it:", tuple(kept), left)] if texts else []
