"""What stands beside what: rows of every side in one order, in words, and criteria that tell sides apart."""

import pytest

from orgmodel.options.offering import offer_criteria
from orgmodel.render.beside import grids, lists, names_of, say_kept
from tests.unit.options.sides import FakeMeasure, FakePrinciple, beside, criteria, row, side
from tests.unit.options.small import do, option

KEEP = do("rename", thing="docks", title="Quays")
HEIGHT = "height of the lowest common manager"


@pytest.mark.parametrize(
    ("verdict", "withheld", "words"),
    [
        ("kept", False, "kept"),
        ("kept", True, "withheld in part; kept as far as it is published"),
        ("not kept", False, "not kept: breaks what you require"),
        ("we do not know", False, "cannot be told"),
        ("we do not know", True, "cannot be told; withheld in part"),
    ],
)
def test_a_principle_that_is_required_and_not_kept_says_so_and_what_is_withheld_is_said(
    verdict: str, withheld: bool, words: str
) -> None:
    assert say_kept(FakePrinciple("one-lead", verdict, withheld), required=True) == words


def test_a_measure_that_is_not_given_says_why_and_one_that_is_the_same_is_counted_and_not_shown() -> None:
    base = side(metrics=(FakeMeasure("layers", "", 3, 3), FakeMeasure(HEIGHT, "safety", 1, 1)))
    other = side(
        option(KEEP, id="one"),
        metrics=(
            FakeMeasure("layers", "", 3, 3),
            FakeMeasure(HEIGHT, "safety", None, None, note="No line leads there."),
        ),
    )
    found = next(grid for grid in grids(beside(base, other)) if grid.key == "metrics")
    assert [(line.label, line.cells) for line in found.rows] == [
        ("Height of the lowest common manager, Safety (steps)", ("1", "not given"))
    ]
    assert any("No line leads there." in note for note in found.notes)
    assert any(note.startswith("1 more") for note in found.notes)


def test_a_measure_of_a_subject_that_an_option_touches_is_shown_even_where_it_stays_the_same() -> None:
    moves = option(
        do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="crane-lead", part="accountable"),
        id="one",
    )
    same = (FakeMeasure(HEIGHT, "safety", 1, 1), FakeMeasure(HEIGHT, "docks", 1, 1))
    found = next(grid for grid in grids(beside(side(metrics=same), side(moves, metrics=same))) if grid.key == "metrics")
    assert [line.label for line in found.rows] == ["Height of the lowest common manager, Safety (steps)"]


def test_the_sides_stay_in_the_order_asked_for_whatever_the_sums() -> None:
    worst, best = side(option(KEEP, id="worst"), rows=(row("fail"),)), side(option(KEEP, id="best"))
    found = beside(side(rows=(row("fail"), row("fail", "x"))), worst, best, criteria=criteria({"count": "findings"}))
    assert names_of(found) == ("doing nothing", "worst", "best")
    sums = grids(found)[0].rows[-2]
    assert sums.cells == ("-2", "-1", "0")


def test_an_option_without_costs_or_benefits_says_so() -> None:
    told = {each.key: each for each in lists(beside(side(), side(option(KEEP, id="one"))))}
    assert told["benefits"].sides[1] == ()
    assert told["benefits"].empty == "No benefit is stated."
    assert all("it is not known" in line for line in told["costs"].sides[1])


def test_criteria_are_offered_only_where_they_tell_the_sides_apart() -> None:
    closes = option(do("close-post", post="crane-lead"), id="one", costs=[{"what": "leaving", "amount": 5}])
    found = offer_criteria(beside(side(rows=(row("fail"),)), side(closes)))
    offered = {(each.count, each.kind or each.severity or each.often) for each in found}
    assert ("findings", "high") in offered
    assert ("findings", "low") not in offered
    assert {("disruption", "posts_closed"), ("cost", "one_off"), ("cost", "recurring")} <= offered
    assert ("disruption", "units_moved") not in offered
