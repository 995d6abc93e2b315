"""What has to be decided and who decides it, and what somebody has asked for or ruled out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.model import Principle
from orgmodel.options import Objection
from orgmodel.options.plan_values import names_of
from orgmodel.pictures.tree import count
from orgmodel.render.brief.blocks import Block, Items, Section, Table, Text
from orgmodel.render.brief.choosing import PLAN, SOURCES, Room, first
from orgmodel.render.brief.phrases import say_open, say_options
from orgmodel.render.brief.view import BriefView
from orgmodel.render.plan_facts import say_objection
from orgmodel.render.plan_text import names
from orgmodel.render.wording import join_words

NOT_STATED = "not stated"

BY_NUMBER = 4
"""How many options are counted up one by one."""


@dataclass(frozen=True)
class Decision:
    """One thing to decide: the question, who decides, the numbers of the options that raise it, and its paragraphs."""

    question: str
    decided_by: str
    options: tuple[int, ...]
    cites: tuple[str, ...]


def build_decisions(view: BriefView, room: Room) -> Section:
    """The choice itself, the questions that the options leave open, and the rules that bear on the choice."""
    blocks: list[Block] = [Text(_choice(view), None, "You are asked to"), *list_exclusions(view)]
    blocks.append(_table(view, room))
    return Section("Decisions needed", (*blocks, *_rules(view, room)))


def list_choices(view: BriefView) -> list[Decision]:
    """Whether to carry out each option, and who decides that."""
    return [
        Decision(f"Whether to carry out '{option.title}'", _decider(view, number), (number + 1,), option.cites)
        for number, option in enumerate(view.options)
    ]


def list_questions(view: BriefView) -> list[Decision]:
    """The questions that options leave open: those of most options first, then those whose decider is named."""
    found: dict[tuple[str, str], Decision] = {}
    for number, option in enumerate(view.comparison.options, start=1):
        for item in option.questions:
            decided_by = names(item.decided_by)
            if item.decided_by and not item.decider_known:
                decided_by = say_open(item.decided_by, "not_stated")
            before = found.get((item.text, decided_by))
            options = (*(before.options if before else ()), number)
            cites = tuple(dict.fromkeys([*(before.cites if before else ()), *item.cites]))
            found[item.text, decided_by] = Decision(item.text, decided_by, options, cites)
    return sorted(found.values(), key=lambda each: (-len(each.options), each.decided_by == NOT_STATED))


def _choice(view: BriefView) -> str:
    asked = len(list_questions(view))
    words = f"choose between doing nothing{_numbered(view)}"
    if asked:
        leaves = "it leaves" if len(view.options) == 1 else "they leave"
        words += f", and have {count(asked, 'question')} answered that {leaves} open"
    return f"{words}. This paper does not say which to choose."


def _numbered(view: BriefView) -> str:
    """What stands beside doing nothing: `and option 1`, `, option 1 and option 2`, `and options 1 to 7`."""
    most = len(view.options)
    if most > BY_NUMBER:
        return f" and options 1 to {most}"
    numbers = [f"option {number}" for number in range(1, most + 1)]
    return f"{' and ' if most == 1 else ', '}{join_words(numbers)}"


def list_exclusions(view: BriefView) -> list[Text]:
    """Which of the options shut each other out: as many at once as all do."""
    numbers = {option.id: number for number, option in enumerate(view.options, start=1)}
    import networkx as nx  # type: ignore[import-untyped]  # takes a while, and few papers get here

    apart = nx.Graph()
    for option in view.options:
        others = (*option.excludes, *((option.variant_of,) if option.variant_of else ()))
        apart.add_edges_from((numbers[option.id], numbers[other]) for other in others if other in numbers)
    groups = sorted(sorted(group) for group in nx.find_cliques(apart))
    return [Text(f"Only one of {_say_group(group)} can be chosen.", _cites_of(view, group)) for group in groups]


def _say_group(numbers: Sequence[int]) -> str:
    said = say_options(numbers)
    return f"{said[0].lower()}{said[1:]}"


def _cites_of(view: BriefView, numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cite for number in numbers for cite in view.options[number - 1].cites))


def _table(view: BriefView, room: Room) -> Table:
    questions, left = first(list_questions(view), room.decisions, PLAN)
    rows = [*list_choices(view), *questions]
    return Table(
        "What is to be decided, and by whom",
        ("Decision", "Raised by", "Who decides"),
        tuple((row.question, say_options(row.options), row.decided_by) for row in rows),
        (52, 14, 18, 16),
        tuple(row.cites for row in rows),
        left,
    )


def _decider(view: BriefView, number: int) -> str:
    operand, after = view.options[number].decided_by, view.models[number]
    if operand.who:
        return after.title_of(operand.who)
    if operand.one_of:
        return say_open(names_of(after, operand.one_of), "not_stated")
    return "redacted" if operand.state == "redacted" else NOT_STATED


def _rules(view: BriefView, room: Room) -> list[Block]:
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
    kept, left = first(found, room.rules, SOURCES)
    return [Items("What others have asked for or ruled out, on the same matter:", tuple(kept), left)] if found else []


def _objection(objection: Objection) -> str:
    return say_objection(objection).rpartition(" (")[0]


def _principle(principle: Principle) -> str:
    return f"A principle held by {principle.held_by or 'somebody who is not named'}: {principle.title}."
