"""The accountability network: its nodes, silences and edges, its table, its positions and its page."""

import json
import re

import pytest

from orgmodel.pictures import draw_network, network_around, network_of
from orgmodel.pictures.network import MOST_NODES
from orgmodel.pictures.positions import place_nodes
from orgmodel.pictures.vis import EDGE_KEYS, NODE_KEYS, _allowed, escape_json, vis_network_file
from tests.unit.pictures.building import HOSTILE, hostile_model, make_model, post, unit, wide_model

pytest.importorskip("pyvis")


def drawn_data(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])


def small_model(accountable: list[dict], **more: object):
    return make_model(
        units=[unit("top"), unit("group", "top", head=[{"who": "boss"}])],
        posts=[post("boss", "group", reports_to=[{"who": "chief"}]), post("chief", "top")],
        subjects=[{"id": "matter", "title": "Matter"}],
        responsibilities=[
            {"id": "duty", "title": "Duty", "accountable": accountable, "concerns": [{"who": "matter"}], **more}
        ],
    )


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("none", "Nobody: the source says so"),
        ("unclear", "Not clear: the source says so"),
        ("not_stated", "Not stated"),
        ("redacted", "Redacted"),
        ("open", "Others, not named"),
    ],
)
def test_a_silence_is_a_node_of_its_own_with_a_word(state: str, words: str):
    network = network_of(small_model([{"state": state}]), ["duty"])
    assert [(node.label, node.title) for node in network.nodes] == [("Responsibility", "Duty"), ("Silence", words)]
    assert network.edges[0].phrase == "answers for"


def test_nothing_claimed_is_not_stated_in_each_expected_chain():
    network = network_of(small_model([], expects=["line", "ministerial"]), ["duty"])
    assert [node.key for node in network.nodes] == ["duty", "duty.line.not_stated", "duty.ministerial.not_stated"]


def test_what_a_unit_answers_for_its_head_is_inferred_to_answer_for():
    network = network_of(small_model([{"who": "group"}]), ["duty", "group", "boss"])
    answers = {(edge.start, edge.basis) for edge in network.edges if edge.relationship == "ACCOUNTABLE_FOR"}
    assert answers == {("group", "stated"), ("boss", "inferred")}


def test_around_a_responsibility_stand_its_owners_their_units_and_its_subject():
    network = network_around(small_model([{"who": "boss"}]), "duty")
    assert {node.key for node in network.nodes} == {"duty", "boss", "group", "matter"}
    assert [node.key for node in network.nodes if node.focus] == ["duty"]


def test_the_table_has_every_edge_and_every_node_of_the_picture():
    network = network_around(small_model([{"who": "boss"}, {"state": "unclear"}]), "duty")
    rows = network.as_table()
    assert len(rows) == len(network.edges)
    assert {name for row in rows for name in (row["From"], row["To"])} == {node.title for node in network.nodes}


def test_a_thing_without_relations_is_in_the_table_too():
    network = network_of(make_model(units=[unit("top")]), ["top"])
    assert [row["From"] for row in network.as_table()] == ["Top"]


def test_an_unknown_thing_gives_an_empty_network_that_says_so():
    network = network_of(make_model(), ["nothing"])
    assert network.message.startswith("Nothing is recorded")
    assert drawn_data(draw_network(network, "/x.js").page)["nodes"] == []


def test_more_than_the_cap_is_left_out_and_said():
    model = wide_model(400)
    network = network_of(model, [record.id for record in model.units], most=1000)
    assert len(network.nodes) == MOST_NODES
    assert network.message == "101 more things are not drawn, so that the rest can be read."


def test_no_box_lies_over_another():
    network = network_around(wide_model(40), "top")
    heights = {node.key: 50.0 for node in network.nodes}
    places = place_nodes(network, heights)
    columns: dict[float, list[float]] = {}
    for x, y in (places.at[node.key] for node in network.nodes):
        columns.setdefault(x, []).append(y)
    assert all(b - a >= 50 for ys in columns.values() for a, b in zip(sorted(ys), sorted(ys)[1:], strict=False))
    assert len(places.headings) == len(columns)


def test_an_edge_over_several_columns_goes_through_passages_where_no_box_is():
    model = small_model([{"who": "group"}, {"who": "boss"}])
    network = network_of(model, ["group", "boss", "duty", "matter"])
    heights = {node.key: 50.0 for node in network.nodes}
    places = place_nodes(network, heights)
    ways = {(edge.start, edge.end): way for edge, way in zip(network.edges, places.ways, strict=True)}
    (passage,) = ways[("group", "duty")]
    assert ways[("boss", "group")] == ()
    boxes = [places.at[node.key] for node in network.nodes if places.at[node.key][0] == places.at[passage][0]]
    assert boxes
    assert all(abs(y - places.at[passage][1]) > 25 for _, y in boxes)


def test_the_pieces_of_an_edge_have_one_label_and_one_arrow():
    data = drawn_data(
        draw_network(network_of(small_model([{"who": "group"}]), ["group", "boss", "duty"]), "/x.js").page
    )
    pieces = [edge for edge in data["edges"] if "passage" in edge["from"] or "passage" in edge["to"]]
    assert [(edge["label"], edge["arrows"]) for edge in pieces] == [("answers for", ""), ("", "to")]


def test_a_circle_of_managers_still_gets_places():
    posts = [post(a, "top", reports_to=[{"who": b}]) for a, b in (("a", "b"), ("b", "c"), ("c", "a"))]
    network = network_of(make_model(units=[unit("top")], posts=posts), ["a", "b", "c"])
    assert len(place_nodes(network, {}).at) == 3


def test_hostile_names_stay_inside_the_data():
    model = hostile_model()
    page = draw_network(
        network_around(model, "duty"), "/picture-scripts/vis.js", lambda ident: f"thing?thing={ident}"
    ).page
    assert page.count("<script") == 3
    assert page.count("</script>") == 3
    assert "<img" not in page
    assert "evil.example" not in page.replace(json.dumps(HOSTILE[2])[1:-1], "")
    data = drawn_data(page)
    assert set(data["links"].values()) == {
        "thing?thing=duty",
        "thing?thing=boss",
        "thing?thing=matter",
        "thing?thing=low",
    }
    assert all(set(node) <= NODE_KEYS for node in data["nodes"])
    assert all(set(edge) <= EDGE_KEYS for edge in data["edges"])
    assert any("alert(1)" in node["title"] for node in data["nodes"])


def test_the_page_has_a_policy_that_allows_only_its_own_script():
    page = draw_network(network_around(hostile_model(), "duty"), "/picture-scripts/vis.js").page
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]
    assert re.search(r"script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'", policy)


def test_without_an_address_the_page_holds_the_script_and_needs_nothing():
    page = draw_network(network_around(small_model([{"who": "boss"}]), "duty")).page
    assert len(page) > 400_000
    assert re.search(r"<(script|link|img)[^>]*(src|href)=", page) is None


def test_json_cannot_end_its_element_or_a_line_of_script():
    assert escape_json("</script>&\u2028") == '"\\u003c/script\\u003e\\u0026\\u2028"'
    assert json.loads(escape_json(list(HOSTILE))) == list(HOSTILE)


def test_a_shape_that_is_not_on_the_list_is_refused():
    with pytest.raises(ValueError, match="'image' is not a shape that is drawn"):
        _allowed({"shape": "image", "image": "https://evil.example"}, NODE_KEYS)


def test_pyvis_brings_the_script_along():
    assert vis_network_file().is_file()


def test_edges_do_not_cross_where_a_swap_avoids_it():
    pairs = [("a", "z"), ("b", "y"), ("c", "x")]
    posts = [post(holder, "top") for holder, _ in pairs]
    duties = [{"id": duty, "title": duty, "accountable": [{"who": holder}]} for holder, duty in reversed(pairs)]
    model = make_model(units=[unit("top")], posts=posts, responsibilities=duties)
    at = place_nodes(network_of(model, ["a", "b", "c", "x", "y", "z"]), {}).at
    by_holder = sorted(pairs, key=lambda pair: at[pair[0]][1])
    by_duty = sorted(pairs, key=lambda pair: at[pair[1]][1])
    assert by_holder == by_duty
