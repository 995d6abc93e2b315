"""Takes the data about people out of rows, and counts it, so that what is hidden is never taken for absent."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from orgmodel.graph.rows import Ends, Row, Rows

PERSON = "Person"
PEOPLE_TYPES = frozenset({"HOLDS", "CANDIDATE_FOR"})
"""Relationships that are about people whatever their ends: who holds a post, who is being made ready for one."""
PEOPLE_SLOTS = frozenset({"candidates"})
"""Slots of a post that say something about people."""
SLOT_TYPE = "HAS_SLOT"
"""Comes and goes with its slot, and is not counted beside it."""
REPLACED = "(hidden: it names a person)"
NAMES = ("key", "start", "end", "model", "id")


@dataclass(frozen=True)
class Hidden:
    """How much was left out, by label and type of relationship; `texts` are those that name a person."""

    counts: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        if not self.counts:
            return ""
        said = ", ".join(f"{name} {count}" for name, count in self.counts)
        return f"Hidden, not absent: data about people ({said})."


def hide_people(rows: Rows) -> tuple[Rows, Hidden]:
    """The rows without people, what is about them, and texts that name one; and what was left out.

    Names of authors of published sources stay: each fact is somebody's account.
    """
    people = {str(row["key"]) for row in rows.nodes.get(PERSON, ())}
    gone = people | _keys_about(rows, people)
    hidden: Counter[str] = Counter()
    kept = Rows(rows.id, rows.version)
    for label, nodes in rows.nodes.items():
        kept.nodes[label] = [row for row in nodes if not (row["key"] in gone or _is_slot_about_people(label, row))]
        hidden[label] += sum(_says_something(row) for row in nodes) - sum(map(_says_something, kept.nodes[label]))
        gone |= {str(row["key"]) for row in nodes if _is_slot_about_people(label, row)}
    for ends, group in rows.relationships.items():
        kept.relationships[ends] = [row for row in group if not _is_about_people(ends, row, gone)]
        if ends[0] != SLOT_TYPE:
            hidden[ends[0]] += len(group) - len(kept.relationships[ends])
    names = [str(row["title"]) for row in rows.nodes.get(PERSON, ())]
    hidden["texts"] += _blot_names(kept, names)
    return kept, Hidden(tuple(sorted((name, count) for name, count in hidden.items() if count)))


def _says_something(row: Row) -> bool:
    """Whether leaving it out hides anything: a slot of which the text says nothing is not counted."""
    return row.get("state") != "not_stated" or "owner_label" not in row


def _is_slot_about_people(label: str, row: Row) -> bool:
    return label == "Slot" and (row["owner_label"] == PERSON or row["name"] in PEOPLE_SLOTS)


def _is_about_people(ends: Ends, row: Row, gone: set[str]) -> bool:
    return ends[0] in PEOPLE_TYPES or PERSON in ends[1:] or row["start"] in gone or row["end"] in gone


def _keys_about(rows: Rows, people: set[str]) -> set[str]:
    """Figures and assessments that are about a person."""
    return {
        str(row["start"])
        for (_, start, end), group in rows.relationships.items()
        if end == PERSON and start in ("Figure", "Assessment")
        for row in group
        if row["end"] in people
    }


def _blot_names(rows: Rows, names: list[str]) -> int:
    """Replace texts in which a person is named, and return how many; keys stay, since they hold ids of what stays."""
    if not names:
        return 0
    longest = sorted(map(re.escape, filter(None, names)), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)
    count = 0
    for group in (*rows.nodes.values(), *rows.relationships.values()):
        for place, row in enumerate(group):
            named = [name for name, value in row.items() if name not in NAMES and _names_one(pattern, value)]
            count += len(named)
            if named:
                group[place] = row | {name: [] if isinstance(row[name], list) else REPLACED for name in named}
    return count


def _names_one(pattern: re.Pattern[str], value: object) -> bool:
    if isinstance(value, list):
        return any(_names_one(pattern, part) for part in value)
    return isinstance(value, str) and pattern.search(value) is not None
