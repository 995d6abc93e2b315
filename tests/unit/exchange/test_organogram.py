"""Published organograms as models: what each row becomes, and everything odd named to its row and column."""

import datetime as dt
import io
from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from orgmodel.errors import ImportFileError, UsageError
from orgmodel.exchange.organogram import OrganogramSettings, read_organogram
from orgmodel.model import Model, Post
from tests.unit.exchange.organograms import INVENTED, SENIOR, TOP, junior, read, said, senior, table, write


def post(model: Model, ident: str) -> Post:
    found = model.by_id[ident]
    assert isinstance(found, Post)
    return found


def line(model: Model, ident: str) -> list[str | None]:
    return [claim.who for claim in post(model, ident).reports_to.claims]


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> tuple[Model, Model]:
    found = read_organogram([(INVENTED.name, INVENTED.read_bytes())])
    march, september = write(found, tmp_path_factory.mktemp("organogram") / "models")
    return march, september


def test_a_snapshot_is_a_model_of_its_day(invented: tuple[Model, Model]) -> None:
    assert [model.about.as_of for model in invented] == [dt.date(2011, 3, 31), dt.date(2011, 9, 30)]
    assert [model.id for model in invented] == [
        "department-for-harbours-and-lights-2011-03-31",
        "department-for-harbours-and-lights-2011-09-30",
    ]
    assert {unit.title for unit in invented[0].units if unit.kind == "kind-organisation"} == {
        "Department for Harbours and Lights"
    }


def test_holders_are_there_withheld_absent_or_their_post_is_gone(invented: tuple[Model, Model]) -> None:
    march, september = invented
    assert post(march, "post-hl10").occupancy.state == "filled"
    assert post(march, "post-hl10").occupancy.note is None
    assert post(march, "post-hl11").occupancy.state == "filled"
    assert post(march, "post-hl11").occupancy.note == "The list withholds the name."
    assert post(march, "post-hl12").occupancy.state == "vacant"
    assert post(september, "post-hl20").occupancy.state == "closed"


def test_a_post_has_its_grade_unit_line_profession_and_place_in_the_source(invented: tuple[Model, Model]) -> None:
    dredging = post(invented[0], "post-hl11")
    assert (dredging.title, dredging.grade, dredging.profession) == (
        "Deputy Director, Dredging",
        "grade-scs1",
        "Policy",
    )
    assert [claim.who for claim in dredging.in_unit.claims] == ["unit-dredging"]
    assert [(claim.who, claim.cites) for claim in dredging.reports_to.claims] == [
        ("post-hl10", ("organogram-senior#HL11",))
    ]
    assert dredging.description == "Keeps channels deep."


def test_the_top_reports_to_nobody_and_is_inferred_to_head_the_whole(invented: tuple[Model, Model]) -> None:
    march = invented[0]
    assert [claim.state for claim in post(march, "post-hl01").reports_to.claims] == ["none"]
    (head,) = next(unit for unit in march.units if unit.id == march.about.organisation).head.claims
    assert (head.who, head.basis) == ("post-hl01", "inferred")


def test_a_function_that_is_withheld_is_redacted_and_never_read_as_responsibilities(
    invented: tuple[Model, Model],
) -> None:
    lights = post(invented[0], "post-hl20")
    assert (lights.description, lights.other_responsibilities) == (None, "redacted")
    assert invented[0].responsibilities == ()


def test_a_job_share_is_one_post_and_a_reused_reference_is_two(invented: tuple[Model, Model]) -> None:
    march, september = invented
    assert [(each.id, each.fte) for each in march.posts if each.reference == "HL13"] == [("post-hl13", 1.1)]
    assert [(each.id, each.title, each.occupancy.state) for each in september.posts if each.reference == "HL13"] == [
        ("post-hl13-deputy-director-wrecks", "Deputy Director, Wrecks", "closed"),
        ("post-hl13", "Deputy Director, Storms", "filled"),
    ]


def test_junior_rows_are_staff_of_units_under_posts(invented: tuple[Model, Model]) -> None:
    march = invented[0]
    (keepers,) = (group for group in march.staff_groups if group.title == "Keeper")
    assert (keepers.fte, keepers.grade, keepers.profession) == (9, "grade-heo", "Operational Delivery")
    assert [claim.who for claim in keepers.in_unit.claims] == ["unit-towers"]
    assert [claim.who for claim in keepers.reports_to.claims] == ["post-hl21"]
    assert sum(group.fte or 0 for group in march.staff_groups) == 2 + 3 + 7.5 + 12 + 4 + 9 + 2.25 + 6


def test_what_cannot_be_read_is_left_silent_and_the_rest_stands(invented: tuple[Model, Model]) -> None:
    september = invented[1]
    officers, tenders = (
        next(group for group in september.staff_groups if group.title == title)
        for title in ("Dredging Officer", "Buoy Tender")
    )
    assert (officers.fte, tenders.fte) == (None, None)
    assert line(september, "post-hl25") == ["post-hl25"]
    assert (line(september, "post-hl23"), line(september, "post-hl24")) == (["post-hl24"], ["post-hl23"])
    stubs = {each.reference: each for each in september.posts if each.not_in_source}
    assert set(stubs) == {"hl10", "HL99"}
    assert line(september, "post-hl22") == [stubs["hl10"].id] != ["post-hl10"]


def test_grades_are_in_the_order_of_rank_and_an_unknown_one_stands_by_its_pay(invented: tuple[Model, Model]) -> None:
    titles = [grade.title for grade in invented[0].grades]
    assert titles == ["SCS4", "SCS3", "SCS1", "Grade 7", "SEO", "Pilot Band 2", "HEO", "EO", "AO"]
    assert invented[0].grades == invented[1].grades


def test_every_oddity_is_named_to_its_row_and_column() -> None:
    found = read_organogram([(INVENTED.name, INVENTED.read_bytes())])
    places = [(each.kind, each.place.line, each.place.column) for each in found.problems]
    assert places == [  # counted by hand in the file
        ("job-share", 9, 3),
        ("reference-reused", 25, 3),
        ("superior-closed", 27, 13),
        ("superior-unknown", 28, 13),
        ("loop", 29, 13),
        ("reports-to-itself", 31, 13),
        ("number", 34, 15),
        ("staff-under-closed-post", 36, 13),
        ("row-twice", 38, 1),
        ("spreadsheet-error", 39, 15),
        ("staff-without-post", 40, 13),
    ]
    assert next(each.hint for each in found.problems if each.kind == "superior-unknown") == "Did you mean 'HL10'?"


def test_names_are_nowhere_unless_asked_for_and_then_in_the_people_folder_alone(tmp_path: Path) -> None:
    rows = [
        TOP | {"Name": "Jo Sample-Marsh", "Notes": "", "Job/Team Function": "Led by Jo Sample-Marsh, a manager."},
        senior(
            "L2", Name="Dr Kim Example", Notes="Kim covers for Mr Sample-Marsh; kim@lights.example", FTE="Kim Example"
        ),
        senior("L3", Job_Title="Secretary to KIM EXAMPLE", Notes="Reports to Example's team"),
    ]
    without = read(*rows)
    texts = "\n".join([*without.files.values(), *map(str, without.problems)])
    assert not [word for word in ("Sample", "Marsh", "Kim", "KIM", "Example", "kim@") if word in texts]
    assert "Secretary to (name left out)" in texts
    assert "'(name left out)' is not a number" in texts
    named = read(*rows, with_names=True)
    (model,) = write(named, tmp_path / "models")
    assert [(person.title, person.id) for person in model.people] == [
        ("Jo Sample-Marsh", "person-post-l1"),
        ("Dr Kim Example", "person-post-l2"),
    ]
    assert [holding.post for holding in model.holdings] == ["post-l1", "post-l2"]
    assert [path for path, text in named.files.items() if "Marsh" in text] == ["2011-09-30/people/people.yaml"]
    assert "/people/" in named.files["2011-09-30/.gitignore"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([TOP, senior("L2", "L9")], ["superior-unknown 3 no senior post of this snapshot has the reference 'L9'"]),
        ([TOP, senior("L2", "")], ["superior-missing 3 the row does not say to whom the post reports"]),
        ([senior("L2", "L2")], ["no-top 2 ", "reports-to-itself 2 'L2' reports to itself"]),
        ([TOP, senior("L2", "XX")], ["several-tops 2 2 posts report to nobody; 'L1'", "several-tops 3 2 posts"]),
        ([TOP, senior("L2"), senior("L2", Job_Title="Other")], ["reference-shared 4 'L2' is also the reference of"]),
        ([TOP, senior("L2"), senior("L2")], ["row-twice 4 the row is the same, cell by cell, as line 3"]),
        ([TOP, senior("", Job_Title="Clerk")], ["reference-missing 3 the post has no reference"]),
        ([TOP, senior("L2", Job_Title="")], ["title-missing 3 the post has no job title"]),
        ([TOP, senior("L2", Grade="Wizard")], ["grade-unknown 3 nothing tells the rank of the grade 'Wizard'"]),
        ([TOP, senior("L2", FTE="3")], ["number 3 one post of 3 full-time equivalents"]),
        ([TOP, senior("L2", FTE="-1")], ["number 3 '-1' is below nothing"]),
        ([TOP, junior("")], ["staff-without-post 3 the row does not say under which post the staff work"]),
        ([TOP, junior("L1", Snapshot="soon")], ["row-left-out 3 'soon' is no day of a snapshot"]),
        ([TOP, senior("L2", Unit="A & B"), senior("L3", Unit="a and  b")], ["unit-spelling 4 'a and b' is also"]),
        ([TOP, senior("L2") | {"Senior/Junior": "Middle"}], ["row-left-out 3 the row says neither senior nor"]),
        (
            [TOP, senior("L2", "x" * 5000)],
            ["superior-unknown 3 no senior post of this snapshot has", "text-cut 3 the text has 5,000 characters"],
        ),
        ([TOP, senior("L2") | {"Valid?": "0"}], ["marked-not-valid 3 the file itself marks the row as not"]),
        ([TOP, senior("L2") | {"Colour": "red"}], ["column-left-out 1 the column 'Colour' is not known"]),
    ],
)
def test_each_kind_of_oddity_is_said_and_the_model_loads(
    rows: list[dict[str, str]], expected: list[str], tmp_path: Path
) -> None:
    found = read(*rows)
    assert len(said(found)) == len(expected)
    for shown, start in zip(said(found), expected, strict=True):
        kind, row, what = start.split(" ", 2)
        assert shown.startswith(f"{kind} {row}:")
        assert what in shown
    (model,) = write(found, tmp_path / "models")
    assert model.posts


def test_places_count_columns_as_they_stand_in_the_file() -> None:
    rows = [TOP, senior("L2", "L9")]
    column = table(rows).decode().splitlines()[0].split(",").index("Reports to Senior Post") + 1
    assert [each.place.column for each in read(*rows).problems] == [column]


def test_a_missing_column_is_said_once_and_leaves_its_field_silent() -> None:
    data = table([TOP, senior("L2")], leave_out=["Name", "Grade"])
    found = read_organogram([("posts.csv", data)])
    assert [each.what.split(":")[0] for each in found.problems] == [
        "the column 'Grade' is missing",
        "the column 'Name' is missing",
    ]
    assert "occupancy" not in found.files["2011-09-30/posts.yaml"]


def test_separate_files_are_told_by_their_columns_and_take_their_day_from_a_title_or_from_the_reader() -> None:
    top = {name: value for name, value in TOP.items() if name not in ("Snapshot", "Senior/Junior")}
    staff = {
        "Organisation": "Lights",
        "Unit": "Towers",
        "Reporting Senior Post": "L1",
        "Grade": "HEO",
        "Payscale Minimum (£)": "25000",
        "Payscale Maximum (£)": "30000",
        "Generic Job Title": "Keeper",
        "Number of Posts in FTE": "3.5",
    }
    files = [("senior.csv", b"Posts as at 30 September 2011\n\n" + table([top])), ("junior.csv", table([staff]))]
    found = read_organogram(files, OrganogramSettings(days={"junior.csv": dt.date(2011, 9, 30)}))
    (snapshot,) = found.snapshots
    assert snapshot.counts["staff in full-time equivalents"] == 3.5
    assert [(each.kind, str(each.place)) for each in found.problems] == [("date-taken", "senior.csv")]
    with pytest.raises(ImportFileError, match="nothing says of which day"):
        read_organogram([("junior.csv", table([staff]))])


def test_workbooks_with_titles_and_several_sheets_are_read() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("Read me").write(0, 0, "Posts of the department")
        for name, rows in (("Senior", [TOP, senior("L2", "L1")]), ("Junior", [junior("L2")])):
            sheet = book.add_worksheet(name)
            sheet.write(0, 0, f"{name} posts")
            sheet.write_row(2, 0, list(rows[0]))
            for index, row in enumerate(rows, start=3):
                sheet.write_row(index, 0, [row.get(name, "") for name in rows[0]])
        broken = book.get_worksheet_by_name("Junior")
        assert broken is not None
        broken.write_formula(3, list(JUNIOR_COLUMNS).index("FTE"), "=A99", value="#REF!")
    found = read_organogram([("posts.xlsx", stream.getvalue())])
    assert found.snapshots[0].counts["posts"] == 2
    assert [(each.kind, str(each.place)) for each in found.problems] == [
        ("spreadsheet-error", f"posts.xlsx [Junior]:4:{list(JUNIOR_COLUMNS).index('FTE') + 1}"),
        ("sheet-left-out", "posts.xlsx [Read me]"),
    ]


JUNIOR_COLUMNS = junior("L1")


def test_old_workbooks_are_read() -> None:
    book, stream = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("Senior")
    for column, (name, value) in enumerate(TOP.items()):
        sheet.write(0, column, name)
        sheet.write(1, column, value)
    book.save(stream)
    assert read_organogram([("posts.xls", stream.getvalue())]).snapshots[0].counts["posts"] == 1


def test_the_same_file_twice_and_the_same_rows_in_two_files_are_read_once() -> None:
    rows = [TOP, senior("L2"), junior("L2")]
    again = table(rows).decode().encode("utf-16")
    found = read_organogram([("a.csv", table(rows)), ("b.csv", table(rows)), ("c.csv", again)])
    assert [each.kind for each in found.problems] == ["file-twice", "row-twice", "row-twice", "row-twice"]
    assert found.snapshots[0].counts["staff in full-time equivalents"] == 2
    assert found.problems[1].what.endswith("as line 2 of a.csv, and was read once")


def test_a_bad_file_beside_a_good_one_is_said_and_the_good_one_read() -> None:
    found = read_organogram([("bad.csv", b"%PDF-1.4"), ("good.csv", table([TOP]))])
    assert [(each.kind, each.place.file) for each in found.problems] == [("file", "bad.csv")]
    assert found.snapshots[0].counts["posts"] == 1


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "no file was given"),
        ([("a.csv", b"Fruit,Colour\napple,red\n")], "no sheet has the columns of an organogram"),
        ([("a.csv", table([SENIOR | {"Unit": "", "Job Title": "", "Snapshot": "?"}]))], "no row that can be used"),
    ],
)
def test_what_is_no_organogram_says_so(files: list[tuple[str, bytes]], words: str) -> None:
    with pytest.raises(ImportFileError, match=words):
        read_organogram(files)


def test_snapshots_are_chosen_by_name_and_an_unknown_one_lists_those_there_are() -> None:
    data = INVENTED.read_bytes()
    found = read_organogram([("a.csv", data)], OrganogramSettings(snapshots=("mar-11",)))
    assert [str(each.day) for each in found.snapshots] == ["2011-03-31"]
    with pytest.raises(UsageError) as caught:
        read_organogram([("a.csv", data)], OrganogramSettings(snapshots=("Mar-12",)))
    assert caught.value.problem.hint == "There are: Mar-11 (2011-03-31), Sep-11 (2011-09-30)."


def test_a_title_that_a_spreadsheet_would_run_stays_text_in_definitions_and_report(tmp_path: Path) -> None:
    found = read(TOP, junior("=L9()", Job_Title="=cmd|'x'!A1"))
    (model,) = write(found, tmp_path / "models")
    assert [group.title for group in model.staff_groups] == ["=cmd|'x'!A1"]
    cells = [line for path, text in found.files.items() if path.endswith(".csv") for line in text.split("\n")]
    assert not [line for line in cells if line.startswith("=") or ",=" in line]
