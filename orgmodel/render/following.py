"""Handover sheets, conflicts with a changed baseline, and what came of an option, put into lines for every format."""

from __future__ import annotations

import re
from collections.abc import Container

from orgmodel.options import HOW_SAID, Conflict, Drift, Handover, HandoverLine, Rebase
from orgmodel.render.lines import Lines
from orgmodel.render.plan_facts import say_when
from orgmodel.render.plan_text import names, one_of
from orgmodel.render.wording import join_words

LINE = (
    "what",
    "title",
    "as",
    "chain",
    "from",
    "to",
    "candidates",
    "state",
    "when",
    "accepted",
    "given_up",
    "gaps",
)
CONFLICT = ("kind", "thing", "title", "field", "change", "base", "theirs", "ours")
DRIFT = ("change", "do", "became", "thing", "title", "field", "before", "wanted", "later", "because")
BECAME = {
    "done": "done",
    "not_done": "not done",
    "done_otherwise": "done otherwise",
    "done_in_part": "done in part",
    "not_stated": "not stated in the later account",
}
IN_BRACKETS = re.compile(r" \[([a-z0-9-]+)\]")
ACCEPTED = {True: "accepted", False: "refused", None: "not accepted yet"}


def handover(sheet: Handover, standing: str) -> Lines:
    """Everything that passes on, line by line, and whether the sheet can be completed."""
    about = f" for {sheet.about.title} [{sheet.about.id}]" if sheet.about else ""
    whole = "complete" if sheet.complete else f"not complete: {sheet.gaps} of {len(sheet.lines)} with a gap"
    rows = tuple(
        (
            line.thing.id, line.thing.title, line.kind, line.chain, line.giver.id, [name.id for name in line.to],
            [name.id for name in line.candidates], line.state, say_when(line.when), ACCEPTED[line.accepted],
            line.given_up, list(line.gaps),
        )
        for line in sheet.lines
    )  # fmt: skip
    sentences = tuple((_line(line), _gaps(line)) for line in sheet.lines)
    title = f"Handover in '{sheet.title}'{about}: {whole if sheet.lines else 'nothing passes on'}"
    return Lines("handover", title, standing, LINE, rows, sentences, "Nothing passes from one to another.")


def rebased(found: Rebase, standing: str) -> Lines:
    """Each conflict with all three states, what is done already, and what keeps the option from being carried out."""
    kinds = [("conflict", each) for each in found.conflicts] + [("done already", each) for each in found.done]
    rows = [
        (kind, each.thing, each.title, each.field, each.number, list(each.base), list(each.theirs), list(each.ours))
        for kind, each in kinds
    ]
    sentences = [(_conflict(kind, each), _three(each)) for kind, each in kinds]
    rows += [("problem", "", problem.what, "", 0, [], [], [str(problem.place)]) for problem in found.problems]
    sentences += [(f"It cannot be carried out there: {problem.what}", problem.hint) for problem in found.problems]
    title = f"'{found.option}' from {found.old} on {found.new}"
    empty = "It stands there as it is: nothing that it changes has been changed since."
    return Lines("rebase", title, standing, CONFLICT, tuple(rows), tuple(sentences), empty)


def drifted(found: Drift, standing: str) -> Lines:
    """Each change and what became of it, with what was, what was wanted and what is."""
    rows = []
    sentences = []
    for change in found.changes:
        head = f"Change {change.number} ({change.do}): {BECAME[change.became]}"
        facts = [
            f"{fact.title} [{fact.thing}]{say_field(fact.field)}: was {say_told(fact.before)}, "
            f"wanted {say_told(fact.wanted)}, is {say_told(fact.later)}"
            for fact in change.facts
        ]
        sentences.append((head, "; ".join([change.because, *facts])))
        start = (change.number, change.do)
        rows += [
            (
                *start, fact.became, fact.thing, fact.title, fact.field, list(fact.before), list(fact.wanted),
                list(fact.later), change.because,
            )
            for fact in change.facts
        ] or [(*start, change.became, "", "", "", [], [], [], change.because)]  # fmt: skip
    counts = [f"{number} {words}" for name, words in BECAME.items() if (number := found.count(name))]  # type: ignore[arg-type]
    title = f"What came of '{found.title}' between {found.from_day} and {found.later_day}: {join_words(counts)}"
    return Lines("drift", title, standing, DRIFT, tuple(rows), tuple(sentences), "The option has no changes.")


def _line(line: HandoverLine) -> str:
    what = f"{line.thing.title} [{line.thing.id}], {line.kind} of {line.giver.title} [{line.giver.id}]"
    if line.given_up:
        return f"{what}: given up on purpose"
    to = names(line.to) if line.to else one_of(line.candidates, line.state)
    return f"{what}: to {to}, {say_when(line.when) or 'no date'}, {ACCEPTED[line.accepted]}"


def _gaps(line: HandoverLine) -> str:
    return f"Gap: {join_words(line.gaps)}." if line.gaps else ""


def _conflict(kind: str, each: Conflict) -> str:
    change = f", change {each.number}" if each.number else ""
    said = "is there already as the option wants it" if kind == "done already" else HOW_SAID[each.how]
    return f"{each.title} [{each.thing}]{say_field(each.field)} {said}{change}"


def _three(each: Conflict) -> str:
    return f"It was {say_told(each.base)}; now it is {say_told(each.theirs)}; the option wants {say_told(each.ours)}."


def say_field(field: str) -> str:
    """A field as it follows the name of a thing; nothing where the thing itself is meant."""
    return f", {field.replace('_', ' ')}" if field else ""


def say_told(told: tuple[str, ...]) -> str:
    """What is said to a field, in words."""
    return join_words(told) or "not stated"


def say_titles(told: tuple[str, ...], ids: Container[str]) -> str:
    """The same by titles alone: the `ids` that stand in brackets after a title are left out."""
    return IN_BRACKETS.sub(lambda found: "" if found[1] in ids else found[0], say_told(told))
