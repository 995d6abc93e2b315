"""From merged lists to the texts of files, and to what the next import has to remember of this one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from orgmodel.exchange.tables.merging import MergedList, sort_rows
from orgmodel.exchange.tables.present import Present, base_of, home_of, render_last
from orgmodel.exchange.tables.rows import Incoming
from orgmodel.exchange.tables.yaml_edit import Edits, edit_list, render_file, split_comments


def render_lists(merged: Iterable[MergedList], present: Present) -> dict[str, str]:
    """The new text of each file that changes, by its path in the folder."""
    texts = {}
    for each in merged:
        text = _render_list(each, present)
        if text is not None and text != present.texts.get(home_of(each.name)):
            texts[home_of(each.name)] = text
    return texts


def render_memory(incoming: Incoming, present: Present) -> dict[str, str]:
    """The files in which this import is remembered, as far as they change."""
    last = {name: dict(records) for name, records in present.last.items()}
    for name, rows in incoming.rows.items():
        covered = incoming.covers[name]
        before, last[name] = last.get(name, {}), {}
        for key in sort_rows(name, rows):
            uncovered = {field: value for field, value in before.get(key, {}).items() if field not in covered}
            last[name][key] = _sorted({**uncovered, **rows[key].data})
    texts = {base: render_last(last, base) for base in dict.fromkeys(map(base_of, incoming.rows))}
    return {base: text for base, text in texts.items() if text != present.texts.get(base)}


def _sorted(data: dict[str, Any]) -> dict[str, Any]:
    """Plain data with its fields in the order of their names, so that the order of columns never matters."""
    ordered: dict[str, Any] = json.loads(json.dumps(data, sort_keys=True))
    return ordered


def _render_list(merged: MergedList, present: Present) -> str | None:
    home = home_of(merged.name)
    document, records = present.documents.get(home), present.records.get(merged.name, {})
    ours = {key: kept for key, kept in records.items() if kept.is_ours}
    changed = {ours[key].index: data for key, data in merged.changed.items() if key in ours}
    if document is None:
        added = _in_order(merged, merged.added)
        return render_file({merged.name: added}) if added else None
    wanted = merged.order if merged.order is not None else [*ours, *merged.added]
    left = [key for key in ours if merged.changed.get(key, key) is not None]
    if [key for key in wanted if key in ours or key in merged.added] != [*left, *merged.added] and merged.order:
        data = {key: merged.changed.get(key) or ours[key].data for key in left} | merged.added
        rest = {name: value for name, value in document.data.items() if name != merged.name}
        comments = split_comments(present.texts[home].splitlines())
        return render_file({**rest, merged.name: _in_order(merged, data)}, [*comments[0], *comments[1]])
    if not changed and not merged.added:
        return None
    return edit_list(present.texts[home], document, merged.name, Edits(changed, _in_order(merged, merged.added)))


def _in_order(merged: MergedList, records: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    order = [key for key in merged.order or records if key in records]
    return [records[key] for key in order]
