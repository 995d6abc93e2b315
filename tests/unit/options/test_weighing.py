"""Criteria over sides of a comparison: values, sums, who is outdone, and which unknowns could turn an order."""

from math import inf
from typing import Any

import pytest

from orgmodel.errors import DefinitionError, UsageError
from orgmodel.options.criteria import Countable, Criteria, read_criteria, read_short, write_short
from orgmodel.options.weighing import Weighed
from tests.unit.options.sides import FakeMeasure, FakePrinciple, beside, criteria, row, side
from tests.unit.options.small import do, option

KEEP = do("rename", thing="docks", title="Quays")
ONE, OTHER = option(KEEP, id="one"), option(KEEP, id="other")
FINDINGS = {"count": "findings"}


def weighed(*sides: Any, by: Criteria) -> Weighed:
    found = beside(*sides, criteria=by).weighed
    assert found is not None
    return found


def bounds(found: Weighed) -> list[tuple[float, float]]:
    return [(each.low, each.high) for each in found.sums]


def test_findings_are_counted_and_those_that_cannot_be_told_widen_the_count() -> None:
    found = weighed(side(rows=(row("fail"), row("unknown", "berths"), row("info", "x"), row("pass", "y"))),
                    by=criteria(FINDINGS))  # fmt: skip
    assert (found.values[0].values[0].low, found.values[0].values[0].high) == (1, 2)


@pytest.mark.parametrize(
    ("narrowed", "count"),
    [({"severity": "high"}, 1), ({"severity": "low"}, 1), ({"family": "structure"}, 1), ({"finding": "ownerless"}, 1)],
)
def test_findings_are_narrowed_by_severity_family_or_finding(narrowed: dict[str, str], count: int) -> None:
    rows = (row("fail"), row("fail", "berths", "split", severity="low"))
    found = weighed(side(rows=rows), by=criteria(FINDINGS | narrowed))
    assert found.values[0].values[0].fixed == count


@pytest.mark.parametrize(
    ("verdict", "withheld", "expected"),
    [
        ("kept", False, (1, 1)),
        ("not kept", False, (0, 0)),
        ("not kept", True, (0, 0)),
        ("we do not know", False, (0, 1)),
        ("not computed", False, (0, 1)),
        ("kept", True, (0, 1)),
    ],
)
def test_a_principle_counts_one_only_where_it_is_kept_for_certain(
    verdict: str, withheld: bool, expected: tuple[float, float]
) -> None:
    kept = side(principles=(FakePrinciple("one-lead", verdict, withheld),))
    found = weighed(kept, by=criteria({"count": "principle", "principle": "one-lead", "better": "more"}))
    assert bounds(found) == [expected]


def test_a_measure_that_is_not_given_cannot_be_given_and_one_that_is_at_least_has_no_upper_bound() -> None:
    by = criteria({"count": "metric", "metric": "layers", "better": "more"})
    assert not weighed(side(metrics=(FakeMeasure("layers", "", None, None),)), by=by).sums[0].given
    assert not weighed(side(metrics=()), by=by).sums[0].given
    assert bounds(weighed(side(metrics=(FakeMeasure("layers", "", 3, None),)), by=by)) == [(3, inf)]


def test_the_sum_takes_off_where_less_is_better_and_weighs_each_as_it_is_told() -> None:
    by = criteria(FINDINGS | {"weight": 2}, {"count": "disruption", "kind": "units_moved", "weight": 5})
    moved = option(do("move-unit", unit="cranes", part_of="pilots"), id="moved")
    found = weighed(side(rows=(row("fail"), row("fail", "berths"))), side(moved, rows=(row("fail"),)), by=by)
    assert bounds(found) == [(-4, -4), (-7, -7)]
    assert [(pair.order, pair.difference.low) for pair in found.pairs] == [("above", 3)]


def test_a_side_is_outdone_where_it_is_worse_on_one_and_better_on_none() -> None:
    worse, better = side(rows=(row("fail"),)), side(ONE)
    found = weighed(worse, better, by=criteria(FINDINGS))
    assert (found.outdone(0), found.outdone(1)) == ((1,), ())


def test_equal_sides_do_not_outdo_each_other() -> None:
    found = weighed(side(ONE, rows=(row("fail"),)), side(OTHER, rows=(row("fail"),)), by=criteria(FINDINGS))
    assert [each.outdone for each in found.dominations] == ["no", "no"]
    assert found.pairs[0].order == "same"


def test_better_on_one_and_worse_on_another_is_not_outdone() -> None:
    moved = option(do("move-unit", unit="cranes", part_of="pilots"), id="moved")
    by = criteria(FINDINGS, {"count": "disruption", "kind": "units_moved"})
    found = weighed(side(rows=(row("fail"),)), side(moved), by=by)
    assert [each.outdone for each in found.dominations] == ["no", "no"]


def test_an_unknown_of_one_side_alone_leaves_it_untold_and_one_that_both_share_does_not() -> None:
    alone = weighed(side(rows=(row("fail"),)), side(ONE, rows=(row("unknown", "berths"),)), by=criteria(FINDINGS))
    assert alone.outdone(0, "cannot be told") == (1,)
    shared = row("unknown", "berths")
    both = weighed(side(rows=(row("fail"), shared)), side(ONE, rows=(shared,)), by=criteria(FINDINGS))
    assert both.outdone(0) == (1,)
    assert both.pairs[0].order == "below"


def test_the_same_row_on_other_evidence_is_another_unknown() -> None:
    one, other = row("unknown", "berths", evidence=("a",)), row("unknown", "berths", evidence=("b",))
    found = weighed(side(rows=(one, row("fail"))), side(ONE, rows=(other,)), by=criteria(FINDINGS))
    assert (found.pairs[0].order, found.pairs[0].difference.low, found.pairs[0].difference.high) == ("open", -2, 0)


def test_an_unknown_cost_is_never_nought_and_decides_nothing() -> None:
    cheap = option(KEEP, id="cheap", costs=[{"what": "moving", "amount": 10}])
    by = criteria({"count": "cost", "often": "one_off"})
    found = weighed(side(cheap), side(ONE), by=by)
    assert [each.outdone for each in found.dominations] == ["cannot be told", "cannot be told"]
    assert not found.sums[1].given
    assert found.pairs[0].order == "open"


def test_what_it_would_take_is_the_fewest_answers_that_settle_the_order() -> None:
    rows = tuple(row("unknown", thing) for thing in ("berths", "lifting", "dredging"))
    found = weighed(side(rows=(row("fail", "pilotage"), row("fail", "x"))), side(ONE, rows=rows), by=criteria(FINDINGS))
    pair = found.pairs[0]
    assert (pair.order, pair.difference.low, pair.difference.high) == ("open", -2, 1)
    assert (pair.to_be_above, pair.to_be_below) == (3, 2)


def test_a_question_about_what_cannot_be_told_could_turn_the_order_and_others_could_not() -> None:
    ask = option(
        KEEP,
        do("ask", question="Who lifts?", about=["lifting"], decided_by="chief"),
        do("ask", question="What colour?", about=["docks"]),
        id="ask",
    )
    rows = (row("unknown", "lifting"), row("unknown", "berths"))
    compared = beside(side(rows=(row("fail", "pilotage"),)), side(ask, rows=rows), criteria=criteria(FINDINGS))
    lifts, colour = compared.open[0].bearings
    assert [(turn.against, turn.alone) for turn in lifts.turns] == [(0, False)]
    assert [(move.criterion, move.by) for move in lifts.moves] == [(0, 1)]
    assert [row.identity for row in lifts.rows] == [(("responsibility", "lifting"),)]
    assert (colour.turns, colour.moves, colour.rows) == ((), (), ())
    assert [found.point.what for found in compared.open[0].others] == ["It cannot be told."]


def test_an_answer_that_settles_the_order_by_itself_says_so() -> None:
    ask = option(KEEP, do("ask", question="Who lifts?", about=["lifting"]), id="ask")
    compared = beside(
        side(rows=(row("fail", "pilotage"),)),
        side(ask, rows=(row("unknown", "lifting"), row("fail", "berths"))),
        criteria=criteria(FINDINGS, {"count": "open_questions", "weight": 0}),
    )
    (found,) = compared.open[0].bearings
    assert [(turn.against, turn.alone) for turn in found.turns] == [(0, True)]


def test_without_criteria_there_is_no_sum() -> None:
    assert beside(side(), side(ONE)).weighed is None


KNOWN = Countable({"family": {"ownership"}, "finding": {"ownerless"}, "principle": set(), "metric": {"layers"}})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("criteria: []", "criteria"),
        ("criteria: [{count: findings, better: less}]", "weight"),
        ("criteria: [{count: findings, better: less, weight: -1}]", "weight"),
        ("criteria: [{count: findings, better: less, weight: .inf}]", "weight"),
        ("criteria: [{count: findings, better: lower, weight: 1}]", "better"),
        ("criteria: [{count: findings, kind: units_moved, better: less, weight: 1}]", "'kind' says nothing"),
        ("criteria: [{count: metric, better: less, weight: 1}]", "needs 'metric'"),
        ("criteria: [{count: findings, family: ownershp, better: less, weight: 1}]", "Did you mean 'ownership'?"),
        ("criteria: [{count: principle, principle: x, better: more, weight: 1}]", "This model has none."),
    ],
)
def test_criteria_that_make_no_sense_are_refused_with_a_place_and_a_word(text: str, words: str) -> None:
    with pytest.raises(DefinitionError) as refused:
        read_criteria(text, "ours.yaml", KNOWN)
    said = "\n".join(map(str, refused.value.problems))
    assert words in said
    assert "ours.yaml:1" in said


def test_the_address_holds_the_same_criteria_as_the_file() -> None:
    text = """
criteria:
  - {count: metric, metric: layers, about: 'a,b;c=d', better: less, weight: 0.5}
  - {count: losses, better: less, weight: 3}
"""
    found = read_criteria(text, "ours.yaml", KNOWN)
    assert read_short(write_short(found), KNOWN) == found


@pytest.mark.parametrize("short", ["nonsense", "count=findings", "count=findings,better=less,weight=x", ";"])
def test_an_address_with_broken_criteria_is_refused(short: str) -> None:
    with pytest.raises(UsageError):
        read_short(short, KNOWN)
