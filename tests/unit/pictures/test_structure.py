"""The organisation chart: what it shows, says and refuses, and that nothing lies over anything else."""

import time
from itertools import combinations
from xml.etree import ElementTree

import pytest

from orgmodel.pictures import Chart, Links, draw_structure, structure_table
from orgmodel.pictures.layout import Layout, place_boxes
from orgmodel.pictures.structure import MOST_BOXES
from orgmodel.pictures.svg import size_of
from orgmodel.pictures.tree import DEFAULT_BOXES, OUTSIDE, UNPLACED
from tests.unit.pictures.building import HOSTILE, hostile_model, make_model, post, unit, wide_model


def overlapping(layout: Layout) -> list[tuple[str, str]]:
    def apart(a, b) -> bool:
        return a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y

    return [(a.box.key, b.box.key) for a, b in combinations(layout.placed, 2) if not apart(a, b)]


@pytest.mark.parametrize("units", [1, 5, 40, 150])
def test_no_box_lies_over_another(units: int):
    chart = Chart(wide_model(units))
    layout = place_boxes(chart.boxes(chart.openable()), size_of)
    assert len(layout.placed) == units + 1
    assert overlapping(layout) == []
    assert all(p.x >= 0 and p.x + p.width <= layout.width and p.y + p.height <= layout.height for p in layout.placed)


def test_by_default_no_more_is_open_than_can_be_read():
    picture = draw_structure(wide_model(500))
    assert 12 < picture.shown <= DEFAULT_BOXES
    assert picture.message == ""


def test_two_thousand_units_are_drawn_in_a_moment_and_cut_with_a_message():
    model = wide_model(2000)
    began = time.perf_counter()
    picture = draw_structure(model, Chart(model).openable())
    assert time.perf_counter() - began < 5
    assert picture.shown <= MOST_BOXES
    assert f"More than {MOST_BOXES} boxes cannot be read." in picture.message
    assert "the table, which has everything" in picture.message
    assert len(structure_table(model)) == 4001


def test_an_empty_model_says_that_there_is_nothing_to_draw():
    picture = draw_structure(make_model())
    assert picture.message == "The model has no units, so there is nothing to draw."
    assert ElementTree.fromstring(picture.svg).tag.endswith("svg")
    assert structure_table(make_model()) == []


def test_hostile_names_stay_text():
    picture = draw_structure(hostile_model(), links=Links(lambda ident: f"thing?thing={ident}"))
    tree = ElementTree.fromstring(picture.svg)
    names = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert names <= {"svg", "title", "desc", "style", "g", "path", "rect", "circle", "text", "a"}
    hrefs = [element.get("href") for element in tree.iter() if element.get("href")]
    assert hrefs
    assert all(href.startswith("thing?thing=") for href in hrefs)
    assert not any(name.startswith("on") for element in tree.iter() for name in element.keys())  # noqa: SIM118
    assert HOSTILE[0] in "".join(group.get("aria-label", "") for group in tree.iter())


def test_the_chart_has_a_title_a_description_and_names_for_its_boxes():
    tree = ElementTree.fromstring(draw_structure(make_model(units=[unit("top"), unit("low", "top")])).svg)
    assert tree.get("aria-labelledby") == "chart-title"
    assert tree.get("aria-describedby") == "chart-description"
    labels = [element.get("aria-label") for element in tree.iter() if element.get("aria-label")]
    assert labels == ["Top. Team. Head: not stated", "Low. Team. Head: not stated"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("none", "Head: nobody (the source says so)"),
        ("unclear", "Head: not clear (the source says so)"),
        ("not_stated", "Head: not stated"),
        ("redacted", "Head: redacted"),
    ],
)
def test_a_silent_head_is_said_in_its_kind(state: str, words: str):
    (box,) = draw_structure(make_model(units=[unit("top", head=[{"state": state}])])).boxes
    assert [(line.kind, line.text) for line in box.lines] == [("silence", words)]


def test_a_head_that_is_known_and_not_clear_is_shown_as_both():
    top = unit("top", head=[{"who": "boss", "basis": "inferred"}, {"state": "unclear"}])
    (box,) = draw_structure(make_model(units=[top], posts=[post("boss", "top")])).boxes
    assert [line.kind for line in box.lines] == ["head", "silence"]
    assert box.lines[0].words == ("inferred",)


def test_inferred_places_vacant_posts_and_outside_bodies_have_words_as_well_as_lines():
    units = [unit("top"), unit("low", part_of=[{"who": "top", "basis": "inferred"}]), unit("body", outside=True)]
    posts = [post("desk", "top", occupancy={"state": "vacant"})]
    model = make_model(units=units, posts=posts)
    picture = draw_structure(model, Chart(model).openable())
    boxes = {box.key: box for tree in picture.boxes for box in tree.walk()}
    assert boxes["low"].inferred
    assert boxes["low"].words == ("place inferred",)
    assert boxes["body"].words == ("outside body",)
    assert boxes["top"].lines[-1].words == ("vacant",)
    assert 'class="line inferred"' in picture.svg


def test_what_has_no_place_stands_beside_the_organisation():
    model = make_model(units=[unit("top"), unit("lost"), unit("body", outside=True)], posts=[post("nowhere")])
    assert [box.key for box in draw_structure(model).boxes] == ["top", UNPLACED, OUTSIDE, "posts-not-placed"]


def test_a_circle_of_units_is_drawn_once_and_ends():
    units = [unit("top"), unit("a", "b"), unit("b", "c"), unit("c", "a")]
    model = make_model(units=units)
    picture = draw_structure(model, Chart(model).openable())
    assert sorted(box.key for tree in picture.boxes for box in tree.walk() if box.ident) == ["a", "b", "c", "top"]


def test_a_closed_unit_says_what_is_in_it_and_keeps_its_head():
    units = [unit("top", head=[{"who": "boss"}]), unit("low", "top")]
    model = make_model(units=units, posts=[post("boss", "top"), post("clerk", "top")])
    (box,) = draw_structure(model, opened=()).boxes
    assert box.hidden == "Closed: 1 unit and 1 post inside"
    assert [line.text for line in box.lines] == ["Head: Boss"]


def test_only_what_is_there_on_the_day_is_drawn():
    units = [unit("top"), unit("was", "top", mode="past"), unit("ended", "top", until="2023-01-01")]
    assert [row["Id"] for row in structure_table(make_model(units=units))] == ["top"]


def test_a_toggle_leads_where_it_is_told_and_has_a_name():
    model = make_model(units=[unit("top"), unit("low", "top")])
    svg = draw_structure(model, links=Links(toggle=lambda key: f"structure?open={key}")).svg
    links = [e for e in ElementTree.fromstring(svg).iter() if e.tag.endswith("}a")]
    assert [(e.get("href"), e.get("aria-label")) for e in links] == [("structure?open=top", "Close Top")]
