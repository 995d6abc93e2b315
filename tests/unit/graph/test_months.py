"""Whole months, from dates that may be bounds, at the edges of days, months and years."""

import datetime as dt

import pytest

from orgmodel.graph.properties import at_most_months, longer_than_months, months_between
from orgmodel.model import When

DAY = dt.date(2023, 3, 3)


def when(**bounds: str) -> When:
    """A date or its bounds, from ISO days."""
    return When.model_validate(bounds)


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2022-03-03", "2023-03-03", 12),
        ("2022-03-04", "2023-03-03", 11),
        ("2022-03-02", "2023-03-03", 12),
        ("2023-03-03", "2023-03-03", 0),
        ("2022-12-31", "2023-01-30", 0),
        ("2022-12-31", "2023-01-31", 1),
        ("2023-01-31", "2023-02-28", 0),
        ("2024-02-29", "2025-02-28", 11),
        ("2024-02-29", "2025-03-01", 12),
    ],
)
def test_whole_months_are_counted_as_a_calendar_does(earlier: str, later: str, months: int) -> None:
    assert months_between(dt.date.fromisoformat(earlier), dt.date.fromisoformat(later)) == months


@pytest.mark.parametrize(
    ("since", "longer_than", "at_most"),
    [
        (when(on="2022-03-02"), 12, 13),  # a year and a day: longer than 12 months, and not longer than 13
        (when(on="2022-03-03"), 11, 12),  # a year to the day is not longer than a year
        (when(on="2022-03-04"), 11, 12),
        (when(on="2023-03-02"), 0, 1),
        (when(on="2023-03-03"), None, 0),  # since today: it has not certainly lasted at all
        (when(before="2022-03-03"), 12, None),  # "for more than a year": no upper bound is known
        (when(after="2022-03-03"), None, 12),  # "for less than a year": no lower bound is known
        (when(after="2021-12-31", before="2023-01-01"), 2, 15),  # in 2022: 31 December to 1 January
        (when(on="2024-01-01"), None, None),
        (None, None, None),
    ],
)
def test_how_long_something_has_lasted_is_an_interval(
    since: When | None, longer_than: int | None, at_most: int | None
) -> None:
    assert longer_than_months(since, DAY) == longer_than
    assert at_most_months(since, DAY) == at_most


def test_a_year_and_a_month_are_bounds_as_well() -> None:
    assert longer_than_months(When.model_validate("2022"), DAY) == 2
    assert at_most_months(When.model_validate("2022"), DAY) == 15
    assert longer_than_months(When.model_validate("2022-02"), DAY) == 12
    assert at_most_months(When.model_validate("2022-02"), DAY) == 14
