"""What makes the rows of one version those of another: nodes and relationships that come, go, or are other than before.

A pure value, and the Cypher that carries it out, the same for both engines; where and for how long is theirs to say.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from orgmodel.errors import EngineError
from orgmodel.graph.rows import Ends, Row, Rows
from orgmodel.graph.schema import LABELS, RELATIONSHIPS, Properties

Group = TypeVar("Group", bound=Hashable)
Change = tuple[Row | None, Row | None]
"""A row before and after; None where there is none."""
Statement = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Changes:
    """The rows that differ, by label or ends. Keys are plain, without the version that the rows belong to."""

    nodes: tuple[tuple[str, Change], ...] = ()
    relationships: tuple[tuple[Ends, Change], ...] = ()

    @property
    def count(self) -> int:
        """How many rows differ."""
        return len(self.nodes) + len(self.relationships)


def diff_rows(before: Rows, after: Rows) -> Changes:
    """What makes the first rows the second; both without a version in their keys, or with the same."""
    return Changes(
        tuple(_differing(before.nodes, after.nodes)), tuple(_differing(before.relationships, after.relationships))
    )


def _differing(before: dict[Group, list[Row]], after: dict[Group, list[Row]]) -> Iterator[tuple[Group, Change]]:
    for group in sorted({*before, *after}, key=str):
        old = {row["key"]: row for row in before.get(group, ())}
        new = {row["key"]: row for row in after.get(group, ())}
        for key in sorted({*old, *new}):
            if old.get(key) != new.get(key):
                yield group, (old.get(key), new.get(key))


def apply_changes(run: Callable[[str, dict[str, Any]], int], changes: Changes, model: str) -> None:
    """Carry changes out on the rows of the version `model`. `run` runs a statement and returns the number that it
    returns. Raises EngineError where the version does not hold what is to change, since it then is another one."""
    for cypher, values in build_statements(changes, model):
        if run(cypher, values) != 1:
            raise EngineError(
                f"{model} is not as it was when this began: {values.get('key')} cannot be changed in it",
                "It has been loaded anew in the meantime, or cleared. Ask again.",
            )


def build_statements(changes: Changes, model: str) -> Iterator[Statement]:
    """A statement for each row, in an order in which no relationship is ever without one of its ends."""
    nodes = [(label, *change) for label, change in changes.nodes]
    links = [(ends, *change) for ends, change in changes.relationships]
    yield from (_unrelate(ends, old, model) for ends, old, new in links if old and not new)
    yield from (_remove(label, old, model) for label, old, new in nodes if old and not new)
    yield from (_create(label, new, model) for label, old, new in nodes if new and not old)
    yield from (_set_node(label, old, new, model) for label, old, new in nodes if old and new)
    yield from (_relate(ends, new, model) for ends, old, new in links if new and not old)
    yield from (_set_link(ends, old, new, model) for ends, old, new in links if old and new)


def _remove(label: str, row: Row, model: str) -> Statement:
    return f"MATCH (n:{label} {{key: $key}}) DELETE n RETURN count(*) AS done", _key(row, model)


def _create(label: str, row: Row, model: str) -> Statement:
    values = _values(row, LABELS[label], model)
    return f"CREATE (n:{label} {_map(values)}) RETURN count(*) AS done", values


def _set_node(label: str, old: Row, new: Row, model: str) -> Statement:
    setting, values = _setting("n", old, new, LABELS[label])
    cypher = f"MATCH (n:{label} {{key: $key}}) SET {setting} RETURN count(*) AS done"
    return cypher, values | _key(new, model)


def _unrelate(ends: Ends, row: Row, model: str) -> Statement:
    return f"{_between(ends)} DELETE r RETURN count(*) AS done", _ends(row, model)


def _relate(ends: Ends, row: Row, model: str) -> Statement:
    type_, start, end = ends
    values = _values(row, RELATIONSHIPS[type_].properties, model)
    there = f"MATCH (a:{start} {{key: $start_key}}) MATCH (b:{end} {{key: $end_key}})"
    cypher = f"{there} CREATE (a)-[r:{type_} {_map(values)}]->(b) RETURN count(*) AS done"
    return cypher, values | _ends(row, model)


def _set_link(ends: Ends, old: Row, new: Row, model: str) -> Statement:
    setting, values = _setting("r", old, new, RELATIONSHIPS[ends[0]].properties)
    named = _ends(new, model)
    return f"{_between(ends)} SET {setting} RETURN count(*) AS done", values | named


def _between(ends: Ends) -> str:
    type_, start, end = ends
    return f"MATCH (a:{start} {{key: $start_key}})-[r:{type_} {{key: $key}}]->(b:{end} {{key: $end_key}})"


def _key(row: Row, model: str) -> dict[str, Any]:
    """The key of a row as it is in the graph."""
    return {"key": f"{model}/{row['key']}"}


def _ends(row: Row, model: str) -> dict[str, Any]:
    """The key of a relationship and of its two ends."""
    return _key(row, model) | {f"{end}_key": f"{model}/{row[end]}" for end in ("start", "end")}


def _values(row: Row, properties: Properties, model: str) -> dict[str, Any]:
    """The properties of a new row that are not null, as the graph holds them."""
    plain = {name: as_held(row[name], type_) for name, type_ in properties.items() if row[name] is not None}
    return plain | _key(row, model) | {"model": model}


def _setting(name: str, old: Row, new: Row, properties: Properties) -> tuple[str, dict[str, Any]]:
    """The properties that differ; a null is written out, since not every engine takes one as a value."""
    differing = [each for each in properties if old[each] != new[each]]
    setting = ", ".join(f"{name}.{each} = {'NULL' if new[each] is None else f'${each}'}" for each in differing)
    return setting, {each: as_held(new[each], properties[each]) for each in differing if new[each] is not None}


def as_held(value: Any, type_: str) -> Any:
    """A value as both engines hold it: numbers are decimals."""
    return float(value) if type_ == "number" and value is not None else value


def _map(values: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: ${name}" for name in values) + "}"
