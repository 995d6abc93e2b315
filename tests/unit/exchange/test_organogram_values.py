"""Single cells of organograms: days, numbers, holders, and names taken out of texts."""

import datetime as dt

import pytest

from orgmodel.exchange.organogram.names import Names
from orgmodel.exchange.organogram.values import (
    Holder,
    find_day,
    is_withheld,
    read_day,
    read_holder,
    read_number,
    unquote,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mar-11", "2011-03-31"),
        ("Sep-11", "2011-09-30"),
        ("Sept 2015", "2015-09-30"),
        ("30 September 2011", "2011-09-30"),
        ("31st March 2012", "2012-03-31"),
        ("30/09/2011", "2011-09-30"),
        ("2011-09-30", "2011-09-30"),
        ("2011-09-01", "2011-09-30"),
        ("2012-02", "2012-02-29"),
        ("Marching 11", None),
        ("31/02/2011", None),
        ("2011-13-01", None),
        ("", None),
    ],
)
def test_days_of_snapshots(text: str, day: str | None) -> None:
    assert read_day(text) == (dt.date.fromisoformat(day) if day else None)


def test_a_day_that_the_reader_gives_is_meant_as_it_stands() -> None:
    assert read_day("2011-09-01", month_end=False) == dt.date(2011, 9, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("home-office-2011-09-30-senior.csv", dt.date(2011, 9, 30)),
        ("Senior posts as at 31 March 2012 (revised)", dt.date(2012, 3, 31)),
        ("posts_sept_2014.xls", dt.date(2014, 9, 30)),
        ("senior-posts.csv", None),
    ],
)
def test_days_in_titles_and_names_of_files(text: str, day: dt.date | None) -> None:
    assert find_day(text) == day


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), ("0.50", 0.5), (".5", 0.5), ("£1,234", 1234), ("N/D", None), ("", None), ("-", None)]
)
def test_numbers(text: str, number: float | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["six", "1.2.3", "-4", "1e9", "nan", "inf", "9" * 400, "١"])
def test_what_is_no_number_raises(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a number|below nothing|too large"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("N/D", "withheld"),
        ("'Vacant'", "vacant"),
        ("VACANT POST", "vacant"),
        ("'Eliminated'", "closed"),
        ("", "not_stated"),
        ("N/A", "not_stated"),
        ("Ada Invented", "named"),
    ],
)
def test_holders(text: str, holder: Holder) -> None:
    assert read_holder(text) == holder


def test_quotes_around_whole_cells_come_off_and_others_stay() -> None:
    assert [unquote(text) for text in ("'Vacant'", "“Head”", "Secretary's", "'")] == [
        "Vacant",
        "Head",
        "Secretary's",
        "'",
    ]


def test_withheld_is_told_from_a_text_that_speaks_of_security() -> None:
    assert is_withheld("Information withheld on security grounds")
    assert not is_withheld("Leads on security. " * 10 + "Some information withheld.")
    assert not is_withheld("Security of information")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Office of Ada Invented", "Office of (name left out)"),
        ("ADA INVENTED's office", "(name left out) office"),
        ("Head of Invented Law", "Head of Invented Law"),
        ("write to a.b@lights.example now", "write to (name left out) now"),
        ("Ada's Lights", "Ada's Lights"),
    ],
)
def test_whole_names_leave_titles_and_ordinary_words_stay(text: str, clean: str) -> None:
    assert Names(["Ada Invented"]).clean(text) == clean


def test_surnames_and_the_words_of_the_own_name_leave_running_text() -> None:
    names = Names(["Dr Ada Invented", "Bo Law"])
    assert names.clean_prose("Ada, for Invented and Law. The law stands.", own="Ada Invented") == (
        "(name left out), for (name left out) and (name left out). The law stands."
    )
    assert names.clean_prose("Ada is a town.", own="N/D") == "Ada is a town."
