"""From the rows of an engine to findings: identity, evidence, the weakest basis, order and words."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

import pytest

from orgmodel.errors import CatalogueError, EngineError
from orgmodel.findings import FindingQuery, Outcome, index_evidence, run_finding
from orgmodel.graph import Engine, Rows, Suppose
from orgmodel.graph.port import Loaded, Progress, Table
from orgmodel.graph.rows import build_rows
from orgmodel.model import Model
from tests.unit.findings.building import make_finding, make_model, make_outcome

COLUMNS = ("unit", "heads", "verdict", "evidence")


class FakeEngine(Engine):
    """An engine that answers with the rows it was given, and with their number for a population."""

    name = "fake"

    def __init__(self, *rows: tuple[Any, ...], columns: tuple[str, ...] = COLUMNS) -> None:
        self.table = Table(columns, rows)
        self.asked: list[Mapping[str, Any]] = []

    def load(self, rows: Rows, progress: Progress | None = None) -> Loaded:
        raise NotImplementedError

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        self.asked.append(parameters)
        if "count(u)" in cypher:
            return Table(("population",), ((5,),))
        return self.table

    def supposing(self, rows: Rows) -> AbstractContextManager[Suppose]:
        raise NotImplementedError

    def current(self, model_id: str) -> str | None:
        return None

    def describe(self) -> str:
        return "a fake"

    def close(self) -> None:
        return None


class BrokenEngine(FakeEngine):
    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Table:
        raise EngineError("no such label", "Mend it.")


def run(engine: Engine, finding: FindingQuery | None = None, model: Model | None = None) -> Outcome:
    model = model or make_model()
    rows = build_rows(model)
    return run_finding(engine, model, rows.model, finding or make_finding(), index_evidence(rows))


def key(model: Model, name: str) -> str:
    return f"{build_rows(model).model}/{name}"


def test_keys_become_ids_and_sentences_have_titles() -> None:
    model = make_model()
    engine = FakeEngine((key(model, "desk"), [key(model, "office"), key(model, "desk"), None], "fail", []))
    [row] = run(engine).rows
    assert row.identity == (("unit", "desk"),)
    assert row.key == ("unit-has-a-head", (("unit", "desk"),))
    assert row.values == {"unit": "desk", "heads": ["desk", "office"]}
    assert row.sentence == "The desk has no head. Heads: The desk and The office."


def test_an_empty_list_is_said_to_be_empty() -> None:
    model = make_model()
    assert run(FakeEngine((key(model, "desk"), [], "fail", []))).rows[0].sentence == (
        "The desk has no head. Heads: none named."
    )


def test_a_name_is_never_taken_for_a_template() -> None:
    units = [{"id": "office", "title": "{unit} %s", "kind": "office-kind"}]
    model = make_model(units=units)
    engine = FakeEngine((key(model, "office"), [], "fail", []))
    assert run(engine, model=model).rows[0].sentence == "{unit} %s has no head. Heads: none named."


def test_severity_counts_only_where_it_fails() -> None:
    model = make_model()
    rows = [(key(model, name), [], verdict, []) for name, verdict in (("desk", "unknown"), ("office", "fail"))]
    assert [(row.verdict, row.severity) for row in run(FakeEngine(*rows)).rows] == [
        ("fail", "low"),
        ("unknown", "info"),
    ]


@pytest.mark.parametrize(
    ("bases", "restates", "expected"),
    [
        (("stated", "stated"), True, "stated"),
        (("stated", "stated"), False, "computed"),
        (("stated", "attributed"), True, "attributed"),
        (("attributed", "inferred"), False, "inferred"),
    ],
)
def test_the_basis_is_the_weakest_of_the_evidence(bases: tuple[str, str], restates: bool, expected: str) -> None:
    posts = [
        {"id": f"post-{number}", "title": "Post", "basis": basis, "cites": [f"report#{number + 1}"]}
        for number, basis in enumerate(bases)
    ]
    model = make_model(posts=posts)
    engine = FakeEngine((key(model, "desk"), [], "fail", [key(model, "post-0"), key(model, "post-1")]))
    [row] = run(engine, make_finding(restates=restates), model).rows
    assert row.basis == expected
    assert row.cites == ("report#1", "report#2")
    assert not row.contested


def test_citations_come_in_the_order_of_the_source() -> None:
    posts = [{"id": "clerk", "title": "Clerk", "cites": ["report#10", "report#9", "annex#2"]}]
    model = make_model(posts=posts)
    engine = FakeEngine((key(model, "desk"), [], "fail", [key(model, "clerk")]))
    assert run(engine, model=model).rows[0].cites == ("annex#2", "report#9", "report#10")


def test_contested_evidence_makes_a_contested_finding() -> None:
    model = make_model(posts=[{"id": "clerk", "title": "Clerk", "contested_by": ["The desk"]}])
    engine = FakeEngine((key(model, "desk"), [], "fail", [key(model, "clerk")]))
    assert run(engine, model=model).rows[0].contested


def test_worst_first_then_as_the_finding_asks() -> None:
    model = make_model()
    finding = make_finding(
        columns={
            "unit": {"type": "key", "heading": "Unit", "identifies": True},
            "heads": {"type": "integer", "heading": "How many"},
        },
        order=["-heads", "unit"],
    )
    rows = [("a", 1, "fail", []), ("b", 3, "fail", []), ("c", 3, "fail", []), ("d", 9, "unknown", [])]
    found = run(FakeEngine(*rows), finding, model).rows
    assert [row.values["unit"] for row in found] == ["b", "c", "a", "d"]


def test_what_is_returned_must_be_declared() -> None:
    engine = FakeEngine(columns=("unit", "headless", "verdict", "evidence"))
    with pytest.raises(CatalogueError) as caught:
        run(engine)
    [problem] = caught.value.problems
    assert problem.what == "columns returned and declared differ: headless, heads"
    assert problem.hint == "Declare every returned column under 'columns', and return every declared one."
    assert problem.place.file == "unit-has-a-head.cypher"


def test_an_engine_that_refuses_says_of_which_finding() -> None:
    with pytest.raises(EngineError) as caught:
        run(BrokenEngine())
    assert str(caught.value.problem) == "finding 'unit-has-a-head': no such label\n    Mend it."


def test_passes_are_what_is_left_of_the_population() -> None:
    outcome = make_outcome("desk", "office")
    assert (outcome.count("fail"), outcome.count("unknown"), outcome.count("pass")) == (2, 0, 2)


def test_a_waived_row_is_still_a_row() -> None:
    waiver = {
        "finding": "unit-has-a-head",
        "identity": {"unit": "desk"},
        "reason": "It is closing",
        "accepted_by": "The board",
        "review": "2023-12-31",
    }
    model = make_model(waivers=[waiver])
    outcome = run(FakeEngine((key(model, "desk"), [], "fail", [])), model=model)
    assert outcome.count("fail") == 1
    assert outcome.rows[0].waived == "It is closing (accepted by The board, to be looked at again by 2023-12-31)"
