"""The organogram as departments publish it: what each cell says, what is withheld, and that it is read back."""

import csv
import io
import time
from pathlib import Path
from typing import Any

import pytest

from orgmodel.exchange.exported import Exported
from orgmodel.exchange.organogram import OrganogramSettings, read_organogram
from orgmodel.exchange.organogram_out import COLUMNS, Withholding, render_organogram
from orgmodel.graph import holds_on
from orgmodel.loading import load_model
from orgmodel.model import Model
from orgmodel.use_cases import list_models, standing_line
from tests.unit.exchange.taking_away import HOSTILE, empty_model, hostile_model, large_model, shipped, small_model

STANDING = "Harbour Board: the account of an invented review."
PUBLISHED = Path(__file__).resolve().parents[4] / "shared" / "data" / "home-office-organogram-2011.csv"


def read(exported: Exported) -> tuple[str, list[dict[str, str]]]:
    """The line above the table, and the rows by column."""
    assert isinstance(exported.content, str)
    (above,), header, *rows = csv.reader(io.StringIO(exported.content))
    assert tuple(header) == COLUMNS
    return above, [dict(zip(header, row, strict=True)) for row in rows]


def by_reference(exported: Exported) -> dict[str, dict[str, str]]:
    return {row["Post Unique Reference"]: row for row in read(exported)[1]}


def take_back(exported: Exported, folder: Path, with_names: bool = False) -> Model:
    """The model that the importer makes of an export, loaded from the files it writes."""
    assert isinstance(exported.content, str)
    files = [("out.csv", exported.content.encode("utf-8"))]
    (snapshot,) = read_organogram(files, OrganogramSettings(with_names=with_names)).snapshots
    for name, text in snapshot.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load_model(folder)


def posts(*records: dict[str, Any]) -> Model:
    return small_model(posts=list(records), units=[{"id": "board", "title": "Harbour Board", "kind": "body"}],
                       responsibilities=[], people=[], holdings=[])  # fmt: skip


def test_the_line_above_the_table_says_whose_account_it_is() -> None:
    assert read(render_organogram(small_model(), STANDING))[0] == STANDING


def test_holders_lines_and_withheld_work_are_written_as_departments_write_them() -> None:
    model = posts(
        {"id": "a", "title": "A", "occupancy": {"state": "filled"}, "reports_to": [{"state": "none"}]},
        {"id": "b", "title": "B", "occupancy": {"state": "vacant"}, "reports_to": [{"who": "a"}], "reference": "2B"},
        {"id": "c", "title": "C", "occupancy": {"state": "closed"}, "reports_to": [{"who": "b"}]},
        {"id": "d", "title": "D", "other_responsibilities": "redacted", "description": "Part of it.", "fte": 0.6},
    )
    rows = by_reference(render_organogram(model, STANDING))
    assert [(rows[ref]["Name"], rows[ref]["Reports to Senior Post"]) for ref in ("a", "2B", "c", "d")] == [
        ("N/D", "XX"),
        ("Vacant", "a"),
        ("Eliminated", "2B"),
        ("", ""),
    ]
    assert rows["d"]["Job/Team Function"] == "Information withheld"
    assert rows["d"]["FTE"] == "0.6"


@pytest.mark.parametrize("state", ["not_stated", "unclear", "redacted"])
def test_a_kind_of_silence_that_has_no_cell_is_left_empty_and_counted(state: str) -> None:
    model = posts({"id": "a", "title": "A", "occupancy": {"state": state}, "reports_to": [{"state": state}]})
    exported = render_organogram(model, STANDING)
    row = by_reference(exported)["a"]
    assert (row["Name"], row["Reports to Senior Post"]) == ("", "")
    assert any(line.startswith("The form cannot hold 1 of this: posts of which") for line in exported.left_out)
    assert any(line.startswith("The form cannot hold 1 of this: posts whose line") for line in exported.left_out)


def test_further_lines_and_bounds_of_grades_are_counted() -> None:
    lines = [{"who": "b"}, {"who": "c"}, {"who": "c", "kind": "dotted"}]
    model = posts(
        {"id": "a", "title": "A", "grade": "top", "grade_bound": "at_least", "reports_to": lines},
        *({"id": ident, "title": ident, "reports_to": [{"state": "none"}]} for ident in "bc"),
    )
    said = render_organogram(model, STANDING).left_out
    assert any(line.startswith("The form cannot hold 2 of this: further, dotted and statutory lines") for line in said)
    assert any(line.startswith("The form cannot hold 1 of this: grades known only as at least") for line in said)


def test_names_stand_only_where_they_are_asked_for_and_not_below_the_grade() -> None:
    holdings = [{"person": "ada", "post": post} for post in ("chief", "chief-pilot", "clerk")]
    model = small_model(holdings=holdings)

    def names(withholding: Withholding) -> list[str]:
        rows = by_reference(render_organogram(model, STANDING, withholding))
        return [rows[post]["Name"] for post in ("chief", "chief-pilot", "clerk")]

    assert names(Withholding()) == ["N/D", "N/D", "N/D"]
    assert names(Withholding(names=True)) == ["Ada Quill", "Ada Quill", "Ada Quill"]
    # The clerk's grade is not known: it may lie below.
    assert names(Withholding(names=True, below="top")) == ["Ada Quill", "N/D", "N/D"]
    said = render_organogram(model, STANDING, Withholding(names=True, below="top")).left_out
    assert "Names withheld of 2 of 3 holders: posts below Chief." in said


def test_a_shared_post_has_a_row_for_each_holder_and_comes_back_as_one(tmp_path: Path) -> None:
    people = [{"id": ident, "title": f"Invented {ident.title()}", "invented": True} for ident in ("ada", "bo")]
    holdings = [{"person": ident, "post": "chief", "holding": "job_share"} for ident in ("ada", "bo")]
    chief = {"id": "chief", "title": "Chief", "fte": 1.0, "occupancy": {"state": "filled"},
             "reports_to": [{"state": "none"}], "in_unit": [{"who": "board"}]}  # fmt: skip
    board = {"id": "board", "title": "Harbour Board", "kind": "body"}
    model = small_model(posts=[chief], units=[board], responsibilities=[], people=people, holdings=holdings)
    exported = render_organogram(model, STANDING, Withholding(names=True))
    rows = read(exported)[1]
    assert [(row["Name"], row["FTE"]) for row in rows] == [("Invented Ada", "0.5"), ("Invented Bo", "0.5")]
    (post,) = take_back(exported, tmp_path, with_names=True).posts
    assert (post.fte, post.occupancy.state) == (1.0, "filled")


def test_the_importer_reads_posts_lines_units_and_states_back(tmp_path: Path) -> None:
    model = posts(
        {"id": "a", "title": "A", "reference": "1A", "occupancy": {"state": "filled"}, "grade": "top",
         "reports_to": [{"state": "none"}], "in_unit": [{"who": "board"}], "fte": 1.0},
        {"id": "b", "title": "B", "reference": "2B", "occupancy": {"state": "vacant"}, "fte": 0.5,
         "reports_to": [{"who": "a"}], "in_unit": [{"who": "board"}], "other_responsibilities": "redacted"},
        {"id": "c", "title": "C", "reference": "3C", "occupancy": {"state": "closed"}, "reports_to": [{"who": "b"}]},
    )  # fmt: skip
    back = take_back(render_organogram(model, STANDING), tmp_path)
    found = {post.reference: post for post in back.posts}
    ids = {post.id: post.reference for post in back.posts}
    assert {ref: post.occupancy.state for ref, post in found.items()} == {
        "1A": "filled",
        "2B": "vacant",
        "3C": "closed",
    }
    assert found["1A"].reports_to.state == "none"
    assert [ids[claim.who or ""] for claim in found["2B"].reports_to.known] == ["1A"]
    assert [ids[claim.who or ""] for claim in found["3C"].reports_to.known] == ["2B"]
    assert found["2B"].other_responsibilities == "redacted"
    assert (found["1A"].fte, found["2B"].fte) == (1.0, 0.5)
    assert {back.title_of(claim.who or "") for post in back.posts for claim in post.in_unit.known} == {"Harbour Board"}


@pytest.mark.parametrize("name", [entry.id for entry in list_models()])
def test_what_is_read_back_from_a_shipped_model_goes_out_again_the_same(name: str, tmp_path: Path) -> None:
    model = shipped(name).model
    exported = render_organogram(model, standing_line(model))
    assert len(read(exported)[1]) == sum(not post.not_in_source for post in shown(model)) + len(model.staff_groups)
    again = take_back(exported, tmp_path / "first")
    first = render_organogram(again, STANDING)
    second = render_organogram(take_back(first, tmp_path / "second"), STANDING)
    assert first.content == second.content


def shown(model: Model) -> list[Any]:
    return [post for post in model.posts if holds_on(post, model.about.as_of)]


@pytest.mark.skipif(not PUBLISHED.exists(), reason="../shared/data is absent")
def test_a_published_organogram_goes_out_as_it_came_in(tmp_path: Path) -> None:
    files = [(PUBLISHED.name, PUBLISHED.read_bytes())]
    (snapshot,) = read_organogram(files, OrganogramSettings(snapshots=("Sep-11",))).snapshots
    for name, text in snapshot.files.items():
        (tmp_path / "one" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "one" / name).write_text(text, encoding="utf-8")
    model = load_model(tmp_path / "one")
    out = render_organogram(model, STANDING)
    back = take_back(out, tmp_path / "two")
    again = render_organogram(back, STANDING)
    # The list holds no pay, and pay alone told the importer where grades such as `PS` stand: the second time it cannot.
    grade = COLUMNS.index("Grade (or equivalent)")
    pairs = list(zip(*(csv.reader(io.StringIO(str(each.content))) for each in (out, again)), strict=True))
    assert all(one[:grade] + one[grade + 1 :] == other[:grade] + other[grade + 1 :] for one, other in pairs)
    lost = {one[grade]: other[grade] for one, other in pairs if one != other}
    assert set(lost.values()) == {""}
    assert not {"SCS4", "SCS3", "SCS2", "SCS1", "Grade 6", "Grade 7", "SEO", "HEO", "EO", "AO", "AA"} & set(lost)
    assert render_organogram(take_back(again, tmp_path / "three"), STANDING).content == again.content
    assert [post.id for post in model.posts] == [post.id for post in back.posts]
    assert [unit.id for unit in model.units] == [unit.id for unit in back.units]
    assert [(group.title, group.fte) for group in model.staff_groups] == [
        (group.title, group.fte) for group in back.staff_groups
    ]
    assert [post.occupancy.state for post in model.posts] == [post.occupancy.state for post in back.posts]
    assert [[c.who for c in post.reports_to.claims] for post in model.posts] == [
        [c.who for c in post.reports_to.claims] for post in back.posts
    ]


def test_the_empty_model_has_no_rows() -> None:
    assert read(render_organogram(empty_model(), STANDING))[1] == []


def test_no_hostile_name_is_a_formula_or_breaks_a_row() -> None:
    exported = render_organogram(hostile_model(), HOSTILE[9])
    above, rows = read(exported)
    assert above == f"'{HOSTILE[9]}"
    assert len(rows) == len(HOSTILE)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_ten_thousand_posts_are_quick() -> None:
    model = large_model(10_000)
    begun = time.monotonic()
    exported = render_organogram(model, STANDING)
    assert len(read(exported)[1]) == 10_000
    assert time.monotonic() - begun < 20
