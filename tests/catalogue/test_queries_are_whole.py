"""Every finding of the catalogue is whole: its front matter, its query, and its cases of every kind."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from orgmodel.findings import FindingQuery, reading
from orgmodel.graph.schema import LABELS, RELATIONSHIPS
from tests.findings.cases import read_all_cases
from tests.findings.running import shipped_questions

CATALOGUE = list(shipped_questions().values())
CASES = read_all_cases()
EACH = pytest.mark.parametrize("finding", CATALOGUE, ids=[finding.id for finding in CATALOGUE])
PROPERTIES = {name for properties in LABELS.values() for name in properties} | {
    name for relationship in RELATIONSHIPS.values() for name in relationship.properties
}
FORBIDDEN = {
    "ORDER BY gives wrong rows before an aggregate; sort outside": r"\bORDER BY\b",
    "LIMIT": r"\bLIMIT\b",
    "UNION": r"\bUNION\b",
    "CALL": r"\bCALL\b",
    "a list comprehension": r"\[\s*\w+ IN ",
    "EXISTS without MATCH inside": r"EXISTS \{ *\(",
    "a label as a predicate": r"\b(?:WHERE|AND|OR|NOT|WHEN) \w+:[A-Z]",
    "a function that one engine lacks, or that counts otherwise": r"\b(?:reduce|shortestPath|type|labels|toInteger"
    r"|toFloat|head|last|split|duration|substring)\s*\(",
    "a sum that may be empty, or a whole number": r"(?<!coalesce\()\bsum\(",
    "round without a number of digits": r"\bround\([^,()]*\)",
    "a parameter inside any or all": r"\b(?:any|all|none|single)\([^)]*\$",
    "a property of a relationship list by its length": r"length\(relationships",
}


@EACH
def test_cases_of_every_kind(finding: FindingQuery) -> None:
    cases = [case for case in CASES if case.finding == finding.id]
    assert cases, f"write {finding.id}.yaml in tests/findings or tests/principles"
    for verdict in finding.about.says:
        assert any(case.expect[verdict] for case in cases), f"no case of '{verdict}'"
    assert any(not any(case.expect.values()) for case in cases), "no case that must stay silent"
    names = [case.name for case in cases]
    assert len(names) == len(set(names))


def test_no_cases_without_a_finding() -> None:
    assert {case.finding for case in CASES} <= {finding.id for finding in CATALOGUE}


@EACH
def test_sentences_name_declared_columns(finding: FindingQuery) -> None:
    for template in finding.about.says.values():
        named = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
        assert named <= set(finding.about.columns)
    assert set(finding.about.words) <= set(finding.about.says)
    assert finding.about.title.endswith("?")


@EACH
def test_thresholds_are_used_and_have_an_authority(finding: FindingQuery) -> None:
    taken, given = reading.parameters(finding.query), {"model", "passes", *finding.about.thresholds}
    assert taken <= given if finding.about.compute else taken == given
    assert reading.parameters(finding.about.population) == {"model"}
    assert all(threshold.authority.strip() for threshold in finding.about.thresholds.values())
    assert finding.about.sources


@EACH
def test_everything_named_is_in_the_schema(finding: FindingQuery) -> None:
    for query in (finding.query, finding.about.population):
        assert reading.labels(query) <= set(LABELS)
        assert reading.relationships(query) <= set(RELATIONSHIPS)
        assert reading.properties(query) | reading.matched_properties(query) <= PROPERTIES


@EACH
def test_only_what_both_engines_do_alike(finding: FindingQuery) -> None:
    for query in (finding.query, finding.about.population):
        text = reading.plain(query)
        assert [why for why, pattern in FORBIDDEN.items() if re.search(pattern, text)] == []
        assert reading.risky_starts(query) == set()


@EACH
def test_passes_stay_in_the_engine(finding: FindingQuery) -> None:
    if finding.about.compute is None:
        assert "\nWHERE $passes OR verdict <> 'pass'\n" in finding.query
