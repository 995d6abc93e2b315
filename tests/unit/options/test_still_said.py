"""What a plan says of things that end and of things that move: what speaks of them still, and what stays behind."""

from pathlib import Path
from typing import Any

import pytest

from orgmodel.options import apply, load_options, plan
from tests.unit.options.small import do, option, small_model, who

CRANE_LEAD_GOES = {"what": "crane-lead", "to": "docks"}
SYSTEMS = [{"id": "log", "title": "Log"}]


def changed(name: str, ident: str, **fields: Any) -> dict[str, Any]:
    """One list of the small model, with more in one of its records."""
    records = small_model().model_dump(by_alias=True)[name]
    return {name: [each | fields if each["id"] == ident else each for each in records]}


def test_figures_and_rules_of_the_model_that_speak_of_what_ends_are_named() -> None:
    model = small_model(
        figures=[{"id": "lifts", "title": "Lifts", "about": "cranes", "value": 9, "unit": "lifts"}],
        required_roles=[{"id": "clerk", "title": "A clerk", "role": "clerk", "unit": "cranes"}],
        principles=[{"id": "lean", "title": "Lean", "about": ["cranes"], "untested": "It is a taste."}],
        ruled_out=[{"id": "no-end", "title": "Ending it", "by": "Her", "why": "So", "things": ["cranes"]}],
        assessments=[{"id": "too-big", "title": "Too big", "holder": "Him", "about": who("cranes")}],
    )
    told = plan(model, option(do("merge", unit="cranes", into="pilots"))).still_said
    assert [(each.about.id, each.kind, each.thing.id) for each in told] == [
        ("cranes", "assessment", "too-big"),
        ("cranes", "figure", "lifts"),
        ("cranes", "principle", "lean"),
        ("cranes", "required role", "clerk"),
        ("cranes", "thing ruled out", "no-end"),
    ]


def test_what_is_named_as_left_over_is_not_named_again() -> None:
    model = small_model(figures=[{"id": "lifts", "title": "Lifts", "about": "cranes", "value": 9, "unit": "lifts"}])
    told = plan(model, option(do("close-unit", unit="cranes", moves=[CRANE_LEAD_GOES])))
    assert [loss.thing for loss in told.losses] == ["lifts"]
    assert told.still_said == ()


def test_nothing_is_still_said_of_what_stays() -> None:
    model = small_model(assessments=[{"id": "too-big", "title": "Too big", "holder": "Him", "about": who("docks")}])
    assert plan(model, option(do("close-unit", unit="cranes", moves=[CRANE_LEAD_GOES]))).still_said == ()


def test_each_is_told_with_its_line_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "options").mkdir()
    (tmp_path / "options" / "end.yaml").write_text(
        "id: end\ntitle: End\nmodel: harbour\nbecause: x\nchanges:\n"
        "  - {do: rename, because: x, thing: docks, title: Quays}\n"
        "  - {do: close-unit, because: x, unit: cranes, moves: [{what: crane-lead, to: docks}]}\n"
    )
    model = small_model(
        assessments=[{"id": "too-big", "title": "Too big", "holder": "Him", "about": who("cranes")}],
        levers=[{"id": "berth-fees", "title": "Berth fees", "kind": "other", "acts_on": who("cranes")}],
    )
    told = plan(model, load_options(tmp_path, model)["end"])
    (loss,), (said,) = told.losses, told.still_said
    assert (loss.thing, loss.kind, loss.outcome) == ("berth-fees", "lever on it", "not_said")
    assert (loss.number, said.number) == (2, 2)
    assert loss.where == said.where == f"{tmp_path.name}/options/end.yaml:7:5"


@pytest.mark.parametrize(
    "change",
    [
        do("move-unit", unit="docks", part_of="pilots"),
        do("move-unit", unit="docks", part_of="unknown"),
    ],
)
def test_systems_and_places_of_a_unit_that_moves_and_of_all_in_it_are_named(change: dict[str, Any]) -> None:
    lists = changed("units", "cranes", uses=who("log")) | changed("posts", "dock-master", located_in=who("pier"))
    model = small_model(**lists, data_systems=SYSTEMS, locations=[{"id": "pier", "title": "Pier"}])
    found = {
        (loss.thing, loss.kind, loss.holders, loss.outcome, loss.number) for loss in plan(model, option(change)).losses
    }
    assert ("log", "data system in use", ("cranes",), "not_said", 1) in found
    assert ("pier", "location", ("dock-master",), "not_said", 1) in found


def test_what_goes_along_on_purpose_is_not_named() -> None:
    model = small_model(**changed("units", "docks", uses=who("log")), data_systems=SYSTEMS)
    move = do("move-unit", unit="docks", part_of="pilots")
    assert "log" in {loss.thing for loss in plan(model, option(move)).losses}
    assert "log" not in {loss.thing for loss in plan(model, option(move, do("keep", things=["log"]))).losses}
    given_up = plan(model, option(move, do("unlink", thing="docks", slot="uses", to="log"))).losses
    assert [(loss.thing, loss.outcome) for loss in given_up if loss.thing == "log"] == [("log", "given_up")]


def test_a_post_that_moves_by_itself_or_along_with_work_leaves_its_place_to_be_said() -> None:
    model = small_model(
        **changed("posts", "crane-lead", located_in=who("pier")), locations=[{"id": "pier", "title": "Pier"}]
    )
    move = do("move-post", post="crane-lead", in_unit="pilots")
    along = do("transfer", responsibilities=["berths"], **{"from": "docks"}, to="pilots", posts=["crane-lead"])
    for change in (move, along):
        named = [(loss.thing, loss.kind) for loss in plan(model, option(change)).losses if loss.outcome == "not_said"]
        assert ("pier", "location") in named


def test_a_process_ends_with_its_stages() -> None:
    stages = [{"id": "berth", "title": "Berth", "performed_by": who("docks")}]
    model = small_model(processes=[{"id": "call", "title": "A ship's call", "stages": stages}])
    close = option(do("close", thing="call"))
    after = apply(model, close)
    assert (after.by_id["call"].mode, after.by_id["berth"].mode) == ("past", "past")
    assert [(step.kind, step.thing.id, step.field) for step in plan(model, close).steps] == [("closed", "call", "")]
