"""Who or what could stand in a slot, as kinds: things that the findings cannot tell apart are tried once.

Two things are of one kind where they have the same label, lie in the same top-level part, are both named by the
verdicts in question or not, and are alike in what else findings look at. It is a set to try from, not a proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from orgmodel.graph import holds_on
from orgmodel.model import LINKS_BY_LABEL, Board, Model, Named, Post, Slot, Unit

POSTS_FIRST = ("accountable", "owner", "head", "chair", "roles")
Kind = tuple[str | bool, ...]


@dataclass(frozen=True)
class Standing:
    """One thing that stands for all of its kind, and how many those are."""

    ident: str
    kinds: int


def find_kinds(model: Model, owner: str, field: str, named: Iterable[str]) -> list[Standing]:
    """One thing of each kind that could fill a field of `owner`, those first that are `named` by what is in question,
    then those near to it. A post is preferred where only a post answers the question."""
    label = model.label_of[owner]
    targets = next(link.targets for link in LINKS_BY_LABEL[label] if link.field == field)
    wanted = ("Post",) if field in POSTS_FIRST and "Post" in targets else targets
    sort = _sorter(model, field, frozenset(named))
    kinds: dict[Kind, list[str]] = {}
    for ident, of in model.label_of.items():
        if of in wanted and ident != owner and holds_on(model.by_id[ident], model.about.as_of):
            kinds.setdefault(sort(ident), []).append(ident)
    home = find_group(model, owner)
    near = sorted(kinds.items(), key=lambda item: (not item[0][1], item[0][2] != home, item[1][0]))
    return [Standing(members[0], len(members)) for _, members in near]


def _sorter(model: Model, field: str, named: frozenset[str]) -> Callable[[str], Kind]:
    heads = _known(model.by_id.get(model.about.organisation), "head")

    def sort(ident: str) -> Kind:
        record = model.by_id[ident]
        return (
            model.label_of[ident],
            ident in named,
            find_group(model, ident),
            ident in heads or ident == model.about.organisation,
            isinstance(record, Unit) and record.outside,
            isinstance(record, Unit) and record.principal,
            isinstance(record, Post) and record.kind,
            isinstance(getattr(record, field, None), Slot) and getattr(record, field).state,
        )

    return sort


def find_group(model: Model, ident: str) -> str:
    """The part right below the organisation in which a thing lies, itself, or "" where that is not known."""
    seen: set[str] = set()
    while ident not in seen:
        seen.add(ident)
        record = model.by_id.get(ident)
        field = "in_unit" if isinstance(record, (Post, Board)) else "part_of"
        above = next(iter(_known(record, field)), "")
        if not above or above == model.about.organisation:
            return ident if isinstance(record, Unit) else above
        ident = above
    return ""


def _known(record: Named | None, field: str) -> list[str]:
    slot = getattr(record, field, None)
    return [claim.who for claim in slot.known if claim.mode == "actual"] if isinstance(slot, Slot) else []
