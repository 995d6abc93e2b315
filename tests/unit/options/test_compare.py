"""What an option does to findings, from rows alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from orgmodel.options import OptionResult, apply, compare, compare_rows
from tests.unit.options.small import do, option, small_model


@dataclass(frozen=True)
class FakeRow:
    finding: str
    verdict: str
    identity: tuple[tuple[str, str], ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    evidence: tuple[Any, ...] = ()
    severity: str = "high"
    title: str = "Does anyone answer for it?"
    sentence: str = ""
    basis: str = "stated"


def row(verdict: str, thing: str = "lifting", **more: Any) -> FakeRow:
    return FakeRow("ownerless", verdict, (("responsibility", thing),), **more)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("fail", None, "closed"),
        ("fail", "pass", "closed"),
        ("fail", "info", "closed"),
        (None, "fail", "opened"),
        ("pass", "fail", "opened"),
        ("info", "fail", "opened"),
        ("unknown", "pass", "settled"),
        ("unknown", None, "settled"),
        ("unknown", "fail", "settled"),
        ("pass", "unknown", "become_unknown"),
        (None, "unknown", "become_unknown"),
        ("fail", "unknown", "become_unknown"),
        ("fail", "fail", "still"),
        ("unknown", "unknown", "still"),
        ("info", None, "changed"),
    ],
)
def test_how_a_verdict_moves(before: str | None, after: str | None, kind: str) -> None:
    model = small_model()
    old, new = ([row(verdict)] if verdict else [] for verdict in (before, after))
    assert [shift.kind for shift in compare_rows(model, old, model, new)] == [kind]


def test_passes_on_both_sides_are_not_told() -> None:
    assert compare_rows(small_model(), [row("pass")], small_model(), []) == ()


def test_the_same_verdict_with_other_columns_or_evidence_has_changed() -> None:
    model = small_model()
    (columns,) = compare_rows(
        model, [row("fail", values={"n": 2, "m": 1})], model, [row("fail", values={"n": 3, "m": 1})]
    )
    assert (columns.kind, columns.changed, columns.evidence_differs) == ("changed", ("n",), False)
    (evidence,) = compare_rows(model, [row("fail", evidence=("a",))], model, [row("fail", evidence=("b",))])
    assert (evidence.kind, evidence.changed, evidence.evidence_differs) == ("changed", (), True)


def test_a_finding_that_ends_because_its_thing_does_says_so() -> None:
    model = small_model()
    after = apply(model, option(do("close-post", post="crane-lead")))
    fails, unknown = (row(verdict, "crane-lead") for verdict in ("fail", "unknown"))
    (closed,) = compare_rows(model, [fails], after, [])
    (gone,) = compare_rows(model, [unknown], after, [])
    assert (closed.kind, closed.thing_gone, gone.kind) == ("closed", True, "gone")


def test_things_are_named_also_when_only_the_option_has_them() -> None:
    post = {"id": "clerk", "title": "Clerk"}
    after = apply(small_model(), option(do("create-post", post=post)))
    (shift,) = compare_rows(small_model(), [], after, [row("fail", "clerk")])
    assert shift.names == ("Clerk",)


def test_words_in_an_identity_are_no_names() -> None:
    told = FakeRow("unclear", "fail", (("responsibility", "lifting"), ("chain", "line")))
    (shift,) = compare_rows(small_model(), [], small_model(), [told])
    assert shift.names == ("Lifting",)


def test_options_stand_beside_each_other_with_their_losses_and_questions_and_none_wins() -> None:
    model = small_model()
    first = option(do("transfer", responsibilities=["lifting"], **{"from": "dock-master"}, to="unknown"), id="first")
    second = option(do("ask", question="How many?"), id="second", standing="preferred", by="The clerk")
    rows = ([row("unknown")], [row("fail")])
    results = [OptionResult(each, apply(model, each), new) for each, new in zip((first, second), rows, strict=True)]
    found = compare(model, [row("fail")], results)
    assert (found.account_of, found.as_of, found.marking) == ("its clerk", "2024-01-01", "invented")
    one, other = found.options
    assert (dict(one.counts)["become_unknown"], dict(other.counts)["still"]) == (1, 1)
    assert [loss.thing for loss in one.losses] == ["lifting"]
    assert [question.text for question in other.questions] == ["How many?"]
    assert (other.standing, other.by) == ("preferred", "The clerk")
