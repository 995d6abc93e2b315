from pathlib import Path

import pytest

from tests.unit.loading.building import load, problems


def test_a_table_named_after_a_list(tmp_path: Path) -> None:
    model = load(
        tmp_path,
        {
            "figures.csv": "id,title,about,value,unit,cites,from\n"
            'staff,"Staff, all of them",office,12.50,people,report#1; '
            "report#annex-a,2022-03\n"
            "\n"
            "cost,Cost,office,,pounds,,\n"
        },
    )

    staff, cost = model.figures
    assert (staff.title, staff.value, staff.cites) == ("Staff, all of them", 12.5, ("report#1", "report#annex-a"))
    assert str(staff.start and staff.start.earliest) == "2022-03-01"
    assert (cost.value, cost.cites, cost.start) == (None, (), None)


@pytest.mark.parametrize("name", ["posts.csv", "posts--attic.csv", "posts.attic.csv", "deep/posts--1.CSV"])
def test_a_table_may_have_a_second_name(tmp_path: Path, name: str) -> None:
    assert load(tmp_path, {name: "id,title\r\nclerk,007\r\n"}).title_of("clerk") == "007"


def test_slots_are_ids_or_a_state(tmp_path: Path) -> None:
    clerk, cook = load(
        tmp_path,
        {"posts.csv": "id,title,in_unit,reports_to\nclerk,Clerk,office,none\ncook,Cook,office;unclear,chief\n"},
    ).posts[1:]

    assert [claim.who for claim in clerk.in_unit.claims] == ["office"]
    assert clerk.reports_to.state == "none"
    assert [(claim.who, claim.state) for claim in cook.in_unit.claims] == [("office", "known"), (None, "unclear")]


def test_numbers_and_words_of_a_threshold(tmp_path: Path) -> None:
    text = "finding,name,value,reason\nwide,most,7,So\nlow,grade,high,So\n"

    assert [found.value for found in load(tmp_path, {"thresholds.csv": text}).thresholds] == [7, "high"]


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (
            "postings.csv",
            "id\n",
            [("tiny/postings.csv: no list is called 'postings', so the table cannot be read | Did you mean 'posts'?")],
        ),
        (
            "posts.csv",
            "",
            [("tiny/posts.csv:1:1: the file is empty | Delete it, or write the names of the columns into line 1.")],
        ),
        (
            "posts.csv",
            "id,titel\na,b\n",
            [("tiny/posts.csv:1:4: unknown column 'titel' in the table of posts | Did you mean 'title'?")],
        ),
        (
            "posts.csv",
            "id;title\na;b\n",
            [
                (
                    "tiny/posts.csv:1:1: unknown column 'id;title' in the table of posts | "
                    "Separate the columns with commas."
                )
            ],
        ),
        (
            "posts.csv",
            "id,title,id\na,b,c\n",
            [("tiny/posts.csv:1:10: the column 'id' stands twice in the table | Keep one of the two.")],
        ),
        (
            "posts.csv",
            "id,grade\na,high\n",
            [("tiny/posts.csv:1:1: the column 'title' is missing: every post needs it | Add 'title' to line 1.")],
        ),
        (
            "posts.csv",
            "id,title\na,b\nc\nd,e,f\n",
            [
                f"tiny/posts.csv:{line}:1: this row has {count} cells, but the header has 2 | "
                "Put cells that hold a comma in double quotes, and give every row as many cells as the header."
                for line, count in ((3, 1), (4, 3))
            ],
        ),
        (
            "posts.csv",
            'id,title\na,"b\n',
            [("tiny/posts.csv:1:1: this is not CSV: unexpected end of data | Look for quotes that never close.")],
        ),
        (
            "posts.csv",
            'id,title,grade\na,"b, c",hihg\n',
            ["tiny/posts.csv:2:10: nothing has the id 'hihg', which 'grade' of post 'a' names | Did you mean 'high'?"],
        ),
        (
            "posts.csv",
            'id,title\n"A",b\n',
            [
                (
                    "tiny/posts.csv:2:1: 'A' in 'id' of post 'A' is not an id | "
                    "An id is small letters, digits and single hyphens: 'a', for example."
                )
            ],
        ),
        (
            "posts.csv",
            'id,title,fte\na,"b\nc",1\nd,e,many\n',
            [
                "tiny/posts.csv:4:5: 'fte' of post 'd' must be a number, but is 'many' | Write digits, such as 12 or 0.5."
            ],
        ),
        ("posts.csv", "id,title\na,\n", ["tiny/posts.csv:2:1: 'title' is missing in post 'a' | Add 'title:'."]),
    ],
)
def test_tables_with_a_mistake(tmp_path: Path, file: str, text: str, expected: list[str]) -> None:
    assert problems(tmp_path, text, file) == expected


def test_a_formula_is_text(tmp_path: Path) -> None:
    assert load(tmp_path, {"posts.csv": "id,title\nclerk,=1+1\n"}).title_of("clerk") == "=1+1"


def test_a_cell_may_be_long_but_not_endless(tmp_path: Path) -> None:
    assert problems(tmp_path, "id,title\na," + "x" * 200_000, "posts.csv") == [
        (
            "tiny/posts.csv:1:1: this is not CSV: field larger than field limit (131072) | Look for quotes that never "
            "close."
        ),
    ]
