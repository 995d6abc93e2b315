"""Every name that a finding is said to need is in the graph, and every name said to be missing is not."""

import re
from pathlib import Path

import pytest

from orgmodel.graph.schema import LABELS, RELATIONSHIPS
from orgmodel.graph.slots import FACTS
from orgmodel.model import LINKS_BY_LABEL
from orgmodel.use_cases import open_catalogue

PAGE = Path(__file__).resolve().parents[2] / "docs" / "what-findings-need.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text("utf-8").splitlines()
    if re.match(r"\| \d+ `", line)
]
NAME = re.compile(r"`([^`]+)`")


def is_node(name: str) -> bool:
    label, _, own = name.partition(".")
    return label in LABELS and (not own or own in LABELS[label])


def is_relationship(name: str) -> bool:
    type_, _, own = name.partition(".")
    return type_ in RELATIONSHIPS and (not own or own in RELATIONSHIPS[type_].properties)


def is_slot(name: str) -> bool:
    label, _, field = name.partition(":")
    return field in FACTS.get(label, ()) or any(link.field == field for link in LINKS_BY_LABEL.get(label, ()))


def finding_of(row: list[str]) -> str:
    (name,) = NAME.findall(row[0])
    return str(name)


@pytest.mark.parametrize("row", ROWS, ids=finding_of)
def test_what_a_finding_needs_is_in_the_graph(row: list[str]) -> None:
    _, nodes, relationships, slots, _ = row
    assert [name for name in NAME.findall(nodes) if not is_node(name)] == []
    assert [name for name in NAME.findall(relationships) if not is_relationship(name)] == []
    assert [name for name in NAME.findall(slots) if not is_slot(name)] == []


@pytest.mark.parametrize("row", ROWS, ids=finding_of)
def test_what_is_called_missing_is_missing(row: list[str]) -> None:
    there = [name for name in NAME.findall(row[4]) if is_node(name) or is_relationship(name)]
    assert there == [], "it is there now: move it to the left, and take it out of the list below the tables"


def test_all_37_questions_are_there_once_and_in_order() -> None:
    assert [int(row[0].split()[0]) for row in ROWS] == list(range(1, 38))
    assert len({finding_of(row) for row in ROWS}) == 37


def test_every_finding_of_the_catalogue_is_in_the_table() -> None:
    assert {finding.id for finding in open_catalogue()} <= {finding_of(row) for row in ROWS}


@pytest.mark.parametrize("finding", open_catalogue(), ids=lambda finding: finding.id)
def test_a_query_reads_nothing_that_the_table_leaves_out(finding: object) -> None:
    """The labels and relationships of a query that is there are in its row, so that the row is not wishful."""
    query = finding.query  # type: ignore[attr-defined]
    row = next(row for row in ROWS if finding_of(row) == finding.id)  # type: ignore[attr-defined]
    said = {name.partition(".")[0] for name in NAME.findall(" ".join(row[1:4]))}
    read = {word for word in re.findall(r"\b[A-Za-z_]+\b", query) if word in {*LABELS, *RELATIONSHIPS}}
    always = {"HAS_SLOT", "Slot", "Unit", "Post", "Board"}
    assert read - said - always == set()
