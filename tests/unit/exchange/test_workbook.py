"""A model as a workbook: nothing is lost on the way out and back, nothing in it is run, and people are hidden."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from orgmodel.exchange.sheets import Sheet, read_sheets
from orgmodel.exchange.tables import TableImport, read_tables
from orgmodel.exchange.workbook import render_workbook
from orgmodel.exchange.workbook.cells import read_exact, write_exact
from orgmodel.findings import Evidence, Finding, Outcome
from orgmodel.loading.fields import fields_of
from orgmodel.model import Figure, Model, Unit
from orgmodel.options import apply
from orgmodel.use_cases import list_models, open_model, standing_line
from tests.unit.exchange.taking_away import HOSTILE, small_model

STANDING = "The standing line."


def sheets_of(model: Model, with_people: bool = False, outcomes: tuple[Outcome, ...] = ()) -> dict[str, Sheet]:
    content = render_workbook(model, STANDING, outcomes, with_people).content
    assert isinstance(content, bytes)
    return {sheet.name: sheet for sheet in read_sheets("model.xlsx", content)[0]}


def back(model: Model, folder: Path, with_people: bool = True) -> TableImport:
    content = render_workbook(model, STANDING, (), with_people).content
    assert isinstance(content, bytes)
    return read_tables([("model.xlsx", content)], folder)


def row(sentence: str, *keys: str) -> Finding:
    evidence = tuple(Evidence(key, "stated", ("review#3",)) for key in keys)
    return Finding("a-finding", "fail", "high", (("post", "chief"),), {}, "Asked?", "Gap", sentence, "stated", evidence)


@pytest.mark.parametrize("name", [entry.id for entry in list_models()])
def test_a_shipped_model_comes_back_equal(name: str, tmp_path: Path) -> None:
    model = open_model(name).model
    found = back(model, tmp_path / name)
    assert found.problems == ()
    assert found.model == model


def test_what_an_option_makes_of_a_model_comes_back_as_a_model_of_its_own(tmp_path: Path) -> None:
    opened = open_model("example")
    model = apply(opened.model, opened.options["flood-lead"])
    assert model.id == "example+flood-lead"
    found = back(model, tmp_path / "flood")
    assert found.problems == ()
    assert found.model is not None
    assert found.model.id == "example-flood-lead"
    assert found.model.model_copy(update={"about": model.about}) == model


def test_names_that_are_not_harmless_come_back_as_they_are_and_nothing_is_run(tmp_path: Path) -> None:
    names = [name for name in HOSTILE if "\x0b" not in name and len(name) < 3000]
    names += ["_x0041_", "json: [1]", "a;b", "yes", "12", "1.10", "@x", "+1", "-1", "a\u00a0b", "#REF!", "'quoted'"]
    subjects = [{"id": f"s-{at}", "title": name, "aliases": [name]} for at, name in enumerate(names)]
    model = small_model(subjects=subjects)
    assert back(model, tmp_path).model == model
    content = render_workbook(model, STANDING).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:  # type: ignore[arg-type]
        parts = "".join(archive.read(name).decode("utf-8") for name in archive.namelist() if "sheet" in name)
    assert "<f>" not in parts
    assert "<hyperlink" not in parts


def test_a_field_longer_than_a_cell_is_cut_and_made_whole_again(tmp_path: Path) -> None:
    claims = [{"who": "chief", "scope": f"part {number} of it ", "note": "x " * 90} for number in range(400)]
    model = small_model(responsibilities=[{"id": "long", "title": "Long", "accountable": claims}])
    sheet = sheets_of(model)["responsibilities"]
    assert {"accountable", "accountable (2)", "accountable (3)"} <= set(sheet.rows[0])
    assert back(model, tmp_path).model == model


def test_the_first_sheet_says_whose_account_it_is_and_what_is_hidden() -> None:
    model = open_model("example").model
    content = render_workbook(model, standing_line(model), (), False).content
    first = read_sheets("x.xlsx", content)[0][0]  # type: ignore[arg-type]
    said = [row[0] for row in first.rows]
    assert first.name == "About"
    assert said[:2] == [model.about.title, standing_line(model)]
    assert "Nothing was checked: the workbook holds definitions only." in said
    assert any(line.startswith(f"Hidden, since they are about people: {len(model.people)} people") for line in said)


def test_people_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    model = open_model("example").model
    sheets = sheets_of(model)
    cells = " ".join(cell for sheet in sheets.values() for row in sheet.rows for cell in row)
    for person in model.people:
        assert person.title not in cells
        assert not re.search(rf"\b{person.id}\b", cells)
    assert {"people", "holdings"} & set(sheets) == set()
    assert {"people", "holdings"} <= set(sheets_of(model, with_people=True))
    found = back(model, tmp_path, with_people=False)
    assert found.problems == ()
    assert found.model is not None
    assert (found.model.people, len(found.model.posts)) == ((), len(model.posts))


def test_what_was_found_is_in_words_with_its_paragraphs_and_rows_that_name_people_are_counted() -> None:
    person = {"id": "ada", "title": "Ada Example", "invented": True}
    model = small_model(people=[person], holdings=[{"person": "ada", "post": "chief"}])
    rows = (
        row("Nobody answers.", "wrecks"),
        row("Ada Example has two jobs."),
        row("Somebody.", "ada>HOLDS>chief.holding.0"),
    )
    exported = render_workbook(model, STANDING, (Outcome("a-finding", "Asked?", "high", rows, 9),))
    sheets, _ = read_sheets("x.xlsx", exported.content)  # type: ignore[arg-type]
    found = next(sheet for sheet in sheets if sheet.name == "Findings")
    assert [line[:6] for line in found.rows[1:]] == [
        ("Gap", "Asked?", "high", "Nobody answers.", "stated", "review#3"),
    ]
    assert exported.left_out == ("Hidden, since they name people: 2 of the 3 rows of what was found.",)


def test_headings_stay_in_sight_and_can_be_filtered() -> None:
    content = render_workbook(small_model(), STANDING).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:  # type: ignore[arg-type]
        book = archive.read("xl/workbook.xml").decode()
        names = re.findall(r'<sheet name="([^"]+)"', book)
        units = archive.read(f"xl/worksheets/sheet{names.index('units') + 1}.xml").decode()
    assert 'state="frozen"' in units
    assert "<autoFilter" in units


@pytest.mark.parametrize(
    ("field", "value", "cell"),
    [
        ("head", [{"who": "chief"}, {"state": "open"}], "chief; open"),
        ("head", [{"who": "chief", "cites": ["a#1"]}], 'json: [{"who": "chief", "cites": ["a#1"]}]'),
        ("aliases", ["One", "Two"], "One; Two"),
        ("aliases", ["One; two"], 'json: ["One; two"]'),
        ("outside", True, "yes"),
        ("title", "yes", "yes"),
        ("title", "json: x", 'json: "json: x"'),
        ("title", "_x0041_", 'json: "\\u005fx0041_"'),
    ],
)
def test_a_cell_is_written_as_people_write_it_where_it_comes_back_the_same(
    field: str, value: object, cell: str
) -> None:
    info = fields_of(Unit)[field]
    assert write_exact(value, info) == cell
    assert read_exact(cell, info) == value


def test_a_number_that_a_workbook_would_round_is_written_out() -> None:
    info = fields_of(Figure)["value"]
    assert write_exact(12, info) == 12
    assert write_exact(0.1 + 0.2, info) == "json: 0.30000000000000004"


def test_mistakes_in_a_workbook_that_was_taken_away_are_said_at_their_cells(tmp_path: Path) -> None:
    from tests.unit.exchange.tabling import problems_of, workbook

    said = {"id": "m", "titel": "M", "title": "M", "account_of": "x", "as_of": "2024-01-01", "marking": "x"}
    about = [["orgmodel workbook 1"], ["field", "value"], *map(list, said.items()), ["organisation", "a"]]
    units = [["id", "title", "kind", "head", "colour"], ["a", "A", "k", "json: [", ""], ["a", "B", "k", "nemo", ""]]
    book = workbook({"About": about, "units": units, "unit_kinds": [["id", "title"], ["k", "K"]]})
    said = [problem.split(" | ")[0] for problem in problems_of(read_tables([("m.xlsx", book)], tmp_path))]
    assert "m.xlsx [About]:4:1: a model has no field 'titel'" in said
    assert "m.xlsx [units]:1:5: 'units' has no field 'colour'" in said
    assert any(line.startswith("m.xlsx [units]:2:4: column 'head': what follows 'json:' is not JSON") for line in said)
    assert (
        "m.xlsx [units]:3:1: column 'id': the id 'a' stands for this row and for the one at m.xlsx [units]:2:1" in said
    )


def test_an_aspect_comes_back_with_the_evidence_that_it_went_out_with(tmp_path: Path) -> None:
    inferred = {"aspect": "data", "basis": "inferred", "cites": ["review#2"], "note": "From the name."}
    plain = {"id": "plain", "title": "Plain", "aspects": ["policy", "funding"]}
    model = small_model(responsibilities=[plain, {"id": "d", "title": "D", "aspects": ["policy", inferred]}])
    cells = [row for row in sheets_of(model)["responsibilities"].rows if "policy; funding" in row]
    assert len(cells) == 1
    assert back(model, tmp_path).model == model
