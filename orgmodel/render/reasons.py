"""What leads to a row, as the second of two sentences: the first is the row's own, and says what is so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.findings.paths import Asked, Path, PathLink
from orgmodel.model.statements import CHAINS
from orgmodel.render.path import name_end
from orgmodel.render.wording import join_words

MOST_PARTS, MOST_NAMES = 4, 3
FIRST = ("ACCOUNTABLE_FOR", "RESPONSIBLE_FOR", "PERFORMS", "NEXT", "OWNS", "HOLDS", "COVERS", "CONFLICTS_WITH",
         "WORKS_WITH", "ANSWERS_TO", "REPORTS_TO", "IN_UNIT", "HEADS", "PART_OF")  # fmt: skip
"""Which links are told first; what a responsibility concerns comes after them."""
UPWARD = ("REPORTS_TO", "IN_UNIT", "HEADS", "PART_OF", "ANSWERS_TO")
QUESTIONS = {
    "accountable": "who answers for {title}{chain}",
    "owner": "who owns {title}",
    "responsible": "who does the work of {title}",
    "head": "who heads {title}",
    "reports_to": "to whom {title} reports",
    "answers_to": "to whom {title} answers",
    "in_unit": "which unit {title} is in",
    "part_of": "what {title} is a part of",
    "performed_by": "who does the stage {title}",
    "can_use": "what {title} can use on bodies that it does not manage",
    "acts_on": "on whom {title} acts",
    "data": "in which data system {title} can be followed",
    "uses": "which data systems {title} uses",
    "exchanges_with": "with which systems {title} exchanges data",
    "forums": "which board looks at {title}",
    "staffing": "who works full time on {title}",
    "precedence": "whose word goes first in {title}",
    "divides_by": "how {title} divides the country",
    "attendance": "how many attend {title}",
    "occupancy": "whether anybody is in the post {title}",
    "critical": "whether {title} is critical",
    "priority": "whether {title} is a priority",
    "covered_by": "who stands in for {title}",
    "deputies": "who deputises for {title}",
    "candidates": "who could take over as {title}",
    "end_date": "when {title} ends",
    "roles": "who is {part} for {title}",
    "serves": "whom {title} serves",
}
FROM_END_TO_END = "who answers for {title} from end to end"
NOBODY = {
    "reports_to": "{title} reports to nobody",
    "answers_to": "{title} answers to nobody",
    "in_unit": "{title} is in no unit",
    "part_of": "{title} is a part of nothing",
    "can_use": "{title} has nothing to use on bodies that it does not manage",
    "acts_on": "{title} acts on nobody",
    "data": "{title} can be followed in no data system",
    "uses": "{title} uses no data system",
    "exchanges_with": "{title} exchanges data with no other system",
    "forums": "no board looks at {title}",
    "precedence": "nobody's word goes first in {title}",
    "end_date": "{title} has no end",
}
"""How it reads that the source says nobody or nothing, where it is not the question with nobody for who."""
SAYS = {
    "none": "the source says that {asked}",
    "unclear": "the source says that people cannot tell {asked}",
    "redacted": "the source withholds {asked}",
    "not_stated": "the text does not say {asked}",
    "open": "the text does not say in full {asked}",
}
STATED, OPEN = ("none", "unclear"), ("redacted", "not_stated", "open")


def say_reason(path: Path, verdict: str) -> str:
    """What leads to a row, or what keeps it from being told; empty where it rests on a thing alone."""
    facts = [_question(each) for each in path.asked if each.states == ("known",) and not each.links]
    said = [f"what the text says of {join_words(facts)}"] if facts else []
    if verdict == "unknown":
        silences = list(_silences(path.asked, OPEN))
        known = [*_silences(path.asked, STATED), *said, *_chain(path.links)]
        why = f"It cannot be told because {_parts(silences)}" if silences else ""
        rest = f"it rests on this: {_parts(known)}" if known else ""
        return _sentence("; ".join(filter(None, (why, rest))))
    open_too = () if verdict == "fail" else OPEN
    told = [*_silences(path.asked, (*STATED, *open_too)), *said, *_chain(path.links)]
    told = told or list(_silences(path.asked, OPEN))
    return _sentence(f"It rests on this: {_parts(told)}") if told else ""


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words else ""


def _parts(said: list[str]) -> str:
    shown, more = said[:MOST_PARTS], len(said) - MOST_PARTS
    others = [f"{more} more {'thing' if more == 1 else 'things'} that it rests on"] if more > 0 else []
    return "; ".join([*shown, *(f"and {words}" for words in others)])


def _silences(asked: Iterable[Asked], states: tuple[str, ...]) -> Iterator[str]:
    """One part for each kind of silence, those that decide first."""
    for state in states:
        say = _nobody if state == "none" else _question
        of_it = list(dict.fromkeys(say(each) for each in asked if state in each.states))
        if of_it:
            yield SAYS[state].format(asked=_names(of_it))


def _question(asked: Asked) -> str:
    pattern = QUESTIONS.get(asked.field, f"what is so of {{title}} ({asked.field.replace('_', ' ')})")
    return _fill(FROM_END_TO_END if asked.field == "owner" and asked.label == "Process" else pattern, asked)


def _nobody(asked: Asked) -> str:
    if asked.field in NOBODY:
        return _fill(NOBODY[asked.field], asked)
    who, _, rest = _question(asked).partition(" ")
    return f"nobody {rest}" if who == "who" else f"{asked.title} has no {asked.field.replace('_', ' ')}"


def _fill(pattern: str, asked: Asked) -> str:
    chain = f" in the {CHAINS[asked.part]}" if asked.part in CHAINS else ""
    return pattern.format(title=asked.title, chain=chain, part=asked.part.replace("-", " "))


def _chain(links: Iterable[PathLink]) -> Iterator[str]:
    """The links as parts, one for all things of which the same is said; after each, what leads on from there."""
    told: dict[str, list[str]] = {}
    for own in _in_turn(links):
        told.setdefault(_told(own), []).append(name_end(own[0].start_id, own[0].start))
    for words, starts in told.items():
        yield f"{starts[0]} {words}" if len(starts) == 1 else f"each of {_names(starts)} {words}"


def _in_turn(links: Iterable[PathLink]) -> Iterator[list[PathLink]]:
    """The links from each thing together: who answers first, and after them upwards to whom they report."""
    ordered = sorted(links, key=lambda link: FIRST.index(link.kind) if link.kind in FIRST else len(FIRST))
    groups: dict[str, list[PathLink]] = {}
    for link in ordered:
        groups.setdefault(link.start_id, []).append(link)
    while groups:
        waiting = [next(iter(groups))]
        while waiting:
            own = groups.pop(waiting.pop(0), [])
            waiting = [link.end_id for link in own if link.kind in UPWARD] + waiting
            if own:
                yield own


def _told(own: list[PathLink]) -> str:
    """What all links from one thing say of it: `answers for X and Y, and reports to B`."""
    by_words: dict[str, list[str]] = {}
    for link in own:
        by_words.setdefault(link.words, []).append(name_end(link.end_id, link.end))
    return ", and ".join(f"{words} {_names(list(dict.fromkeys(ends)))}" for words, ends in by_words.items())


def _names(names: list[str]) -> str:
    more = len(names) - MOST_NAMES
    return join_words(names if more <= 0 else [*names[:MOST_NAMES], f"{more} more"])
