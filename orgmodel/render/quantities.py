"""Amounts in words: a number, an interval, or that it is not known. What is not known is never said as nought."""

from __future__ import annotations

from math import inf

from orgmodel.options.quantity import Quantity

NOT_KNOWN = "not known"


def say_quantity(quantity: Quantity, unit: str = "") -> str:
    """`3`, `3 to 5 pounds`, `at least 3`, `at most 5`, or `not known` where no bound says anything."""
    if says_nothing(quantity):
        return NOT_KNOWN
    return f"{say_bounds(quantity.low, quantity.high)} {unit}".strip()


def says_nothing(quantity: Quantity) -> bool:
    """Whether nothing is known of it: no bound, or only that it is no less (or no more) than nought."""
    unbounded = quantity.low == -inf, quantity.high == inf
    return all(unbounded) or (any(unbounded) and quantity.fixed == 0 and 0 in (quantity.low, quantity.high))


def say_bounds(low: float, high: float) -> str:
    """An interval as people say it."""
    if low == high:
        return number(low)
    if high == inf:
        return f"at least {number(low)}"
    if low == -inf:
        return f"at most {number(high)}"
    return f"{number(low)} to {number(high)}"


def number(value: float) -> str:
    """`1,250` or `0.5`; without an exponent."""
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
