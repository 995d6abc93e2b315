"""Which column of a published table holds what: the names that departments have used since 2010."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgmodel.exchange.organogram.problems import Noted
from orgmodel.exchange.sheets import Sheet
from orgmodel.loading.spelling import did_you_mean

NAMES: dict[str, tuple[str, ...]] = {
    "snapshot": ("backtoindex", "snapshot", "snapshotdate", "asat", "asatdate", "date", "period"),
    "level": ("seniorjunior", "juniorsenior", "seniority", "seniororjunior", "juniororsenior"),
    "reference": ("postuniquereference", "uniquepostreference", "postuniquereferencenumber", "postreference"),
    "holder": ("name", "nameofpostholder", "postholder"),
    "grade": ("grade", "gradeorequivalent", "gradeequivalent"),
    "title": ("jobtitle", "genericjobtitle"),
    "function": ("jobteamfunction", "jobfunction", "teamfunction"),
    "parent": ("parentdepartment", "department"),
    "organisation": ("organisation", "organization"),
    "unit": ("unit", "businessunit"),
    "phone": ("contactphone", "contacttelephone", "phone"),
    "email": ("contactemail", "email"),
    "superior": ("reportstoseniorpost", "reportingseniorpost", "reportsto"),
    "cost": ("salarycostofreports",),
    "fte": ("fte", "numberofpostsinfte", "numberofpostsfte", "postsinfte"),
    "floor": ("actualpayfloor", "payscaleminimum", "payfloor"),
    "ceiling": ("actualpayceiling", "payscalemaximum", "payceiling"),
    "pay": ("totalpay",),
    "profession": ("professionaloccupationalgroup", "professionoccupationalgroup", "profession"),
    "notes": ("notes", "note", "comments"),
    "valid": ("valid",),
    "region": ("officeregion", "region"),
}
"""For each field, the names of its column, in small letters without anything else."""

FIELDS = {name: field for field, names in NAMES.items() for name in names}
JUNIOR_ONLY = {"genericjobtitle", "reportingseniorpost", "numberofpostsinfte", "payscaleminimum", "payscalemaximum"}
WANTED = {
    "senior": ("reference", "holder", "grade", "title", "unit", "superior", "fte"),
    "junior": ("grade", "title", "unit", "superior", "fte"),
}
WORDS = {
    "reference": "Post Unique Reference",
    "holder": "Name",
    "grade": "Grade",
    "title": "Job Title",
    "unit": "Unit",
    "superior": "Reports to Senior Post",
    "fte": "FTE",
}
"""What each column is called in messages."""

MOST_LINES_ABOVE = 40
FEWEST_KNOWN = 4
CORE = {"reference", "superior", "title", "unit"}


def plain(header: str) -> str:
    """The name of a column reduced to its letters and digits."""
    return re.sub(r"[^a-z0-9]", "", header.lower())


def find_header(sheet: Sheet) -> int | None:
    """The index of the row with the names of the columns, below whatever titles there are; None where there is none."""
    best, found = FEWEST_KNOWN - 1, None
    for index, row in enumerate(sheet.rows[:MOST_LINES_ABOVE]):
        known = {FIELDS[plain(cell)] for cell in row if plain(cell) in FIELDS}
        if len(known) > best and len(known & CORE) >= 2:
            best, found = len(known), index
    return found


def find_level(header: tuple[str, ...]) -> str:
    """Whether a table lists `senior` or `junior` posts, or says so in each row (`both`)."""
    names = {plain(cell) for cell in header}
    if any(FIELDS.get(name) == "level" for name in names):
        return "both"
    senior = any(FIELDS.get(name) in ("reference", "holder") for name in names)
    return "junior" if names & JUNIOR_ONLY and not senior else "senior"


def find_columns(sheet: Sheet, header: int, level: str, noted: Noted) -> dict[str, int]:
    """The index of the column of each field; what is missing, unknown or there twice is noted."""
    columns: dict[str, int] = {}
    unknown: list[int] = []
    for index, cell in enumerate(sheet.rows[header]):
        field = FIELDS.get(plain(cell))
        if field is None:
            unknown.append(index)
        elif field in columns:
            what = f"the column '{cell}' stands twice; the first, column {columns[field] + 1}, was read"
            noted.add("column-twice", sheet.place(header, index), what, "Delete one, or rename it.")
        else:
            columns[field] = index
    rows = sheet.rows[header + 1 :]
    if level == "both" and all(row[columns["level"]].lower().startswith("j") for row in rows):
        level = "junior"
    missing = list(_missing(level, columns))
    for index in unknown:
        _say_unknown(sheet, header, index, missing, noted)
    for field in missing:
        what = f"the column '{WORDS[field]}' is missing: nothing is known of it for any row"
        noted.add("column-missing", sheet.place(header, 0), what, "Name the column as other organograms do.")
    return columns


def _missing(level: str, columns: dict[str, int]) -> Iterator[str]:
    for field in WANTED["junior" if level == "junior" else "senior"]:
        if field not in columns:
            yield field


def _say_unknown(sheet: Sheet, header: int, index: int, missing: list[str], noted: Noted) -> None:
    """Say that a column is left out, unless it is empty all the way down."""
    if not any(row[index] for row in sheet.rows[header + 1 :]):
        return
    name = sheet.rows[header][index]
    what = f"the column '{name}' is not known, and was left out" if name else "a column without a name was left out"
    hint = did_you_mean(name, [WORDS[field].lower() for field in missing]) if name else "Give it its name."
    noted.add("column-left-out", sheet.place(header, index), what, hint)
