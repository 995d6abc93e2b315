"""GraphML: every node and relationship of a model's graph with its properties, under keys that stay the same from one
version of the model to the next."""

from __future__ import annotations

import io
from typing import Any

from orgmodel.exchange.exported import Exported
from orgmodel.exchange.left_out import count_other_days
from orgmodel.exchange.optional import load_library
from orgmodel.exchange.people import find_hidden
from orgmodel.exchange.text import clean
from orgmodel.graph import Rows, build_rows
from orgmodel.model import Model


def render_graphml(model: Model, standing: str, with_people: bool = False) -> Exported:
    """The graph as GraphML. A list is written with a line for each of its members; what has no value is left out."""
    nx = load_library("networkx", "GraphML")
    graph = build_graph(model, standing, with_people)
    written = io.BytesIO()
    nx.write_graphml_xml(graph, written)
    return Exported(written.getvalue().decode("utf-8") + "\n", count_other_days(model))


def build_graph(model: Model, standing: str, with_people: bool = False) -> Any:
    """The graph as NetworkX holds it: nodes by their id, relationships by their key, without people unless asked.

    A slot or post whose people are hidden keeps its state, and says in `hidden` how many statements are.
    """
    nx = load_library("networkx", "GraphML")
    rows, people = build_rows(model), find_hidden(model, with_people).people
    graph = nx.MultiDiGraph(standing=clean(standing), model=model.id, version=rows.version)
    for label, nodes in rows.nodes.items():
        for row in nodes:
            if (ident := _short(rows, row["key"])) not in people:
                graph.add_node(ident, label=label, **_values(row))
    for (type_, *_), edges in rows.relationships.items():
        for row in edges:
            start, end, key = (_short(rows, row[name]) for name in ("start", "end", "key"))
            if people.isdisjoint((start, end)):
                graph.add_edge(start, end, key=key, type=type_, **_values(row))
            else:
                _count_hidden(graph, end if start in people else start, key)
    return graph


def _count_hidden(graph: Any, owner: str, key: str) -> None:
    """Count what is hidden at the slot that it fills, or at the post that is held."""
    slot = f"{owner}.{key.rpartition('>')[2].split('.')[1]}"
    for ident in (slot, owner):
        if ident in graph:
            graph.nodes[ident]["hidden"] = graph.nodes[ident].get("hidden", 0) + 1
            return


def _short(rows: Rows, key: str) -> str:
    """A key without the version, which changes with every edit."""
    return key.removeprefix(f"{rows.model}/")


def _values(row: dict[str, Any]) -> dict[str, Any]:
    """What a node or relationship carries, apart from its key and its model, which the graph and its own ids say."""
    values = {name: value for name, value in row.items() if name not in ("key", "start", "end", "model")}
    return {name: _value(value) for name, value in values.items() if value is not None}


def _value(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return "\n".join(clean(one) for one in value)
    return clean(value) if isinstance(value, str) else value
