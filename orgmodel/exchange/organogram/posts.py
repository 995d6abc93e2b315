"""Senior rows as posts: holder's state, grade, unit, line and profession, as records of definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from orgmodel.exchange.organogram.grades import GradeList
from orgmodel.exchange.organogram.problems import Noted
from orgmodel.exchange.organogram.reading import Row
from orgmodel.exchange.organogram.references import PostRows, Superiors
from orgmodel.exchange.organogram.units import Units
from orgmodel.exchange.organogram.values import NOTHING, Holder, is_withheld, read_holder, read_number

SENIOR, JUNIOR = "organogram-senior", "organogram-junior"
STATES: dict[Holder, str] = {"named": "filled", "withheld": "filled", "vacant": "vacant", "closed": "closed"}
NAME_WITHHELD = "The list withholds the name."
MONEY = ("cost", "floor", "ceiling", "pay")
Record = dict[str, Any]


@dataclass(frozen=True)
class Around:
    """What rows of one snapshot are read with."""

    grades: GradeList
    units: Units
    superiors: Superiors
    noted: Noted


def part_of(reference: str) -> str:
    """The part of the source that a reference stands for, as citations can name it."""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", reference).strip("-") or "rows-without-reference"


def read_amount(row: Row, field: str, noted: Noted) -> float | None:
    """A number of a row; what is none is noted, and read as not given."""
    try:
        return read_number(row[field])
    except ValueError as error:
        what = f"'{row[field][:60]}' is {error}; it was read as not given"
        noted.add("number", row.place(field), what, "Write a number, or leave the cell empty.")
        return None


def build_post(post: PostRows, around: Around) -> Record:
    """The record of a post. What cannot stand is noted and left out."""
    first = post.rows[0]
    cite = f"{SENIOR}#{part_of(post.reference)}"
    _check_row(post.rows, around.noted)
    record: Record = {"id": post.id, "title": _title(post, around.noted), "cites": [cite]}
    record |= {"reference": post.reference, "profession": first["profession"], "fte": _fte(post, around.noted)}
    grade = around.grades.ids.get(first["grade"])
    unit = around.units.find(first)
    record["grade"] = grade
    record["in_unit"] = [{"who": unit, "cites": [cite]}] if unit else []
    record["reports_to"] = _line(post, around, cite)
    record["occupancy"] = _occupancy(post, cite)
    if is_withheld(first["function"]):
        record["other_responsibilities"] = "redacted"
    else:
        record["description"] = first["function"]
    notes = list(dict.fromkeys(row["notes"] for row in post.rows if row["notes"]))
    if grade is None and first["grade"].lower() not in NOTHING:
        notes.append(f"Grade as published: {first['grade']}.")
    record["note"] = " ".join(notes)[:4000]
    return {name: value for name, value in record.items() if value not in ("", None, [])}


def build_stub(reference: str, ident: str, junior_only: bool) -> Record:
    """A post that rows name as their superior and that the list does not have."""
    cite = f"{JUNIOR if junior_only else SENIOR}#{part_of(reference)}"
    title = f"Post {reference}, which the list does not have"
    return {"id": ident, "title": title, "reference": reference, "cites": [cite], "not_in_source": True}


def build_people(posts: Sequence[PostRows]) -> tuple[list[Record], list[Record]]:
    """The people who are named, and which post each holds: personal data, for the people folder alone."""
    people: list[Record] = []
    holdings: list[Record] = []
    for post in posts:
        named = [row for row in post.rows if read_holder(row["holder"]) == "named"]
        for number, row in enumerate(named, start=1):
            ident = f"person-{post.id}" + (f"-{number}" if number > 1 else "")
            people.append({"id": ident, "title": row["holder"]})
            basis = "job_share" if len(post.rows) > 1 else "substantive"
            holdings.append({"person": ident, "post": post.id, "holding": basis})
    return people, holdings


def _title(post: PostRows, noted: Noted) -> str:
    row = post.rows[0]
    if row["title"]:
        return row["title"]
    noted.add("title-missing", row.place("title"), "the post has no job title", "Write what the post is called.")
    return f"Post {post.reference}" if post.reference else "A post without a title"


def _check_row(rows: Sequence[Row], noted: Noted) -> None:
    for row in rows:
        for field in MONEY:
            if row[field]:
                read_amount(row, field, noted)
        if row["valid"].lower() in ("0", "false", "no", "n"):
            what = "the file itself marks the row as not valid; it was read all the same"
            noted.add("marked-not-valid", row.place("valid"), what, "Ask whoever publishes it what is wrong.")


def _fte(post: PostRows, noted: Noted) -> float | None:
    amounts = [amount for row in post.rows if (amount := read_amount(row, "fte", noted)) is not None]
    if len(post.rows) == 1 and amounts and amounts[0] > 1:
        what = f"one post of {amounts[0]:g} full-time equivalents; it was read as it stands"
        noted.add("number", post.rows[0].place("fte"), what, "A single post is 1 at the most.")
    return round(sum(amounts), 4) if amounts else None


def _line(post: PostRows, around: Around, cite: str) -> list[Record]:
    claims: list[Record] = []
    for row in post.rows:
        if around.superiors.is_top(row):
            claims.append({"state": "none", "cites": [cite]})
        elif above := around.superiors.find(row):
            claims.append({"who": above, "cites": [cite]})
            if above == post.id:
                what = f"'{post.reference}' reports to itself"
                around.noted.add("reports-to-itself", row.place("superior"), what, "Say to whom it reports, or XX.")
        elif not post.closed:
            what = "the row does not say to whom the post reports"
            around.noted.add("superior-missing", row.place("superior"), what, "Write a reference; XX for the top.")
    return [claim for number, claim in enumerate(claims) if claim not in claims[:number]]


def _occupancy(post: PostRows, cite: str) -> Record | None:
    holders = [read_holder(row["holder"]) for row in post.rows]
    states = list(_states(holders))
    if not states:
        return None
    record: Record = {"state": states[0], "cites": [cite]}
    if "withheld" in holders:
        record["note"] = NAME_WITHHELD
    return record


def _states(holders: Sequence[Holder]) -> Iterator[str]:
    """What is said of a post as a whole; a post of which one share is filled is filled."""
    said = {STATES[holder] for holder in holders if holder in STATES}
    yield from (state for state in ("filled", "vacant", "closed") if state in said)
