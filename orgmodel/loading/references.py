"""Whether every id that a record names is defined, and stands for a thing of the right kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from orgmodel.errors import Problem
from orgmodel.loading.document import Document, Steps
from orgmodel.loading.lists import LABEL_NOUNS
from orgmodel.loading.records import Entry, Identity
from orgmodel.loading.spelling import MOST_SUGGESTIONS, did_you_mean, list_words
from orgmodel.model import LABELS, LINKS_BY_LABEL

SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")

# Fields that hold an id and are no slots: by label, the field and what the id may stand for (nothing: anything).
PLAIN: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "Unit": (("kind", ("unit_kinds",)),),
    "Post": (("grade", ("grades",)),),
    "StaffGroup": (("grade", ("grades",)),),
    "holdings": (("person", ("Person",)), ("post", ("Post",))),
    "figures": (("about", ()),),
    "passages": (("source", ("sources",)), ("touches", ())),
    "principles": (("about", ()),),
    "ruled_out": (("things", ()),),
    "required_roles": (("unit_kind", ("unit_kinds",)), ("unit", ("Unit",))),
}


@dataclass
class References:
    """Looks ids up, and words the problem of each that is not defined or is of another kind."""

    ids: dict[str, Identity]
    problems: list[Problem]
    suggestions: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)
    candidates: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def check(self, entry: Entry, path: Steps, ident: Any, targets: tuple[str, ...]) -> None:
        """Add a problem where the id at a path of a record is not of one of the targets; none means any."""
        problem = self.find_problem(ident, f"'{path[0]}' of {entry.name}", targets)
        if problem:
            self.problems.append(entry.problem(path, *problem))

    def find_problem(self, ident: Any, where: str, targets: tuple[str, ...]) -> tuple[str, str] | None:
        """What is wrong with an id and what to do, or None where it is right (or is no id, which validation says)."""
        if not isinstance(ident, str) or not SLUG.fullmatch(ident):
            return None
        known = self.ids.get(ident)
        wanted = describe_targets(targets)
        if known is None:
            missing = f"nothing has the id '{ident}', which {where} names"
            return missing, self._suggest(ident, targets) or f"Define {wanted} with that id, or correct it."
        if targets and known.label not in targets:
            return (
                f"'{ident}' in {where} is {known.noun}, not {wanted}",
                f"Name {wanted}; '{ident}' is defined at {known.place}.",
            )
        return None

    def _suggest(self, ident: str, targets: tuple[str, ...]) -> str:
        """The nearest id of the right kind. Looking for it is slow, so only for the first so many ids."""
        key = (ident, targets)
        if key not in self.suggestions and len(self.suggestions) < MOST_SUGGESTIONS:
            if targets not in self.candidates:
                self.candidates[targets] = [i for i, it in self.ids.items() if not targets or it.label in targets]
            self.suggestions[key] = did_you_mean(ident, self.candidates[targets])
        return self.suggestions.get(key, "")


def check_references(
    entries: list[Entry], about: Document | None, ids: dict[str, Identity], problems: list[Problem]
) -> None:
    """Add a problem for every id in every record that is not defined, or stands for a thing of another kind."""
    references = References(ids, problems)
    for entry in entries:
        for path, ident, targets in _named_by(entry):
            references.check(entry, path, ident, targets)
        if entry.label == "Process":
            _check_handoffs(entry, references)
        if entry.label == "thresholds":
            _check_threshold(entry, references)
    if about and isinstance(about.data, dict):
        found = references.find_problem(about.data.get("organisation"), "'organisation' of the model", ("Unit",))
        if found:
            problems.append(about.problem(("organisation",), *found))


def describe_targets(targets: tuple[str, ...]) -> str:
    """What may stand in a place, as a message says it."""
    if not targets or len(targets) > len(LABELS) - 3:
        return "something"
    return list_words(LABEL_NOUNS[target] for target in targets)


def list_claims(entry: Entry, name: str) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """The claims written in a slot of a record, each with its path in the record."""
    path: Steps = (name,)
    slot = entry.data.get(name)
    if isinstance(slot, dict):
        slot, path = slot.get("claims"), (name, "claims")
    if isinstance(slot, list):
        yield from (((*path, index), claim) for index, claim in enumerate(slot) if isinstance(claim, dict))


def _named_by(entry: Entry) -> Iterator[tuple[Steps, Any, tuple[str, ...]]]:
    for link in LINKS_BY_LABEL.get(entry.label, ()):
        for path, claim in list_claims(entry, link.field):
            yield (*path, "who"), claim.get("who"), link.targets
    for name, targets in PLAIN.get(entry.label, ()):
        value = entry.data.get(name)
        if isinstance(value, list):
            yield from (((name, index), ident, targets) for index, ident in enumerate(value))
        else:
            yield (name,), value, targets


def _check_handoffs(process: Entry, references: References) -> None:
    stages, handoffs = process.data.get("stages"), process.data.get("handoffs")
    written = [stage.get("id") for stage in stages if isinstance(stage, dict)] if isinstance(stages, list) else []
    own = [ident for ident in written if isinstance(ident, str)]
    for index, handoff in enumerate(handoffs if isinstance(handoffs, list) else []):
        for side in ("before", "after"):
            ident = handoff.get(side) if isinstance(handoff, dict) else None
            if isinstance(ident, str) and ident not in own:
                what = f"'{ident}' in '{side}' of a handoff is not a stage of {process.name}"
                hint = did_you_mean(ident, own) or "Name two stages of the same process."
                references.problems.append(process.problem(("handoffs", index, side), what, hint))


def _check_threshold(threshold: Entry, references: References) -> None:
    if isinstance(threshold.data.get("value"), str):
        references.check(threshold, ("value",), threshold.data["value"], ("grades", "unit_kinds"))
