"""Importing again into a folder: what was done by hand stays, and what both sides changed is said and not decided."""

from pathlib import Path

import pytest

from orgmodel.exchange.tables import TableImport
from orgmodel.loading import load_model
from orgmodel.model import Model
from tests.unit.exchange.tabling import POSTS, RESPONSIBILITIES, UNITS, port, problems_of, read, write

OWNED = "imported/responsibilities.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The port, imported once."""
    folder = tmp_path / "port"
    write(read(port(), folder), folder)
    return folder


def edit(folder: Path, old: str, new: str, name: str = OWNED) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def again(folder: Path, **changes: str | None) -> Model:
    write(read(port(**changes), folder), folder)
    return load_model(folder)


def changed(found: TableImport) -> dict[str, str]:
    return {change.key: change.what for change in found.changes}


def text_of(folder: Path) -> str:
    return (folder / OWNED).read_text("utf-8")


def test_the_same_tables_again_write_nothing(folder: Path) -> None:
    assert read(port(), folder).texts == {}


def test_the_table_changes_adds_and_removes(folder: Path) -> None:
    table = "Title,Who is accountable\nPilotage,Chief\nTides,not clear\n"
    found = read(port(responsibilities=table), folder)
    assert changed(found) == {"resp-pilotage": "changed", "resp-tides": "added", "resp-dredging": "removed"}
    model = again(folder, responsibilities=table)
    assert [(duty.id, duty.accountable.state) for duty in model.responsibilities] == [
        ("resp-pilotage", "known"),
        ("resp-tides", "unclear"),
    ]
    assert read(port(responsibilities=table), folder).texts == {}


def test_what_is_added_by_hand_stays_with_its_comments_while_the_table_changes_other_fields(folder: Path) -> None:
    edit(
        folder,
        "- id: resp-pilotage\n",
        "# Pilots say so themselves.\n- id: resp-pilotage  # the oldest\n  note: Seen.\n"
        "  description: |\n    Two # lines\n    of it\n",
    )
    edit(folder, "accountable: [{who: post-pilot}]", "accountable: [{who: post-pilot, note: By custom}]  # ask again")
    table = "Title,Who is accountable,What it covers\nPilotage,Pilot; at least these,The bay\nDredging,nobody,\n"
    duty = next(duty for duty in again(folder, responsibilities=table).responsibilities if duty.id == "resp-pilotage")
    assert (duty.note, duty.scope, duty.description) == ("Seen.", "The bay", "Two # lines\nof it")
    assert [(claim.who, claim.state, claim.note) for claim in duty.accountable.claims] == [
        ("post-pilot", "known", "By custom"),
        (None, "open", None),
    ]
    for comment in (
        "# Pilots say so themselves.\n",
        "resp-pilotage  # the oldest\n",
        "# ask again\n",
        "    Two # lines\n",
    ):
        assert comment in text_of(folder)


def test_comments_of_a_record_that_goes_are_kept(folder: Path) -> None:
    edit(folder, "  accountable: [{state: none}]\n", "  accountable: [{state: none}]  # said in May\n  # and again\n")
    again(folder, responsibilities="Title,Who is accountable\nPilotage,Pilot\n")
    assert "resp-dredging" not in text_of(folder)
    assert "# said in May\n" in text_of(folder)
    assert "# and again\n" in text_of(folder)


def test_a_record_written_on_one_line_is_changed_as_well(folder: Path) -> None:
    edit(
        folder,
        "- id: resp-dredging\n  title: Dredging\n  accountable: [{state: none}]\n",
        "- {id: resp-dredging, title: Dredging, accountable: [{state: none}], note: Kept}  # by hand\n",
    )
    again(folder, responsibilities=RESPONSIBILITIES.replace("nobody", "not clear"))
    duty = load_model(folder).responsibilities[0]
    assert (duty.id, duty.note, duty.accountable.state) == ("resp-dredging", "Kept", "unclear")
    assert "# by hand" in text_of(folder)


def test_records_and_files_of_ones_own_are_left_alone(folder: Path) -> None:
    edit(folder, "responsibilities:\n", "responsibilities:\n- {id: own, title: Own}\n")
    (folder / "mine.yaml").write_text("subjects:\n  # tidal\n  - {id: tides, title: Tides}\n", encoding="utf-8")
    model = again(folder, responsibilities=RESPONSIBILITIES + "Tides,Chief\n", subjects="Title\nShips\n")
    assert {duty.id for duty in model.responsibilities} == {"own", "resp-dredging", "resp-pilotage", "resp-tides"}
    assert {subject.id for subject in model.subjects} == {"tides", "subject-ships"}
    assert "# tidal" in (folder / "mine.yaml").read_text("utf-8")


def test_what_was_removed_by_hand_does_not_come_back(folder: Path) -> None:
    edit(folder, "- id: resp-dredging\n  title: Dredging\n  accountable: [{state: none}]\n", "")
    assert [duty.id for duty in again(folder).responsibilities] == ["resp-pilotage"]
    assert [duty.id for duty in again(folder).responsibilities] == ["resp-pilotage"]


def test_both_sides_of_a_conflict_are_said_with_what_was_before_and_nothing_is_picked(folder: Path) -> None:
    edit(folder, "who: post-pilot", "who: pilots")
    table = RESPONSIBILITIES.replace("Pilotage,Pilot", "Pilotage,Chief")
    found = read(port(responsibilities=table), folder)
    (conflict,) = found.conflicts
    assert found.texts == {}
    assert str(conflict.problem) == (
        "responsibilities.csv:2:2: 'accountable' of responsibility 'resp-pilotage' was changed on both sides: the last "
        "import had 'post-pilot'; the folder has 'pilots' (imported/responsibilities.yaml:8:16); the table has "
        "'post-chief'\n    Nothing was picked: make the two agree, or say --keep ours or --keep theirs."
    )


@pytest.mark.parametrize(("keep", "who"), [("ours", "pilots"), ("theirs", "post-chief")])
def test_a_side_can_be_kept_and_the_conflict_does_not_come_back(folder: Path, keep: str, who: str) -> None:
    edit(folder, "who: post-pilot", "who: pilots")
    table = RESPONSIBILITIES.replace("Pilotage,Pilot", "Pilotage,Chief")
    write(read(port(responsibilities=table), folder, keep=keep), folder)  # type: ignore[arg-type]
    assert load_model(folder).responsibilities[1].accountable.claims[0].who == who
    assert read(port(responsibilities=table), folder).conflicts == ()


def test_removed_on_one_side_and_changed_on_the_other_is_a_conflict(folder: Path) -> None:
    edit(folder, "  accountable: [{state: none}]\n", "  accountable: [{state: none}]\n  note: Kept by hand\n")
    (gone,) = read(port(responsibilities="Title,Who is accountable\nPilotage,Pilot\n"), folder).conflicts
    assert "'resp-dredging' is no longer in the table, and the folder has changed it" in gone.problem.what
    edit(folder, text_of(folder).split("- id: resp-dredging")[1].split("- id:")[0], "\n")
    edit(folder, "- id: resp-dredging\n", "")
    (back,) = read(port(responsibilities=RESPONSIBILITIES.replace("nobody", "Chief")), folder).conflicts
    assert "'resp-dredging' was removed from the folder, and the table has changed it since" in back.problem.what


def test_a_thing_kept_in_a_file_of_ones_own_is_never_written_to(folder: Path) -> None:
    block = "- id: resp-dredging\n  title: Dredging\n  accountable: [{state: none}]\n"
    edit(folder, block, "")
    own = "responsibilities:\n- id: resp-dredging  # taken over\n  title: Dredging\n  accountable: [{state: none}]\n"
    (folder / "own.yaml").write_text(own, encoding="utf-8")
    assert read(port(), folder).texts == {}
    (conflict,) = read(port(responsibilities=RESPONSIBILITIES.replace("nobody", "Chief")), folder).conflicts
    assert conflict.problem.hint == "'own.yaml' is not written by imports: change it there, or say --keep ours."
    assert (folder / "own.yaml").read_text("utf-8") == own


def test_a_new_title_keeps_the_id_where_the_row_gives_it(folder: Path) -> None:
    table = "Id,Title,Who is accountable\nresp-pilotage,Piloting,Pilot\n,Dredging,nobody\n"
    found = read(port(responsibilities=table), folder)
    assert changed(found) == {"resp-pilotage": "changed"}


def test_a_new_title_by_hand_does_not_lose_the_row(folder: Path) -> None:
    edit(folder, "title: Pilotage", "title: Piloting ships")
    assert read(port(), folder).texts == {}


def test_a_table_that_is_not_given_and_a_column_that_is_missing_say_nothing(folder: Path) -> None:
    only = {"posts.csv": "Title,Reports to\nChief,\nPilot,Chief\n"}
    found = read(only, folder)
    assert (found.problems, found.conflicts, found.changes) == ((), (), ())
    write(found, folder)
    assert read(port(), folder).changes == ()


def test_a_new_grade_takes_its_place_in_the_order(folder: Path) -> None:
    model = again(folder, grades="Rank,Title\n3,Officer\n1,Head\n2,Manager\n")
    assert [grade.title for grade in model.grades] == ["Head", "Manager", "Officer"]
    edit(folder, "grades:\n", "grades:\n- {id: own, title: Own}\n", "imported/grades.yaml")
    model = again(folder, grades="Rank,Title\n3,Officer\n1,Head\n2,Manager\n4,Clerk\n")
    assert [grade.title for grade in model.grades] == ["Own", "Head", "Manager", "Officer", "Clerk"]


def test_an_order_changed_on_one_side_is_taken_and_on_both_sides_is_a_conflict(folder: Path) -> None:
    again(folder, grades="Rank,Title\n1,Head\n2,Officer\n3,Clerk\n")
    text = (folder / "imported/grades.yaml").read_text("utf-8")
    head, officer = "- id: grade-head\n  title: Head\n", "- id: grade-officer\n  title: Officer\n"
    assert head + officer in text
    (folder / "imported/grades.yaml").write_text(text.replace(head + officer, officer + head), encoding="utf-8")
    same = again(folder, grades="Rank,Title\n1,Head\n2,Officer\n3,Clerk\n")
    assert [grade.title for grade in same.grades] == ["Officer", "Head", "Clerk"]
    (conflict,) = read(port(grades="Rank,Title\n3,Officer\n1,Clerk\n2,Head\n"), folder).conflicts
    assert "the order of 'grades' was changed on both sides" in conflict.problem.what


def test_people_live_in_a_folder_of_their_own(tmp_path: Path) -> None:
    people = "Name,Invented\nMarlow Example,yes\n"
    holdings = "Person,Post,Footing,From\nMarlow Example,Chief,acting cover,2024-01\n"
    found = read(port(people=people, holdings=holdings), tmp_path / "port")
    personal = [name for name, text in found.texts.items() if "Marlow" in text or "marlow" in text]
    assert sorted(personal) == [
        "people/.last-import.json",
        "people/imported-holdings.yaml",
        "people/imported-people.yaml",
    ]
    assert "/people/" in found.texts[".gitignore"]
    write(found, tmp_path / "port")
    (holding,) = load_model(tmp_path / "port").holdings
    assert (holding.person, holding.post, holding.holding) == ("person-marlow-example", "post-chief", "acting_cover")


def test_sheets_left_empty_leave_nothing_behind(tmp_path: Path) -> None:
    found = read(port(people="Name,Invented\n", holdings="Person,Post\n"), tmp_path)
    assert [name for name in found.texts if name.startswith("people/")] == []


def test_a_table_without_rows_takes_nothing_away(folder: Path) -> None:
    found = read(port(responsibilities="Title,Who is accountable\n"), folder)
    assert (found.problems, found.changes, found.texts) == ((), (), {})


def test_a_memory_that_cannot_be_read_stops_the_import(folder: Path) -> None:
    (folder / "imported/.last-import.json").write_text("{", encoding="utf-8")
    with pytest.raises(Exception, match="problem") as caught:
        read(port(), folder)
    assert "remembers the last import, and cannot be read" in str(caught.value.problems[0])  # type: ignore[attr-defined]


def test_without_the_memory_what_differs_is_a_conflict_and_what_agrees_is_not(folder: Path) -> None:
    (folder / "imported/.last-import.json").unlink()
    found = read(port(), folder)
    assert (found.conflicts, found.changes) == ((), ())
    found = read(port(units=UNITS.replace("nobody", "Pilot"), posts=POSTS), folder)
    assert [(conflict.key, conflict.field) for conflict in found.conflicts] == [("pilots", "head")]
    assert problems_of(found) == []
