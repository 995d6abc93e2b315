"""All options in one picture: what is new or gone says in which of them, wide and low where a screen shows it."""

import itertools
import re

from orgmodel.pictures import draw_overlay
from orgmodel.pictures.layout import place_across
from orgmodel.pictures.overlay import say_options
from orgmodel.pictures.svg import size_of
from tests.unit.pictures.building import HOSTILE, make_model, post, unit

TODAY = {
    "units": [unit("top"), unit("north", "top"), unit("south", "top"), unit("team", "north")],
    "posts": [post("boss", "north"), post("chief", "south")],
    "responsibilities": [{"id": "duty", "title": "Duty", "accountable": [{"who": "boss"}]}],
}
MOVED = {**TODAY, "units": [unit("top"), unit("north", "top"), unit("south", "top"), unit("team", "south")]}
HANDED = {**MOVED, "responsibilities": [{"id": "duty", "title": "Duty", "accountable": [{"who": "chief"}]}]}


def drawn(*states, **how):
    return draw_overlay([make_model(**state) for state in states], **how)


def boxes_of(picture):
    return {box.key: box for tree in picture.boxes for box in tree.walk()}


def test_what_differs_says_in_which_options():
    boxes = boxes_of(drawn(TODAY, MOVED, HANDED))
    assert boxes["north/team"].words == ("gone in options 1 and 2",)
    assert boxes["north/team"].presence == "ghost"
    assert boxes["south/team"].words == ("new in options 1 and 2",)
    assert boxes["south/team"].presence == "new"
    lines = {line.text: line for box in boxes.values() for line in box.lines if line.kind == "answers"}
    told = [line.words for box in boxes.values() for line in box.lines if line.kind == "answers"]
    assert sorted(told) == [("gone in option 2",), ("new in option 2",)]
    assert set(lines) == {"Answers for: Duty"}


def test_what_is_gone_in_one_option_alone_is_no_ghost():
    boxes = boxes_of(drawn(TODAY, TODAY, MOVED))
    assert boxes["north/team"].words == ("gone in option 2",)
    assert boxes["north/team"].presence == "here"


def test_what_a_post_answers_for_stands_only_where_it_is_while_it_does():
    """In an option the post moves and gives up its duty: it never has it in the other unit."""
    gone = {
        **TODAY,
        "posts": [post("boss", "south"), post("chief", "south")],
        "responsibilities": HANDED["responsibilities"],
    }
    boxes = boxes_of(drawn(TODAY, gone))
    of_south = [(line.kind, line.text, line.words) for line in boxes["top/south"].lines]
    assert ("post", "Boss", ("new in option 1",)) in of_south
    assert [words for kind, _, words in of_south if kind == "answers"] == [("new in option 1",)], "the chief's alone"


def test_few_words_are_drawn_and_all_are_told():
    few, fewest = (drawn(TODAY, MOVED, HANDED, words=words) for words in ("few", "fewest"))
    for picture in (few, fewest):
        assert "Answers for:" not in picture.svg
        assert "without a change" not in picture.svg
        assert "new in 1 and 2" in picture.svg
        assert "new in options 1 and 2" in " ".join(box.spoken() for box in boxes_of(picture).values())
    assert "Duty" in few.svg
    assert "Duty" not in fewest.svg
    assert "what they answer for is not drawn" in fewest.description.lower()


def test_across_nothing_lies_on_anything_else_and_what_is_below_stands_to_the_right():
    picture = drawn(TODAY, MOVED, HANDED, across=True)
    placed = place_across(picture.boxes, size_of).placed
    for one, other in itertools.combinations(placed, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y
    at = {place.box.key: place for place in placed}
    assert at["/top"].x + at["/top"].width < at["top/north"].x < at["north/team"].x
    assert at["top/north"].line[-1] == (at["top/north"].x, at["top/north"].y + 24)


def test_narrower_boxes_are_higher_and_lose_no_word():
    wide, narrow = (drawn(TODAY, MOVED, HANDED, across=True, width=width) for width in (264.0, 164.0))
    assert narrow.width < wide.width
    said = [" ".join(re.findall(r"<text[^>]*>([^<]*)", picture.svg)) for picture in (wide, narrow)]
    assert said[0] == said[1]


def test_nothing_that_differs_is_no_picture():
    picture = drawn(TODAY, TODAY)
    assert picture.shown == 0
    assert "Nothing that this picture shows is different" in picture.message


def test_hostile_names_are_text():
    units = [unit("top"), {**unit("north", "top"), "title": HOSTILE[0]}, unit("south", "top"), unit("team", "north")]
    picture = drawn({**TODAY, "units": units}, HANDED)
    assert "<script>" not in picture.svg


def test_options_are_counted_up():
    assert say_options([1]) == "option 1"
    assert say_options([1, 2, 4]) == "options 1, 2 and 4"
    assert say_options([2, 3], "") == "2 and 3"
