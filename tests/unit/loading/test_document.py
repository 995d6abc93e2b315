from orgmodel.errors import Place
from orgmodel.loading import read_document

TEXT = """\
id: a
units:
  - id: b
    head: [{who: c}]
  - {id: d, value: {low: 1}}
"""


def test_the_place_of_each_value_and_key() -> None:
    document = read_document(TEXT, "a.yaml")

    assert document.place(()) == Place("a.yaml", 1, 1)
    assert document.place(("units", 0, "head", 0, "who")) == Place("a.yaml", 4, 18)
    assert document.key_place(("units", 0, "head", 0, "who")) == Place("a.yaml", 4, 13)
    assert document.key_place(("units", 1)) == Place("a.yaml", 5, 5)


def test_what_the_file_does_not_have_is_at_the_nearest_thing_around_it() -> None:
    document = read_document(TEXT, "a.yaml")

    assert document.place(("units", 0, "title")) == Place("a.yaml", 3, 5)
    assert document.place(("units", 7)) == Place("a.yaml", 3, 3)
    assert document.place(("nothing",)) == Place("a.yaml", 1, 1)


def test_steps_that_a_validator_adds_are_left_out() -> None:
    document = read_document(TEXT, "a.yaml")

    assert document.real_path(("units", 0, "head", "claims", 0, "who")) == ("units", 0, "head", 0, "who")
    assert document.real_path(("units", 1, "value", "Range", "low")) == ("units", 1, "value", "low")
    assert document.value(("units", 1, "value", "Range", "low")) == 1


def test_all_places_at_once() -> None:
    assert read_document("a: [1]", "a.yaml").places() == {
        (): Place("a.yaml", 1, 1),
        ("a",): Place("a.yaml", 1, 4),
        ("a", 0): Place("a.yaml", 1, 5),
    }
