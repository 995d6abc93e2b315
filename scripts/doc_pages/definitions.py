"""docs/definitions.md: each list of a definitions file and each of its fields."""

from collections.abc import Iterator
from typing import get_args

from orgmodel.loading.lists import LABEL_NOUNS
from orgmodel.loading.meanings import MEANINGS, WORDS
from orgmodel.model import LABELS, LINKS_BY_LABEL, Absent, Claim, Fact, Lists, Named, Record, When
from orgmodel.model.base import Basis, Chain, Mode, State
from orgmodel.model.model import About
from scripts.doc_pages.markdown import page, paragraphs, table
from scripts.doc_pages.types_in_words import fields_of, say_default, say_type, slot_claim

OPENING = """\
A model is a folder with `model.yaml` and any number of YAML files, each with any of the lists below. How they are cut
into files is yours to choose; only `grades` and `unit_kinds` have to stay in one file each, because their order is
their rank. A long table may be a CSV file named after its list, with the same names as columns. Options are in the
folder `options`, one file each; see [Options](options.md).

`orgmodel schema definitions` writes JSON Schemas, with which an editor completes and checks what you type. For a
gentler way in, read [Writing definitions](guides/writing-definitions.md)."""

SLOTS = """\
A *slot* is a question about a thing: who heads it, who answers for it, what it is part of. It holds a list of claims,
each with its own citations. A claim names `who`, or has a `state` that says which kind of silence the source keeps:"""

SLOTS_AFTER = """\
A slot that is left out is `not_stated`. A slot may hold several claims that do not agree: one explicit `none` is
enough for absence, then `unclear` counts, and the others are shown beside it. A list is *at least* what it names; write
`{complete: true, claims: [...]}` where it is all of them, and `{at_least: 3, claims: [...]}` where the source says how
many there are and does not name them."""

BRICKS = "The pieces that the lists above are made of."


def render() -> str:
    """The page."""
    blocks: list[str | list[str]] = [
        "# The reference of definitions",
        OPENING,
        "## model.yaml",
        paragraphs(_doc(About)),
    ]
    blocks += [_fields(About), "### Absent", paragraphs(_doc(Absent)), _fields(Absent)]
    blocks += ["## Slots, and what silence means", SLOTS, _words(State), SLOTS_AFTER]
    blocks += ["## What every fact carries", paragraphs(_doc(Fact)), _fields(Fact)]
    blocks += ["How it is known (`basis`):", _words(Basis), "Whether it is so (`mode`):", _words(Mode)]
    blocks += ["The chains in which somebody answers (`chain`):", _words(Chain)]
    blocks += ["## What every thing with an identity carries", paragraphs(_doc(Named)), _fields(Named)]
    for name, cls in lists().items():
        blocks += [f"## {name}", paragraphs(_doc(cls)), inherits(cls), _fields(cls)]
    blocks += ["## Pieces", BRICKS, f"### When\n\n{paragraphs(_doc(When))}", _fields(When)]
    for cls in bricks():
        blocks += [f"### {cls.__name__}", paragraphs(_doc(cls)), inherits(cls), _fields(cls)]
    return page(*blocks)


def lists() -> dict[str, type[Record]]:
    """The class of the records in each list."""
    return {name: get_args(field.annotation)[0] for name, field in Lists.model_fields.items()}


def bricks() -> list[type[Record]]:
    """Every class that a field of a list leads to and that has no list of its own, in the order of need."""
    found: dict[type[Record], None] = {Claim: None}
    waiting: list[type[Record]] = [*lists().values()]
    while waiting:
        for cls in _led_to(waiting.pop(0)):
            if cls not in found and cls not in lists().values() and cls is not When:
                found[cls] = None
                waiting.append(cls)
    return list(found)


def inherits(cls: type[Record]) -> str:
    """What a record carries beside its own fields."""
    if cls in (Named, Fact):
        return ""
    if issubclass(cls, Claim) and cls is not Claim:
        return "Also everything of a [Claim](#claim)."
    if issubclass(cls, Named):
        return "Also `id`, `title` and what [every thing](#what-every-thing-with-an-identity-carries) carries."
    return "Also what [every fact](#what-every-fact-carries) carries." if issubclass(cls, Fact) else ""


def missing_meanings() -> set[str]:
    """Fields without a meaning, and meanings without a field."""
    classes = [About, Absent, Fact, Named, When, *lists().values(), *bricks()]
    fields = {f"{cls.__name__}.{name}" for cls in classes for name, _, _ in fields_of(cls)}
    return fields ^ set(MEANINGS)


def _fields(cls: type[Record]) -> list[str]:
    rows = []
    for name, type_, field in fields_of(cls):
        meaning = MEANINGS.get(f"{cls.__name__}.{name}", "")
        rows.append((f"`{name}`", say_type(type_) + _targets(cls, name, type_), say_default(field), meaning))
    return table(["field", "what may stand there", "otherwise", "meaning"], rows) if rows else []


def _targets(cls: type[Record], name: str, type_: object) -> str:
    if slot_claim(type_) is None:
        return ""
    label = (
        "Stage"
        if cls.__name__ == "Stage"
        else next((label for field, label in LABELS.items() if lists()[field] is cls), "")
    )
    link = next(link for link in LINKS_BY_LABEL[label] if link.field == name)
    many = len(link.targets) > 6
    return "; names " + ("anything" if many else " or ".join(LABEL_NOUNS[target] for target in link.targets))


def _led_to(cls: type[Record]) -> Iterator[type[Record]]:
    for _, type_, _ in fields_of(cls):
        claim = slot_claim(type_)
        inner = get_args(type_)
        parts = [claim] if claim else [type_, *inner, *(part for each in inner for part in get_args(each))]
        yield from (part for part in parts if isinstance(part, type) and issubclass(part, Record))


def _words(literal: object) -> list[str]:
    return table(["word", "meaning"], [(f"`{word}`", WORDS[word]) for word in get_args(literal)])


def _doc(cls: type[Record]) -> str | None:
    return cls.__doc__
