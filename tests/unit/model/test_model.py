import datetime as dt

import pytest
from pydantic import ValidationError

from orgmodel.model import (
    About,
    Count,
    Figure,
    Grade,
    Model,
    Post,
    Process,
    Range,
    Stage,
    Threshold,
    Unit,
    UnitKind,
)

MODEL = Model(
    about=About(
        id="tiny", title="Tiny", account_of="Ann", as_of=dt.date(2023, 3, 3), marking="invented", organisation="office"
    ),
    grades=(Grade(id="high", title="High"), Grade(id="low", title="Low")),
    unit_kinds=(UnitKind(id="whole", title="Whole"), UnitKind(id="team", title="Team")),
    units=(Unit(id="office", title="The office", kind="whole"),),
    posts=(Post(id="chief", title="Chief", grade="high"),),
    processes=(Process(id="lighting", title="Lighting", stages=(Stage(id="fill", title="Fill"),)),),
)


def test_things_are_found_by_id() -> None:
    assert MODEL.by_id["chief"] is MODEL.posts[0]
    assert MODEL.by_id["high"] is MODEL.grades[0]
    assert (MODEL.title_of("office"), MODEL.title_of("nobody")) == ("The office", "nobody")
    assert MODEL.stage_process == {"fill": MODEL.processes[0]}


def test_only_what_is_in_the_graph_has_a_label() -> None:
    assert MODEL.label_of == {"office": "Unit", "chief": "Post", "lighting": "Process", "fill": "Stage"}
    assert [label for label, _ in MODEL.labelled()] == ["Unit", "Post", "Process", "Stage"]


def test_the_first_is_the_highest() -> None:
    assert MODEL.grade_rank == {"high": 1, "low": 2}
    assert MODEL.kind_rank == {"whole": 1, "team": 2}


@pytest.mark.parametrize(
    ("cls", "values", "said"),
    [
        (Count, {"state": "known"}, "a count in state 'known' needs 'at_least' or 'at_most'"),
        (Count, {"state": "known", "at_least": 3, "at_most": 2}, "'at_least' (3) is above 'at_most' (2)"),
        (Range, {"low": 2, "high": 1}, "'low' (2.0) is above 'high' (1.0)"),
    ],
)
def test_intervals_in_the_wrong_order(cls: type[Count | Range], values: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError) as raised:
        cls.model_validate(values)
    assert raised.value.errors()[0]["msg"] == f"Value error, {said}"


def test_a_figure_is_a_number_or_a_range() -> None:
    def value(written: object) -> object:
        return Figure.model_validate({"id": "f", "title": "F", "about": "a", "unit": "u", "value": written}).value

    assert (value(3), value("2.5"), value({"low": 1})) == (3.0, 2.5, Range(low=1))


def test_a_threshold_keeps_the_type_of_its_value() -> None:
    def value(written: object) -> object:
        return Threshold.model_validate({"finding": "f", "name": "n", "value": written, "reason": "R"}).value

    assert [(type(found), found) for found in map(value, (3, 0.5, "high"))] == [(int, 3), (float, 0.5), (str, "high")]


def test_a_copy_looks_up_what_it_holds_itself() -> None:
    assert MODEL.by_id["chief"].title == "Chief"
    copy = MODEL.model_copy(update={"posts": (Post(id="chief", title="Director", grade="low"),)})
    assert (copy.by_id["chief"].title, MODEL.by_id["chief"].title) == ("Director", "Chief")
