"""What comes with a decision and behind it: handovers, benefits, and the sources."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.findings import cite_order
from orgmodel.model import Source
from orgmodel.options import HandoverLine
from orgmodel.render.brief.blocks import Block, Section, Table, Text
from orgmodel.render.brief.choosing import MOST, compare_command, first, plan_command
from orgmodel.render.brief.phrases import say_open
from orgmodel.render.brief.view import BriefView
from orgmodel.render.following import ACCEPTED
from orgmodel.render.plan_facts import say_when
from orgmodel.render.plan_text import names
from orgmodel.render.wording import join_words


def build_handovers(view: BriefView) -> Section:
    """What passes from one to another in each option, and how many lines lack a taker, a date or an acceptance."""
    blocks: list[Block] = []
    for number, sheet in enumerate(view.handovers, start=1):
        if not sheet.lines:
            blocks.append(Text("Nothing passes from one to another.", None, f"Option {number}:"))
            continue
        whole = "nothing is missing" if sheet.complete else f"{sheet.gaps} of {len(sheet.lines)} lines have a gap"
        where = f"orgmodel handover {view.model.id} {sheet.option}"
        lines, left = first(sheet.lines, MOST["handovers"], where)
        blocks.append(
            Table(
                f"Option {number}: {whole}",
                ("What", "From", "To", "When", "Accepted"),
                tuple(map(_line, lines)),
                (34, 22, 22, 10, 12),
                left=left or f"The whole sheet: {where}",
            )
        )
    return Section("Handovers", tuple(blocks))


def build_benefits(view: BriefView) -> Section:
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
        where = "; ".join(plan_command(view, option.id) for option in view.options)
        kept, left = first(rows, MOST["benefits"], where)
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
    blocks.append(Text(f"{compare_command(view)} tells everything that this paper chooses from.", None, "In full:"))
    return Section("Sources", tuple(blocks))


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
