"""Several states in one layout: nothing jumps, what is gone is a ghost with a word."""

import re

from orgmodel.pictures import draw_union
from tests.unit.pictures.building import HOSTILE, make_model, post, unit

BASE = {
    "units": [unit("top"), unit("north", "top"), unit("south", "top"), unit("team", "north")],
    "posts": [post("boss", "north"), post("chief", "south")],
    "responsibilities": [{"id": "duty", "title": "Duty", "accountable": [{"who": "boss"}]}],
}


def moved(**changes):
    return make_model(**{**BASE, **changes})


def boxes_of(picture):
    return {box.key: box for tree in picture.boxes for box in tree.walk()}


def frames_of(picture):
    return re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="264.0" height="([\d.]+)"', picture.svg)


def test_a_unit_that_moves_is_a_ghost_where_it_was_and_new_where_it_is():
    units = [unit("top"), unit("north", "top"), unit("south", "top"), unit("team", "south")]
    before, after = draw_union([moved(), moved(units=units)], ["Doing nothing", "Moved"])
    assert boxes_of(before)["north/team"].presence == "here"
    assert boxes_of(before)["south/team"].words == ("not yet here",)
    assert boxes_of(after)["north/team"].words == ("gone from here",)
    assert boxes_of(after)["south/team"].presence == "new"


def test_every_state_has_the_same_boxes_in_the_same_places():
    closed = [unit("top"), unit("north", "top"), unit("new", "top")]
    pictures = draw_union([moved(), moved(units=closed, posts=[post("boss", "new")])], ["Before", "After"])
    assert frames_of(pictures[0]) == frames_of(pictures[1])
    assert frames_of(pictures[0])
    assert (pictures[0].width, pictures[0].height) == (pictures[1].width, pictures[1].height)


def test_an_accountability_that_passes_on_is_a_line_with_its_holder():
    passed = [{"id": "duty", "title": "Duty", "accountable": [{"who": "chief"}]}]
    _, after = draw_union([moved(), moved(responsibilities=passed)], ["Before", "After"])
    lines = {(key, line.text): line.words for key, box in boxes_of(after).items() for line in box.lines}
    assert lines[("top/north", "Answers for: Duty")] == ("gone from here",)
    assert lines[("top/south", "Answers for: Duty")] == ("new here",)


def test_only_what_differs_is_drawn_with_what_is_above_it():
    posts = [post("boss", "north"), post("chief", "north")]
    _, after = draw_union([moved(), moved(posts=posts)], ["Before", "After"])
    assert set(boxes_of(after)) == {"/top", "top/north", "top/south"}


def test_no_difference_is_said():
    for picture in draw_union([moved(), moved()], ["Before", "After"]):
        assert picture.message.startswith("Nothing that this picture shows is different")
        assert picture.boxes == ()


def test_hostile_names_and_titles_stay_text():
    units = [*BASE["units"], unit("extra", "top", title=HOSTILE[0])]
    for picture in draw_union([moved(), moved(units=units)], ["Before", HOSTILE[3]]):
        assert "<script" not in picture.svg
        assert "<img" not in picture.svg


def test_the_word_for_a_ghost_is_never_what_is_cut_off():
    long = {"id": "duty", "title": "A duty with a very long name " * 6}
    before = moved(responsibilities=[{**long, "accountable": [{"who": "boss"}]}])
    after = moved(responsibilities=[{**long, "accountable": [{"who": "chief"}]}])
    _, picture = draw_union([before, after], ["Before", "After"])
    assert "…" in picture.svg
    assert "(gone from here)" in picture.svg
    assert "(new here)" in picture.svg


def test_what_only_another_option_has_is_not_called_gone():
    first = moved(units=[*BASE["units"], unit("extra", "top")])
    pictures = draw_union([moved(), first, moved()], ["Before", "One", "Two"])
    assert [boxes_of(picture)["top/extra"].words for picture in pictures] == [
        ("not yet here",),
        ("new here",),
        ("not in this option",),
    ]
