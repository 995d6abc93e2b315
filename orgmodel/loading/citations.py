"""Whether every citation names a source that is defined and a paragraph that the source has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgmodel.errors import Problem
from orgmodel.loading.document import Steps
from orgmodel.loading.records import Entry
from orgmodel.loading.spelling import did_you_mean, list_words


def check_citations(entries: list[Entry], problems: list[Problem]) -> None:
    """Add a problem for every citation of a source or paragraph that there is not."""
    sources = {ident: entry for entry in entries if entry.label == "sources" and (ident := entry.ident)}
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


def _check_passage(entry: Entry, sources: dict[str, Entry], problems: list[Problem]) -> None:
    ident, paragraph = entry.data.get("source"), entry.data.get("paragraph")
    if not isinstance(ident, str) or ident not in sources or not isinstance(paragraph, (str, int)):
        return
    found = _paragraph_problem(ident, str(paragraph), sources[ident])
    if found:
        problems.append(entry.problem(("paragraph",), f"this passage is of {found[0]}", found[1]))


def _source_problem(ident: str, sources: dict[str, Entry]) -> tuple[str, str] | None:
    if ident in sources:
        return None
    hint = did_you_mean(ident, sources) or "Define it under 'sources:', or correct the citation."
    return f"a source '{ident}' that is not defined", hint


def _paragraph_problem(ident: str, paragraph: str, source: Entry) -> tuple[str, str] | None:
    count, parts = source.data.get("paragraphs"), source.data.get("parts")
    parts = [str(part) for part in parts] if isinstance(parts, list) else []
    count = count if isinstance(count, int) else None
    if (count is None and not parts) or paragraph in parts:
        return None
    if paragraph.isdigit() and count is not None and 1 <= int(paragraph[:9]) <= count:
        return None
    has = [f"paragraphs 1 to {count}"] if count is not None else []
    has += [f"the parts {list_words(parts, 'and')}"] if parts else []
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
