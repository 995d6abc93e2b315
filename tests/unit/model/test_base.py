import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from orgmodel.model import Claim, Fact, LineClaim, Post, Slot, Slug, State, When, summarise_states
from orgmodel.model.base import Amount, Day, Paragraph, Whole

DAY = dt.date


def refusal(cls: Any, value: object) -> str:
    """What a class says when it refuses a value."""
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(cls).validate_python(value)
    return raised.value.errors()[0]["msg"].removeprefix("Value error, ")


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2022-03-03", DAY(2022, 3, 3), DAY(2022, 3, 3)),
        ("2022-03", DAY(2022, 3, 1), DAY(2022, 3, 31)),
        ("2022-12", DAY(2022, 12, 1), DAY(2022, 12, 31)),
        ("2024-02", DAY(2024, 2, 1), DAY(2024, 2, 29)),
        ("2022", DAY(2022, 1, 1), DAY(2022, 12, 31)),
        (2022, DAY(2022, 1, 1), DAY(2022, 12, 31)),
        ("0002", DAY(2, 1, 1), DAY(2, 12, 31)),
        ("9998-12", DAY(9998, 12, 1), DAY(9998, 12, 31)),
        ("0001-01-01", DAY(1, 1, 1), DAY(1, 1, 1)),
        ("9999-12-31", DAY(9999, 12, 31), DAY(9999, 12, 31)),
        ({"after": "2022-03-03"}, DAY(2022, 3, 4), None),
        ({"before": "2022-03-03"}, None, DAY(2022, 3, 2)),
        ({"after": "2022-03-03", "before": "2022-04-03"}, DAY(2022, 3, 4), DAY(2022, 4, 2)),
        ({"on": "2022-03-03"}, DAY(2022, 3, 3), DAY(2022, 3, 3)),
    ],
)
def test_a_date_may_be_a_day_or_an_interval(written: object, earliest: dt.date | None, latest: dt.date | None) -> None:
    when = When.model_validate(written)

    assert (when.earliest, when.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({}, "a date needs a day, a month, a year, or 'after' or 'before'"),
        (
            {"after": "2022-03-03", "before": "2022-03-03"},
            ("'after' (2022-03-03) must be earlier than 'before' (2022-03-03)"),
        ),
        ("2022-13", "'2022-13' is not a month: write it as 2022-03"),
        ("2022-00", "'2022-00' is not a month: write it as 2022-03"),
        ("0001", "the year 0001 is out of reach: write one from 0002 to 9998"),
        ("9999", "the year 9999 is out of reach: write one from 0002 to 9998"),
        ("9999-12", "the year 9999 is out of reach: write one from 0002 to 9998"),
        ({"after": "9999-12-31"}, "no day lies after 9999-12-31 or before 0001-01-01"),
        ({"before": "0001-01-01"}, "no day lies after 9999-12-31 or before 0001-01-01"),
        ("2022-02-29", "not a day of the calendar"),
        ("2022-3-3", "not a day of the calendar"),
        ("3 March 2022", "not a day of the calendar"),
        (20220303, "not a day of the calendar"),
        (True, "not a day of the calendar"),
    ],
)
def test_dates_that_cannot_be(written: object, said: str) -> None:
    assert refusal(When, written) == said


@given(st.dates(min_value=DAY(2, 1, 1), max_value=DAY(9998, 12, 31)))
def test_a_month_and_a_year_hold_their_days(day: dt.date) -> None:
    for written in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        when = When.model_validate(written)
        assert when.earliest is not None
        assert when.latest is not None
        assert when.earliest <= day <= when.latest


@pytest.mark.parametrize("written", ["20220303", 86400, 0, "0", "2022-03-03T00:00:00", "2022-W01-1", 1.5, False])
def test_a_day_is_never_read_as_seconds_since_1970(written: object) -> None:
    assert refusal(Day, written) == "not a day of the calendar"


def test_a_day_that_is_one() -> None:
    assert TypeAdapter(Day).validate_python(DAY(2022, 3, 3)) == TypeAdapter(Day).validate_python("2022-03-03")


def test_a_fact_ends_after_it_starts() -> None:
    said = refusal(Fact, {"from": "2022-05", "until": "2022-04"})

    assert said == "'until' (2022-04-30) is before 'from' (2022-05-01)"
    assert Fact.model_validate({"from": "2022-04", "until": "2022-04"}).mode == "actual"
    assert Fact.model_validate({"from": "2022-04", "until": {"after": "2020-01-01"}}).until is not None


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], "not_stated"),
        (["known"], "known"),
        (["known", "known"], "known"),
        (["known", "open"], "open"),
        (["known", "not_stated"], "open"),
        (["known", "redacted"], "open"),
        (["known", "unclear"], "unclear"),
        (["known", "none"], "none"),
        (["unclear", "none"], "none"),
        (["open"], "open"),
        (["redacted"], "redacted"),
        (["redacted", "not_stated"], "redacted"),
        (["redacted", "open"], "open"),
        (["not_stated"], "not_stated"),
    ],
)
def test_the_one_state_of_a_slot(states: list[State], expected: State) -> None:
    slot = Slot[Claim](claims=tuple(Claim(who="x" if state == "known" else None, state=state) for state in states))

    assert slot.state == expected
    assert summarise_states(list(reversed(states))) == expected
    assert len(slot.known) == states.count("known")


def test_a_slot_is_a_list_or_a_mapping() -> None:
    assert Slot[Claim].model_validate([{"who": "a"}]) == Slot[Claim].model_validate({"claims": [{"who": "a"}]})
    assert Slot[Claim].model_validate({"claims": [{"who": "a"}], "complete": True}).complete
    assert Post(id="a", title="A").in_unit.state == "not_stated"


def test_a_claim_in_a_slot_is_of_its_class() -> None:
    post = Post.model_validate({"id": "a", "title": "A", "reports_to": [{"who": "b"}]})

    assert post.reports_to.claims == (LineClaim(who="b", kind="line"),)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({}, "a claim needs 'who', or a 'state' of none, unclear, not_stated, redacted or open"),
        ({"state": "known"}, "a claim needs 'who', or a 'state' of none, unclear, not_stated, redacted or open"),
        ({"who": "a", "state": "none"}, "a claim in state 'none' cannot also name 'who' (a); write two claims"),
        ({"who": "a", "state": "open"}, "a claim in state 'open' cannot also name 'who' (a); write two claims"),
    ],
)
def test_a_claim_names_somebody_or_a_silence(claim: object, said: str) -> None:
    assert refusal(Claim, claim) == said


@pytest.mark.parametrize("ident", ["a", "home-office", "a1-2b", "2023"])
def test_ids(ident: str) -> None:
    assert TypeAdapter(Slug).validate_python(ident) == ident


@pytest.mark.parametrize("ident", ["", "A", "a_b", "a b", "-a", "a-", "a--b", "é", "a\n", "a" * 121])
def test_what_is_no_id(ident: str) -> None:
    assert refusal(Slug, ident)


def test_numbers_are_numbers() -> None:
    assert TypeAdapter(Amount).validate_python("0.5") == 0.5
    assert TypeAdapter(Whole).validate_python("3") == 3
    assert refusal(Amount, True) == refusal(Whole, False) == "not a number"
    assert refusal(Whole, -1) == "Input should be greater than or equal to 0"


def test_a_paragraph_may_be_written_as_a_number() -> None:
    assert TypeAdapter(Paragraph).validate_python(69) == "69"
    assert refusal(Paragraph, 1.1) == refusal(Paragraph, True) == "Input should be a valid string"


def test_records_are_frozen_and_refuse_unknown_keys() -> None:
    post = Post(id="a", title="A")
    with pytest.raises(ValidationError):
        post.title = "B"  # type: ignore[misc]
    assert refusal(Post, {"id": "a", "title": "A", "headd": 1}) == "Extra inputs are not permitted"
    assert refusal(Post, {"id": "a", "title": "A", "fte": float("inf")}) == "Input should be a finite number"
