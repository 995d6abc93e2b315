"""Whether every citation names a source that is defined and a paragraph that the source has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgmodel.errors import Problem
from orgmodel.loading.document import Steps
from orgmodel.loading.records import Entry
from orgmodel.loading.spelling import did_you_mean, list_words
from orgmodel.model import LABELS

FACTS = frozenset((*LABELS.values(), "Stage", "figures", "holdings", "principles", "ruled_out"))
TELLING = frozenset(("who", "state", "designated_by", "before", "aspect"))
"""Keys by which a mapping inside a record is known for a fact: claim, state, designation, hand-off, aspect."""
NO_FACTS = frozenset(("stages", "from", "until", "since", "value", "due_end", "cites"))


class _Parts:
    """What of a source may be cited: paragraphs by number up to a count, and parts by name."""

    def __init__(self, source: Entry) -> None:
        count, parts = source.data.get("paragraphs"), source.data.get("parts")
        self.parts = dict.fromkeys(str(part) for part in parts) if isinstance(parts, list) else {}
        self.count = count if isinstance(count, int) else None

    def has(self, paragraph: str) -> bool:
        """Whether a paragraph is there, or nothing is known of which there are."""
        if (self.count is None and not self.parts) or paragraph in self.parts:
            return True
        return paragraph.isdigit() and self.count is not None and 1 <= int(paragraph[:9]) <= self.count


def check_citations(entries: list[Entry], problems: list[Problem]) -> None:
    """Add a problem for every citation of a source or paragraph that there is not."""
    sources = {ident: _Parts(entry) for entry in entries if entry.label == "sources" and (ident := entry.ident)}
    for entry in entries:
        for path, cite in _citations(entry):
            source, mark, paragraph = cite.partition("#")
            if not mark:
                continue
            found = _source_problem(source, sources) or _paragraph_problem(source, paragraph, sources[source])
            if found:
                problems.append(entry.problem(path, f"'{cite}' in {entry.name} cites {found[0]}", found[1]))
        if entry.label == "passages":
            _check_passage(entry, sources, problems)


def check_every_fact_is_cited(entries: list[Entry], problems: list[Problem]) -> None:
    """Add a problem for every record, claim or other fact that cites nothing, in a model that wants citations."""
    for entry in entries:
        if entry.label in FACTS:
            for path, fact in _facts(entry):
                if not fact.get("cites"):
                    which = f"'{_field(path)}' of {entry.name}" if path else entry.name
                    hint = "Add 'cites: [source#paragraph]', or leave the fact out: this model wants a source for each."
                    problems.append(entry.problem(path, f"{which} cites nothing", hint))


def _facts(entry: Entry) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """The record, its claims, and its facts of other shapes, each with its path; stages are records of their own."""
    waiting: list[tuple[Steps, Any]] = [((), entry.data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(((*path, index), part) for index, part in enumerate(value))
        elif isinstance(value, dict):
            if not path or set(value) & TELLING:
                yield path, value
            waiting.extend(((*path, key), part) for key, part in value.items() if key not in NO_FACTS)


def _field(path: Steps) -> str:
    return next(str(step) for step in path if isinstance(step, str))


def _check_passage(entry: Entry, sources: dict[str, _Parts], problems: list[Problem]) -> None:
    ident, paragraph = entry.data.get("source"), entry.data.get("paragraph")
    if not isinstance(ident, str) or ident not in sources or not isinstance(paragraph, (str, int)):
        return
    found = _paragraph_problem(ident, str(paragraph), sources[ident])
    if found:
        problems.append(entry.problem(("paragraph",), f"this passage is of {found[0]}", found[1]))


def _source_problem(ident: str, sources: dict[str, _Parts]) -> tuple[str, str] | None:
    if ident in sources:
        return None
    hint = did_you_mean(ident, sources) or "Define it under 'sources:', or correct the citation."
    return f"a source '{ident}' that is not defined", hint


def _paragraph_problem(ident: str, paragraph: str, source: _Parts) -> tuple[str, str] | None:
    if source.has(paragraph):
        return None
    has = [f"paragraphs 1 to {source.count}"] if source.count is not None else []
    has += [f"the parts {list_words(source.parts, 'and')}"] if source.parts else []
    return f"paragraph '{paragraph}' of '{ident}', which it does not have", f"'{ident}' has {' and '.join(has)}."


def _citations(entry: Entry) -> Iterator[tuple[Steps, str]]:
    """Every citation in a record, at any depth; the stages of a process are records of their own."""
    waiting: list[tuple[Steps, Any]] = [((), entry.data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(((*path, index), part) for index, part in enumerate(value))
        elif isinstance(value, dict):
            skipped = "stages" if entry.label == "Process" else None
            waiting.extend(((*path, key), part) for key, part in value.items() if key != skipped)
        elif isinstance(value, str) and len(path) > 1 and path[-2] == "cites":
            yield path, value
