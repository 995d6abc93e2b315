"""Laws of setting options side by side, over random values of which parts are not known."""

from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.options.bill import find_bill
from orgmodel.options.criteria import Criterion
from orgmodel.options.quantity import Part, Quantity, add_up, subtract
from orgmodel.options.weighing import CriterionValues, find_outdone
from orgmodel.render.quantities import say_quantity
from tests.unit.options.small import option

KEYS = "abcd"
numbers = st.integers(-5, 5).map(float)
answers = st.fixed_dictionaries({key: st.floats(0, 1) for key in KEYS})
"""How each unknown turns out: 0 at its lower bound, 1 at its upper."""


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A number with up to three unknowns; those of one key have the same bounds everywhere, as one unknown has."""
    keys = draw(st.sets(st.sampled_from(KEYS), max_size=3))
    return Quantity(draw(numbers), tuple(Part(key, key, 0, float(KEYS.index(key) + 1)) for key in sorted(keys)))


@st.composite
def two_sides(draw: st.DrawFn) -> list[CriterionValues]:
    """Up to three criteria over two sides."""
    found = []
    for _ in range(draw(st.integers(1, 3))):
        criterion = Criterion(
            count="findings", better=draw(st.sampled_from(["less", "more"])), weight=draw(st.integers(0, 3))
        )
        found.append(CriterionValues(criterion, (draw(quantities()), draw(quantities()))))
    return found


def turned_out(quantity: Quantity, answer: dict[str, float]) -> float:
    return quantity.fixed + sum(part.low + answer[part.key] * part.span for part in quantity.parts)


def how_much_better(each: CriterionValues, answer: dict[str, float]) -> float:
    """How far the first side is better than the second, once everything is known."""
    first, second = (turned_out(value, answer) for value in each.values)
    return first - second if each.criterion.better == "more" else second - first


@given(two_sides(), answers)
@settings(max_examples=300, deadline=None)
def test_a_side_that_is_outdone_is_never_better_on_anything_however_it_turns_out(
    values: list[CriterionValues], answer: dict[str, float]
) -> None:
    if find_outdone(values, 0, 1) == "yes":
        better = [how_much_better(each, answer) for each in values]
        assert all(gain <= 1e-9 for gain in better)
        assert find_outdone(values, 1, 0) == "no"


@given(two_sides(), answers)
@settings(max_examples=300, deadline=None)
def test_a_side_that_is_worse_on_one_and_better_on_none_is_never_said_not_to_be_outdone(
    values: list[CriterionValues], answer: dict[str, float]
) -> None:
    better = [how_much_better(each, answer) for each in values]
    if all(gain <= 0 for gain in better) and any(gain < -1e-9 for gain in better):
        assert find_outdone(values, 0, 1) != "no"


@given(quantities(), quantities(), answers)
@settings(deadline=None)
def test_differences_and_sums_hold_whatever_the_unknowns_turn_out_to_be(
    one: Quantity, other: Quantity, answer: dict[str, float]
) -> None:
    difference, total = subtract(one, other), add_up([one, other])
    first, second = turned_out(one, answer), turned_out(other, answer)
    assert difference.low - 1e-9 <= first - second <= difference.high + 1e-9
    assert total.low - 1e-9 <= first + second <= total.high + 1e-9


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=4))
@settings(deadline=None)
def test_a_cost_that_is_not_known_is_never_counted_as_nought(amounts: list[int | None]) -> None:
    costs = [
        {"what": f"cost {number}", **({} if amount is None else {"amount": amount})}
        for number, amount in enumerate(amounts)
    ]
    found = find_bill(option(costs=costs), {}).sum_of("one_off").quantity
    if None in amounts or not amounts:
        assert found.high == inf
        assert say_quantity(found) != "0"
    else:
        assert (found.low, found.high) == (sum(amounts), sum(amounts))  # type: ignore[arg-type]
