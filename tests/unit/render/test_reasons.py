"""The second of two sentences: what leads to a row, by its links and by what the text says."""

from __future__ import annotations

from orgmodel.findings import Evidence, Finding
from orgmodel.findings.paths import find_path
from orgmodel.model import Model
from orgmodel.render.reasons import say_reason

MODEL = Model.model_validate(
    {
        "about": {
            "id": "m", "title": "M", "account_of": "A test", "as_of": "2024-01-01", "marking": "Invented",
            "organisation": "coast",
        },
        "unit_kinds": [{"id": "kind", "title": "Kind"}],
        "units": [{"id": "coast", "title": "Coast", "kind": "kind"}],
        "posts": [{"id": "warden", "title": "Warden"}, {"id": "chief", "title": "Chief"}],
        "subjects": [{"id": "floods", "title": "Floods", "forums": [{"state": "none"}]}],
        "boards": [{"id": "panel", "title": "Panel", "attendance": {"state": "known", "at_least": 14}}],
        "responsibilities": [
            {"id": "pumps", "title": "Pumps", "accountable": [{"state": "none"}, {"state": "unclear"}]},
            {"id": "gates", "title": "Gates", "accountable": [{"state": "redacted", "chain": "ministerial"}]},
            {"id": "walls", "title": "Walls", "accountable": [{"who": "warden", "until": "2020-01-01"}]},
        ],
    }
)  # fmt: skip


def reason(verdict: str, *keys: str) -> str:
    evidence = tuple(Evidence(key, "stated", ()) for key in keys)
    row = Finding("f", verdict, "high", (), {}, "", "", "", "stated", evidence)  # type: ignore[arg-type]
    return say_reason(find_path(MODEL, row), verdict)


def test_a_chain_is_told_from_who_answers_upwards() -> None:
    said = reason(
        "fail",
        "chief>HEADS>coast.head.0",
        "warden>ACCOUNTABLE_FOR>pumps.accountable.0",
        "warden>ACCOUNTABLE_FOR>gates.accountable.0.head",
        "warden>REPORTS_TO>chief.reports_to.0",
    )
    assert said == (
        "It rests on this: Warden answers, as head of the unit that is named, for Gates, and answers for Pumps, "
        "and reports to Chief; Chief heads Coast."
    )


def test_who_answers_is_told_before_what_that_concerns() -> None:
    said = reason(
        "fail",
        "pumps>CONCERNS>floods.concerns.0",
        "chief>ACCOUNTABLE_FOR>pumps.accountable.0",
        "warden>ACCOUNTABLE_FOR>gates.accountable.0",
    )
    assert said == ("It rests on this: Chief answers for Pumps; Warden answers for Gates; Pumps concerns Floods.")


def test_things_of_which_the_same_is_said_are_told_together() -> None:
    said = reason("fail", "warden>ACCOUNTABLE_FOR>pumps.accountable.0", "chief>ACCOUNTABLE_FOR>pumps.accountable.1")
    assert said == "It rests on this: each of Chief and Warden answers for Pumps."


def test_where_the_source_says_nobody_and_not_clear_both_are_told() -> None:
    assert reason("fail", "pumps.accountable.line") == (
        "It rests on this: the source says that nobody answers for Pumps in the line chain; "
        "the source says that people cannot tell who answers for Pumps in the line chain."
    )
    assert reason("fail", "floods.forums") == "It rests on this: the source says that no board looks at Floods."


def test_what_cannot_be_told_names_what_is_withheld_and_what_is_not_said() -> None:
    # What ended before the model's day says nothing of that day, and a chain is asked about apart from the others.
    said = reason("unknown", "gates.accountable.ministerial", "gates.accountable.line", "walls.accountable.line")
    assert said == (
        "It cannot be told because the source withholds who answers for Gates in the ministerial chain; "
        "the text does not say who answers for Gates in the line chain and who answers for Walls in the line chain."
    )


def test_a_fact_of_one_thing_is_named_and_a_thing_alone_needs_no_second_sentence() -> None:
    said = reason("fail", "panel", "panel.attendance")
    assert said == "It rests on this: what the text says of how many attend Panel."
    assert reason("fail", "panel") == ""


def test_no_more_is_told_than_can_be_read_and_the_rest_is_counted() -> None:
    keys = [f"{start}>{kind}>{end}.x.0" for start, kind, end in (
        ("warden", "REPORTS_TO", "chief"), ("chief", "HEADS", "coast"), ("coast", "PART_OF", "panel"),
        ("pumps", "CONCERNS", "floods"), ("panel", "SCRUTINISES", "walls"), ("gates", "CONCERNS", "panel"),
    )]  # fmt: skip
    assert reason("fail", *keys).endswith("; and 2 more things that it rests on.")
