"""Every kind of mistake in a table: the cell that it is in, the heading of the column, what is wrong, what to do."""

import time
from pathlib import Path
from typing import Any

import pytest

from orgmodel.exchange.sheets import MOST_BYTES
from orgmodel.exchange.tables import Mapping, TableMapping
from tests.unit.exchange.tabling import UNITS, port, problems_of, read, workbook

# What is given in place of a table of the port, and the one problem that follows, with what to do.
MISTAKES: dict[str, tuple[dict[str, str | None], str]] = {
    "unknown column": (
        {"units": UNITS.replace("Part of", "Part off")},
        ("units.csv:1:2: no column of Units is called 'Part off' | Did you mean 'Part of'? "
        "Or say in a mapping what it is, or 'skip': --write-mapping FILE writes one to begin with."),
    ),
    "two columns mapped to one": (
        {"responsibilities": "Title,Owner,Accountable\nPilotage,Pilot,Pilot\n"},
        ("responsibilities.csv:1:3: the columns 'Owner' and 'Accountable' both mean 'Who is accountable' of "
        "Responsibilities | Keep one of the two, or say in a mapping what the other is, or 'skip'."),
    ),
    "missing title": (
        {"responsibilities": "Title,Who is accountable\n,Pilot\n"},
        ("responsibilities.csv:2:1: column 'Title': every responsibility needs one, and this row has none | "
        "Fill it in, or delete the row."),
    ),
    "missing column": (
        {"responsibilities": "Id,Who is accountable\nresp-x,Pilot\n"},
        ("responsibilities.csv:1:1: the column 'Title' is missing: every responsibility needs it | "
        "Add it, or say in a mapping which column it is: --write-mapping FILE writes one to begin with."),
    ),
    "duplicate id": (
        {"responsibilities": "Id,Title\nresp-x,One\nresp-x,Other\n"},
        ("responsibilities.csv:3:1: column 'Id': 'resp-x' stands for this row and for the one at "
        "responsibilities.csv:2:1 | Give each responsibility an id of its own."),
    ),
    "the same title twice without ids": (
        {"responsibilities": "Title\nDredging\nDredging\n"},
        ("responsibilities.csv:3:1: column 'Title': 'Dredging' is the title of this row and of the one at "
        "responsibilities.csv:2:1 | Write an id into the column 'Id' of each, such as 'resp-dredging-2', "
        "so that they can be told apart."),
    ),
    "an id that is none": (
        {"responsibilities": "Id,Title\nOne two,One\n"},
        ("responsibilities.csv:2:1: column 'Id': 'One two' in 'id' of responsibility 'One two' is not an id | "
        "An id is small letters, digits and single hyphens: 'one-two', for example."),
    ),
    "dangling reference": (
        {"responsibilities": "Title,Who is accountable\nPilotage,Pilott\n"},
        ("responsibilities.csv:2:2: column 'Who is accountable': nothing is called 'Pilott', by id or by title | "
        "Did you mean 'Pilot'? Add a row for it to 'Units' or 'Posts'."),
    ),
    "something of another kind": (
        {"units": UNITS.replace("nobody", "Port")},
        "units.csv:3:4: column 'Head': 'Port' is a unit, not a post | Name a post.",
    ),
    "ambiguous title": (
        {"units": UNITS.replace("Pilots,", "Pilot,").replace("Pilots", "Pilot"),
         "posts": "Title,Unit\nChief,Port\nPilot,Pilot\n"},
        ("responsibilities.csv:2:2: column 'Who is accountable': 'Pilot' is the title of 2 things | "
        "Write the id of the one that is meant: 'pilot' (a unit) or 'post-pilot' (a post)."),
    ),
    "bad number": (
        {"posts": "Title,Full-time share\nChief,\nPilot,\"0,5\"\n"},
        ("posts.csv:3:2: column 'Full-time share': '0,5' is not a number | "
        "Write digits, with a full stop for the fraction: 0.5."),
    ),
    "a number below nothing": (
        {"posts": "Title,FTE\nChief,\nPilot,-1\n"},
        "posts.csv:3:2: column 'FTE': 'fte' of post 'post-pilot' must be at least 0, but is -1 | Correct the number.",
    ),
    "a date that may be two": (
        {"posts": "Title,State,Since\nChief,,\nPilot,vacant,03/04/2024\n"},
        ("posts.csv:3:3: column 'Since': '03/04/2024' may be read as two days | "
        "Write 2024-03-04 or 2024-04-03, whichever is meant."),
    ),
    "a date that is none": (
        {"posts": "Title,State,Since\nChief,,\nPilot,vacant,2024-02-30\n"},
        ("posts.csv:3:3: column 'Since': '2024-02-30' is not a day of the calendar | "
        "Write a day, such as 2024-04-03, a month, such as 2024-04, or a year."),
    ),
    "bad state": (
        {"posts": "Title,State\nChief,\nPilot,vacantt\n"},
        ("posts.csv:3:2: column 'State': 'vacantt' is not a word that may stand here | Did you mean 'vacant'? "
        "Write one of: filled, vacant, closed, not stated, not clear, redacted."),
    ),
    "neither yes nor no": (
        {"units": "Title,Part of,Kind,Outside\nPort,,Organisation,\nPilots,Port,Team,perhaps\n"},
        "units.csv:3:4: column 'Outside': 'perhaps' is neither yes nor no | Write yes or no.",
    ),
    "nobody says who calls it a priority": (
        {"subjects": "Title,Priority\nTides,yes\n"},
        ("subjects.csv:2:2: column 'Priority': 'yes' does not say who says so | "
        "Write who calls it that, such as 'The strategy'."),
    ),
    "a kind that is not listed": (
        {"units": UNITS.replace("Team", "Crew")},
        ("units.csv:3:3: column 'Kind': nothing is called 'Crew', by id or by title | "
        "Add a row for it to 'Kinds of unit'."),
    ),
    "a unit that is part of itself": (
        {"units": "Title,Part of,Kind\nPort,,Organisation\nPilots,Berths,Team\nBerths,Pilots,Team\n"},
        "units.csv:3:2: column 'Part of': unit 'pilots' is part of itself: berths → pilots → berths | ",
    ),
    "a column without a heading": (
        {"responsibilities": "Title,\nPilotage,Pilot\n"},
        "responsibilities.csv:1:2: this column has no heading and holds something | Give it a heading, or empty it.",
    ),
    "two wholes": (
        {"units": UNITS.replace("Pilots,Port", "Pilots,")},
        ("2 units are part of nothing, and one of them is the whole organisation: 'Port', 'Pilots' | "
        "Say which with --organisation, and fill in 'Part of' for the others."),
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_said_at_its_cell_and_nothing_would_be_written(mistake: str, tmp_path: Path) -> None:
    changes, expected = MISTAKES[mistake]
    found = read(port(**changes), tmp_path / "port")
    what, _, hint = expected.partition(" | ")
    said = [problem.partition(" | ") for problem in problems_of(found)]
    assert [problem[0] for problem in said] == [what]
    assert said[0][2].startswith(hint)
    assert found.texts == {}


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    tables = port(
        units=UNITS.replace("Team", "Crew"),
        posts="Title,Unit,State\nChief,Nowhere,vacantt\n",
        responsibilities="Title,Who is accountable,Colour\nPilotage,Chieff,red\n",
    )
    where = [problem.split(": ")[0] for problem in problems_of(read(tables, tmp_path))]
    assert where == [
        "posts.csv:2:2", "posts.csv:2:3", "responsibilities.csv:1:3", "responsibilities.csv:2:2", "units.csv:3:3",
    ]  # fmt: skip


def test_which_list_a_sheet_is_has_to_be_known(tmp_path: Path) -> None:
    (said,) = problems_of(read(port() | {"colours.csv": "Shade,Hue\nred,3\n"}, tmp_path))
    assert said.startswith(
        "colours.csv:1:1: it cannot be told which list this table is, by its name or by its headings"
    )
    assert "Name it 'Units', 'Posts'" in said
    assert "mapping" in said


def test_a_sheet_under_the_name_of_another_list_is_told_what_it_looks_like(tmp_path: Path) -> None:
    wrong = "Title,Unit,Grade,Reports to,Occupancy\nChief,Port,Head,,\n"
    said = problems_of(read(port(subjects=wrong), tmp_path))
    assert any("The headings fit Posts better: is it that list?" in problem for problem in said)


def test_an_error_of_the_spreadsheet_is_no_value(tmp_path: Path) -> None:
    book = workbook({"Units": [["Title", "Part of", "Kind"], ["Port", "", "Unit"], ["Pilots", "!#REF!", "Unit"]],
                     "Kinds of unit": [["Title"], ["Unit"]]})  # fmt: skip
    found = problems_of(read({"port.xlsx": book}, tmp_path))
    assert (
        "port.xlsx [Units]:3:2: column 'Part of': the cell holds the spreadsheet's error #REF! | "
        "Mend the formula, or write what it should have given." in found
    )


def test_merged_cells_are_said_and_not_read_as_empty(tmp_path: Path) -> None:
    rows = [["Part of", "Title"], ["Port", "Pilots"], ["", "Berths"]]
    found = read({"port.xlsx": workbook({"Units": rows}, merged=("A2:A3",)), "units.csv": "Title\nPort\n"}, tmp_path)
    assert problems_of(found) == [
        (
            "port.xlsx [Units]:2:1: column 'Part of': lines 2 to 3 are one merged cell, which has one value | "
            "Take the merging back and write the value into each of the cells."
        ),
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "port.xlsx: the file is empty"),
        (workbook({"Units": []}), "port.xlsx: no cell of the file holds anything"),
        (b"PK\x03\x04" + b"x" * 50, "port.xlsx: the file starts like a workbook and is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "port.xlsx: the file looks like a workbook and cannot"),
        (b"a" * (MOST_BYTES + 1), "port.xlsx: the file is 50 MB large, and 50 MB is the most that is read"),
    ],
    ids=["empty file", "empty sheet", "corrupt workbook", "corrupt old workbook", "too large"],
)
def test_a_file_that_cannot_be_read_says_why_beside_all_else(data: bytes, what: str, tmp_path: Path) -> None:
    found = problems_of(read({"port.xlsx": data} | port(units=UNITS.replace("nobody", "Nemo")), tmp_path))
    assert any(problem.startswith(what) for problem in found)
    assert any("nothing is called 'Nemo'" in problem for problem in found)


def test_headings_without_rows_are_no_import(tmp_path: Path) -> None:
    found = problems_of(read({"units.csv": "Title,Part of\n"}, tmp_path))
    assert found == ["the tables hold no row to import | Write a row for each thing below the headings."]


def test_the_text_of_a_formula_is_kept_as_text_and_said(tmp_path: Path) -> None:
    found = read(port(responsibilities="Title\n=SUM(A1:A3)\n"), tmp_path)
    assert found.problems == ()
    assert "'=SUM(A1:A3)' is the text of a formula" in str(found.warnings[0])
    assert found.model is not None
    assert found.model.responsibilities[0].title == "=SUM(A1:A3)"


def test_a_mapping_that_speaks_of_a_table_that_was_not_given(tmp_path: Path) -> None:
    mapping = Mapping(tables={"jobs.csv": TableMapping(list="posts")})
    (said,) = problems_of(read(port(), tmp_path, mapping))
    assert said.startswith("the mapping speaks of a table 'jobs.csv', and none of that name was given")


def test_five_thousand_rows_with_a_mistake_in_each_are_quick(tmp_path: Path) -> None:
    rows: list[Any] = [f"Duty {number},Pilott {number},{number}/13/2024" for number in range(5000)]
    table = "\n".join(["Title,Who is accountable,From", *rows])
    start = time.monotonic()
    found = read(port(responsibilities=table), tmp_path)
    assert len([problem for problem in found.problems if "Pilott" in problem.what]) == 5000
    assert time.monotonic() - start < 20
