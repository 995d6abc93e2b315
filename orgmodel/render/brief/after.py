"""What comes with a decision and behind it: handovers, benefits, and the sources."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.findings import cite_order
from orgmodel.model import Source
from orgmodel.options import Handover, HandoverLine
from orgmodel.pictures.tree import count
from orgmodel.render.brief.blocks import Block, Items, Section, Table, Text
from orgmodel.render.brief.choosing import HANDOVER, PLAN, Room, first, list_commands
from orgmodel.render.brief.phrases import say_open, say_options
from orgmodel.render.brief.view import BriefView
from orgmodel.render.following import ACCEPTED
from orgmodel.render.plan_facts import say_when
from orgmodel.render.plan_text import names
from orgmodel.render.wording import join_words


def build_handovers(view: BriefView, room: Room) -> Section:
    """What passes from one to another in each option, and how many lines lack a taker, a date or an acceptance."""
    blocks: list[Block] = [say_sheet(number, sheet) for number, sheet in enumerate(view.handovers, start=1)]
    passing: dict[tuple[str, ...], list[int]] = {}
    left = 0
    for number, sheet in enumerate(view.handovers, start=1):
        for line in sheet.lines[: room.handovers]:
            passing.setdefault(_line(line), []).append(number)
        left += len(sheet.lines[room.handovers :])
    if left and not passing:
        blocks.append(Text(f"Which, from whom and to whom: {HANDOVER}"))
    if passing:
        rows = tuple((say_options(numbers), *cells) for cells, numbers in passing.items())
        more = f"And {left} more: {HANDOVER}" if left else ""
        columns = ("Option", "What", "From", "To", "When", "Accepted")
        blocks.append(Table("What passes on", columns, rows, (11, 28, 20, 20, 9, 12), left=more))
    return Section("Handovers", tuple(blocks))


def say_sheet(number: int, sheet: Handover) -> Text:
    """How many things pass on with an option, and how many of them lack something."""
    if not sheet.lines:
        return Text("Nothing passes from one to another.", None, f"Option {number}:")
    lines = count(len(sheet.lines), "thing")
    passes = "passes" if len(sheet.lines) == 1 else "pass"
    lack = "none lacks a taker, a date or an acceptance"
    if not sheet.complete:
        lack = f"{sheet.gaps} {'lacks' if sheet.gaps == 1 else 'lack'} a taker, a date or an acceptance"
    return Text(f"{lines} {passes} on; {lack}.", None, f"Option {number}:")


def build_benefits(view: BriefView, room: Room) -> Section:
    """What each option is said to bring: how it is measured, where that stands today, and who answers for it."""
    rows, cites = [], []
    silent = []
    for number, option in enumerate(view.comparison.options, start=1):
        titles = {name.id: name.title for name in option.plan.owners}
        silent += [] if option.plan.benefits else [str(number)]
        for benefit in option.plan.benefits:
            owners = join_words([titles.get(ident, ident) for ident in benefit.owner.named])
            owner = f"one of {owners}" if benefit.owner.one_of else owners or benefit.owner.state.replace("_", " ")
            rows.append((f"Option {number}", benefit.measure, benefit.baseline or "not stated", owner))
            cites.append(benefit.cites)
    blocks: list[Block] = []
    if rows:
        kept, left = first(rows, room.benefits, PLAN)
        columns = ("Option", "Measure", "Today", "Who answers for it")
        blocks.append(Table("As said by those who offer them", columns, tuple(kept), (11, 31, 22, 18, 18),
                            tuple(cites[: len(kept)]), left))  # fmt: skip
    if silent:
        lead = f"{'Option' if len(silent) == 1 else 'Options'} {join_words(silent)}:"
        blocks.append(
            Text("No benefit is stated: no measure, no value of today, nobody who answers for it.", None, lead)
        )
    return Section("Benefits", tuple(blocks))


def build_sources(view: BriefView, cites: Iterable[str]) -> Section:
    """The texts that this paper rests on, with how many of their paragraphs, and how to make it again."""
    used: dict[str, set[str]] = {}
    for cite in sorted(set(cites), key=cite_order):
        source, _, paragraph = cite.partition("#")
        used.setdefault(source, set()).add(paragraph)
    blocks = [_source(source, len(used[source.id])) for source in view.model.sources if source.id in used]
    unused = [source for source in view.model.sources if source.id not in used]
    if not blocks:
        blocks = [Text("Nothing in this paper cites a source.")]
    if unused:
        blocks.append(Text(f"Not cited here: {join_words([source.title for source in unused])}."))
    commands = tuple(Text(command, None, f"{what[0].upper()}{what[1:]}:") for what, command in list_commands(view))
    return Section("Sources", (*blocks, Items("Everything that this paper chooses from is told by:", commands)))


def _source(source: Source, cited: int) -> Text:
    dated = f", {say_when(source.date)}" if source.date else ", without a date"
    inferred = " (date inferred)" if source.date_inferred else ""
    of = f" of {source.paragraphs}" if source.paragraphs else ""
    words = f"{source.title}. {source.author}{dated}{inferred}. Cited here: {cited}{of} paragraphs."
    return Text(words, None, f"{source.id}:")


def _line(line: HandoverLine) -> tuple[str, ...]:
    what = f"{line.thing.title}, {line.kind}"
    if line.given_up:
        return what, line.giver.title, "given up on purpose", "", ""
    to = names(line.to) if line.to else say_open(line.candidates, line.state)
    return what, line.giver.title, to, say_when(line.when) or "no date", ACCEPTED[line.accepted]
