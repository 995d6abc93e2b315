"""Kinds and grades that come from elsewhere than a sheet of their own: from a mapping, or one kind for all units."""

from __future__ import annotations

from orgmodel.exchange.tables.identities import id_of
from orgmodel.exchange.tables.mapping import Mapping
from orgmodel.exchange.tables.matching import Matched
from orgmodel.exchange.tables.names import Names
from orgmodel.exchange.tables.present import Present
from orgmodel.exchange.tables.rows import Incoming, Row

ONLY_KIND = {"id": "kind-unit", "title": "Unit"}
NAMED_BY = {"grades": ("posts", "grade"), "unit_kinds": ("units", "kind")}


def rows_of_mapping(mapping: Mapping, present: Present) -> dict[str, dict[str, Row]]:
    """The grades and kinds that a mapping lists, in its order."""
    lists: dict[str, dict[str, Row]] = {}
    for name, titles in (("grades", mapping.grades), ("unit_kinds", mapping.unit_kinds)):
        for rank, title in enumerate(titles, start=1):
            ident = present.id_of_title(name, title) or id_of(name, title)
            lists.setdefault(name, {})[ident] = Row(name, ident, {"id": ident, "title": title}, {}, rank)
    return lists


def give_kinds(incoming: Incoming, present: Present) -> None:
    """A kind for units that name none: the one they had, or, in a model without kinds, one kind for all."""
    units = incoming.rows.get("units", {})
    kinds = {*present.records.get("unit_kinds", {}), *incoming.rows.get("unit_kinds", {})}
    kept = present.records.get("units", {})
    for key, row in units.items():
        if row.data.get("kind"):
            continue
        before = present.last.get("units", {}).get(key) or (kept[key].data if key in kept else {})
        if before.get("kind"):
            row.data["kind"] = before["kind"]
        elif kinds <= {ONLY_KIND["id"]}:
            row.data["kind"] = ONLY_KIND["id"]
    used = any(row.data.get("kind") == ONLY_KIND["id"] for row in units.values())
    if used and not kinds:
        only = Row("unit_kinds", ONLY_KIND["id"], dict(ONLY_KIND), {})
        incoming.rows["unit_kinds"], incoming.covers["unit_kinds"] = {only.key: only}, {"title"}


def words_to_rank(matched: list[Matched], names: Names) -> dict[str, tuple[str, ...]]:
    """The grades and kinds that tables use and nobody lists, for a mapping to put in order."""
    found: dict[str, tuple[str, ...]] = {}
    for name, (table, path) in NAMED_BY.items():
        words = [
            text
            for each in matched
            if each.list == table
            for at, column in each.columns.items()
            if column.path == path
            for row in each.sheet.rows[each.header + 1 :]
            if (text := row[at]) and not names.find(text, (name,))
        ]
        if words:
            found[name] = tuple(dict.fromkeys(words))
    return found
