"""From YAML text to a document: one document a file, mappings with text as keys, nothing that makes objects.

It works on the parser's events with a stack of its own, so that neither depth nor aliases can exhaust it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from orgmodel.errors import Place, Problem
from orgmodel.loading.document import Document, Spot
from orgmodel.loading.scalars import resolve_scalar
from orgmodel.loading.text import CONTROL, describe_control
from orgmodel.loading.yaml_syntax import DEEPEST, TOO_DEEP, TOO_DEEP_HINT, describe_syntax

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_UNFOLDED = 100_000
MOST_VALUES = 1_000_000
EMPTY = "the file is empty"
TABLES = "Put long tables into CSV files named after their list, and cut them into several."
EMPTY_HINT = "Delete it, or write one of the lists into it, for example 'units:'."


class _StopError(Exception):
    """Nothing more can be read of this file; the problem says why."""


@dataclass(slots=True)
class _Value:
    data: Any
    spot: Spot
    size: int = 1
    depth: int = 0


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; the pieces of a mapping are key, value, key, value."""

    spot: Spot
    anchor: str | None
    is_mapping: bool
    pieces: list[_Value] = field(default_factory=list)


def read_yaml(text: str, file: str, problems: list[Problem]) -> Document | None:
    """The document in a text, or None where it cannot be read at all. Every problem found on the way is added."""
    builder = _Builder(file, problems)
    try:
        for event in yaml.parse(text, Loader=PARSER):
            builder.take(event)
    except yaml.YAMLError as error:
        problems.append(describe_syntax(error, file))
        return None
    except _StopError:
        return None
    root = builder.root
    if root is None or root.data is None:
        problems.append(Problem(Place(file, 1, 1), EMPTY, EMPTY_HINT))
        return None
    return Document(file, root.data, root.spot, builder.partial)


@dataclass
class _Builder:
    """Builds data and places side by side."""

    file: str
    problems: list[Problem]
    root: _Value | None = None
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, _Value | None] = field(default_factory=dict)
    documents: int = 0
    values: int = 0
    unfolded: int = 0
    partial: bool = False

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)
        elif isinstance(event, yaml.AliasEvent):
            self._put(self._unfold(event))
        elif isinstance(event, yaml.ScalarEvent):
            self._check_tag(event)
            self._keep(_Value(self._scalar(event), _spot(event)), event.anchor)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check_tag(event)
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self.stack.pop()
            value = self._mapping(closed) if closed.is_mapping else _sequence(closed)
            self._keep(value, closed.anchor)

    def _start_document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._stop(event, "a second document starts here ('---')", "Write each document into a file of its own.")

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._add(_spot(event), f"the tag '{tag}' is not allowed: definitions are plain data", "Delete the tag.")

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        found = CONTROL.search(event.value)
        if found:
            self._add(_spot(event), f"this text holds {describe_control(found[0])}", "Delete the character.")
            return "?"
        return resolve_scalar(event.value) if event.implicit[0] else event.value

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._check_depth(event, 1)
        if event.anchor:
            self.anchors[event.anchor] = None
        self.stack.append(_Open(_spot(event), event.anchor, isinstance(event, yaml.MappingStartEvent)))

    def _unfold(self, event: yaml.AliasEvent) -> _Value:
        if event.anchor not in self.anchors:
            self._stop(
                event,
                f"the alias '*{event.anchor}' stands for nothing",
                f"Mark what it stands for with '&{event.anchor}', further up in the same file.",
            )
        value = self.anchors[event.anchor]
        if value is None:
            self._stop(event, f"the alias '*{event.anchor}' is used inside what it stands for", "Delete the alias.")
        self._check_depth(event, value.depth)
        self.unfolded += value.size
        if self.unfolded > MOST_UNFOLDED:
            self._stop(
                event,
                f"the aliases ('*{event.anchor}') of this file unfold to more than {MOST_UNFOLDED:,} values",
                "Write the values out, or use fewer aliases.",
            )
        spot = _spot(event)
        spot = Spot(spot.line, spot.column, value.spot.parts, value.spot.keys)
        return _Value(value.data, spot, value.size, value.depth)

    def _check_depth(self, event: yaml.Event, more: int) -> None:
        if len(self.stack) + more > DEEPEST:
            self._stop(event, TOO_DEEP, TOO_DEEP_HINT)

    def _keep(self, value: _Value, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = value
        self._put(value)

    def _put(self, value: _Value) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self._add(value.spot, f"the file holds more than {MOST_VALUES:,} values", TABLES)
            raise _StopError
        if self.stack:
            self.stack[-1].pieces.append(value)
        else:
            self.root = value

    def _mapping(self, closed: _Open) -> _Value:
        data: dict[str, Any] = {}
        for key, value in zip(closed.pieces[::2], closed.pieces[1::2], strict=True):
            if not self._is_new_key(key, closed.spot):
                self.partial |= key.data == "id" or value.depth > 0
            else:
                data[key.data] = value.data
                closed.spot.parts[key.data] = value.spot
                closed.spot.keys[key.data] = (key.spot.line, key.spot.column)
        return _whole(closed, data)

    def _is_new_key(self, key: _Value, around: Spot) -> bool:
        if not isinstance(key.data, str):
            self._add(
                key.spot, f"the key {_show(key.data)} is not text", "Write the key as a word, or put it in quotes."
            )
            return False
        if key.data in around.keys:
            line, column = around.keys[key.data]
            self._add(
                key.spot,
                f"the key '{key.data}' is written twice: first at {Place(self.file, line, column)}",
                "Keep one of the two.",
            )
            return False
        return True

    def _add(self, spot: Spot, what: str, hint: str) -> None:
        self.problems.append(Problem(Place(self.file, spot.line, spot.column), what, hint))

    def _stop(self, event: yaml.Event, what: str, hint: str) -> NoReturn:
        self._add(_spot(event), what, hint)
        raise _StopError


def _sequence(closed: _Open) -> _Value:
    closed.spot.parts.update(enumerate(piece.spot for piece in closed.pieces))
    return _whole(closed, [piece.data for piece in closed.pieces])


def _whole(closed: _Open, data: Any) -> _Value:
    size = 1 + sum(piece.size for piece in closed.pieces)
    return _Value(data, closed.spot, size, 1 + max((piece.depth for piece in closed.pieces), default=0))


def _spot(event: yaml.Event) -> Spot:
    mark = event.start_mark
    return Spot(mark.line + 1, mark.column + 1) if mark else Spot(0, 0)


def _show(key: Any) -> str:
    names = {True: "'true'", False: "'false'", None: "'null'"}
    if isinstance(key, (list, dict)):
        return "here, a list or a mapping,"
    return names[key] if key is None or isinstance(key, bool) else f"'{key}'"
