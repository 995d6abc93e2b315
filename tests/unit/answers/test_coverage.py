"""The matrix of who answers for what: no cell is spread, no silence is taken for another, what is above stays above."""

from typing import Any

import pytest

from orgmodel.answers import ASPECTS, LEVELS, CoverageCell, build_coverage, level_of
from orgmodel.model import Model
from orgmodel.render.coverage import word_of

ABOUT = {"id": "m", "title": "M", "account_of": "x", "as_of": "2024-05-01", "marking": "m", "organisation": "ministry"}
KINDS = [
    {"id": "ministry-kind", "title": "Ministry", "level": "department"},
    {"id": "team", "title": "Team"},
    {"id": "force-kind", "title": "Force", "level": "force"},
]
UNITS = [
    {"id": "ministry", "title": "Ministry", "kind": "ministry-kind"},
    {"id": "desk", "title": "Desk", "kind": "team", "part_of": [{"who": "ministry"}]},
    {"id": "force", "title": "Force", "kind": "force-kind", "head": [{"who": "chief-constable"}]},
    {"id": "council", "title": "Council", "kind": "team", "level": "local"},
    {"id": "joint", "title": "Joint team", "kind": "team", "part_of": [{"who": "force"}, {"who": "ministry"}]},
    {"id": "loose", "title": "Loose team", "kind": "team"},
]
POSTS = [
    {"id": "director", "title": "Director", "in_unit": [{"who": "desk"}]},
    {"id": "chief-constable", "title": "Chief constable"},
]
SUBJECTS = [
    {"id": "crime", "title": "Crime"},
    {"id": "theft", "title": "Theft", "part_of": [{"who": "crime"}, {"who": "property"}]},
    {"id": "property", "title": "Property"},
]


def make(*responsibilities: dict[str, Any]) -> Model:
    lists = {"unit_kinds": KINDS, "units": UNITS, "posts": POSTS, "subjects": SUBJECTS}
    return Model.model_validate({"about": ABOUT, **lists, "responsibilities": responsibilities})


def duty(
    ident: str, subject: str, accountable: list[dict[str, Any]], extent: str = "whole", **more: Any
) -> dict[str, Any]:
    concerns = [{"who": subject, "extent": extent}]
    return {"id": ident, "title": ident, "concerns": concerns, "accountable": accountable, **more}


def cell(model: Model, subject: str, aspect: str, level: str, chain: str = "line") -> CoverageCell:
    (row,) = build_coverage(model, subject, chain, depth=0)
    return row.cell(aspect, level)


@pytest.mark.parametrize(
    ("ident", "level"),
    [
        ("ministry", "department"), ("desk", "department"), ("director", "department"), ("chief-constable", "force"),
        ("council", "local"), ("joint", "not placed"), ("loose", "not placed"),
    ],
)  # fmt: skip
def test_a_thing_stands_at_its_own_level_or_at_that_of_what_it_is_in(ident: str, level: str) -> None:
    model = make()
    assert level_of(model, ident, model.about.as_of) == level


def test_an_owner_stands_in_the_cell_of_its_level_and_of_the_aspect_and_in_no_other() -> None:
    model = make(duty("r", "theft", [{"who": "director"}], aspects=["policy"]))
    (row,) = build_coverage(model, "theft", depth=0)
    owned = {(found.aspect, found.level) for found in row.cells if found.owners}
    assert owned == {("policy", "department")}
    assert len(row.cells) == len(ASPECTS) * len(LEVELS)
    assert word_of(row.cell("policy", "department")) == "one owner"
    assert word_of(row.cell("policy", "force")) == "not stated"


def test_a_responsibility_without_an_aspect_is_never_spread() -> None:
    model = make(duty("r", "theft", [{"who": "director"}]))
    (row,) = build_coverage(model, "theft", depth=0)
    assert [found.aspect for found in row.cells if found.owners] == ["aspect not stated"]


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("none", "nobody: the source says so"),
        ("unclear", "not clear: the source says so"),
        ("not_stated", "not stated"),
        ("redacted", "redacted"),
    ],
)
def test_each_silence_is_said_as_its_own_and_at_no_level(state: str, word: str) -> None:
    model = make(duty("r", "theft", [{"state": state}], aspects=["policy"]))
    found = cell(model, "theft", "policy", "not placed")
    assert (found.states, word_of(found)) == ((state,), word)
    assert cell(model, "theft", "policy", "department").answers == ()


def test_none_and_unclear_and_an_owner_are_all_kept() -> None:
    model = make(duty("r", "theft", [{"state": "unclear"}, {"state": "none"}], aspects=["policy"]))
    found = cell(model, "theft", "policy", "not placed")
    assert word_of(found) == "nobody: the source says so and not clear: the source says so"


def test_two_owners_are_several_whatever_they_own() -> None:
    model = make(
        duty("r", "theft", [{"who": "director"}], "part", aspects=["policy"]),
        duty("s", "theft", [{"who": "desk"}], "part", aspects=["policy"]),
    )
    found = cell(model, "theft", "policy", "department")
    assert (found.owners, word_of(found)) == (("director", "desk"), "2 owners")


def test_what_is_above_is_shown_and_fills_no_gap() -> None:
    model = make(
        duty("wide", "crime", [{"who": "director"}], aspects=["policy"]),
        duty("part-of-wide", "property", [{"who": "director"}], "part", aspects=["policy"]),
    )
    found = cell(model, "theft", "policy", "department")
    assert (found.owners, word_of(found)) == ((), "not stated")
    assert [answer.responsibility for answer in found.above] == ["wide"]


def test_what_is_within_is_counted_and_owns_nothing_above() -> None:
    model = make(duty("r", "theft", [{"who": "director"}], aspects=["policy"]))
    found = cell(model, "crime", "policy", "department")
    assert (found.owners, found.within) == ((), 1)
    assert cell(model, "crime", "policy", "force").within == 0


def test_the_chain_asked_for_is_the_only_one() -> None:
    minister = {"who": "director", "chain": "ministerial"}
    model = make(duty("r", "theft", [minister], aspects=["policy"]))
    assert cell(model, "theft", "policy", "department", "ministerial").owners == ("director",)
    assert cell(model, "theft", "policy", "department").owners == ()
    assert cell(model, "theft", "policy", "not placed").states == ("not_stated",)


def test_work_is_told_apart_from_answering() -> None:
    model = make(duty("r", "theft", [], responsible=[{"who": "force", "chain": "operational"}], aspects=["operations"]))
    found = cell(model, "theft", "operations", "force")
    assert (found.owners, found.work, word_of(found)) == ((), ("force",), "not stated")


def test_the_weakest_basis_and_every_paragraph_stand_in_the_cell() -> None:
    claims = [{"who": "director", "cites": ["s#2"]}, {"who": "desk", "basis": "inferred", "cites": ["s#1"]}]
    model = make(duty("r", "theft", claims, aspects=["policy"]))
    found = cell(model, "theft", "policy", "department")
    assert (found.basis, found.cites) == ("inferred", ("s#2", "s#1"))


def test_subjects_go_down_as_far_as_asked_and_each_stands_once() -> None:
    rows = [(row.subject, row.depth) for row in build_coverage(make(), depth=3)]
    assert rows == [("crime", 0), ("theft", 1), ("property", 0)]
    assert [row.subject for row in build_coverage(make(), depth=0)] == ["crime", "property"]
    assert build_coverage(make(), "theft")[0].part_of == ("crime", "property")


def test_a_model_without_subjects_has_no_rows() -> None:
    assert build_coverage(Model.model_validate({"about": ABOUT})) == []


def test_that_it_is_of_the_aspect_is_part_of_what_a_cell_rests_on() -> None:
    inferred = {"aspect": "policy", "basis": "inferred", "cites": ["s#3"]}
    model = make(duty("r", "theft", [{"who": "director", "cites": ["s#2"]}], aspects=[inferred, "data"], cites=["s#1"]))
    found = [cell(model, "theft", aspect, "department") for aspect in ("policy", "data")]
    assert [(each.basis, each.cites) for each in found] == [
        ("inferred", ("s#2", "s#3")),
        ("stated", ("s#2", "s#1")),
    ]
