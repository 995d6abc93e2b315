"""What we do not know, and apart from it what has been withheld. Nothing here is guessed at."""

from __future__ import annotations

from orgmodel.model import Passage
from orgmodel.model.statements import SILENCE
from orgmodel.options.plan_values import Unknown
from orgmodel.pictures.tree import count
from orgmodel.render.brief.blocks import Block, Items, Section, Text, say_paragraphs
from orgmodel.render.brief.choosing import PLAN, QUESTIONS, SOURCES, Room, first
from orgmodel.render.brief.phrases import say_field, say_open, say_options
from orgmodel.render.brief.view import BriefView
from orgmodel.render.wording import join_words

WITHHELD = {"redacted": "withheld whole", "part_redacted": "withheld in part", "blank": "blank"}
OR_WITHHELD = "Every part of the options is stated or withheld; what is withheld stands apart."
NOT_GUESSED = "None of it is guessed at. What it touches stays unknown, and no list of what it might say is made."


def build_unknowns(view: BriefView, room: Room) -> Section:
    """The parts of options that name nobody, what cannot be told today, and what is withheld, apart."""
    items = list_unknowns(view)
    told, left = first(items, room.unknowns, PLAN)
    blocks: list[Block] = []
    if told:
        blocks.append(Items("Parts of the options that are not stated:", tuple(told), left))
    else:
        blocks.append(Text(say_none_unknown(view), None))
    rows = [row for row in view.comparison.base if row.verdict == "unknown"]
    words = (
        f"Today there {'is' if len(rows) == 1 else 'are'} {count(len(rows), 'case')} in which the text does not let "
    )
    words += "us say whether there is a finding. These are not counted as findings. "
    words += f"Which answers would settle them: {QUESTIONS}"
    if rows:
        blocks.append(Text(words))
    return Section("What we do not know", tuple(blocks), (build_withheld(view, room),))


def say_none_unknown(view: BriefView) -> str:
    """That nothing of the options is only not stated: withheld parts are not stated either, and told apart."""
    return OR_WITHHELD if _redacted(view) else "Every part of the options is stated."


def list_unknowns(view: BriefView) -> list[Text]:
    """Every part of an option that names nobody or one of several, once where several options leave it so; what is
    redacted is not among them."""
    found: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for number, option in enumerate(view.comparison.options, start=1):
        for each in option.unknowns:
            if each.state != "redacted":
                words = f"{each.thing.title}, {say_field(each.part)}: {say_open(each.candidates, each.state)}."
                found.setdefault((words, tuple(each.cites)), []).append(number)
        for each in option.plan.still_open:
            if each.state != "redacted":
                found.setdefault((_say_still_open(each), tuple(each.cites)), []).append(number)
    return [Text(words, cites, f"{say_options(numbers)}:") for (words, cites), numbers in found.items()]


def build_withheld(view: BriefView, room: Room) -> Section:
    """The passages that are not open and bear on the options, and what options leave redacted."""
    passages, left = first(view.withheld, room.passages, SOURCES)
    blocks: list[Block] = [*_redacted(view)]
    for state, words in WITHHELD.items():
        cites = tuple(_cite(passage) for passage in passages if passage.state == state)
        if cites:
            blocks.append(Text(f"{say_paragraphs(cites)}.", None, f"{words.capitalize()}:"))
    if not blocks:
        blocks.append(Text("Nothing that the options cite or touch is withheld.", None))
    if left:
        blocks.append(Text(left))
    elsewhere = view.withheld_elsewhere
    if elsewhere:
        does = "does" if elsewhere == 1 else "do"
        words = (
            f"{count(elsewhere, 'paragraph')} withheld elsewhere {does} not bear on these options, as far as can be "
        )
        blocks.append(Text(f"{words}told: {SOURCES}"))
    return Section("What has been withheld", (*blocks, Text(NOT_GUESSED)))


def _redacted(view: BriefView) -> list[Block]:
    items = []
    for number, option in enumerate(view.comparison.options, start=1):
        for each in option.unknowns:
            if each.state == "redacted":
                words = f"{each.thing.title}, {say_field(each.part)}: redacted."
                items.append(Text(words, each.cites, f"Option {number}:"))
        for each in option.plan.still_open:
            if each.state == "redacted":
                items.append(Text(_say_still_open(each), each.cites, f"Option {number}:"))
        for loss in option.losses:
            if loss.outcome == "redacted":
                holders = join_words([view.model.title_of(ident) for ident in loss.holders])
                words = f"{loss.title}, of {holders}: where it goes is redacted."
                items.append(Text(words, loss.cites, f"Option {number}:"))
    return [Items("In the options:", tuple(items))] if items else []


def _say_still_open(each: Unknown) -> str:
    """Of a place where an option names somebody: what is open there today and stays so beside that."""
    silence = SILENCE[each.state].removeprefix("and ")
    return f"{each.thing.title}, {say_field(each.part)}: {silence}, as today, beside whom the option names."


def _cite(passage: Passage) -> str:
    return f"{passage.source}#{passage.paragraph}"
