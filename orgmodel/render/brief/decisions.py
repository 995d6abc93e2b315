"""What has to be decided and who decides it, and what somebody has asked for or ruled out."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.model import Principle
from orgmodel.options import Objection
from orgmodel.options.plan_values import names_of
from orgmodel.render.brief.blocks import Block, Items, Section, Table, Text
from orgmodel.render.brief.choosing import MOST, first, plan_command
from orgmodel.render.brief.phrases import say_open
from orgmodel.render.brief.view import BriefView
from orgmodel.render.plan_facts import say_objection
from orgmodel.render.plan_text import names
from orgmodel.render.wording import join_words

NOT_STATED = "not stated"


@dataclass(frozen=True)
class Decision:
    """One thing to decide: the question, who decides, the options that raise it, and its paragraphs."""

    question: str
    decided_by: str
    options: tuple[str, ...]
    cites: tuple[str, ...]


def build_decisions(view: BriefView) -> Section:
    """The choice itself, the questions that the options leave open, and the rules that bear on the choice."""
    blocks: list[Block] = [Text(_choice(view)), *list_exclusions(view)]
    blocks.append(_table(view))
    return Section("Decisions needed", (*blocks, *_rules(view)))


def list_choices(view: BriefView) -> list[Decision]:
    """Whether to carry out each option, and who decides that."""
    return [
        Decision(f"Whether to carry out '{option.title}'", _decider(view, number), (option.title,), option.cites)
        for number, option in enumerate(view.options)
    ]


def list_questions(view: BriefView) -> list[Decision]:
    """The questions that options leave open: those of most options first, then those whose decider is named."""
    found: dict[tuple[str, str], Decision] = {}
    for option in view.comparison.options:
        for item in option.questions:
            decided_by = names(item.decided_by)
            if item.decided_by and not item.decider_known:
                decided_by = say_open(item.decided_by, "not_stated")
            before = found.get((item.text, decided_by))
            options = (*(before.options if before else ()), option.title)
            cites = tuple(dict.fromkeys([*(before.cites if before else ()), *item.cites]))
            found[item.text, decided_by] = Decision(item.text, decided_by, options, cites)
    return sorted(found.values(), key=lambda each: (-len(each.options), each.decided_by == NOT_STATED))


def _choice(view: BriefView) -> str:
    if len(view.options) == 1:
        return "One option is set beside doing nothing. This paper does not say which of the two to choose."
    return f"{len(view.options)} options are set beside doing nothing. This paper does not say which to choose."


def list_exclusions(view: BriefView) -> list[Text]:
    """Which of the options shut each other out."""
    titles = {option.id: option.title for option in view.options}
    told = set()
    for option in view.options:
        for other in (*option.excludes, *((option.variant_of,) if option.variant_of else ())):
            if other in titles:
                told.add(frozenset((option.id, other)))
    cites = {option.id: option.cites for option in view.options}
    return [
        Text(
            f"Only one of these can be chosen: {join_words([titles[ident] for ident in titles if ident in pair])}.",
            tuple(dict.fromkeys(cite for ident in titles if ident in pair for cite in cites[ident])),
        )
        for pair in sorted(told, key=sorted)
    ]


def _table(view: BriefView) -> Table:
    questions, left = first(list_questions(view), MOST["decisions"], _where(view))
    rows = [*list_choices(view), *questions]
    return Table(
        "What is to be decided, and by whom",
        ("Decision", "Raised by", "Who decides"),
        tuple((row.question, _raised(view, row), row.decided_by) for row in rows),
        (52, 14, 18, 16),
        tuple(row.cites for row in rows),
        left,
    )


def _where(view: BriefView) -> str:
    return "; ".join(plan_command(view, option.id) for option in view.options)


def _raised(view: BriefView, row: Decision) -> str:
    """`Option 1`, `Options 1 and 2`: titles are long, and stand in the first column where the choice itself does."""
    numbers = [str(n) for n, option in enumerate(view.options, start=1) if option.title in row.options]
    return f"Option{'s' if len(numbers) > 1 else ''} {join_words(numbers)}"


def _decider(view: BriefView, number: int) -> str:
    operand, after = view.options[number].decided_by, view.models[number]
    if operand.who:
        return after.title_of(operand.who)
    if operand.one_of:
        return say_open(names_of(after, operand.one_of), "not_stated")
    return "redacted" if operand.state == "redacted" else NOT_STATED


def _rules(view: BriefView) -> list[Block]:
    """What is ruled out or asked for and an option does, or which rests on the same paragraphs as an option."""
    found: list[Text] = []
    for number, option in enumerate(view.comparison.options, start=1):
        for objection in option.plan.ruled_out:
            found.append(Text(f"{_objection(objection)}.", objection.cites, f"Option {number}:"))
    told = {objection.id for option in view.comparison.options for objection in option.plan.ruled_out}
    cites = {cite for option in view.options for cite in option.cites}
    for entry in view.model.ruled_out:
        if entry.id not in told and cites & set(entry.cites):
            word = "ruled out" if entry.verdict == "ruled_out" else "asked for"
            while_ = f", while {entry.while_[0].lower()}{entry.while_[1:].rstrip('.')}" if entry.while_ else ""
            words = f"{entry.title} is {word} by {entry.by}: {entry.why.rstrip('.')}{while_}."
            found.append(Text(words, entry.cites, basis=entry.basis))
    principles = [each for each in view.model.principles if each.mode != "past" and cites & set(each.cites)]
    found += [Text(_principle(each), each.cites, basis=each.basis) for each in principles]
    kept, left = first(found, MOST["rules"], f"orgmodel sources {view.model.id}")
    return [Items("What others have asked for or ruled out, on the same matter:", tuple(kept), left)] if found else []


def _objection(objection: Objection) -> str:
    return say_objection(objection).rpartition(" (")[0]


def _principle(principle: Principle) -> str:
    return f"A principle held by {principle.held_by or 'somebody who is not named'}: {principle.title}."
