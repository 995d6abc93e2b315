"""Measures of a structure are intervals where the text does not tell all, and are not given where they mislead."""

from __future__ import annotations

import pytest

from orgmodel.answers.metrics import SENIOR_ONLY, Metric, measure
from orgmodel.model import Model
from orgmodel.render.metrics import say_metric

ABOUT = {
    "id": "m", "title": "M", "account_of": "A test", "as_of": "2024-03-01", "marking": "Invented",
    "organisation": "authority",
}  # fmt: skip
HIGH, LOW = {"id": "high", "title": "High"}, {"id": "low", "title": "Low"}


def post(
    ident: str, grade: str, unit: str | None = None, above: str | None = None, **more: object
) -> dict[str, object]:
    return {
        "id": ident, "title": ident, "grade": grade,
        "in_unit": [{"who": unit}] if unit else [], "reports_to": [{"who": above}] if above else [], **more,
    }  # fmt: skip


def model_of(*posts: dict[str, object], **more: object) -> Model:
    units = [{"id": "authority", "title": "Authority", "kind": "kind", "head": [{"who": "chief"}]}]
    units += [{"id": ident, "title": ident, "kind": "kind", "part_of": [{"who": "authority"}]} for ident in ("north", "south")]  # fmt: skip  # noqa: E501
    lists = {"unit_kinds": [{"id": "kind", "title": "Kind"}], "grades": [HIGH, LOW], "units": units, "posts": posts}
    return Model.model_validate({"about": ABOUT, **lists, **more})


def values(model: Model, name: str) -> dict[str, tuple[float | None, float | None]]:
    return {metric.about: (metric.low, metric.high) for metric in measure(model) if metric.name == name}


STAFFED = (
    post("chief", "high"),
    post("a", "high", "north", "chief"),
    post("b", "low", "south", "chief"),
    post("c", "low", "north", "a"),
    post("d", "low"),
)


def test_a_post_placed_nowhere_widens_the_share_of_every_group() -> None:
    # Of the four posts below the head, two are in the north, one in the south, and one could be in either.
    assert values(model_of(*STAFFED), "share of posts") == {"north": (2, 3), "south": (1, 2)}


def test_what_lies_in_the_organisation_itself_or_outside_is_placed() -> None:
    more = (post("secretary", "high", "authority"), post("auditor", "high", "audit-office"))
    outside = {"id": "audit-office", "title": "Audit office", "kind": "kind", "outside": True}
    model = model_of(*STAFFED[:4], *more)
    model = Model.model_validate(model.model_dump(exclude_unset=True) | {"units": [*model.units, outside]})
    shares = {"north": (2, 2), "south": (1, 1), "authority": (1, 1), "audit-office": (1, 1)}
    assert values(model, "share of posts") == shares


def test_whoever_no_line_is_told_of_could_report_to_any_manager() -> None:
    assert values(model_of(*STAFFED), "span of control") == {"a": (1, 2), "chief": (2, 3)}
    # Chief, a, c: three layers at the least, since d may lie below c.
    assert values(model_of(*STAFFED), "layers") == {"": (3, None)}
    assert values(model_of(*STAFFED[:4]), "layers") == {"": (3, 3)}


def test_of_senior_posts_alone_spans_are_not_given() -> None:
    given = [metric for metric in measure(model_of(*STAFFED[:3])) if metric.name in ("span of control", "layers")]
    assert [(metric.low, metric.high, metric.note) for metric in given] == [(None, None, SENIOR_ONLY)] * 2


def test_staff_who_are_counted_and_not_listed_belong_to_a_span() -> None:
    staff = [{"id": "clerks", "title": "Clerks", "fte": 3.5, "reports_to": [{"who": "b"}]}]
    assert values(model_of(*STAFFED[:3], staff_groups=staff), "span of control") == {"b": (3.5, 3.5), "chief": (2, 2)}


def test_load_and_exclusivity_are_at_least_and_at_most() -> None:
    duties = [
        {"id": f"duty-{number}", "title": "Duty", "accountable": [{"who": who}]}
        for number, who in enumerate(("a", "a", "b", "c"))
    ]
    model = model_of(*STAFFED, responsibilities=duties)
    # In the high grade: chief none, a two. Whether either has more is not told.
    assert values(model, "load within a grade")["high"] == (1, None)
    assert values(model, "answers for one thing only") == {"": (0, 2)}
    sure = (*STAFFED[:2], post("b", "high", "south", "chief", other_responsibilities="none"), *STAFFED[3:])
    assert values(model_of(*sure, responsibilities=duties), "answers for one thing only") == {"": (1, 2)}


@pytest.mark.parametrize(("owners", "height"), [(("c", "b"), (2, 2)), (("a", "c"), (1, 1)), (("d", "b"), (None, None))])
def test_height_is_the_longest_way_up_to_the_first_shared_manager(owners, height) -> None:  # type: ignore[no-untyped-def]
    duties = [
        {"id": f"duty-{who}", "title": "Duty", "accountable": [{"who": who}], "concerns": [{"who": "noise"}]}
        for who in owners
    ]
    model = model_of(*STAFFED, responsibilities=duties, subjects=[{"id": "noise", "title": "Noise"}])
    assert values(model, "height of the lowest common manager") == {"noise": height}


@pytest.mark.parametrize(
    ("metric", "said"),
    [
        (Metric("share of posts", "north", 2, 3, "posts", 4), "Share of posts, north: 2 to 3 of 4 posts"),
        (Metric("layers", "", 3, None, "layers"), "Layers: at least 3 layers"),
        (Metric("span of control", "a", 1, 1, "posts"), "Span of control, a: 1 post"),
        (Metric("layers", "", None, None, "layers", None, SENIOR_ONLY), f"Layers: {SENIOR_ONLY}"),
    ],
)
def test_how_a_measure_is_said(metric: Metric, said: str) -> None:
    assert say_metric(metric, str) == said


def test_an_empty_model_has_no_measure_but_says_why_spans_are_not_given() -> None:
    assert {metric.name for metric in measure(Model.model_validate({"about": ABOUT}))} == {"span of control", "layers"}
