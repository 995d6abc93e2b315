"""Whatever the tables: importing twice changes nothing, order never matters, and nothing done by hand is lost."""

import shutil
import tempfile
from pathlib import Path
from random import Random

import hypothesis
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.exchange.tables.merge import MISSING, ConflictError, merge_value, same
from orgmodel.exchange.tables.yaml_edit import Edits, edit_list, render_file
from orgmodel.exchange.tables.yaml_records import render_value
from orgmodel.loading import load_model, read_document
from tests.unit.exchange.tabling import read, write

SILENT = ["", "", "nobody", "not clear", "redacted", "at least these"]
few = hypothesis.settings(max_examples=15, deadline=None)


@st.composite
def ports(draw: st.DrawFn) -> dict[str, list[list[str]]]:
    """Random tables of units, posts and responsibilities that name each other, as rows by file."""
    units = [f"Unit {number}" for number in range(draw(st.integers(1, 4)))]
    posts = [f"Post {number}" for number in range(draw(st.integers(0, 4)))]

    def cell(names: list[str]) -> st.SearchStrategy[str]:
        some = st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True).map("; ".join) if names else None
        return st.sampled_from(SILENT) | some if some is not None else st.sampled_from(SILENT)

    return {
        "units.csv": [
            ["Title", "Part of", "Head", "Outside"],
            *([unit, units[0] if unit != units[0] else "", draw(cell(posts)), draw(st.sampled_from(["", "no"]))]
              for unit in units),
        ],
        "posts.csv": [
            ["Title", "Unit", "State", "Full-time share"],
            *([post, draw(cell(units)), draw(st.sampled_from(["", "vacant"])), draw(st.sampled_from(["", "0.5"]))]
              for post in posts),
        ],
        "responsibilities.csv": [
            ["Title", "Who is accountable", "What it covers"],
            *([f"Duty {number}", draw(cell([*units, *posts])), draw(st.sampled_from(["", "all: of #it", "yes"]))]
              for number in range(draw(st.integers(1, 4)))),
        ],
    }  # fmt: skip


def as_text(tables: dict[str, list[list[str]]]) -> dict[str, str]:
    return {name: "\n".join(",".join(row) for row in rows) for name, rows in tables.items()}


def shuffled(tables: dict[str, list[list[str]]], random: Random) -> dict[str, list[list[str]]]:
    """The same tables with their files, rows and columns in another order."""
    result = {}
    for name in random.sample(list(tables), len(tables)):
        order = random.sample(range(len(tables[name][0])), len(tables[name][0]))
        head, *rows = [[row[at] for at in order] for row in tables[name]]
        result[name] = [head, *random.sample(rows, len(rows))]
    return result


class Folder:
    """A new folder for one example, and gone after it."""

    def __enter__(self) -> Path:
        self.path = Path(tempfile.mkdtemp())
        return self.path / "port"

    def __exit__(self, *error: object) -> None:
        shutil.rmtree(self.path)


@few
@given(ports(), st.randoms(use_true_random=False))
def test_importing_twice_changes_nothing_in_whatever_order(tables: dict[str, list[list[str]]], random: Random) -> None:
    with Folder() as folder:
        write(read(as_text(tables), folder), folder)
        assert read(as_text(tables), folder).texts == {}
        assert read(as_text(shuffled(tables, random)), folder).texts == {}
    with Folder() as other:
        first, second = (read(as_text(each), other).model for each in (tables, shuffled(tables, random)))
        assert first == second


@few
@given(ports(), ports(), st.randoms(use_true_random=False))
def test_what_was_added_by_hand_is_there_after_any_later_import(
    before: dict[str, list[list[str]]], after: dict[str, list[list[str]]], random: Random
) -> None:
    with Folder() as folder:
        write(read(as_text(before), folder), folder)
        notes = {}
        for path in sorted((folder / "imported").glob("[upr]*.yaml")):
            lines = path.read_text("utf-8").splitlines()
            for at in reversed([number for number, line in enumerate(lines) if line.startswith("- id:")]):
                if random.random() < 0.5:
                    note = f"by hand {path.stem} {at}"
                    notes[lines[at].removeprefix("- id: ")] = note
                    lines[at + 1 : at + 1] = [
                        f"  # remark {path.stem} {at}",
                        f"  note: {note}  # beside {path.stem} {at}",
                    ]
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        remarks = [remark for note in notes.values() for remark in (note.replace("by hand", "# remark"), note)]
        found = read(as_text(after), folder)
        gone = {conflict.key for conflict in found.conflicts}
        if found.conflicts:
            assert found.texts == {}
            assert all("is no longer in the table" in conflict.problem.what for conflict in found.conflicts)
            assert gone <= set(notes)
            found = read(as_text(after), folder, keep="ours")
        if found.problems:  # what was kept names something that the table has no more: said, and nothing written
            assert found.texts == {}
            assert all("nothing has the id" in problem.what for problem in found.problems)
            return
        write(found, folder)
        model = load_model(folder)
        assert {ident: model.by_id[ident].note for ident in notes} == notes
        texts = "".join(path.read_text("utf-8") for path in (folder / "imported").glob("*.yaml"))
        assert [remark for remark in remarks if remark not in texts] == []


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
records = st.lists(
    st.fixed_dictionaries(
        {"id": st.integers(0, 99).map(lambda number: f"id-{number}")},
        optional={"title": texts, "note": texts, "head": st.just([{"who": "x"}]), "count": st.integers(0, 9)},
    ),
    max_size=5,
)


@given(
    st.dictionaries(st.sampled_from(["a", "b"]), st.lists(texts, max_size=2) | texts | st.integers(-99, 99), min_size=1)
)
def test_a_value_written_is_read_back_the_same(value: object) -> None:
    document = read_document(f"x: {render_value(value)}\n", "made")
    assert document.data == {"x": value}


@hypothesis.settings(deadline=None)
@given(records.filter(bool), records, st.data())
def test_edited_files_hold_what_is_wanted_and_every_comment(
    old: list[dict[str, object]], added: list[dict[str, object]], data: st.DataObject
) -> None:
    lines = render_file({"units": old}).splitlines()
    commented = [line + (f"  # c{at}" if data.draw(st.booleans()) and at > 1 else "") for at, line in enumerate(lines)]
    text = "\n".join(commented) + "\n"
    document = read_document(text, "made")
    changed: dict[int, dict[str, object] | None] = {
        at: data.draw(st.none() | st.just({**record, "title": "New"}) | st.just({"id": record["id"]}))
        for at, record in enumerate(old)
        if data.draw(st.booleans())
    }
    edits = Edits(changed, added)
    edited = edit_list(text, document, "units", edits)
    assert read_document(edited, "edited").data == {"units": edits.apply(old)}
    assert [f"# c{at}" for at, line in enumerate(commented) if f"# c{at}" in line and f"# c{at}" not in edited] == []


claims = st.lists(st.sampled_from([{"who": "a"}, {"who": "b"}, {"state": "none"}]), max_size=2, unique_by=str)
sides = st.just(MISSING) | st.sampled_from(["x", "y"]) | claims


@given(sides, sides, sides)
def test_a_merge_takes_what_one_side_changed_and_treats_both_sides_alike(
    base: object, ours: object, theirs: object
) -> None:
    def merged(one: object, other: object) -> object:
        try:
            value = merge_value(base, one, other)
        except ConflictError:
            return "conflict"
        return sorted(map(str, value)) if isinstance(value, list) else value

    if same(base, theirs):
        assert merge_value(base, ours, theirs) == ours
    if same(base, ours):
        assert same(merge_value(base, ours, theirs), theirs)
    assert merged(ours, theirs) == merged(theirs, ours)
    if merged(ours, theirs) != "conflict" and not same(base, ours) and not same(base, theirs):
        assert same(ours, theirs) or isinstance(ours, list)
