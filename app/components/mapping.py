"""The form in which people say which list each of their tables is, and which field each of its columns is."""

from __future__ import annotations

from typing import Any

import streamlit as st

from orgmodel_app.components.markup import plain, show, tag
from orgmodel_app.components.page import heading
from orgmodel_app.state import Problem, tabling, try_it

LEFT_OUT = "Left out"
RANKED = {"grades": "Grades", "unit_kinds": "Kinds of unit"}


def ask_saved() -> tabling.Mapping | list[Problem] | None:
    """A mapping that was saved before, as somebody hands it back; everything that is wrong in it, or None."""
    file = st.file_uploader(
        "A mapping that you saved before, if you have one (YAML)", ["yaml", "yml"], key="bring-saved"
    )
    return None if file is None else try_it(tabling.read_mapping_bytes, file.getvalue(), file.name)


def ask_mapping(found: tabling.TableImport) -> tabling.Mapping | None:
    """The mapping as somebody has just put it right, or None while nobody has."""
    mapping = found.mapping
    if not mapping.tables:
        return None
    heading(
        "Which column is what",
        "What was understood of your headings. Put right what is not, and read again: a table that is another list has "
        "its columns looked at anew.",
    )
    with st.form("bring-mapping", border=False):
        tables = {shown: _ask_table(found, shown, at) for at, shown in enumerate(mapping.tables)}
        ranks = {name: _ask_ranks(name, getattr(mapping, name)) for name in RANKED}
        sent = st.form_submit_button("Read again with this")
    st.download_button(
        "Save this mapping (YAML)", found.suggested, "mapping.yaml", "application/yaml", on_click="ignore"
    )
    return tabling.Mapping(tables=tables, **ranks) if sent else None


def _ask_table(found: tabling.TableImport, shown: str, at: int) -> tabling.TableMapping:
    said = found.mapping.tables[shown]
    notes = {heading: note for (table, heading), note in found.notes.items() if table == shown and note}
    titles = {**tabling.list_tables(), tabling.SKIP: LEFT_OUT}
    with st.expander(f"{plain(shown)}: {titles[said.list]}", expanded=bool(notes)):
        chosen = _choose("The whole table", notes.get("", ""), titles, said.list, f"bring-list-{at}")
        fields = {**tabling.list_fields(said.list), tabling.SKIP: LEFT_OUT}
        columns = {
            name: _choose(name, notes.get(name, ""), fields, field, f"bring-field-{at}-{place}-{said.list}")
            for place, (name, field) in enumerate(said.columns.items())
        }
    return tabling.TableMapping(list=chosen, columns=columns if chosen == said.list else {})


def _choose(name: str, note: str, choices: dict[str, str], said: str, key: str) -> str:
    """One row: what stands in the file, and what it is."""
    left, right = st.columns(2, vertical_alignment="center")
    with left:
        show(tag("p", tag("strong", name), tag("span", f" {note}", class_="om-note") if note else ""))
    values = list(choices)
    chosen: str = right.selectbox(
        plain(f"What {name} is"),
        values,
        index=values.index(said) if said in choices else values.index(tabling.SKIP),
        format_func=lambda value: choices[value],
        label_visibility="collapsed",
        key=f"{key}-{said}",
    )
    return chosen


def _ask_ranks(name: str, words: tuple[str, ...]) -> tuple[Any, ...]:
    """Grades or kinds, a line each, where the tables use some that no table puts in order."""
    if not words:
        return ()
    written = st.text_area(
        f"{RANKED[name]}, the highest first, one a line", "\n".join(words), key=f"bring-{name}-{hash(words)}"
    )
    return tuple(line.strip() for line in written.splitlines() if line.strip())
