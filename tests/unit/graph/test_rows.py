"""Rows as a whole: every property there, no end in the air, and a version that is a digest of what is said."""

import random

import pytest
from hypothesis import given, settings

from orgmodel.graph import LABELS, RELATIONSHIPS, Rows, build_rows
from orgmodel.loading import load_model
from orgmodel.model import Model
from tests.neo4j_server import ROOT
from tests.properties.model_strategy import models
from tests.unit.graph.building import ORG, links, model, node, post, relationship

SHIPPED = sorted(path.parent.name for path in ROOT.glob("definitions/*/model.yaml"))


def small() -> Model:
    """A model with a little of everything whose order could matter."""
    return model(
        units=[ORG, {"id": "team", "title": "Team", "kind": "team", "part_of": [{"who": "org"}]}],
        posts=[post("a", in_unit=[{"who": "org"}]), post("b", reports_to=[{"who": "a"}]), post("c")],
        people=[{"id": "ada", "title": "Ada", "invented": True}, {"id": "bob", "title": "Bob", "invented": True}],
        holdings=[
            {"person": "ada", "post": "a", "fte": 0.5},
            {"person": "bob", "post": "b"},
            {"person": "ada", "post": "a", "holding": "interim"},
        ],
        figures=[{"id": "staff", "title": "Staff", "about": "team", "value": 7, "unit": "people"}],
        required_roles=[{"id": "adviser", "title": "Adviser", "role": "adviser", "unit_kind": "team"}],
    )


def shuffled(built: Model, seed: int) -> Model:
    """The same model as if its files were read in another order; the order of grades and kinds is their rank."""
    ranked = ("grades", "unit_kinds")
    lists = {name: list(value) for name, value in built if name not in ("about", *ranked) and isinstance(value, tuple)}
    order = random.Random(seed)
    for value in lists.values():
        order.shuffle(value)
    return built.model_copy(update={name: tuple(value) for name, value in lists.items()})


def check_whole(rows: Rows) -> None:
    """Every row has exactly the declared properties, every key is its own, and every end exists."""
    keys = {label: {row["key"] for row in group} for label, group in rows.nodes.items()}
    for label, group in rows.nodes.items():
        assert len(keys[label]) == len(group)
        assert all(row.keys() == LABELS[label].keys() for row in group)
    found: set[str] = set()
    for (type_, start, end), relations in rows.relationships.items():
        assert (start, end) in RELATIONSHIPS[type_].ends
        for row in relations:
            assert row.keys() == {*RELATIONSHIPS[type_].properties, "start", "end"}
            assert row["start"] in keys[start]
            assert row["end"] in keys[end]
            assert row["key"] not in found
            found.add(row["key"])
    everything = [row for group in (*rows.nodes.values(), *rows.relationships.values()) for row in group]
    assert all(row["model"] == rows.model and row["key"].startswith(f"{rows.model}/") for row in everything)
    assert all(row["basis"] and row["mode"] and isinstance(row["cites"], list) for row in everything)
    assert len(everything) == rows.count


@pytest.mark.parametrize("name", SHIPPED)
def test_the_rows_of_a_shipped_model_are_whole(name: str) -> None:
    check_whole(build_rows(load_model(ROOT / "definitions" / name)))


@settings(max_examples=30, deadline=None)
@given(built=models())
def test_the_rows_of_any_model_are_whole_on_its_day_and_in_any_mode(built: Model) -> None:
    check_whole(build_rows(built))
    check_whole(build_rows(built, modes=("actual", "past", "proposed")))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_files_does_not_change_the_version(seed: int) -> None:
    assert shuffled(small(), seed) != small()
    assert build_rows(shuffled(small(), seed)).model == build_rows(small()).model


def test_building_twice_gives_the_same_and_leaves_the_model_as_it_was() -> None:
    built = small()
    assert build_rows(built) == build_rows(built)
    assert built == small()


@pytest.mark.parametrize(
    "change",
    [
        {"posts": [post("a", in_unit=[{"who": "org"}]), post("b"), post("c")]},
        {"posts": [post("a", in_unit=[{"who": "org"}]), post("b", reports_to=[{"who": "a", "basis": "inferred"}])]},
        {"people": [{"id": "ada", "title": "Ada Lovelace"}, {"id": "bob", "title": "Bob"}]},
        {"sources": [{"id": "report", "title": "Another report", "author": "A test", "paragraphs": 99}]},
        {"unit_kinds": [{"id": "team", "title": "Team"}, {"id": "body", "title": "Body"}]},
    ],
    ids=["a line fewer", "another basis", "another name", "another source", "other ranks"],
)
def test_a_fact_that_changes_changes_the_version(change: dict[str, object]) -> None:
    old = small()
    new = Model.model_validate(old.model_dump(by_alias=True) | change)
    assert build_rows(new).id == build_rows(old).id
    assert build_rows(new).version != build_rows(old).version


def test_the_version_is_in_the_name_and_in_every_key() -> None:
    rows = build_rows(small())
    assert rows.model == f"small@{rows.version}"
    assert len(rows.version) == 12
    assert rows.nodes["Post"][0]["key"] == f"{rows.model}/a"


def test_a_holdings_key_depends_on_no_other_holding() -> None:
    keys = [relationship(build_rows(small()), "HOLDS", "bob", "b")["key"].partition("/")[2]]
    fewer = small().model_copy(update={"holdings": small().holdings[1:2]})
    keys.append(relationship(build_rows(fewer), "HOLDS", "bob", "b")["key"].partition("/")[2])
    assert keys == ["bob>HOLDS>b.holding.0"] * 2


def test_what_a_slot_links_becomes_a_relationship_in_its_direction() -> None:
    made = model(
        units=[{**ORG, "head": [{"who": "a"}]}],
        posts=[post("a"), post("b", reports_to=[{"who": "a", "kind": "dotted", "cites": ["report#4"]}])],
    )
    rows = build_rows(made)
    assert links(rows, "HEADS") == {("a", "org")}
    line = relationship(rows, "REPORTS_TO", "b", "a")
    assert (line["kind"], line["cites"], line["contested"]) == ("dotted", ["report#4"], False)


def test_passages_lead_to_their_source_and_to_what_they_touch_but_not_to_sources() -> None:
    passages = [{"source": "report", "paragraph": "4", "touches": ["org", "report"], "state": "redacted"}]
    rows = build_rows(model(passages=passages))
    assert links(rows, "FROM_SOURCE") == {("report#4", "report")}
    assert links(rows, "TOUCHES") == {("report#4", "org")}


def test_staff_who_are_counted_are_of_a_unit_and_under_a_post_and_never_posts_themselves() -> None:
    built = model(
        grades=[{"id": "high", "title": "High"}, {"id": "low", "title": "Low"}],
        posts=[post("a", reference="1A", profession="Law")],
        staff_groups=[
            {
                "id": "clerks",
                "title": "Clerk",
                "grade": "low",
                "fte": 3.5,
                "profession": "Finance",
                "in_unit": [{"who": "org"}],
                "reports_to": [{"who": "a"}],
            },
            {"id": "others", "title": "Others"},
        ],
    )
    rows = build_rows(built)
    clerks = node(rows, "StaffGroup", "clerks")
    assert (clerks["fte"], clerks["grade_rank"], clerks["profession"]) == (3.5, 2, "Finance")
    assert node(rows, "StaffGroup", "others")["fte"] is None
    assert links(rows, "STAFF_OF") == {("clerks", "org")}
    assert links(rows, "WORKS_UNDER") == {("clerks", "a")}
    assert links(rows, "REPORTS_TO") == links(rows, "IN_UNIT") == set()
    assert node(rows, "Slot", "others.in_unit")["state"] == "not_stated"
    assert node(rows, "Post", "a")["profession"] == "Law"
