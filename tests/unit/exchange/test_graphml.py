"""GraphML: NetworkX reads back every node, relationship and property, under keys that outlive a version."""

import io
from typing import Any

import networkx as nx
import pytest

from orgmodel.exchange.graphml import build_graph, render_graphml
from orgmodel.graph import build_rows
from orgmodel.model import Model
from orgmodel.use_cases import list_models
from tests.unit.exchange.taking_away import HOSTILE, empty_model, hostile_model, large_model, shipped, small_model

STANDING = "Harbour Board: the account of an invented review."


def read_back(model: Model, with_people: bool = False) -> Any:
    content = str(render_graphml(model, STANDING, with_people).content).encode("utf-8")
    return nx.read_graphml(io.BytesIO(content), force_multigraph=True)


@pytest.mark.parametrize("name", [entry.id for entry in list_models()])
def test_nodes_relationships_and_properties_of_a_shipped_model_are_all_there(name: str) -> None:
    model = shipped(name).model
    graph, rows = read_back(model, with_people=True), build_rows(model)
    short = {row["key"]: row["key"].removeprefix(f"{rows.model}/") for each in rows.nodes.values() for row in each}
    assert dict(graph.nodes(data="label")) == {
        short[row["key"]]: label for label, each in rows.nodes.items() for row in each
    }
    wanted = {
        (short[row["start"]], short[row["end"]], row["key"].removeprefix(f"{rows.model}/")): (type_, row["basis"])
        for (type_, *_), each in rows.relationships.items()
        for row in each
    }
    assert {
        (a, b, key): (data["type"], data["basis"]) for a, b, key, data in graph.edges(keys=True, data=True)
    } == wanted
    written = build_graph(model, STANDING, with_people=True)
    assert dict(graph.nodes(data=True)) == dict(written.nodes(data=True))
    assert graph.graph["standing"] == STANDING


def test_keys_are_the_same_in_the_next_version() -> None:
    first, second = read_back(small_model()), read_back(small_model(grades=[]))
    assert first.graph["version"] != second.graph["version"]
    assert set(first.edges(keys=True)) == set(second.edges(keys=True))


def test_people_are_left_out_and_counted_where_they_were() -> None:
    graph = read_back(small_model())
    assert "ada" not in graph
    assert graph.nodes["clerk"]["hidden"] == 1
    slot = graph.nodes["chief-pilot.candidates"]
    assert (slot["state"], slot["hidden"]) == ("known", 1)
    asked = read_back(small_model(), with_people=True)
    assert asked.has_edge("ada", "clerk")
    assert "hidden" not in asked.nodes["clerk"]


def test_hostile_names_come_back_as_they_were() -> None:
    graph = read_back(hostile_model())
    found = [graph.nodes[f"post-{number}"]["title"] for number in range(len(HOSTILE))]
    assert found == [name.strip().replace("\x0b", "\ufffd").replace("\x07", "\ufffd") for name in HOSTILE]


def test_what_is_so_on_another_day_is_counted() -> None:
    units = [{"id": "board", "title": "Board", "kind": "body", "mode": "past"},
             {"id": "next", "title": "Next", "kind": "body", "from": "2030-01-01"}]  # fmt: skip
    model = small_model(units=units, posts=[], responsibilities=[], holdings=[])
    assert render_graphml(model, STANDING).left_out == (
        "Left out, since only what is so on 2024-05-01 is written: 1 of another day, 1 past (things and statements).",
    )


def test_the_empty_model_is_an_empty_graph() -> None:
    assert len(read_back(empty_model())) == 0


def test_three_hundred_posts_come_back() -> None:
    graph = read_back(large_model(300))
    assert sum(label == "Post" for _, label in graph.nodes(data="label")) == 300
