"""Amounts that are known in part: an unknown is never nought, and one shared by two values moves neither of them."""

from math import inf

import pytest

from orgmodel.options.quantity import Part, Quantity, add_up, not_given, subtract
from orgmodel.render.quantities import say_quantity


def unknown(key: str, low: float = 0, high: float = 1) -> Part:
    return Part(key, f"whether {key}", low, high)


def test_bounds_are_the_fixed_part_and_what_the_unknowns_could_add() -> None:
    found = Quantity(3, (unknown("a"), unknown("b", 0, 4)))
    assert (found.low, found.high, found.known) == (3, 8, False)
    assert (Quantity(3).low, Quantity(3).high, Quantity(3).known) == (3, 3, True)


def test_a_weight_below_nought_turns_the_bounds_round() -> None:
    assert (found := Quantity(3, (unknown("a", 0, 4),)).scaled(-2)).low == -14
    assert found.high == -6


def test_a_weight_of_nought_takes_the_unbounded_away_and_gives_no_nonsense() -> None:
    found = not_given("cost", "not stated").scaled(0)
    assert (found.low, found.high) == (0, 0)


def test_an_unknown_under_one_key_moves_a_sum_once_and_both_of_its_terms() -> None:
    found = add_up([Quantity(1, (unknown("a"),)), Quantity(2, (unknown("a", 0, 3),)), Quantity(0, (unknown("b"),))])
    assert (found.low, found.high, len(found.parts)) == (3, 8, 2)


def test_a_sum_with_something_that_cannot_be_given_cannot_be_given() -> None:
    assert not add_up([Quantity(5), not_given("cost", "not stated")]).given


def test_what_two_values_share_leaves_their_difference_known() -> None:
    one, other = Quantity(5, (unknown("shared"),)), Quantity(3, (unknown("shared"),))
    assert (subtract(one, other).low, subtract(one, other).high) == (2, 2)
    apart = subtract(Quantity(5, (unknown("mine"),)), Quantity(3, (unknown("theirs"),)))
    assert (apart.low, apart.high) == (1, 3)


def test_unknowns_without_a_bound_or_with_other_bounds_never_cancel() -> None:
    endless = Quantity(0, (unknown("cost", 0, inf),))
    assert (subtract(endless, endless).low, subtract(endless, endless).high) == (-inf, inf)
    other = subtract(Quantity(0, (unknown("a", 0, 1),)), Quantity(0, (unknown("a", 0, 2),)))
    assert (other.low, other.high) == (-2, 1)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(3), "3"),
        (Quantity(0), "0"),
        (Quantity(1250000), "1,250,000"),
        (Quantity(3, (unknown("a", 0, 2),)), "3 to 5"),
        (Quantity(3, (unknown("a", 0, inf),)), "at least 3"),
        (Quantity(0, (unknown("a", 0, inf),)), "not known"),
        (not_given("a", "not stated"), "not known"),
        (Quantity(0.5), "0.5"),
        (Quantity(-2, (unknown("a", -inf, 0),)), "at most -2"),
    ],
)
def test_it_is_said_in_words_and_what_is_not_known_never_as_nought(quantity: Quantity, words: str) -> None:
    assert say_quantity(quantity) == words
